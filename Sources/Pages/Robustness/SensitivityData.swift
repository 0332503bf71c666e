internal import Domain
internal import Evidence
internal import Explanation
internal import JSON
internal import Methodology
internal import Robustness
internal import Scoring

/// What drives the uncertainty as data.
struct SensitivityData: Sendable {
    private let sensitivity: Sensitivity
    private let wording: Wording

    init(_ sensitivity: Sensitivity, _ wording: Wording) {
        self.sensitivity = sensitivity
        self.wording = wording
    }

    /// The indices of the mean shift, how they settle, and those of each body.
    var json: JSON {
        .object([
            JSON.Member("base", JSON(sensitivity.base)),
            JSON.Member("seed", .number(String(sensitivity.seed))),
            JSON.Member("nodes", .list(sensitivity.nodes.map(node))),
        ])
    }

    private func node(_ node: NodeSensitivity) -> JSON {
        let evidence = wording.assessment.evidence
        return .object([
            JSON.Member("node", .text(wording.assessment.plan.nodes[node.node].id)),
            JSON.Member("mean-shift", .number(node.meanShift.plainDigits)),
            JSON.Member("factors", node.indices.map(indices) ?? .null),
            JSON.Member(
                "convergence",
                .list(
                    node.convergence.map { step in
                        .object([
                            JSON.Member("points", JSON(step.points)),
                            JSON.Member("factors", indices(step.indices)),
                        ])
                    })),
            JSON.Member(
                "bodies",
                .object(
                    node.bodies.sorted { $0.key < $1.key }.map { body, list in
                        JSON.Member(evidence.bodies[body].id, indices(list))
                    })),
        ])
    }

    /// One for each factor, in the order of the factors.
    private func indices(_ indices: [SensitivityIndex]) -> JSON {
        .list(
            indices.map { index in
                .object([
                    JSON.Member("first", number(index.first)),
                    JSON.Member("first_from", number(index.firstRange?.lowerBound)),
                    JSON.Member("first_to", number(index.firstRange?.upperBound)),
                    JSON.Member("total", number(index.total)),
                    JSON.Member("total_from", number(index.totalRange?.lowerBound)),
                    JSON.Member("total_to", number(index.totalRange?.upperBound)),
                ])
            })
    }

    private func number(_ number: Double?) -> JSON {
        number.map { .number($0.plainDigits) } ?? .null
    }
}
