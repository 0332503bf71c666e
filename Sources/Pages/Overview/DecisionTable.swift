internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// Decisions that were applied, as a table.
struct DecisionTable {
    /// A decision.
    struct Row {
        let body: Phrase
        let subject: Phrase
        let kind: String
        let reason: String
        let basis: String
        let who: String
        let date: String
        let place: String
    }

    /// So many are listed.
    static let most = 200

    let rows: [Row]
    /// How many there are in all.
    let count: Int
    /// Whether the table is about several bodies.
    let hasBodies: Bool
    private let setting: Setting

    /// The decisions of the reported period, or those about one body in it.
    init(_ setting: Setting, ofBody body: Int? = nil) {
        let (context, assessment) = (setting.context, setting.context.assessment)
        let own = assessment.evidence.decisions.filter { decision in
            assessment.period(of: decision.unit) == context.report.period
                && (body.map { assessment.body(of: decision.unit) == $0 } ?? true)
        }
        count = own.count
        rows = own.prefix(Self.most).map { Self.row($0, context) }
        hasBodies = body == nil
        self.setting = setting
    }

    private static func row(_ decision: Decision, _ context: PageContext) -> Row {
        let subject: Phrase
        switch decision.subject {
        case .node(let node): subject = context.wording.nodeName(node)
        case .input(let input):
            let field = context.assessment.plan.schema.inputs[input]
            subject = context.wording.phrase(field.title) ?? .code(field.id)
        }
        return Row(
            body: context.wording.bodyName(context.assessment.body(of: decision.unit)),
            subject: subject, kind: context.phrases.word(for: decision.kind),
            reason: decision.reason, basis: decision.basis, who: decision.who,
            date: context.locale.shortDate(decision.date),
            place: context.phrases.place(decision.file, decision.row).plain)
    }

    /// Writes the table; nothing where there are none.
    func write(id: String, to page: inout HTMLWriter) {
        guard !rows.isEmpty else { return }
        let texts = setting.context.phrases
        if count > rows.count {
            page.element("p", ["class": "note"]) {
                $0.phrase(texts.showingSome(shown: rows.count, all: count), setting)
            }
        }
        let names =
            (hasBodies ? [texts.body] : []) + [
                texts.about, texts.decided, texts.reason, texts.clause, texts.decidedBy,
                texts.decidedOn, texts.storedIn,
            ]
        page.table(
            id: id, caption: Phrase(texts.decisions), names.map { .init(Phrase($0)) }, setting,
            rows: rows
        ) { row, cells in
            if hasBodies {
                cells.head { $0.phrase(row.body, setting) }
                cells.cell { $0.phrase(row.subject, setting) }
            } else {
                cells.head { $0.phrase(row.subject, setting) }
            }
            cells.cell(row.kind)
            cells.cell { $0.element("bdi", text: row.reason) }
            cells.cell { $0.element("bdi", text: row.basis) }
            cells.cell { $0.element("bdi", text: row.who) }
            cells.cell(row.date)
            cells.cell(row.place)
        }
    }
}

extension Phrases {
    /// What becomes of an input or a node, in a word.
    fileprivate func word(for kind: Decision.Kind) -> String {
        switch kind {
        case .exclude: decidedExcluded
        case .notApplicable: decidedNotApplicable
        case .set: decidedSet
        case .accept: decidedAccepted
        }
    }

    /// A row of a file, as in `inputs.csv, row 7`.
    func place(_ file: String, _ row: Int) -> Phrase {
        fileAndRow(file: .code(file), row: Phrase(String(row)))
    }
}
