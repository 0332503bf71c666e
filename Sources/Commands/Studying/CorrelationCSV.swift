internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Pages
internal import Robustness
internal import Scoring

/// How far the scores of elements beneath nodes go together, as CSV.
///
/// Numbers are in plain digits, unrounded; empty where there is none.
struct CorrelationCSV {
    let list: [Coherence]
    let wording: Wording

    /// The headings; `group` is the node that both are children of, and empty for others.
    private static let columns =
        ["node", "period", "one", "other", "group"] + Correlation.allCases.map(\.rawValue)

    /// A row for every two elements beneath each node, and for each of them with the node itself.
    var bytes: [UInt8] {
        var lines = [Self.columns]
        for coherence in list { lines += rows(coherence) }
        return lines.flatMap { line in
            Array((line.map { ResultCSV.quoted($0) }.joined(separator: ",") + "\n").utf8)
        }
    }

    private func rows(_ coherence: Coherence) -> [[String]] {
        let period = wording.assessment.evidence.periods[coherence.period].description
        return pairs(coherence).map { one, other in
            let figures = Correlation.allCases.map { kind in
                coherence.correlations.of(kind, one, other)?.plainDigits ?? ""
            }
            return [id(coherence.node), period, id(one), id(other), group(one, other)] + figures
        }
    }

    private func pairs(_ coherence: Coherence) -> [(Int, Int)] {
        let nodes = coherence.correlations.nodes
        return nodes.indices.flatMap { place in
            nodes[(place + 1)...].map { (nodes[place], $0) }
        }
    }

    private func group(_ one: Int, _ other: Int) -> String {
        let nodes = wording.assessment.plan.nodes
        guard let parent = nodes[one].parent, parent == nodes[other].parent else { return "" }
        return nodes[parent].id
    }

    private func id(_ node: Int) -> String { wording.assessment.plan.nodes[node].id }
}
