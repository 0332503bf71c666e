@testable import Expressions
import TestSupport
import Testing

@Suite struct ParserTests {
    @Test(arguments: [
        ("a + b * c", "(+ a (* b c))"), ("a * b + c", "(+ (* a b) c)"),
        ("a - b - c", "(- (- a b) c)"), ("a / b / c", "(/ (/ a b) c)"),
        ("a - (b - c)", "(- a (- b c))"), ("-a * b", "(* (neg a) b)"),
        ("a * -b", "(* a (neg b))"), ("a - -b", "(- a (neg b))"), ("-(a + b)", "(neg (+ a b))"),
        ("a + b > c * d", "(> (+ a b) (* c d))"),
        ("a = b AND c = d OR e", "(OR (AND (= a b) (= c d)) e)"),
        ("a OR b AND c", "(OR a (AND b c))"), ("NOT a = b AND c", "(AND (NOT (= a b)) c)"),
        ("NOT a AND b", "(AND (NOT a) b)"), ("NOT NOT a", "(NOT (NOT a))"),
        ("(a = b) = (c >= d)", "(= (= a b) (>= c d))"), ("95 % + a", "(+ 95% a)"),
        ("95% * a", "(* 95% a)"), ("true and False", "(AND TRUE FALSE)"),
    ]) func `operators bind as in a spreadsheet`(text: String, tree: String) throws {
        #expect(try Parser.parse(text).sketch == tree)
    }

    @Test(arguments: [
        ("a BETWEEN 0 AND 1", "(BETWEEN a 0 1)"),
        ("a BETWEEN 0 AND 1 AND b", "(AND (BETWEEN a 0 1) b)"),
        ("a - b BETWEEN 0 AND c + 1", "(BETWEEN (- a b) 0 (+ c 1))"),
        ("NOT a BETWEEN 0 AND 1", "(NOT (BETWEEN a 0 1))"),
        ("a AND b BETWEEN 0 AND 1 OR c", "(OR (AND a (BETWEEN b 0 1)) c)"),
        ("a BETWEEN 95 % AND 105 %", "(BETWEEN a 95% 105%)"),
        ("a + 1 IS KNOWN", "(IS KNOWN (+ a 1))"), ("a IS NOT UNKNOWN", "(IS NOT UNKNOWN a)"),
        ("a IS NOT-APPLICABLE OR b", "(OR (IS NOT-APPLICABLE a) b)"),
        ("a is withheld", "(IS WITHHELD a)"),
    ]) func `BETWEEN takes the first AND, and IS binds like a comparison`(
        text: String, tree: String
    ) throws {
        #expect(try Parser.parse(text).sketch == tree)
    }

    @Test(arguments: [
        ("if(a >= b, 100, a / b * 100)", "(IF (>= a b) 100 (* (/ a b) 100))"),
        ("COUNT(t WHERE a = \"Y\" AND b)", "(COUNT t WHERE (AND (= a \"Y\") b))"),
        ("AVERAGE(x OVER bodies)", "(AVERAGE x OVER bodies)"),
        ("SUM(t.x WHERE y) / COUNT(t)", "(/ (SUM t.x WHERE y) (COUNT t))"),
        ("score(pi-1-1)", "(SCORE pi-1-1)"), ("score(1)", "(SCORE 1)"), ("COUNT()", "(COUNT)"),
    ]) func `functions are called by name in any case`(text: String, tree: String) throws {
        #expect(try Parser.parse(text).sketch == tree)
    }

    @Test func `a range reaches from the first to the last character`() throws {
        let syntax = try Parser.parse(" (a + b) * cd ")

        #expect(syntax.range == 1..<13)
        guard case .binary(.times, let left, let right) = syntax.kind else {
            Issue.record("not a product")
            return
        }
        #expect(left.range == 1..<8)
        #expect(right.range == 11..<13)
    }

    @Test func `what a slow printer writes with the fewest parentheses is read back`() throws {
        var random = SeededGenerator.fresh(4711)
        for _ in 0..<5000 {
            let tree = Tree.random(depth: Int.random(in: 0...5, using: &random), using: &random)
            let text = tree.written
            #expect(try Parser.parse(text).sketch == tree.sketch, "seed \(random.seed): \(text)")
        }
    }
}

/// A formula that knows both how it is written and what it means.
private indirect enum Tree {
    case leaf(String)
    case prefix(String, Tree)
    case binary(String, Tree, Tree)
    case between(Tree, Tree, Tree)
    case known(Tree)

    static func random(depth: Int, using random: inout SeededGenerator) -> Tree {
        func part() -> Tree { .random(depth: depth - 1, using: &random) }
        guard depth > 0 else {
            return .leaf(["a", "b-c", "t.x", "0", "2.5"].randomElement(using: &random) ?? "a")
        }
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return .prefix("-", part())
        case 1: return .prefix("NOT", part())
        case 2: return .between(part(), part(), part())
        case 3: return .known(part())
        default:
            let words = ["OR", "AND", "=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/"]
            return .binary(words.randomElement(using: &random) ?? "+", part(), part())
        }
    }

    /// The documented order: OR, AND, NOT, comparisons, sums, products, signs.
    private var strength: Int {
        switch self {
        case .leaf: 8
        case .prefix(let word, _): word == "-" ? 7 : 3
        case .binary(let word, _, _):
            switch word {
            case "OR": 1
            case "AND": 2
            case "+", "-": 5
            case "*", "/": 6
            default: 4
            }
        case .between, .known: 4
        }
    }

    private func written(atLeast least: Int) -> String {
        strength >= least ? written : "(\(written))"
    }

    var written: String {
        switch self {
        case .leaf(let text): return text
        case .prefix(let word, let value):
            // What is signed begins with something else than a word.
            return word == "-"
                ? "- " + value.written(atLeast: 7) : "NOT " + value.written(atLeast: 3)
        case .binary(let word, let left, let right):
            // Comparisons do not stand in a row; all others lean to the left.
            let isComparison = strength == 4
            return left.written(atLeast: isComparison ? 5 : strength) + " \(word) "
                + right.written(atLeast: strength + 1)
        case .between(let value, let low, let high):
            return value.written(atLeast: 5) + " BETWEEN " + low.written(atLeast: 5) + " AND "
                + high.written(atLeast: 5)
        case .known(let value): return value.written(atLeast: 5) + " IS KNOWN"
        }
    }

    var sketch: String {
        switch self {
        case .leaf(let text): text
        case .prefix(let word, let value): "(\(word == "-" ? "neg" : word) \(value.sketch))"
        case .binary(let word, let left, let right): "(\(word) \(left.sketch) \(right.sketch))"
        case .between(let value, let low, let high):
            "(BETWEEN \(value.sketch) \(low.sketch) \(high.sketch))"
        case .known(let value): "(IS KNOWN \(value.sketch))"
        }
    }
}
