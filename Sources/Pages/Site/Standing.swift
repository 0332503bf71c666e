internal import Methodology
internal import Scoring

/// Whether the results of a report are official, whatever evidence single ones rest on.
struct Standing: Sendable {
    /// A node whose standing is that of all; `nil` where some differ.
    let node: Int?
    /// Whether nothing speaks against any of them.
    let isOfficial: Bool
    /// Whether some are official and others are not.
    let isMixed: Bool

    /// The standing of some nodes.
    init(_ assessment: Assessment, of nodes: [Int]) {
        let standings = nodes.map { assessment.standing($0) }
        node = Set(standings).count == 1 ? nodes.first : nil
        isOfficial = standings.allSatisfy(\.isEmpty) && !nodes.isEmpty
        isMixed = !isOfficial && standings.contains(where: \.isEmpty)
    }
}
