internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
internal import Locales
public import Scoring

/// A formula with its parts replaced by what they come to, as in `61 / 117 × 100`.
public struct Substitution: Hashable, Sendable {
    /// The formula as it stands in the file, on one line.
    public let rule: String
    /// The same with figures.
    public let text: String
    /// The parts that were replaced and what they come to, each once, in their order.
    public let parts: [Part]
    /// Formula and figures by turns, where a figure is a blank; otherwise empty.
    private let pieces: [Piece]

    /// What a text with figures is made of.
    private enum Piece: Hashable, Sendable {
        case formula(String)
        case figure(Figure)
    }

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
        var pieces: [Piece] = []
        var hasBlank = false
        var parts: [Part] = []
        var end = 0
        func add(_ expression: Expression, _ figure: Figure, _ tally: Tally?) {
            let part = Part(
                rule: Self.oneLine(formula.source.slice(expression.range)), figure: figure,
                tally: tally)
            if !parts.contains(part) { parts.append(part) }
        }
        for leaf in leaves where leaf.range.lowerBound >= end {
            let before = Self.signs(formula.source.slice(end..<leaf.range.lowerBound))
            let figure = assessment.figure(of: leaf, at: unit)
            text += before + Self.text(figure)
            pieces += [.formula(before), .figure(figure)]
            hasBlank = hasBlank || figure.isBlank
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
        let after = Self.signs(formula.source.slice(end..<formula.source.text.utf8.count))
        text += after
        self.pieces = hasBlank ? pieces + [.formula(after)] : []
        rule = Self.oneLine(formula.source.text)
        self.text = Self.oneLine(text)
        self.parts = parts
    }

    /// ``text`` with blanks in words of a language.
    func text(_ phrases: Phrases) -> String {
        if pieces.isEmpty || phrases.locale == .english { return text }
        let parts = pieces.map { piece in
            switch piece {
            case .formula(let formula): formula
            case .figure(let figure):
                figure.isBlank ? Self.blank(figure, phrases) : Self.text(figure)
            }
        }
        return Self.oneLine(parts.joined())
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
        case .blank, .none: blank(figure, Phrases(.english))
        }
    }

    /// What stands in the place of a figure that is not there, as in `[not known]`.
    static func blank(_ figure: Figure, _ phrases: Phrases) -> String {
        let word =
            switch figure {
            case .blank(.notApplicable, _): phrases.stateNotApplicable
            case .blank(.withheld, _): phrases.wordWithheld
            case .blank: phrases.wordNotKnown
            case .none, .number, .flag, .day, .period, .text: phrases.wordCannotBeComputed
            }
        return "[\(word)]"
    }

    private static func signs(_ text: String) -> String {
        String(text.map { $0 == "*" ? "×" : $0 })
    }

    /// A formula on one line, with one space where there were several.
    public static func oneLine(_ text: String) -> String {
        text.split { $0.isNewline || $0 == " " || $0 == "\t" }.joined(separator: " ")
    }
}

extension Figure {
    /// Whether there is no value.
    fileprivate var isBlank: Bool {
        switch self {
        case .blank, .none: true
        case .number, .flag, .day, .period, .text: false
        }
    }
}
