import Diagnostics
@testable import Expressions
import TestSupport
import Testing

@Suite struct FormulaTests {
    @Test func `a place counts characters, not bytes`() {
        let source = FormulaText(
            "\"ёжик\" = staf", at: Place(file: "a.yaml", line: 3, column: 10))
        var log = DiagnosticLog()
        _ = Formula.read(
            source, in: Bench.scope, level: nil, expecting: .any, literals: .any, node: "total",
            log: &log)

        #expect(log.entries.map(\.place) == [Place(file: "a.yaml", line: 3, column: 19)])
        #expect(log.entries.map(\.node) == ["total"])
    }

    @Test func `a formula over several lines is pointed at as a whole`() {
        let place = Place(file: "a.yaml", line: 3, column: 10)
        let source = FormulaText("n +\nstaf", at: place, isOnOneLine: false)
        var log = DiagnosticLog()
        _ = Formula.read(
            source, in: Bench.scope, level: nil, expecting: .any, literals: .any, node: nil,
            log: &log)

        #expect(log.entries.map(\.place) == [place])
    }

    @Test func `a slice is what stands between two bytes`() {
        let source = FormulaText("\"ё\" = remark", at: Place(file: "a.yaml"))

        #expect(source.slice(7..<13) == "remark")
        #expect(source.slice(0..<4) == "\"ё\"")
    }

    @Test func `thousands of mutated formulas are read or refused`() {
        var random = SeededGenerator.fresh(1789)
        let formulas = [
            "COUNT(services WHERE COUNT(standards) > 0) / COUNT(services) * 100",
            "COUNT(standards WHERE met = \"Y\") / COUNT(standards WHERE met <> \"NA\") * 100",
            "ALL(steps <> \"N\") AND ANY(steps = \"Y\")", "COUNT(services.steps = \"Y\")",
            "COUNT(services WHERE period - last BETWEEN 0 AND 1) / COUNT(services) * 100",
            "IF(in_time >= staff, 100, in_time / staff * 100)", "score(pi-1-1) - per_late * late",
            "MEDIAN(standards.performance WHERE target > 95 % AND performance IS KNOWN)",
            "NOT (opinion = \"adverse\" OR open) AND ROUND(MAX(n, rate), 2, \"half-even\") > -1",
        ]
        let pieces =
            formulas.flatMap { $0.split(separator: " ").map(String.init) } + [
                "(", ")", ",", "\"", "%", "-", ".", "WHERE", "OVER", "IS", "NOT", "BETWEEN",
                "steps",
                "counts", "99999999999999999999", "0.000000000000000001", "ё", "\u{0}", "{",
                "score(",
            ]
        for _ in 0..<20_000 {
            var text = Array(formulas.randomElement(using: &random) ?? "")
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                let start = Int.random(in: 0...text.count, using: &random)
                let end = min(text.count, start + Int.random(in: 0...6, using: &random))
                let piece = pieces.randomElement(using: &random) ?? ""
                text.replaceSubrange(
                    start..<end, with: Array(Bool.random(using: &random) ? piece : ""))
            }
            let level = [nil, Bench.services, Bench.standards].randomElement(using: &random) ?? nil
            let (formula, log) = Bench.read(String(text), level: level)
            #expect(
                (formula == nil) == log.hasErrors, "seed \(random.seed): \(String(text))")
        }
    }
}
