internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
public import Scoring

/// A formula with its parts replaced by what they come to, as in `61 / 117 × 100`.
public struct Substitution: Hashable, Sendable {
    /// The formula as it stands in the file, on one line.
    public let rule: String
    /// The same with figures.
    public let text: String
    /// The parts that were replaced and what they come to, each once, in their order.
    public let parts: [Part]

    /// One part.
    public struct Part: Hashable, Sendable {
        /// As it stands in the formula.
        public let rule: String
        /// What it comes to.
        public let figure: Figure
        /// What a function over many values looked at; `nil` for anything else.
        public let tally: Tally?
    }

    /// Substitutes the figures of a body.
    init(_ formula: Formula, _ assessment: Assessment, at unit: Int) {
        var leaves: [Expression] = []
        var functions: [Expression] = []
        Self.collect(formula.expression, into: &leaves, &functions)
        leaves.sort { $0.range.lowerBound < $1.range.lowerBound }
        var text = ""
        var parts: [Part] = []
        var end = 0
        func add(_ expression: Expression, _ figure: Figure, _ tally: Tally?) {
            let part = Part(
                rule: Self.oneLine(formula.source.slice(expression.range)), figure: figure,
                tally: tally)
            if !parts.contains(part) { parts.append(part) }
        }
        for leaf in leaves where leaf.range.lowerBound >= end {
            text += Self.signs(formula.source.slice(end..<leaf.range.lowerBound))
            let figure = assessment.figure(of: leaf, at: unit)
            text += Self.text(figure)
            end = leaf.range.upperBound
            add(leaf, figure, assessment.tally(of: leaf, at: unit))
        }
        // Values side by side are substituted one by one; what was skipped is told of them all.
        for function in functions {
            guard let tally = assessment.tally(of: function, at: unit), tally.skipped > 0 else {
                continue
            }
            add(function, assessment.figure(of: function, at: unit), tally)
        }
        text += Self.signs(formula.source.slice(end..<formula.source.text.utf8.count))
        rule = Self.oneLine(formula.source.text)
        self.text = Self.oneLine(text)
        self.parts = parts
    }

    /// Expressions that are replaced as a whole: names, and functions over many values; and
    /// functions over values side by side, which are not.
    private static func collect(
        _ expression: Expression, into leaves: inout [Expression],
        _ functions: inout [Expression]
    ) {
        // What was written out over a list stands in the formula only once.
        let isWrittenOut = expression.parts.contains { $0.range == expression.range }
        if expression.isTold || isWrittenOut {
            leaves.append(expression)
            return
        }
        if case .over = expression.kind { functions.append(expression) }
        for part in expression.parts { collect(part, into: &leaves, &functions) }
    }

    /// A figure as it stands in a substitution.
    public static func text(_ figure: Figure) -> String {
        switch figure {
        case .number(let number): number.description
        case .flag(let flag): flag ? "true" : "false"
        case .day(let day): day.description
        case .period(let period): period.description
        case .text(let text): "\"\(text)\""
        case .blank(.notApplicable, _): "[not applicable]"
        case .blank(.withheld, _): "[withheld]"
        case .blank: "[not known]"
        case .none: "[cannot be computed]"
        }
    }

    private static func signs(_ text: String) -> String {
        String(text.map { $0 == "*" ? "×" : $0 })
    }

    /// A formula on one line, with one space where there were several.
    public static func oneLine(_ text: String) -> String {
        text.split { $0.isNewline || $0 == " " || $0 == "\t" }.joined(separator: " ")
    }
}
