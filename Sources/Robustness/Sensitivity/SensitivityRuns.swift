internal import Arithmetic
internal import Synchronization

/// The runs of a design, and what they say of each factor.
///
/// A number is held for each run and node, and a few for each body; the runs themselves are not.
struct SensitivityRuns<Subject: Experiment>: Sendable {
    /// So many rows are computed by one thread before they are put to the others.
    private static var piece: Int { 16 }

    let subject: Subject
    let design: SaltelliDesign
    let threads: Int?

    init(subject: Subject, base: Int, seed: UInt64, threads: Int?) {
        self.subject = subject
        design = SaltelliDesign(base: base, dimension: subject.dimension, seed: seed)
        self.threads = threads
    }

    /// What came of each node.
    func results() -> [NodeSensitivity] {
        rows().enumerated().map { position, rows in
            rows.result(
                subject.contests[position], evidence: subject.bodies, seed: design.seed,
                stream: position, threads: threads)
        }
    }

    /// For each of the contests, what came of all rows.
    func rows() -> [DesignRows] {
        let pool = Pool<Ranking<Subject>>()
        let all = Mutex(empty())
        Parallel.stream(
            design.base, chunk: Self.piece, threads: threads,
            making: { rows in
                pool.use(making: { Ranking(subject) }) { compute(rows, &$0) }
            },
            taking: { made in
                all.withLock { all in
                    for (position, rows) in made.enumerated() { all[position].add(rows) }
                }
            })
        return all.withLock { $0 }
    }

    private func empty() -> [DesignRows] {
        subject.contests.map {
            DesignRows($0, bodies: subject.bodies.count, dimension: design.dimension)
        }
    }

    private func compute(_ rows: Range<Int>, _ ranking: inout Ranking<Subject>) -> [DesignRows] {
        var found = empty()
        for row in rows {
            for (set, point) in design.points(row: row).enumerated() {
                ranking.run(point, seed: design.seed)
                for (position, contest) in subject.contests.enumerated() {
                    found[position].add(ranking.ranks[position], set: set, contest)
                }
            }
        }
        return found
    }
}
