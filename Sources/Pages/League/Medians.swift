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
    /// By node, then by kind or group.
    private let byName: [Int: [String: Fixed]]
    private let names: [String]
    private let sizes: [String: Int]

    /// The medians of some nodes.
    init(_ assessment: Assessment, of nodes: Set<Int>, period: Int) {
        let peers = assessment.plan.peers ?? .kind
        let names = assessment.evidence.bodies.map { body in
            peers == .kind ? body.kind : body.group ?? ""
        }
        var overall: [Int: Fixed] = [:]
        var byName: [Int: [String: Fixed]] = [:]
        for node in nodes {
            guard let column = assessment.columns[node] else { continue }
            let isGraded = assessment.plan.nodes[node].isGraded
            var scores: [String: [Fixed]] = [:]
            for (body, name) in names.enumerated() {
                let unit = assessment.unit(body: body, period: period)
                if let score = column.score(at: unit) { scores[name, default: []].append(score) }
            }
            overall[node] = Self.median(scores.values.flatMap { $0 }, isGraded: isGraded)
            byName[node] = scores.compactMapValues { Self.median($0, isGraded: isGraded) }
        }
        (self.peers, self.names, self.overall, self.byName) = (peers, names, overall, byName)
        sizes = names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// The median of all bodies with a score; `nil` where none has one.
    func all(_ node: Int) -> Fixed? { overall[node] }

    /// The median of the body's peers with a score, itself among them.
    func peers(_ node: Int, of body: Int) -> Fixed? { byName[node]?[names[body]] }

    /// The kind or group that the body's peers share with it, and how many bodies that are.
    func group(of body: Int) -> (name: String, count: Int) {
        (names[body], sizes[names[body]] ?? 0)
    }

    /// The middle score, or halfway between the middle two; of grades the lower of those two.
    private static func median(_ scores: [Fixed], isGraded: Bool) -> Fixed? {
        guard !scores.isEmpty else { return nil }
        let sorted = scores.sorted()
        let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
        if isGraded || low == high { return low }
        // Scores lie far within the numbers' range.
        return try? low.adding(high).divided(by: Fixed(2))
    }
}
