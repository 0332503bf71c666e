public import Diagnostics
internal import Domain

/// A checked formula and the text it was read from.
public struct Formula: Hashable, Sendable {
    /// As it stands in the file.
    public let source: FormulaText
    /// What the plan computes.
    public let expression: Expression
    /// The lists that it was written out for.
    public let lists: Set<String>

    /// What the place where a formula stands asks of it.
    public enum Expectation: Hashable, Sendable {
        /// Something to count with.
        case number
        /// Yes or no.
        case condition
        /// One of declared words.
        case code
        /// A number or a condition.
        case any
    }

    /// Which numbers may stand in a formula.
    public enum Literals: Hashable, Sendable {
        /// Only 0, 1 and 100, and any that is compared: all others are parameters.
        case named
        /// One number by itself, or a formula as for ``named``.
        case edge
        /// Any number, as within conditions.
        case any
    }

    /// Reads and checks a formula; adds everything that is wrong with it to the log.
    ///
    /// - Parameters:
    ///   - source: The formula as written, with its place.
    ///   - scope: The names that may stand in it.
    ///   - level: The table for whose records it is computed; `nil` for the body.
    ///   - expecting: What it must come to.
    ///   - literals: Which numbers may stand in it.
    ///   - node: The node it belongs to, for error texts.
    ///   - log: Receives every problem.
    /// - Returns: `nil` when anything is wrong with it or with what it names.
    public static func read(
        _ source: FormulaText, in scope: Scope, level: Int?, expecting: Expectation,
        literals: Literals, node: String?, log: inout DiagnosticLog
    ) -> Formula? {
        do {
            let syntax = try Parser.parse(source.text)
            var checker = TypeChecker(scope: scope, source: source, literals: literals)
            // Nobody reads suggestions that are not kept.
            checker.suggests = log.counts["name.unknown", default: 0] < DiagnosticLog.kept
            let expression = checker.whole(syntax, level: level, expecting: expecting)
            for problem in checker.problems { log.add(problem, of: source, node: node) }
            guard checker.problems.isEmpty, let expression else { return nil }
            return Formula(source: source, expression: expression, lists: checker.listsUsed)
        } catch {
            log.add(error, of: source, node: node)
            return nil
        }
    }
}

extension Formula {
    /// A whole number that a word stands for where a formula could stand, as a grade's position.
    public static func standing(for number: Int, written source: FormulaText) -> Formula {
        let literal = Expression.Literal(
            numerator: Int128(number), denominator: 1, text: source.text)
        return Formula(
            source: source,
            expression: Expression(
                kind: .number(literal), type: .number, range: 0..<source.text.utf8.count),
            lists: [])
    }
}

extension DiagnosticLog {
    fileprivate mutating func add(_ problem: FormulaProblem, of source: FormulaText, node: String?)
    {
        error(
            problem.code, at: source.place(at: problem.offset), node: node, problem.what,
            help: problem.help)
    }
}
