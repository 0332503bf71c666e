internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Robustness
internal import Scoring

/// How what lies beneath nodes hangs together: words first, then groups, elements and removals.
struct CoherenceLayout {
    /// So many warnings and removals are listed; the data have all.
    static let mostListed = 30

    private let coherence: [Coherence]
    private let setting: Setting

    init(_ coherence: [Coherence], _ setting: Setting) {
        self.coherence = coherence
        self.setting = setting
    }

    private var context: PageContext { setting.context }
    private var texts: Phrases { context.phrases }

    /// Writes a part for each node; nothing where there is none.
    func write(to page: inout HTMLWriter) {
        guard !coherence.isEmpty else { return }
        page.section(texts.doesItHangTogether, id: "coherence") { page in
            for node in coherence {
                words(CoherenceWording(node, context.wording), to: &page)
                groups(node, to: &page)
                elements(node, to: &page)
                removals(node, to: &page)
            }
        }
    }

    private func words(_ told: CoherenceWording, to page: inout HTMLWriter) {
        let sentences = [told.finding, told.weighing].compactMap { $0?.asSentence }
        page.element("p") { $0.phrase(sentences.joined(separator: " "), setting) }
        let warnings = told.coherence.warnings
        guard !warnings.isEmpty else { return }
        note(warnings.count, to: &page)
        page.element("ul") { page in
            for warning in warnings.prefix(Self.mostListed) {
                page.element("li") { $0.phrase(told.told(warning).asSentence, setting) }
            }
        }
    }

    /// That not all are listed, where they are not.
    private func note(_ count: Int, to page: inout HTMLWriter) {
        guard count > Self.mostListed else { return }
        page.element("p", ["class": "note"]) {
            $0.phrase(texts.listingFirst(shown: Self.mostListed, all: count), setting)
        }
    }

    private func groups(_ node: Coherence, to page: inout HTMLWriter) {
        let several = node.groups.filter { $0.children.count > 1 }
        guard !several.isEmpty else { return }
        page.element("p", ["class": "note"], text: texts.alphaNote)
        let headings = [
            texts.parts, texts.alpha, texts.firstComponent, texts.leastCorrelation,
            texts.meanCorrelation, texts.greatestCorrelation,
        ]
        page.table(
            id: "groups-" + id(node.node),
            caption: texts.coherenceGroups(name: context.wording.nodeName(node.node)),
            [.init(Phrase(texts.groupOfElements))]
                + headings.map { .init(Phrase($0), isNumber: true) }, setting, rows: several
        ) { group, cells in
            let place = "group:\(id(group.node)) \(id(node.node)) \(period) "
            let range = node.correlations(within: group)
            cells.head { $0.phrase(context.wording.nodeName(group.node), setting) }
            cells.cell { $0.count(group.children.count, context.locale) }
            number(group.alpha, at: place + "alpha", &cells)
            share(group.components?.shares.first, at: place + "first_component", &cells)
            number(range?.least, at: place + "least", &cells)
            number(range?.mean, at: place + "mean", &cells)
            number(range?.greatest, at: place + "greatest", &cells)
        }
    }

    private func elements(_ node: Coherence, to page: inout HTMLWriter) {
        page.element("p", ["class": "note"], text: texts.decidesNote)
        let headings = [
            texts.weightInGroup, texts.decidesOfGroup, texts.weightInWhole, texts.decidesOfWhole,
        ]
        page.table(
            id: "elements-" + id(node.node),
            caption: texts.coherenceElements(name: context.wording.nodeName(node.node)),
            [.init(Phrase(texts.element)), .init(Phrase(texts.partOf))]
                + headings.map { .init(Phrase($0), isNumber: true) }, setting, rows: node.elements
        ) { element, cells in
            let place = "element:\(id(element.node)) \(id(node.node)) \(period) "
            cells.head { $0.phrase(context.wording.nodeName(element.node), setting) }
            cells.cell { $0.phrase(context.wording.nodeName(element.parent), setting) }
            share(element.weightInParent, at: place + "weight_in_parent", &cells)
            share(element.influenceOnParent?.linear, at: place + "decides_parent", &cells)
            share(element.weight, at: place + "weight", &cells)
            share(element.influence?.linear, at: place + "decides", &cells)
        }
    }

    private func removals(_ node: Coherence, to page: inout HTMLWriter) {
        let moving = node.removals.filter { ($0.meanShift ?? 0) > 0 }.sorted {
            (-($0.meanShift ?? 0), $0.element) < (-($1.meanShift ?? 0), $1.element)
        }
        guard !moving.isEmpty else { return }
        note(moving.count, to: &page)
        page.table(
            id: "removals-" + id(node.node),
            caption: texts.coherenceRemovals(name: context.wording.nodeName(node.node)),
            [
                .init(Phrase(texts.element)), .init(Phrase(texts.meanShift), isNumber: true),
                .init(Phrase(texts.greatestShift), isNumber: true),
            ], setting, rows: moving.prefix(Self.mostListed)
        ) { removal, cells in
            let place = "removal:\(id(removal.element)) \(id(node.node)) \(period) "
            cells.head { $0.phrase(context.wording.nodeName(removal.element), setting) }
            number(removal.meanShift, at: place + "mean_shift", &cells)
            cells.cell { page in
                guard let shift = removal.greatestShift else { return }
                page.figure(
                    String(shift), context.locale.count(shift), at: place + "greatest_shift")
            }
        }
    }

    // MARK: Cells

    private var period: String { context.periods[context.report.period] }

    private func id(_ node: Int) -> String { context.assessment.plan.nodes[node].id }

    private func number(
        _ number: Double?, at place: String, _ cells: inout HTMLWriter.RowWriter
    ) {
        cells.cell { page in
            guard let number else { return page.text("–") }
            page.figure(
                number.plainDigits, context.locale.decimal(number.rounded(digits: 2)), at: place)
        }
    }

    private func share(_ share: Double?, at place: String, _ cells: inout HTMLWriter.RowWriter) {
        cells.cell { page in
            guard let share else { return page.text("–") }
            page.figure(share.plainDigits, context.locale.percent(share), at: place)
        }
    }
}
