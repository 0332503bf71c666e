@testable import Expressions
import Testing

@Suite struct LexerTests {
    private func kinds(_ text: String) throws -> [Token.Kind] {
        try Lexer.tokens(of: text).map(\.kind)
    }

    @Test func `a hyphen between two id characters belongs to the name`() throws {
        #expect(try kinds("late-reports") == [.name("late-reports"), .end])
        #expect(
            try kinds("late - reports") == [.name("late"), .symbol(.minus), .name("reports"), .end])
        #expect(
            try kinds("late -reports") == [.name("late"), .symbol(.minus), .name("reports"), .end])
        #expect(
            try kinds("late- reports") == [.name("late"), .symbol(.minus), .name("reports"), .end])
        #expect(try kinds("a-1") == [.name("a-1"), .end])
        #expect(try kinds("1-a") == [.number("1"), .symbol(.minus), .name("a"), .end])
    }

    @Test func `a point between two id characters makes a path`() throws {
        #expect(try kinds("services.volume") == [.name("services.volume"), .end])
    }

    @Test func `the longest operator is taken`() throws {
        #expect(
            try kinds("a<>b<=c>=d<e>f=g").filter { if case .symbol = $0 { true } else { false } }
                == [
                    .symbol(.unequal), .symbol(.atMost), .symbol(.atLeast), .symbol(.less),
                    .symbol(.greater), .symbol(.equal),
                ])
    }

    @Test func `numbers keep their digits`() throws {
        #expect(try kinds("0.10 12 007") == [.number("0.10"), .number("12"), .number("007"), .end])
        #expect(try kinds("95 %") == [.number("95"), .symbol(.percent), .end])
    }

    @Test func `texts hold everything up to the next double quote`() throws {
        #expect(try kinds("\"Y, (N) — ё\"") == [.text("Y, (N) — ё"), .end])
        #expect(try kinds("\"\"") == [.text(""), .end])
    }

    @Test func `ranges count bytes`() throws {
        #expect(try Lexer.tokens(of: "\"ё\" + ab").map(\.range) == [0..<4, 5..<6, 7..<9, 9..<9])
    }

    @Test(arguments: [
        ("1.5.2", "formula.number"), ("30d", "formula.number"), ("5.", "formula.number"),
        ("\"open", "formula.text"), ("a == b", "formula.operator"), ("a ≥ b", "formula.character"),
        ("a ^ b", "formula.operator"), ("a ** b", "formula.operator"),
        ("a && b", "formula.operator"), ("a || b", "formula.operator"),
        ("!a", "formula.operator"), ("a != b", "formula.operator"), ("a & b", "formula.character"),
        ("'Y'", "formula.character"), ("{a}", "formula.character"),
        ("a;b", "formula.character"), ("\u{0}", "formula.character"),
    ]) func `what has no meaning is refused`(text: String, code: String) {
        #expect {
            _ = try Lexer.tokens(of: text)
        } throws: {
            ($0 as? FormulaProblem)?.code == code
        }
    }
}
