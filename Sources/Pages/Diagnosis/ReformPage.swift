internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The page about reforms: what is done by whom and when, and what moved since.
///
/// What did not move stands beside it; nothing says that one is the effect of the other.
enum ReformPage {
    static func bytes(_ context: PageContext) -> [UInt8] {
        let frame = Frame(context, at: .reforms, title: Phrase(context.phrases.reforms))
        let models = ReformModel.all(context)
        let layout = ReformLayout(setting: frame.setting)
        return frame.bytes { page in
            page.element("p", ["class": "finding"]) {
                $0.phrase(layout.finding(models), frame.setting)
            }
            page.element("p", ["class": "note"], text: context.phrases.noCause)
            for model in models { layout.write(model, to: &page) }
        }
    }
}

/// Lays the page out, a section for each reform.
private struct ReformLayout {
    let setting: Setting

    private var context: PageContext { setting.context }
    private var texts: Phrases { context.phrases }

    /// How many there are, with how many measures and criteria.
    func finding(_ models: [ReformModel]) -> Phrase {
        let measures = models.reduce(0) { $0 + $1.reform.measures.count }
        let criteria = Set(models.flatMap(\.reform.criteria)).count
        return texts.reformsAndMeasures(
            reforms: models.count, measures: measures, criteria: criteria
        ).asSentence
    }

    func write(_ model: ReformModel, to page: inout HTMLWriter) {
        page.element("section", ["id": Anchor.reform(model.reform.id).id]) { page in
            page.element("h2") { $0.phrase(model.title, setting) }
            measures(model, to: &page)
            page.element("h3", text: texts.whatMovedSince)
            moves(model, to: &page)
        }
        page.line()
    }

    // MARK: Measures

    private func measures(_ model: ReformModel, to page: inout HTMLWriter) {
        let columns: [HTMLWriter.Column] = [
            .init(Phrase(texts.reformMeasure)), .init(Phrase(texts.reformOwner)),
            .init(Phrase(texts.reformFrom)), .init(Phrase(texts.reformTo)),
            .init(Phrase(texts.meantToMove)), .init(Phrase(texts.storedIn)),
        ]
        page.table(
            id: "measures-" + model.reform.id,
            caption: texts.measuresOf(reform: model.title.withoutLinks), columns, setting,
            rows: model.reform.measures
        ) { measure, cells in
            cells.head {
                $0.phrase(context.wording.phrase(measure.title) ?? .code(measure.id), setting)
            }
            cells.cell { page in measure.owner.map { owner($0, to: &page) } }
            cells.cell(context.locale.shortDate(measure.from))
            cells.cell(measure.to.map(context.locale.shortDate) ?? texts.reformGoesOn)
            cells.cell { page in
                let names = measure.criteria.map { id in
                    context.assessment.plan.node(id).map(context.wording.nodeName) ?? .code(id)
                }
                page.phrase(names.joined(separator: texts.semicolon), setting)
            }
            cells.cell { $0.phrase(texts.place(model.reform.file, measure.row), setting) }
        }
    }

    /// A body leads to its page; anybody else stands as written.
    private func owner(_ owner: String, to page: inout HTMLWriter) {
        guard let body = context.assessment.evidence.bodies.firstIndex(where: { $0.id == owner })
        else { return page.element("bdi", text: owner) }
        page.phrase(context.wording.bodyName(body), setting)
    }

    // MARK: What moved

    private func moves(_ model: ReformModel, to page: inout HTMLWriter) {
        if model.reform.criteria.isEmpty {
            return page.element("p", text: texts.noCriteriaNoEffects)
        }
        let elsewhere = model.progress.elsewhere
        if !elsewhere.isEmpty {
            let ids = elsewhere.map { Phrase.code($0) }
            page.element("p", ["class": "note"]) {
                $0.phrase(texts.notMeasuredHere(ids: ids.joined(separator: ", ")), setting)
            }
        }
        guard !model.criteria.isEmpty else { return }
        guard let periods = model.compared else {
            return page.element("p", text: texts.nothingToCompare)
        }
        page.element("p") {
            $0.phrase(
                texts.comparedWithBefore(
                    first: Phrase(context.periods[periods.before]),
                    last: Phrase(context.periods[periods.now])), setting)
        }
        page.element("p") { $0.phrase(counts(model.criteria), setting) }
        table(model, to: &page)
        if let others = model.others {
            page.element("p") { page in
                page.phrase(
                    texts.allOthersMoved(
                        criteria: others.criteria, up: context.count(others.up),
                        down: context.count(others.down), same: context.count(others.same)),
                    setting)
            }
        }
    }

    private func counts(_ criteria: [ReformModel.Criterion]) -> Phrase {
        func count(_ direction: Movement.Direction?) -> Phrase {
            context.count(criteria.count { $0.direction == direction })
        }
        return texts.criteriaMoved(
            criteria: criteria.count, up: count(.up), down: count(.down), same: count(.still),
            unknown: count(nil)
        ).asSentence
    }

    private func table(_ model: ReformModel, to page: inout HTMLWriter) {
        let hasSystem = model.criteria.contains { $0.progress.system != nil }
        let hasCells = model.criteria.contains { $0.cell != nil }
        let numbers =
            [
                texts.bodiesUp, texts.bodiesDown, texts.bodiesSame, texts.bodiesUnknown,
                texts.bodiesMean,
            ]
            + (hasSystem ? [texts.wholeApparatus] : []) + (hasCells ? [texts.itsCell] : [])
        page.table(
            id: "moves-" + model.reform.id,
            caption: texts.movesOf(reform: model.title.withoutLinks),
            [.init(Phrase(texts.criterion))]
                + numbers.map { .init(Phrase($0), isNumber: true) }, setting,
            rows: model.criteria
        ) { criterion, cells in
            let progress = criterion.progress
            cells.head { $0.phrase(context.wording.nodeName(progress.node), setting) }
            for count in [
                progress.count(.up), progress.count(.down), progress.count(.still),
                progress.unknown,
            ] {
                cells.cell { $0.phrase(context.count(count), setting) }
            }
            cells.cell { $0.phrase(wentFrom(progress.mean?.movement), setting) }
            if hasSystem { cells.cell { $0.phrase(wentFrom(progress.system?.movement), setting) } }
            if hasCells {
                cells.cell { page in
                    criterion.cell.map { page.phrase(wentFrom($0.was, $0.now), setting) }
                }
            }
        }
    }

    private func wentFrom(_ movement: Movement?) -> Phrase {
        guard let was = movement?.before, let now = movement?.now else { return Phrase([]) }
        return wentFrom(Fraction(was), Fraction(now))
    }

    /// As in `52.1 → 60.0`, with as many digits as show that something moved.
    private func wentFrom(_ was: Fraction, _ now: Fraction) -> Phrase {
        let display = context.assessment.plan.display
        for digits in display.digits...max(display.digits, Fixed.fractionDigits) {
            let ends = [was, now].map { ($0, try? $0.rounded(to: digits, display.mode)) }
            guard let first = ends[0].1, let last = ends[1].1, first != last || was == now
            else { continue }
            func phrase(_ exact: Fraction, _ shown: Fixed) -> Phrase {
                .figure(
                    exact: exact.reduced.description,
                    shown: context.locale.decimal(Display.text(shown, digits: digits)))
            }
            return phrase(was, first) + " → " + phrase(now, last)
        }
        return Phrase(was.reduced.description + " → " + now.reduced.description)
    }
}
