/// The scores and ranks of one run after the other, in memory that is used again.
struct Ranking<Subject: Experiment>: Sendable {
    private let subject: Subject
    private var memory: Subject.Memory
    private var order: [Int]
    /// For each of the contests, the ranks by the order of the bodies; 0 for none.
    private(set) var ranks: [[Int32]]

    init(_ subject: Subject) {
        self.subject = subject
        memory = subject.memory()
        order = Array(subject.bodies.indices)
        ranks = subject.contests.map { _ in Array(repeating: 0, count: subject.bodies.count) }
    }

    /// For each of the contests, the scores by the order of the bodies; NaN for none.
    var scores: [[Double]] { subject.scores(in: memory) }

    /// Computes a run.
    mutating func run(_ point: [Double], seed: UInt64) {
        subject.compute(point, seed: seed, in: &memory)
        for (position, contest) in subject.contests.enumerated() {
            contest.rank(scores[position], into: &ranks[position], &order)
        }
    }
}
