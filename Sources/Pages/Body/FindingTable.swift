internal import Domain
internal import Evidence
internal import Explanation
internal import Expressions
internal import Locales
internal import Methodology
internal import Scoring

/// What a body declared that its own figures do not bear out, check by check.
struct FindingTable {
    /// A record, or the body's inputs.
    struct Row {
        let place: Phrase
        let key: String
        /// The names that the check looks at, with their values.
        let values: Phrase
    }

    /// A check and what fails it.
    struct Check {
        let id: String
        let title: Phrase
        let expectation: Phrase
        let rows: [Row]
        /// How many there are in all.
        let count: Int
    }

    /// So many rows of a check are listed.
    static let most = 100

    let checks: [Check]

    /// The findings about a unit.
    init(_ context: PageContext, at unit: Int) {
        let plan = context.assessment.plan
        let found = Dictionary(grouping: context.report.findings[unit] ?? [], by: \.check)
        let rules = RuleWording(plan, language: context.tag)
        checks = found.keys.sorted().map { position in
            let (own, check) = (found[position] ?? [], plan.checks[position])
            return Check(
                id: check.id, title: context.wording.phrase(check.title) ?? .code(check.id),
                expectation: rules.inWords(check.expect, table: check.table)
                    ?? .code(Substitution.oneLine(check.expect.source.text)),
                rows: own.prefix(Self.most).map { Self.row($0, check, context) }, count: own.count)
        }
    }

    private static func row(
        _ finding: Finding, _ check: Plan.Check, _ context: PageContext
    ) -> Row {
        let evidence = context.assessment.evidence
        var (place, key) = (Phrase([]), "")
        if let table = check.table, let record = finding.record {
            let records = evidence.tables[table]
            if let file = records.file {
                place = context.phrases.place(file, Int(records.rows[record]))
            }
            key = records.keys[record].joined(separator: " ")
        }
        let parts = [check.expect, check.when].compactMap { $0 }.flatMap { formula in
            listed(formula, of: check, context.assessment.plan)
        }
        var values: [Phrase] = []
        for (name, part) in parts {
            let figure = context.phrase(self.figure(part, finding, check, context.assessment))
            let value = context.phrases.nameIs(name: .code(name), value: figure)
            if !values.contains(value) { values.append(value) }
        }
        return Row(place: place, key: key, values: values.joined(separator: ", "))
    }

    /// The names in a formula with their text; after a computed field what it is computed from.
    private static func listed(
        _ formula: Formula, of check: Plan.Check, _ plan: Plan
    ) -> [(String, Expression)] {
        named(formula.expression).flatMap { part -> [(String, Expression)] in
            let own = (Substitution.oneLine(formula.source.slice(part.range)), part)
            guard case .computed(let table, let field) = part.kind, table == check.table else {
                return [own]
            }
            return [own] + listed(plan.computed[table][field].formula, of: check, plan)
        }
    }

    private static func figure(
        _ part: Expression, _ finding: Finding, _ check: Plan.Check, _ assessment: Assessment
    ) -> Figure {
        guard let table = check.table, let record = finding.record else {
            return assessment.figure(of: part, at: finding.unit)
        }
        return assessment.figure(of: part, at: finding.unit, table: table, record: record)
    }

    /// Names, and functions over records as a whole, in the order in which they stand.
    private static func named(_ expression: Expression) -> [Expression] {
        expression.isTold ? [expression] : expression.parts.flatMap(named)
    }

    /// Writes a table for each check.
    func write(_ setting: Setting, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        for check in checks {
            page.element("p") { page in
                page.phrase(texts.checkExpects(expectation: check.expectation), setting)
            }
            if check.count > check.rows.count {
                page.element("p", ["class": "note"]) {
                    $0.phrase(texts.showingSome(shown: check.rows.count, all: check.count), setting)
                }
            }
            let names = [texts.fileAndRows, texts.recordKey, texts.whatStandsThere]
            page.table(
                id: "check-" + check.id, caption: check.title, names.map { .init(Phrase($0)) },
                setting, rows: check.rows
            ) { row, cells in
                cells.head { $0.phrase(row.place, setting) }
                cells.cell(row.key)
                cells.cell { $0.phrase(row.values, setting) }
            }
        }
    }
}
