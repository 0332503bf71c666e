internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Pages
internal import Robustness
internal import Scoring

/// How the scores beneath a node hang together, for people: what to think of, then the tables.
struct CoherencePage {
    let study: MadeStudy
    let coherence: Coherence

    private var wording: Wording { study.wording }

    func write(to page: inout Page) {
        page.line(
            "How what \(study.title(of: coherence.node)) is made of hangs together", .heading)
        warnings(to: &page)
        tables(to: &page)
    }

    /// The words of the report, so that both say the same.
    private func warnings(to page: inout Page) {
        let told = CoherenceWording(coherence, wording)
        let sentences = [told.finding, told.weighing].compactMap { $0.map(text) }
        page.line("  " + sentences.joined(separator: " "))
        for warning in coherence.warnings { page.line("  - \(text(told.told(warning)))") }
    }

    private func text(_ phrase: Phrase) -> String { phrase.asSentence.written(wording.locale) }

    // MARK: Tables

    private func tables(to page: inout Page) {
        let tables = [
            ("Values of indicators", indicators), ("Nodes and their children", groups),
            ("What weights really weigh", elements), ("Without an element", removals),
        ]
        for (title, table) in tables where !table.isEmpty {
            page.line()
            page.line("  " + title)
            page.table(table, indent: 4)
        }
        page.line()
        page.line(
            "  An element explains so much of the variance of what it is part of; the weight as "
                + "intended would make that follow the edition's weights.")
    }

    private var indicators: TextTable {
        var table = TextTable([
            "id": .left, "known": .right, "least": .right, "median": .right, "mean": .right,
            "greatest": .right, "deviation": .right, "skewness": .right, "kurtosis": .right,
        ])
        for indicator in coherence.indicators {
            let known = indicator.summary?.available ?? 0
            let figures = indicator.summary.map { summary in
                [
                    summary.least, summary.median, summary.mean, summary.greatest,
                    summary.deviation, summary.skewness, summary.kurtosis,
                ].map(figure)
            }
            table.add(
                [id(indicator.node), "\(known) of \(coherence.bodies.count)"]
                    + (figures ?? Array(repeating: "", count: 7)))
        }
        return table
    }

    private var groups: TextTable {
        var table = TextTable([
            "id": .left, "children": .right, "alpha": .right, "first component": .right,
            "bodies": .right,
        ])
        for group in coherence.groups where group.children.count > 1 {
            let share = group.components?.shares.first
            table.add([
                id(group.node), String(group.children.count), figure(group.alpha),
                share.map { ($0 * 100).rounded(digits: 0) + " %" } ?? "",
                group.components.map { String($0.bodies) } ?? "",
            ])
        }
        return table
    }

    private var elements: TextTable {
        var table = TextTable([
            "id": .left, "part of": .left, "weight": .right, "correlation": .right,
            "explains": .right, "by a curve": .right, "weight as intended": .right,
        ])
        for element in coherence.elements {
            let influence = element.influenceOnParent
            table.add([
                id(element.node), id(element.parent), figure(element.weightInParent),
                figure(influence?.correlation), figure(influence?.linear),
                figure(influence?.curved), figure(optimised(element)),
            ])
        }
        return table
    }

    /// The weight that would make it as important as the edition says.
    private func optimised(_ element: Coherence.Element) -> Double? {
        guard let group = coherence.groups.first(where: { $0.node == element.parent }),
            let place = group.children.firstIndex(of: element.node),
            let weights = group.optimised?.weights, weights.indices.contains(place)
        else { return nil }
        return weights[place]
    }

    private var removals: TextTable {
        var table = TextTable([
            "without": .left, "mean shift of ranks": .right, "greatest": .right,
        ])
        for removal in coherence.removals {
            table.add([
                id(removal.element), figure(removal.meanShift),
                removal.greatestShift.map { String($0) } ?? "",
            ])
        }
        return table
    }

    private func id(_ node: Int) -> String { wording.assessment.plan.nodes[node].id }

    private func figure(_ figure: Double?) -> String { figure?.rounded(digits: 2) ?? "" }
}
