import Diagnostics
import Domain
import TestSupport
import Testing

@testable import Expressions

/// Holds the tables about formulas of `docs/language.md` to the parser and the checker.
@Suite struct FormulasPageTests {
    private let page = Page("language.md")

    @Test func `the functions are those there are, in the words of the program`() {
        let table = page.tables.first { $0.heading.first == "function" }

        let rows = Function.all.map { "| `\($0.usage)` | \($0.meaning) |" }
        #expect(table?.lines == rows, "the table should read:\n\(rows.joined(separator: "\n"))")
    }

    @Test func `functions that are not supported yet are listed`() {
        func words(_ place: String) -> Set<String> {
            let rows = page.tables.filter { $0.heading.first == "where" }.flatMap(\.rows)
            return Set(rows.filter { $0[0] == place }.flatMap { Page.codes(in: $0[1]) })
        }
        #expect(words("function") == Function.later)
    }

    static let types: [ValueType] = [.number, .share, .percent, .count, .money("KZT"), .days]

    private func operand(_ type: ValueType) -> Units.Operand {
        Units.Operand(Expression(kind: .body, type: type, range: 0..<0))
    }

    /// A table over two types, with one word for each pair.
    private func rows(_ word: (Units.Operand, Units.Operand) -> String?) -> [String] {
        Self.types.map { left in
            let words = Self.types.map { word(operand(left), operand($0)) ?? "–" }
            return "| \(name(left)) | " + words.joined(separator: " | ") + " |"
        }
    }

    private func name(_ type: ValueType) -> String {
        if case .money = type { "money" } else { type.description }
    }

    @Test(arguments: [
        ("left + right, left - right", Operator.plus), ("left + right, left - right", .minus),
        ("left * right", .times), ("left / right", .divided),
    ]) func `what two types make is told`(heading: String, operation: Operator) {
        let table = page.tables.first { $0.heading.first == heading }

        let rows = rows { Units.result(operation, $0, $1).map(name) }
        #expect(table?.lines == rows, "the table should read:\n\(rows.joined(separator: "\n"))")
    }

    @Test func `which types can be compared is told`() {
        let table = page.tables.first { $0.heading.first == "left compared with right" }

        let rows = rows { Units.clash($0, $1) == nil ? "yes" : nil }
        #expect(table?.lines == rows, "the table should read:\n\(rows.joined(separator: "\n"))")
    }

    /// Inputs named after their types, those of the first edition, and a table of letters.
    private var scope: Scope {
        let fields =
            Self.types.map { Field(id: name($0), type: $0) } + [
                Field(id: "date", type: .date), Field(id: "code", type: .code(["Y", "N"])),
                Field(id: "text", type: .text), Field(id: "flag", type: .flag),
                Field(id: "received", type: .count), Field(id: "answered", type: .count),
            ]
        let letters = TableSchema(
            id: "letters", key: ["letter_id"], parent: nil,
            fields: [
                Field(id: "days", type: .days), Field(id: "channel", type: .code(["post", "web"])),
            ])
        return Scope(
            schema: EvidenceSchema(
                periodForm: .year, periodColumn: "period", inputs: fields, tables: [letters]))
    }

    /// The formula as it is read, `nil` when it is refused.
    private func read(_ formula: String) -> Formula? {
        var log = DiagnosticLog()
        return Formula.read(
            FormulaText(formula, at: Place(file: "page"), isOnOneLine: true), in: scope,
            level: nil, expecting: .any, literals: .named, node: nil, log: &log)
    }

    @Test func `each example of a formula has the type that is told`() throws {
        let table = try #require(page.tables.first { $0.heading == ["formula", "type"] })
        #expect(table.rows.count > 20)

        for row in table.rows {
            let formula = try #require(Page.codes(in: row[0]).first)
            #expect((read(formula).map { name($0.expression.type) } ?? "–") == row[1], "\(formula)")
        }
    }

    @Test func `what stands beside a spreadsheet's formula is read`() throws {
        let table = try #require(page.tables.first { $0.heading.last == "here" })
        #expect(table.rows.count > 5)

        for row in table.rows {
            let formula = try #require(Page.codes(in: row[1]).first)
            #expect(read(formula) != nil, "\(formula)")
        }
    }

    @Test func `the bounds of formulas are those that are told`() throws {
        let text = try pageText("language.md")

        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            words.contains(
                "at most 20000 characters, \(Parser.mostOperators) operators and "
                    + "\(Parser.deepest) levels"))
        #expect(Scope.reserved.allSatisfy { text.lowercased().contains($0) })
    }
}
