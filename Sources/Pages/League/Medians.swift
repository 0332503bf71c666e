internal import Arithmetic
internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring

/// Median scores of the reported period: of all bodies, and of the peers of each.
struct Medians: Sendable {
    /// What the peers of a body have in common with it.
    let peers: Plan.Peers
    private let overall: [Int: Fixed]
    /// The scores by node, then by kind or group, rising.
    private let byName: [Int: [String: [Fixed]]]
    private let names: [String]
    /// How many of a name are assessed: they exist on the last day of the period.
    private let sizes: [String: Int]
    private let isAssessed: [Bool]

    /// The medians of some nodes.
    init(_ assessment: Assessment, of nodes: Set<Int>, period: Int) {
        let peers = assessment.plan.peers ?? .kind
        let names = assessment.evidence.bodies.map { body in
            peers == .kind ? body.kind : body.group ?? ""
        }
        var overall: [Int: Fixed] = [:]
        var byName: [Int: [String: [Fixed]]] = [:]
        for node in nodes {
            guard let column = assessment.columns[node] else { continue }
            let isGraded = assessment.plan.nodes[node].isGraded
            var scores: [String: [Fixed]] = [:]
            for (body, name) in names.enumerated() {
                let unit = assessment.unit(body: body, period: period)
                if let score = column.score(at: unit) { scores[name, default: []].append(score) }
            }
            let sorted = scores.values.flatMap { $0 }.sorted()
            overall[node] = Self.median(sorted.count, isGraded: isGraded) { sorted[$0] }
            byName[node] = scores.mapValues { $0.sorted() }
        }
        (self.peers, self.names, self.overall, self.byName) = (peers, names, overall, byName)
        let lastDay = assessment.evidence.periods[period].lastDay
        let isAssessed = assessment.evidence.bodies.map { body in
            body.existed(on: lastDay) && assessment.plan.identity.kinds.contains(body.kind)
        }
        sizes = zip(names, isAssessed).reduce(into: [:]) { sizes, body in
            if body.1 { sizes[body.0, default: 0] += 1 }
        }
        self.isAssessed = isAssessed
    }

    /// The median of all bodies with a score; `nil` where none has one.
    func all(_ node: Int) -> Fixed? { overall[node] }

    /// The median of the body's peers with a score, without the body itself, whose score is `own`.
    func peers(_ node: Int, of body: Int, own: Fixed?, isGraded: Bool) -> Fixed? {
        guard let scores = byName[node]?[names[body]] else { return nil }
        guard let own, let place = Self.place(of: own, in: scores) else {
            return Self.median(scores.count, isGraded: isGraded) { scores[$0] }
        }
        return Self.median(scores.count - 1, isGraded: isGraded) {
            scores[$0 < place ? $0 : $0 + 1]
        }
    }

    /// The kind or group that the body's peers share with it, and how many they are: those that
    /// exist on the last day of the period, without the body itself.
    func group(of body: Int) -> (name: String, count: Int) {
        (names[body], (sizes[names[body]] ?? 0) - (isAssessed[body] ? 1 : 0))
    }

    /// Where a score stands among rising ones.
    private static func place(of score: Fixed, in sorted: [Fixed]) -> Int? {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < score { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == score ? low : nil
    }

    /// The middle score, or halfway between the middle two; of grades the lower of those two.
    private static func median(
        _ count: Int, isGraded: Bool, _ sorted: (Int) -> Fixed
    ) -> Fixed? {
        guard count > 0 else { return nil }
        let (low, high) = (sorted((count - 1) / 2), sorted(count / 2))
        if isGraded || low == high { return low }
        // Scores lie far within the numbers' range.
        return try? low.adding(high).divided(by: Fixed(2))
    }
}
