internal import Domain
internal import Evidence
package import Methodology
package import Robustness
package import Scoring

/// What a study came to, made ready to be told of any body.
package struct StudyResults: Sendable {
    /// What could have been said instead.
    package let alternatives: Alternatives
    /// What came of the runs.
    package let uncertainty: Uncertainty
    /// What drives it; `nil` where nobody asked.
    package let sensitivity: Sensitivity?
    /// Whether scores of different runs can be compared; otherwise only ranks are told of.
    let hasOneScale: Bool
    /// By the position of the node.
    let nodes: [Int: NodeResults]

    /// The results of a study of an assessment.
    package init(
        _ assessment: Assessment, _ alternatives: Alternatives, _ uncertainty: Uncertainty,
        _ sensitivity: Sensitivity? = nil
    ) {
        self.alternatives = alternatives
        self.uncertainty = uncertainty
        self.sensitivity = sensitivity
        hasOneScale = alternatives.haveOneScale(in: assessment.plan)
        let all = uncertainty.nodes.map { ($0.node, NodeResults($0, assessment)) }
        nodes = Dictionary(all) { first, _ in first }
    }
}

extension StudyResults {
    /// Whose the alternatives are, as data have it: the edition's, or an analyst's.
    var whose: String { uncertainty.isAnalysts ? "analyst" : "edition" }
}

/// What came of a node, found by body.
struct NodeResults: Sendable {
    let uncertainty: NodeUncertainty
    /// The ranked bodies, population by population, the first rank first.
    let ranked: [Int]
    /// For each body its place in the uncertainty's list.
    private let places: [Int: Int]
    /// For each ranked body the position of its group.
    private let groups: [Int: Int]
    /// For each ranked body the range of ``ranked`` that it is ranked with, and its place there.
    private let rivals: [Int: (place: Int, range: Range<Int>)]

    init(_ uncertainty: NodeUncertainty, _ assessment: Assessment) {
        self.uncertainty = uncertainty
        let bodies = uncertainty.bodies
        places = Dictionary(bodies.enumerated().map { ($1.body, $0) }) { first, _ in first }
        groups = Dictionary(
            uncertainty.groups.enumerated().flatMap { number, group in
                group.map { ($0, number) }
            }
        ) { first, _ in first }
        let within = assessment.plan.ranking?.within ?? .all
        let names = assessment.evidence.bodies.map { body in
            switch within {
            case .all: ""
            case .kind: body.kind
            case .group: body.group ?? ""
            }
        }
        var populations: [String: [(rank: Int, body: Int)]] = [:]
        for body in bodies {
            guard let rank = body.rank, names.indices.contains(body.body) else { continue }
            populations[names[body.body], default: []].append((rank, body.body))
        }
        var ranked: [Int] = []
        var rivals: [Int: (place: Int, range: Range<Int>)] = [:]
        for (_, population) in populations.sorted(by: { $0.key < $1.key }) {
            let range = ranked.count..<ranked.count + population.count
            ranked += population.sorted { ($0.rank, $0.body) < ($1.rank, $1.body) }.map(\.body)
            for place in range { rivals[ranked[place]] = (place, range) }
        }
        (self.ranked, self.rivals) = (ranked, rivals)
    }

    /// What came of a body; `nil` where the node is not computed for it.
    subscript(body: Int) -> BodyUncertainty? { places[body].map { uncertainty.bodies[$0] } }

    /// The position of a body's group; `nil` for one that is not ranked.
    func group(of body: Int) -> Int? { groups[body] }

    /// The bodies that a body cannot be told apart from, without itself.
    func alike(_ body: Int) -> [Int] {
        groups[body].map { uncertainty.groups[$0].filter { $0 != body } } ?? []
    }

    /// Whether nobody else is ranked with the body.
    func isAlone(_ body: Int) -> Bool { rivals[body]?.range.count == 1 }

    /// How many others share the body's rank.
    func sharing(_ body: Int) -> Int {
        guard let (place, range) = rivals[body] else { return 0 }
        let rank = self[body]?.rank
        func isSame(_ other: Int) -> Bool { self[other]?.rank == rank }
        return ranked[range.lowerBound..<place].reversed().prefix(while: isSame).count
            + ranked[place + 1..<range.upperBound].prefix(while: isSame).count
    }

    /// The nearest bodies before and behind in the order of ranks, at most so many on each side.
    func neighbours(of body: Int, _ count: Int) -> [Int] {
        guard let (place, range) = rivals[body] else { return [] }
        let near = max(range.lowerBound, place - count)..<min(range.upperBound, place + count + 1)
        return ranked[near].filter { $0 != body }
    }
}
