internal import Diagnostics
internal import Domain
internal import Expressions

extension EditionReader {
    /// The checks of the body's inputs, then those of each table's records.
    mutating func readChecks(of tables: [DeclaredTable]) {
        let own = root["checks"].flatMap { reader.items($0, "checks") } ?? []
        if let yaml = root["checks"] { reader.checkFilled(yaml, "checks") }
        for yaml in own { readCheck(yaml, table: nil) }
        for (index, table) in tables.enumerated() {
            for yaml in table.checks { readCheck(yaml, table: index) }
        }
    }

    private mutating func readCheck(_ yaml: YAML, table: Int?) {
        if let table { used.tables.insert(table) }
        guard let object = reader.object(yaml, .check),
            let id = reader.need(
                object, "id", in: "check", help: "Give it an id, as in declared-met"
            ).flatMap({ reader.identifier($0, "the check") })
        else { return }
        reader.checkDistinct(
            checks.map(\.id).filter { $0 == id } + [id], "the check", at: object.place)
        let when = object["when"].flatMap {
            guardedFormula($0, level: table, expecting: .condition, literals: .any)
        }
        guard
            let expect = reader.need(
                object, "expect", in: "check", help: "Say what should hold"
            ).flatMap({
                guardedFormula(
                    $0, level: table, expecting: .condition, literals: .any,
                    where: [when].compactMap { $0 })
            })
        else { return }
        checkScores([when, expect].compactMap { $0 })
        checks.append(
            Plan.Check(
                id: id, title: object["title"].flatMap { reader.languageMap($0, "the title") },
                table: table, when: when, expect: expect))
    }

    /// Records are checked before anything is scored.
    private mutating func checkScores(_ formulas: [Formula]) {
        for formula in formulas {
            let score = formula.expression.first {
                if case .score = $0.kind { true } else { false }
            }
            guard let score else { continue }
            reader.fail(
                "check.score", formula.source.place,
                "\(formula.source.slice(score.range)) is a score, and checks come before scores",
                help: "Compare inputs, fields and parameters")
        }
    }
}
