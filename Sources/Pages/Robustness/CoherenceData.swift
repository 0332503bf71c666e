internal import Domain
internal import Evidence
internal import Explanation
internal import JSON
internal import Locales
internal import Methodology
internal import Robustness
internal import Scoring

/// How what lies beneath a node hangs together, as data.
struct CoherenceData: Sendable {
    private let coherence: Coherence
    private let wording: Wording

    init(_ coherence: Coherence, _ wording: Wording) {
        self.coherence = coherence
        self.wording = wording
    }

    /// Everything but the figures of single bodies.
    var json: JSON {
        let told = CoherenceWording(coherence, wording)
        let periods = wording.assessment.evidence.periods
        return .object([
            JSON.Member("node", id(coherence.node)),
            JSON.Member("period", .text(periods[coherence.period].description)),
            JSON.Member("warnings", .list(coherence.warnings.map { .text(told.told($0).plain) })),
            JSON.Member("indicators", .list(coherence.indicators.map(indicator))),
            JSON.Member("groups", .list(coherence.groups.map(group))),
            JSON.Member("elements", .list(coherence.elements.map(element))),
            JSON.Member("correlations", .list(correlations)),
            JSON.Member("removals", .list(coherence.removals.map(removal))),
        ])
    }

    private func indicator(_ indicator: Coherence.Indicator) -> JSON {
        let summary = indicator.summary
        return .object([
            JSON.Member("node", id(indicator.node)), JSON.Member("bodies", JSON(summary?.total)),
            JSON.Member("values", JSON(summary?.available)),
            JSON.Member("different", JSON(summary?.unique)),
            JSON.Member("same", JSON(summary?.same)),
            JSON.Member("not_zero", JSON(summary?.nonZero)),
            JSON.Member("least", number(summary?.least)),
            JSON.Member("median", number(summary?.median)),
            JSON.Member("mean", number(summary?.mean)),
            JSON.Member("greatest", number(summary?.greatest)),
            JSON.Member("deviation", number(summary?.deviation)),
            JSON.Member("skewness", number(summary?.skewness)),
            JSON.Member("kurtosis", number(summary?.kurtosis)),
        ])
    }

    private func group(_ group: Coherence.Group) -> JSON {
        let range = coherence.correlations(within: group)
        return .object([
            JSON.Member("node", id(group.node)),
            JSON.Member("children", .list(group.children.map(id))),
            JSON.Member("alpha", number(group.alpha)),
            JSON.Member("first_component", number(group.components?.shares.first)),
            JSON.Member("least", number(range?.least)), JSON.Member("mean", number(range?.mean)),
            JSON.Member("greatest", number(range?.greatest)),
            JSON.Member("component_variances", numbers(group.components?.variances)),
            JSON.Member(
                "component_loadings", .list((group.components?.loadings ?? []).map(numbers))),
            JSON.Member("intended_weights", numbers(group.optimised?.intended)),
            JSON.Member("optimised_weights", numbers(group.optimised?.weights)),
        ])
    }

    private func element(_ element: Coherence.Element) -> JSON {
        .object([
            JSON.Member("node", id(element.node)), JSON.Member("parent", id(element.parent)),
            JSON.Member("weight_in_parent", number(element.weightInParent)),
            JSON.Member("decides_parent", number(element.influenceOnParent?.linear)),
            JSON.Member("decides_parent_curved", number(element.influenceOnParent?.curved)),
            JSON.Member("weight", number(element.weight)),
            JSON.Member("decides", number(element.influence?.linear)),
            JSON.Member("decides_curved", number(element.influence?.curved)),
            JSON.Member("correlation", number(element.influence?.correlation)),
        ])
    }

    /// Of each two nodes, those of one group first in the order of the edition.
    private var correlations: [JSON] {
        let (table, nodes) = (coherence.correlations, coherence.correlations.nodes)
        return nodes.indices.flatMap { place in
            nodes[(place + 1)...].map { other in
                .object(
                    [JSON.Member("one", id(nodes[place])), JSON.Member("other", id(other))]
                        + Correlation.allCases.map { kind in
                            JSON.Member(kind.rawValue, number(table.of(kind, nodes[place], other)))
                        })
            }
        }
    }

    private func removal(_ removal: Removal) -> JSON {
        .object([
            JSON.Member("node", id(removal.element)),
            JSON.Member("mean_shift", number(removal.meanShift)),
            JSON.Member("greatest_shift", JSON(removal.greatestShift)),
        ])
    }

    private func id(_ node: Int) -> JSON { .text(wording.assessment.plan.nodes[node].id) }

    private func number(_ number: Double?) -> JSON {
        number.map { .number($0.plainDigits) } ?? .null
    }

    private func numbers(_ numbers: [Double]?) -> JSON {
        numbers.map { .list($0.map { number($0) }) } ?? .null
    }
}

extension Coherence {
    /// Pearson's correlations of the children of a group, two by two; `nil` where there are none.
    func correlations(
        within group: Group
    ) -> (least: Double, mean: Double, greatest: Double)? {
        let all = group.children.indices.flatMap { place in
            group.children[(place + 1)...].compactMap { other in
                correlations.of(.pearson, group.children[place], other)
            }
        }
        guard let least = all.min(), let greatest = all.max() else { return nil }
        return (least, all.reduce(0, +) / Double(all.count), greatest)
    }
}
