internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Robustness
internal import Scoring

/// What drives the uncertainty: words, then the indices.
extension RobustnessLayout {
    func sensitivity(_ drivers: SensitivityWording, to page: inout HTMLWriter) {
        page.section(texts.whatDrivesIt) { page in
            page.element("p", text: texts.indicesNote)
            for node in drivers.sensitivity.nodes {
                if hasSeveral {
                    page.element("h3") {
                        $0.phrase(context.wording.nodeName(node.node).withoutLinks, setting)
                    }
                }
                guard node.indices != nil else {
                    page.element("p") { $0.phrase(Phrase(texts.drivesNothing).asSentence, setting) }
                    continue
                }
                indices(node, drivers.factors, to: &page)
                settling(node, drivers, to: &page)
            }
        }
    }

    private func indices(
        _ node: NodeSensitivity, _ factors: FactorWording, to page: inout HTMLWriter
    ) {
        let numbers = [
            texts.indexAlone, texts.indexRange, texts.indexTogether, texts.indexRange,
        ]
        page.table(
            id: "drivers-" + id(node),
            caption: texts.indicesOf(name: context.wording.nodeName(node.node)),
            [.init(Phrase(texts.factor))] + numbers.map { .init(Phrase($0), isNumber: true) },
            setting, rows: Array((node.indices ?? []).enumerated())
        ) { entry, cells in
            let (position, index) = entry
            let place = place(position, node)
            cells.head { $0.phrase(factors.name(position), setting) }
            cells.cell { $0.index(index.first, at: place + "first", context.locale) }
            cells.cell { $0.range(index.firstRange, at: place + "first", context.locale) }
            cells.cell { $0.index(index.total, at: place + "total", context.locale) }
            cells.cell { $0.range(index.totalRange, at: place + "total", context.locale) }
        }
    }

    /// How the indices settle as points are added.
    private func settling(
        _ node: NodeSensitivity, _ drivers: SensitivityWording, to page: inout HTMLWriter
    ) {
        guard let settling = drivers.settling(at: node.node) else { return }
        page.element("p") { $0.phrase(settling.asSentence, setting) }
        let steps = node.convergence
        page.table(
            id: "settling-" + id(node), caption: Phrase(texts.indicesSettle),
            [.init(Phrase(texts.factor))]
                + steps.map { .init(texts.ofPoints(points: $0.points), isNumber: true) },
            setting, rows: drivers.sensitivity.factors.indices
        ) { position, cells in
            cells.head { $0.phrase(drivers.factors.name(position), setting) }
            for step in steps {
                cells.cell { page in
                    guard position < step.indices.count else { return }
                    page.index(
                        step.indices[position].total,
                        at: place(position, node) + "total_of_\(step.points)", context.locale)
                }
            }
        }
    }

    private func id(_ node: NodeSensitivity) -> String {
        context.assessment.plan.nodes[node.node].id
    }

    /// `factor:<number> <node> <period> `, which no body's figure begins with.
    private func place(_ position: Int, _ node: NodeSensitivity) -> String {
        "factor:\(position + 1) \(id(node)) \(context.periods[context.report.period]) "
    }
}

extension HTMLWriter {
    /// An index with two digits after the point.
    fileprivate mutating func index(_ index: Double, at place: String, _ locale: Locale) {
        figure(index.plainDigits, locale.decimal(index.rounded(digits: 2)), at: place)
    }

    /// Where most indices of resampled points lie.
    fileprivate mutating func range(
        _ range: ClosedRange<Double>?, at place: String, _ locale: Locale
    ) {
        guard let range else { return text("–") }
        index(range.lowerBound, at: place + "_from", locale)
        text(" … ")
        index(range.upperBound, at: place + "_to", locale)
    }
}
