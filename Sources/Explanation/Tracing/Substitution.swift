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
        /// The records that a function looked at; `nil` for anything else.
        public let tally: Tally?
        /// The table of those records.
        public let table: Int?
    }

    /// Substitutes the figures of a body, or of one of its records.
    init(
        _ formula: Formula, _ assessment: Assessment, at unit: Int,
        record: (table: Int, record: Int)? = nil
    ) {
        var leaves: [Expression] = []
        Self.collect(formula.expression, into: &leaves)
        leaves.sort { $0.range.lowerBound < $1.range.lowerBound }
        var text = ""
        var parts: [Part] = []
        var end = 0
        for leaf in leaves where leaf.range.lowerBound >= end {
            text += Self.signs(formula.source.slice(end..<leaf.range.lowerBound))
            let figure =
                record.map {
                    assessment.figure(of: leaf, at: unit, table: $0.table, record: $0.record)
                } ?? assessment.figure(of: leaf, at: unit)
            text += Self.text(figure)
            end = leaf.range.upperBound
            let part = Part(
                rule: Self.oneLine(formula.source.slice(leaf.range)), figure: figure,
                tally: record == nil ? assessment.tally(of: leaf, at: unit) : nil,
                table: leaf.table)
            if !parts.contains(part) { parts.append(part) }
        }
        text += Self.signs(formula.source.slice(end..<formula.source.text.utf8.count))
        rule = Self.oneLine(formula.source.text)
        self.text = Self.oneLine(text)
        self.parts = parts
    }

    /// Expressions that are replaced as a whole: names, and functions over many values.
    private static func collect(_ expression: Expression, into leaves: inout [Expression]) {
        switch expression.kind {
        case .number, .text, .code, .flag, .ordinal: return
        case .input, .field, .computed, .parameter, .score, .period, .body, .bodyKind, .records,
            .quantified, .countTrue:
            leaves.append(expression)
        default:
            // What was written out over a list stands in the formula only once.
            let isWrittenOut = expression.parts.contains { $0.range == expression.range }
            if isWrittenOut {
                leaves.append(expression)
            } else {
                for part in expression.parts { collect(part, into: &leaves) }
            }
        }
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

    private static func oneLine(_ text: String) -> String {
        text.split { $0.isNewline || $0 == " " || $0 == "\t" }.joined(separator: " ")
    }
}

extension Expression {
    /// The table whose records a function looks at.
    fileprivate var table: Int? {
        switch kind {
        case .records(_, let table, _, _), .quantified(_, let table, _, _): table
        default: nil
        }
    }
}
