internal import Domain
internal import Evidence
package import Explanation
internal import Methodology
internal import Robustness
internal import Scoring

/// What drives the uncertainty as rows: the indices of the mean shift, how they settle, and those
/// of each body.
///
/// Numbers are in plain digits, unrounded; empty where there is none.
package struct SensitivityTable: Sendable {
    private let sensitivity: Sensitivity
    private let wording: Wording
    private let whose: String

    /// The rows of a study's sensitivity; `nil` where nobody asked for it.
    package init?(_ results: StudyResults, _ wording: Wording) {
        guard let sensitivity = results.sensitivity else { return nil }
        self.sensitivity = sensitivity
        self.wording = wording
        whose = results.whose
    }

    /// The headings; `body` is empty for the mean shift, `factor` is its number from 1.
    private static let columns = [
        "node", "period", "body", "points", "factor", "kind", "first", "first_from", "first_to",
        "total", "total_from", "total_to", "alternatives",
    ]

    /// For each node the mean shift from few points to all of them, then each body.
    package var csv: [UInt8] {
        var table = DataTable(Self.columns)
        for node in sensitivity.nodes {
            for step in node.convergence where step.points < sensitivity.base {
                add(step.indices, node.node, body: nil, points: step.points, to: &table)
            }
            add(node.indices ?? [], node.node, body: nil, points: sensitivity.base, to: &table)
            for (body, indices) in node.bodies.sorted(by: { $0.key < $1.key }) {
                add(indices, node.node, body: body, points: sensitivity.base, to: &table)
            }
        }
        return table.csv
    }

    /// One row for each factor.
    private func add(
        _ indices: [SensitivityIndex], _ node: Int, body: Int?, points: Int,
        to table: inout DataTable
    ) {
        let (plan, evidence) = (wording.assessment.plan, wording.assessment.evidence)
        for (position, (factor, index)) in zip(sensitivity.factors, indices).enumerated() {
            let figures = [
                index.first, index.firstRange?.lowerBound, index.firstRange?.upperBound,
                index.total, index.totalRange?.lowerBound, index.totalRange?.upperBound,
            ]
            table.add(
                [
                    plan.nodes[node].id, evidence.periods[sensitivity.period].description,
                    body.map { evidence.bodies[$0].id }, String(points), String(position + 1),
                    factor.kind.rawValue,
                ] + figures.map { $0?.plainDigits } + [whose])
        }
    }
}
