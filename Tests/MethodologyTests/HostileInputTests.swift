import Diagnostics
import Domain
import Methodology
import TestSupport
import Testing

/// Whatever is handed in is read or refused; nothing crashes, hangs or fills the memory.
@Suite struct HostileInputTests {
    /// Pieces that are likely to be where they should not be.
    private static let pieces = [
        "{", "}", "[", "]", "'", "\"", ":", ", ", "\n", "  ", "- ", "#", "%", "*a", "&a", "!t", "0",
        "-1", "99999999999999999999", "0.0000000000000000001", "1/0", "2/3", "100 %", "unknown",
        "COUNT(", ")", "WHERE", "score(", "score(maf)", "services", "standards", "os_points",
        "{p of os_points}", "BETWEEN 0 AND", "IS KNOWN", "PREVIOUS(x)", "ROUND(1, 2)", "aggregate",
        "nodes: []", "sum", "median", "k-th-best: {k: 2, ", "zeros: zero", "weight: equal",
        "scorecards:", "weight: {by: x}", "{blend: [{part: 1, by: equal}]}",
        "formula: score(maf)", "id: maf", "value", "null", "~", "\t", "\u{0}", "\u{FEFF}", "é",
        "👩‍👩‍👧", "<<", "weighted-mean", "weight: 10 %", "indicator: x", "from: 70", "to: 69.99",
        "min: 5",
    ]

    @Test(arguments: ["ca-service-maf", "totals"])
    func `thousands of mutations of an edition are read or refused`(name: String) throws {
        var random = SeededGenerator.fresh(20_240_331)
        let files = try Editions.fixture(name)
        let names = files.keys.sorted()
        var sound = 0
        for _ in 0..<1500 {
            var mutated = files
            let file = names[Int.random(in: 0..<names.count, using: &random)]
            var text = Array((files[file] ?? "").unicodeScalars)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                Self.mutate(&text, using: &random)
            }
            mutated[file] = String(String.UnicodeScalarView(text))
            let (plan, log) = Editions.read(mutated)
            #expect((plan == nil) == log.hasErrors, "seed \(random.seed): \(mutated[file] ?? "")")
            if plan != nil { sound += 1 }
        }
        // Comments and titles may say anything.
        #expect(sound > 10)
    }

    private static func mutate(
        _ text: inout [Unicode.Scalar], using random: inout SeededGenerator
    ) {
        guard !text.isEmpty else { return }
        let start = Int.random(in: 0..<text.count, using: &random)
        let end = min(text.count, start + Int.random(in: 0...12, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: text.removeSubrange(start..<end)
        case 1: text.insert(contentsOf: text[start..<end], at: start)
        case 2:
            let from = Int.random(in: 0..<text.count, using: &random)
            let piece = text[from..<min(text.count, from + 20)]
            text.replaceSubrange(start..<end, with: Array(piece))
        default:
            let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
            text.replaceSubrange(start..<end, with: Array(piece.unicodeScalars))
        }
    }

    /// An edition whose only node has this value.
    private func edition(value: String, inputs: String = "inputs: {a: {type: number, min: 1}}")
        -> String
    {
        Editions.example(
            """
            \(inputs)
            scorecard: {id: answers, value: '\(value)', score: as-is}
            """)
    }

    @Test(arguments: [
        (String(repeating: "(", count: 9000), "formula.too-deep"),
        (String(repeating: "- ", count: 9000) + "a", "formula.too-deep"),
        (String(repeating: "NOT ", count: 4000) + "a", "formula.too-deep"),
        (String(repeating: "a + ", count: 4000) + "a", "formula.too-deep"),
        (String(repeating: "IF(a > 1, a, ", count: 1500) + "a", "formula.too-deep"),
        (String(repeating: "a BETWEEN 1 AND ", count: 1200) + "a", "formula.too-deep"),
        (String(repeating: "a", count: 20_001), "formula.too-long"),
    ]) func `a formula without end is refused`(formula: String, code: String) {
        #expect(Editions.read(edition(value: formula)).log.counts[code] == 1)
    }

    @Test func `a formula of two hundred operators is read`() {
        let sum = String(repeating: "a + ", count: 200) + "a"

        #expect(Editions.read(edition(value: sum)).plan != nil)
    }

    @Test func `a long chain of scores is ordered and a long ring is named`() {
        let count = 3000
        func chain(_ last: String) -> String {
            let nodes = (0..<count).map { index in
                let value = index + 1 < count ? "score(n\(index + 1))" : last
                return "    - {id: n\(index), value: \(value), score: as-is}\n"
            }
            let head = edition(value: "a").split(separator: "\n").dropLast()
                .joined(separator: "\n")
            return head + "\nscorecard:\n  id: all\n  aggregate: none\n  nodes:\n" + nodes.joined()
        }

        let plan = Editions.read(chain("a")).plan
        #expect(plan?.order.first == count)
        #expect(plan?.order.last == 0)
        let log = Editions.read(chain("a + score(n0)")).log
        #expect(log.counts["node.cycle"] == 1)
        #expect(log.entries.first?.what.contains("n0 -> n1 -> ") == true)
        #expect(log.entries.first?.what.hasSuffix("n2999 -> n0") == true)
    }

    @Test func `an indicator that contains itself is refused`() {
        let log = Editions.read([
            "edition.yaml": edition(value: "a").split(separator: "\n").dropLast()
                .joined(separator: "\n") + "\nscorecard: {indicator: loop}\n",
            "indicators/loop.yaml":
                "indicator: loop\naggregate: none\nnodes: [{indicator: loop}, {id: x, value: a, score: as-is}]",
        ]).log

        #expect(log.counts["indicator.twice"] == 1)
    }

    @Test func `a hundred thousand unknown keys are told as far as anybody reads`() {
        let keys = (0..<100_000).map { "key\($0): 1\n" }.joined()
        let log = Editions.read(edition(value: "a") + "\n" + keys).log

        #expect(log.counts["edition.unknown-key"] == 100_000)
        #expect(log.entries.count == DiagnosticLog.kept)
    }
}
