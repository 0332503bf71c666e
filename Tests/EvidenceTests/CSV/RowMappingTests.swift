import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Evidence

/// Parts of cells against the slow, obvious way by strings.
@Suite struct RowMappingTests {
    private static let place = Place(file: "datapackage.json")

    /// What the mapping makes of a row with one cell; `nil` where the row is refused or left out.
    private func mapped(
        _ text: String, _ targets: [ColumnTarget], _ conditions: [RowCondition] = []
    ) throws -> [String]? {
        let quoted = "\"\(text.replacingOccurrences(of: "\"", with: "\"\""))\"\n"
        var form = FileForm()
        form.columns = ColumnChoice(targets: targets, place: Self.place)
        form.conditions = conditions
        var log = DiagnosticLog()
        let heading = Heading(file: "f", names: ["c"])
        let mapping = try #require(RowMapping(heading, form, known: nil, &log))
        let block = Array(quoted.utf8)
        var scanner = CSVScanner(from: 0, CSVLimits())
        _ = try scanner.next(block.span)
        let all = block + mapping.constants
        var cells: [CSVCell] = []
        let outcome = mapping.read(
            scanner.cells, in: all.span, end: block.count, row: 2, &cells)
        guard case .taken = outcome else { return nil }
        return cells.map { $0.text(in: all.span) }
    }

    private func target(
        _ part: ColumnTarget.Part, values: [(from: String, to: String)] = []
    ) -> ColumnTarget {
        var target = ColumnTarget(name: "t", place: Self.place)
        target.source = "c"
        target.part = part
        target.values = values
        return target
    }

    private func text(_ random: inout SeededGenerator) -> String {
        let letters = ["a", "-", "-", "--", "\"", "ж", "қ", "€", "𝄞", "\n", ","]
        return (0..<Int.random(in: 0...10, using: &random)).map { _ in
            letters.randomElement(using: &random) ?? ""
        }.joined()
    }

    @Test func `a split cell has the parts that stand between the texts`() throws {
        var random = SeededGenerator.fresh(56)
        for _ in 0..<3000 {
            let text = text(&random)
            let mark = ["-", "--", "ж", "a-"].randomElement(using: &random) ?? "-"
            let part = Int.random(in: 1...4, using: &random)
            let parts = text.isEmpty ? [] : text.components(separatedBy: mark)
            let expected = text.isEmpty ? "" : parts.count >= part ? parts[part - 1] : nil

            let read = try mapped(text, [target(.split(at: Array(mark.utf8), part: part))])

            #expect(read == expected.map { [$0] }, "seed \(random.seed): \(text), \(mark), \(part)")
        }
    }

    @Test func `characters are counted from 1, one of several bytes as one`() throws {
        var random = SeededGenerator.fresh(57)
        for _ in 0..<3000 {
            let text = text(&random)
            let first = Int.random(in: 1...4, using: &random)
            let last = Int.random(in: first...6, using: &random)
            let scalars = Array(text.unicodeScalars)
            var expected = scalars.count >= last || text.isEmpty ? "" : nil as String?
            for scalar in scalars.prefix(last).dropFirst(first - 1) where expected != nil {
                expected?.unicodeScalars.append(scalar)
            }

            let read = try mapped(text, [target(.characters(first, last))])

            #expect(
                read == expected.map { [$0] }, "seed \(random.seed): \(text), \(first), \(last)")
        }
    }

    @Test func `words that stand for others are those of the part, letter by letter`() throws {
        let values = [(from: "да", to: "yes"), (from: "a\"b", to: "quote"), (from: "", to: "none")]

        #expect(try mapped("да", [target(.whole, values: values)]) == ["yes"])
        #expect(try mapped("Да", [target(.whole, values: values)]) == ["Да"])
        #expect(try mapped("a\"b", [target(.whole, values: values)]) == ["quote"])
        #expect(try mapped("", [target(.whole, values: values)]) == ["none"])
        #expect(
            try mapped("1/да", [target(.split(at: Array("/".utf8), part: 2), values: values)])
                == ["yes"])
        #expect(
            try mapped("e\u{301}", [target(.whole, values: [(from: "\u{e9}", to: "x")])])
                == ["e\u{301}"])
    }

    @Test func `a column may be named more than once, beside constants`() throws {
        var constant = ColumnTarget(name: "k", place: Self.place)
        constant.constant = "2016-17, \"все\""

        let read = try mapped(
            "a-b", [constant, target(.whole), target(.characters(3, 3)), constant])

        #expect(read == ["2016-17, \"все\"", "a-b", "b", "2016-17, \"все\""])
    }

    @Test func `a row is read where all conditions hold`() throws {
        func condition(_ words: [String], isOneOf: Bool) -> RowCondition {
            RowCondition(column: "c", words: words, isOneOf: isOneOf, place: Self.place)
        }
        let both = [condition(["a", "b\"", ""], isOneOf: true), condition(["a"], isOneOf: false)]

        #expect(try mapped("b\"", [target(.whole)], both) == ["b\""])
        #expect(try mapped("", [target(.whole)], both) == [""])
        #expect(try mapped("a", [target(.whole)], both) == nil)
        #expect(try mapped("c", [target(.whole)], both) == nil)
    }
}
