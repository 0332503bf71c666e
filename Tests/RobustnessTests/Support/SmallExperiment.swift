@testable internal import Robustness

/// An experiment whose scores a function of the point says.
struct SmallExperiment: Experiment {
    let dimension: Int
    let bodies: [Int]
    let contests: [SmallContest]
    private let function: @Sendable (_ point: [Double]) -> [[Double]]

    /// - Parameters:
    ///   - dimension: How many numbers a point has.
    ///   - contests: One for each node; all have the same bodies.
    ///   - function: For each node, the scores at a point.
    init(
        _ dimension: Int, _ contests: [SmallContest],
        _ function: @escaping @Sendable (_ point: [Double]) -> [[Double]]
    ) {
        self.dimension = dimension
        // Other positions in the evidence than among the bodies of the experiment.
        bodies = (0..<(contests.first?.official.count ?? 0)).map { 10 * $0 + 3 }
        self.contests = contests
        self.function = function
    }

    func memory() -> [[Double]] { [] }

    func compute(_ point: [Double], seed: UInt64, in memory: inout [[Double]]) {
        memory = function(point)
    }

    func scores(in memory: [[Double]]) -> [[Double]] { memory }
}

/// Who is ranked among whom; the highest is best, and bands begin at multiples of 10.
struct SmallContest: Contest {
    let node: Int
    let groups: [[Int]]
    let official: [Int32]
    let bandCount: Int

    /// Ranks all bodies that have an official score.
    init(node: Int = 4, official scores: [Double], groups: [[Int]]? = nil, bandCount: Int = 0) {
        self.node = node
        self.bandCount = bandCount
        self.groups = (groups ?? [Array(scores.indices)]).map { $0.filter { !scores[$0].isNaN } }
        var official = Array(repeating: Int32(0), count: scores.count)
        for group in self.groups { Self.rank(scores, group, into: &official) }
        self.official = official
    }

    /// Ranks so many bodies in the order of their positions.
    init(ordered count: Int) {
        (node, bandCount) = (4, 0)
        groups = [Array(0..<count)]
        official = (0..<count).map { Int32($0 + 1) }
    }

    func rank(_ scores: [Double], into ranks: inout [Int32], _ order: inout [Int]) {
        precondition(order.count == scores.count, "there is memory for every body")
        for body in ranks.indices { ranks[body] = 0 }
        for group in groups { Self.rank(scores, group, into: &ranks) }
    }

    func band(of score: Double) -> Int? {
        bandCount > 0 ? min(max(Int(score / 10), 0), bandCount - 1) : nil
    }

    private static func rank(_ scores: [Double], _ group: [Int], into ranks: inout [Int32]) {
        for body in group where !scores[body].isNaN {
            ranks[body] = Int32(1 + group.count { scores[$0] > scores[body] })
        }
    }
}
