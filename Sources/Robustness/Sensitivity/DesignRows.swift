/// What came of some rows of a design at one node.
struct DesignRows: Sendable {
    /// The mean shift at the points of each set, in the order A, B, AB1…ABd.
    private(set) var targets: [[Double]]
    private(set) var bodies: BodySums
    private var shifts: [[Int32]]
    private let ranked: [Int]

    init(_ contest: some Contest, bodies: Int, dimension: Int) {
        targets = Array(repeating: [], count: dimension + 2)
        self.bodies = BodySums(bodies: bodies, dimension: dimension)
        shifts = Array(
            repeating: Array(repeating: 0, count: bodies), count: dimension + 2)
        ranked = contest.groups.flatMap(\.self)
    }

    /// Adds the ranks at a point of a row; the sets follow in their order.
    mutating func add(_ ranks: [Int32], set: Int, _ contest: some Contest) {
        let sum = contest.shift(ranks, into: &shifts[set])
        targets[set].append(ranked.isEmpty ? 0 : Double(sum) / Double(ranked.count))
        if set == shifts.count - 1 { bodies.add(shifts, bodies: ranked) }
    }

    /// Adds the rows that come next.
    mutating func add(_ next: DesignRows) {
        for set in targets.indices { targets[set] += next.targets[set] }
        bodies.add(next.bodies)
    }

    /// What came of the node, which is the `stream`-th of those looked at; `evidence` tells the
    /// positions of the bodies in the evidence.
    func result(
        _ contest: some Contest, evidence: [Int], seed: UInt64, stream: Int, threads: Int?
    ) -> NodeSensitivity {
        let target = SaltelliTarget(
            a: targets[0], b: targets[1], mixed: Array(targets.dropFirst(2)))
        let all = targets.joined()
        var indices: [Int: [SensitivityIndex]] = [:]
        for body in ranked {
            indices[evidence[body]] = bodies.indices(of: body, points: target.a.count)
        }
        return NodeSensitivity(
            node: contest.node, meanShift: all.reduce(0, +) / Double(all.count),
            indices: target.indices(resampledBy: seed, stream: stream, threads: threads),
            bodies: indices, convergence: target.convergence())
    }
}
