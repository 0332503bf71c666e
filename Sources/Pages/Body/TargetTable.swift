internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// What a body reached beside what it aimed at: by nodes that measure that, and by records that
/// hold both.
struct TargetTable {
    /// A table, or the nodes.
    struct Part {
        let id: String
        let title: String
        let finding: Phrase
        let note: Phrase?
        let chart: TargetActual
    }

    /// So many are drawn.
    static let most = 40

    /// A chart of so many is shown at once.
    static let mostOpen = 8

    let parts: [Part]

    /// The targets of a body.
    init(_ setting: Setting, at unit: Int, _ targets: [NodeTree.Target]) {
        let context = setting.context
        var parts: [Part] = []
        if !targets.isEmpty {
            let rows = targets.map { target in
                TargetActual.Row(
                    name: context.wording.nodeName(target.node),
                    actual: context.computed(target.actual),
                    target: context.computed(target.target),
                    verdict: target.isAchieved ? .met : .notMet,
                    word: Phrase(
                        target.isAchieved
                            ? context.phrases.targetMet : context.phrases.targetNotMet),
                    address: setting.link(to: .node(target.node)))
            }
            parts.append(
                Self.part("targets", Phrase(context.phrases.targetsOfElements), rows, context))
        }
        for table in context.assessment.plan.schema.tables.indices {
            if let rows = Self.rows(ofTable: table, at: unit, context), !rows.isEmpty {
                let schema = context.assessment.plan.schema.tables[table]
                let title = context.wording.phrase(schema.title) ?? Phrase(schema.id)
                parts.append(Self.part("targets-" + schema.id, title, rows, context))
            }
        }
        self.parts = parts
    }

    private static func part(
        _ id: String, _ title: Phrase, _ rows: [TargetActual.Row], _ context: PageContext
    ) -> Part {
        let shown = Array(rows.prefix(most))
        return Part(
            id: id, title: title.plain,
            finding: TargetActual(rows: rows).finding(context.phrases),
            note: shown.count < rows.count
                ? context.phrases.showingSome(shown: shown.count, all: rows.count) : nil,
            chart: TargetActual(rows: shown))
    }

    /// The records of a table that holds targets and what was reached; `nil` for any other.
    ///
    /// It has a number called `target` and one called `performance` or `actual`. More is taken to
    /// be better, which is how records that hold no more than both are read.
    private static func rows(
        ofTable table: Int, at unit: Int, _ context: PageContext
    ) -> [TargetActual.Row]? {
        let schema = context.assessment.plan.schema.tables[table]
        guard let aim = schema.fields.firstIndex(where: { $0.id == "target" }),
            let made = schema.fields.firstIndex(where: {
                ["performance", "actual"].contains($0.id)
            })
        else { return nil }
        let records = context.assessment.evidence.tables[table]
        let range = records.unitOffsets[unit]..<records.unitOffsets[unit + 1]
        return range.compactMap { record in
            let target = records.columns[aim].number(at: record)
            let actual = records.columns[made].number(at: record)
            guard target != nil || actual != nil else { return nil }
            let isMet = target.flatMap { target in actual.map { $0 >= target } }
            return TargetActual.Row(
                name: Phrase(records.keys[record].joined(separator: " ")),
                actual: actual.map(context.plot), target: target.map(context.plot),
                verdict: isMet.map { $0 ? .met : .notMet } ?? .open,
                word: Phrase(context.phrases.word(isMet)))
        }
    }

    /// Writes a chart for each.
    func write(_ setting: Setting, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        for part in parts {
            let figure = ChartFigure(
                id: part.id, title: part.title, finding: part.finding, note: part.note, texts)
            page.folded(part.chart.rows.count > Self.mostOpen, part.finding.plain) {
                part.chart.write(figure, to: &$0)
            }
        }
    }
}

extension PageContext {
    /// A number that was computed.
    fileprivate func computed(_ number: Fixed) -> Plotted {
        Plotted(number, shown: locale.decimal(report.display.figure(number)))
    }

    /// A number as it was handed in.
    fileprivate func plot(_ number: Fixed) -> Plotted {
        Plotted(number, shown: locale.decimal(number.description))
    }
}

extension Phrases {
    fileprivate func word(_ isMet: Bool?) -> String {
        switch isMet {
        case true?: targetMet
        case false?: targetNotMet
        case nil: targetOpen
        }
    }
}
