import Diagnostics
@testable import Methodology
import Testing

@Suite struct SchemaTests {
    private func log(_ declarations: String, value: String = "\"1\"", more: String = "")
        -> DiagnosticLog
    {
        Editions.read(
            Editions.example(
                """
                \(declarations)
                scorecard: {id: a, value: \(value), score: as-is\(more)}
                """, scale: "{min: 0, max: 1}", period: "{form: year, column: jahr}")
        ).log
    }

    /// Without what is said of declarations that no rule of these editions uses.
    private func codes(_ declarations: String, value: String = "\"1\"", more: String = "")
        -> [String]
    {
        log(declarations, value: value, more: more).entries.map(\.code).filter {
            $0 != "table.unused" && $0 != "list.unused"
        }
    }

    @Test(arguments: [
        ("tables: {t: {key: []}}", "list.empty"),
        ("tables: {t: {key: [a, a]}}", "id.duplicate"),
        ("tables: {t: {key: [a], fields: {a: {type: text}}}}", "id.duplicate"),
        ("tables: {t: {key: [a]}, u: {key: [a], within: t}}", "id.duplicate"),
        ("tables: {t: {key: [body]}}", "id.reserved"),
        ("tables: {t: {key: [jahr]}}", "id.reserved"),
        ("inputs: {jahr: {type: count}}", "id.reserved"),
        ("inputs: {Score: {type: count}}", "id.reserved"),
        ("tables: {t: {key: [k], fields: {a: {type: code}}}}", "edition.missing-key"),
        ("tables: {t: {key: [k], fields: {a: {type: money}}}}", "edition.missing-key"),
        ("tables: {t: {key: [k], fields: {a: {type: code, values: [Y, Y]}}}}", "id.duplicate"),
        (
            "tables: {t: {key: [k], checks: [{id: c, expect: \"1 = 1\"}, {id: c, expect: \"1 = 1\"}]}}",
            "id.duplicate"
        ),
        ("checks: [{id: c, expect: score(a) > 0}]", "check.score"),
    ]) func `what evidence could not be read by is refused`(declarations: String, code: String) {
        #expect(codes(declarations) == [code])
    }

    @Test func `checks of the body stand beside those of tables`() throws {
        let (plan, log) = Editions.read(
            Editions.example(
                """
                inputs: {staff: {type: count}, left: {type: count}}
                checks:
                  - {id: left-at-most-all, expect: left <= staff}
                scorecard: {id: a, value: left, score: as-is}
                """))

        #expect(log.entries == [])
        #expect(try #require(plan).checks.map(\.table) == [nil])
    }

    @Test(arguments: [
        "COUNT(t)", "COUNT(t WHERE v > 0)", "COUNT(t.flags)", "SUM(t.v)", "AVERAGE(t.v)", "staff",
        "COUNT(t) + staff", "COUNT(t) * 100", "ROUND(staff, 0, \"up\")", "IF(staff > 1, 1, staff)",
        "ABS(staff)", "none",
    ]) func `a denominator that can be zero needs a meaning`(divisor: String) {
        let declarations = """
            inputs: {staff: {type: count}, few: {type: count, min: 1}}
            lists: {flags: [f, g]}
            parameters: {none: {value: 0, unit: number}}
            tables: {t: {key: [k], fields: {v: {type: count}, f: {type: flag}, g: {type: flag}}}}
            """
        let value = "'IF(staff + none > 0, few, few) / (\(divisor))'"

        #expect(codes(declarations, value: value) == ["empty.missing"])
        #expect(codes(declarations, value: value, more: ", empty: excluded") == [])
    }

    @Test(arguments: ["few", "few + staff", "1 + COUNT(t)", "100", "few * few", "some"])
    func `a denominator that cannot be zero needs none`(divisor: String) {
        let declarations = """
            inputs: {staff: {type: count}, few: {type: count, min: 1}}
            parameters: {some: {value: 2, unit: number}}
            tables: {t: {key: [k], fields: {v: {type: count}}}}
            """
        let value = "'IF(staff > some, few, few) / (\(divisor))'"

        #expect(codes(declarations, value: value) == [])
    }
}
