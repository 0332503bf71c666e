import Diagnostics
import Domain
@testable import Expressions
import TestSupport
import Testing

@Suite struct TypeCheckerTests {
    @Test(arguments: [
        ("0", true), ("1", true), ("100", true), ("1.0", true), ("n > 2.5", true),
        ("IF(n BETWEEN 3 AND 7, 100, 0)", true), ("ROUND(n, 3)", true), ("2", false),
        ("n * 2.5", false), ("50 %", false), ("1 %", false), ("n + 10", false),
    ]) func `only 0, 1 and 100 stand outside of comparisons`(text: String, isAllowed: Bool) {
        let log = Bench.read(text, literals: .named).log

        #expect(log.entries.map(\.code) == (isAllowed ? [] : ["formula.hidden-number"]))
    }

    @Test(arguments: [
        "AVERAGE(rate)", "SUM(rate)", "MIN(rate)", "MAX(rate + 1)", "MEDIAN(rate)",
        "SUM(AVERAGE(services.volume))",
    ]) func `a function over one single value is refused`(text: String) {
        #expect(Bench.read(text).log.entries.map(\.code) == ["formula.arguments"])
    }

    @Test(arguments: [
        "AVERAGE(rate OVER bodies)", "AVERAGE(PERIODS(rate, 1))", "AVERAGE(services.volume)",
        "SUM(counts)", "MAX(rate, 0)", "COUNT(rate > 5)",
    ]) func `a function over many values is not`(text: String) {
        #expect(Bench.read(text).log.entries.isEmpty)
    }

    @Test func `in a record too a single value is one`() {
        let entries = Bench.read("SUM(volume)", level: Bench.services).log.entries

        #expect(
            entries.map(\.description)
                == [
                    "a.yaml:1:1: error: SUM goes over one single value — help: Write SUM(volume OVER "
                        + "bodies), SUM(PERIODS(volume, 3)) or a table's field, as in SUM(table.field); "
                        + "or leave SUM out"
                ])
    }

    @Test(arguments: [
        ("MEAN(rate OVER bodies)", "AVERAGE(table.field) or AVERAGE(x OVER bodies)"),
        ("STDDEV(rate OVER bodies)", "STDEV(table.field) or STDEV(x OVER bodies)"),
        ("COUNTIF(letters WHERE answered)", "COUNT(table WHERE condition)"),
        ("SUMIF(letters, length > 5)", "SUM(table.field WHERE condition)"),
        ("ISBLANK(rate)", "x IS UNKNOWN, or x IS NOT KNOWN for a blank of any kind"),
        ("IFERROR(rate / n, 0)", "IF(b > 0, a / b, 0), or a / b with empty: at the node"),
    ]) func `functions of spreadsheets are told in the words of the language`(
        text: String, form: String
    ) {
        let entries = Bench.read(text).log.entries

        #expect(entries.map(\.code) == ["formula.function"])
        #expect(entries.map(\.help) == ["Write \(form)"])
    }

    @Test func `what comes later is said before anything else of it`() {
        #expect(Bench.read("RANK(rate OVER bodies)").log.entries.map(\.code) == ["formula.not-yet"])
        #expect(
            Bench.read("AVERGE(rate OVER bodies)").log.entries.map(\.help) == [
                "Did you mean AVERAGE?"
            ])
    }

    @Test func `a field without its table is told with it`() {
        #expect(
            Bench.read("SUM(length)").log.entries.map(\.help) == ["Did you mean letters.length?"])
    }

    @Test func `numbers are exact fractions`() throws {
        func terms(_ text: String) throws -> [Int128] {
            guard case .number(let literal) = try #require(Bench.expression(text)).kind else {
                return []
            }
            return [literal.numerator, literal.denominator]
        }

        #expect(try terms("0.125") == [125, 1000])
        #expect(try terms("100") == [100, 1])
        #expect(try terms("2.50 %") == [25, 1000])
        #expect(try terms("0.000000000000000001") == [1, 1_000_000_000_000_000_000])
    }

    @Test func `a bare name is a field of the record at hand, else an input`() {
        #expect(Bench.expression("volume", level: Bench.services)?.kind == .field(table: 0, 2))
        #expect(Bench.expression("online", level: Bench.services)?.kind == .computed(table: 0, 0))
        #expect(Bench.expression("staff", level: Bench.services)?.kind == .input(3))
        #expect(Bench.expression("per_late")?.kind == .parameter(0))
        #expect(Bench.expression("score(pi-1-1)")?.kind == .score(1))
        #expect(Bench.read("volume").log.entries.map(\.code) == ["name.unknown"])
    }

    @Test func `a record knows the record it belongs to`() {
        #expect(
            Bench.expression("services.volume", level: Bench.standards)?.kind
                == .field(table: 0, 2))
        #expect(
            Bench.expression("standards.target", level: Bench.standards)?.kind
                == .field(table: 1, 1))
    }

    @Test func `within a condition on a table a nested table means the record's own`() throws {
        let count = try #require(Bench.expression("COUNT(services WHERE COUNT(standards) > 0)"))

        guard case .records(.count, table: 0, value: nil, let condition?) = count.kind,
            case .compare(.greater, let inner, _) = condition.kind
        else {
            Issue.record("not a count with a comparison")
            return
        }
        #expect(inner.kind == .records(.count, table: 1, value: nil, condition: nil))
        #expect(count.type == .count)
    }

    @Test func `COUNT of a condition counts the records for which it is true`() throws {
        let written = try #require(Bench.expression("COUNT(standards.met = \"Y\")"))

        guard case .records(.count, table: 1, value: nil, let condition?) = written.kind,
            case .compare(.equal, let field, let word) = condition.kind
        else {
            Issue.record("not a count with a comparison")
            return
        }
        #expect(field.kind == .field(table: 1, 0))
        #expect(word.kind == .code(0))
    }

    @Test(arguments: [
        ("AVERAGE(services.volume)", ValueType.number), ("MEDIAN(services.volume)", .number),
        ("AVERAGE(staff, in_time)", .number), ("AVERAGE(counts)", .number),
        ("SUM(services.volume)", .count), ("MAX(services.volume)", .count),
        ("MEDIAN(standards.target)", .share),
    ])
    func `a mean of counts need not be a whole number`(formula: String, type: ValueType) throws {
        #expect(try #require(Bench.expression(formula)).type == type)
    }

    @Test func `a list is written out for each of its members`() throws {
        let fields = [0, 1].map { Expression.Kind.field(table: 0, $0) }
        let all = try #require(Bench.expression("ALL(steps <> \"N\")", level: Bench.services))
        guard case .all(let parts) = all.kind else {
            Issue.record("not a conjunction")
            return
        }
        #expect(parts.compactMap { $0.parts.first?.kind } == fields)

        // Two counts over records add up: how many points of how many services.
        let count = try #require(Bench.expression("COUNT(services.steps = \"Y\")"))
        guard case .over(.sum, let counts) = count.kind else {
            Issue.record("not a sum of counts")
            return
        }
        #expect(counts.count == 2)
        #expect(counts.allSatisfy { $0.type == .count })
        let inputs = try #require(Bench.expression("SUM(counts)")).parts
        #expect(inputs.map { $0.parts.map(\.kind) } == [[.input(3)], [.input(4)]])
    }

    @Test func `a name with a hyphen is told apart from a difference`() {
        #expect(Bench.expression("late-reports")?.kind == .input(13))
        guard case .arithmetic(.minus, _, _) = Bench.expression("late - reports")?.kind else {
            Issue.record("not a difference")
            return
        }
        let log = Bench.read("staff-in_time").log
        #expect(
            log.entries.map(\.help)
                == ["A hyphen belongs to the name; for a difference write staff - in_time"])
    }

    @Test func `what a name's own declaration has wrong is not told again`() {
        var scope = Bench.scope
        scope.faulty = ["broken"]

        let (formula, log) = Bench.read("broken + services.broken", scope: scope)
        #expect(formula == nil)
        #expect(log.entries == [])
    }

    @Test func `everything that is wrong is told at once`() {
        let log = Bench.read("IF(opinon = \"clean\", staf * 3, 100)", literals: .named).log

        #expect(
            log.entries.map(\.code) == ["name.unknown", "name.unknown", "formula.hidden-number"])
        #expect(log.entries.map(\.place?.column) == [4, 22, 29])
    }

    @Test func `every mistake has its exact text`() {
        var text = ""
        for formula in Self.faulty {
            text += formula + "\n"
            for entry in Bench.read(formula, literals: .named).log.entries {
                text += "    \(entry.code) in column \(entry.place?.column ?? 0): \(entry.what)\n"
                text += "        \(entry.help)\n"
            }
        }

        expectGolden(text, "mistakes.txt")
    }

    private static let faulty = [
        "", "a b", "n +", "(n", "n)", "n + * n", "COUNT(letters", "COUNT(letters WHERE)", ", n",
        "n = = n", "n < n < n", "n BETWEEN 1", "n BETWEEN 1 OR 2", "n IS", "n IS BLUE", "n == n",
        "n != n", "n ^ 2", "n × n", "n ≥ n", "n – n", "'Y' = opinion", "opinion = “clean”",
        "opinion = \"clean", "30d", "1.2.3", "n + 12345678901234567890123", "{p of steps}",
        "n * 2.5", "n + 50 %", "rate > 50 %", "part > 50", "part > rate", "part + rate",
        "cost + fee", "cost > n", "opinion > \"clean\"", "opinion = \"clan\"",
        "due = \"31.12.2024\"", "since = \"2024-Q1\"", "opinion", "remark", "due", "NOT n",
        "n AND open", "IF(n, 1, 0)", "IF(open, 1)", "ABS(open)", "ABS(n, n)", "ROUND(n)",
        "ROUND(n, n)", "ROUND(n, 19)", "ROUND(n, 2, \"up-down\")", "SQRT(n)", "RANK(n)",
        "PREVIOUS(n, 0)", "PERIODS(n, 2)",
        "AVERGE(letters.length)", "FOO(n)", "AVERAGE(n OVER peers)", "AVERAGE(n OVER reports)",
        "score(totl)", "score(n + 1)",
        "staf", "letters", "letters.length", "letters.lenght", "letter.length", "steps",
        "standards.steps", "SUM(letters)", "SUM(letters.answered)",
        "SUM(letters.length + services.volume)",
        "COUNT(n > 0 WHERE open)", "IF(open WHERE open, 1, 0)", "MAX(n, n WHERE open)", "COUNT()",
        "ALL(open, open)", "ALL(letters.length)", "ALL(letters)", "AVERAGE(services.steps)",
        "COUNT(letters WHERE COUNT(services) > 0)", "total", "staff-in_time", "late-reprots",
    ]
}
