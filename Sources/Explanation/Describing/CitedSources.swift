public import Methodology

/// The sources of an edition, each with what cites it.
public struct CitedSources: Sendable {
    /// A source, and what cites it.
    public struct Item: Sendable {
        /// Its key.
        public let key: String
        /// What is said about it.
        public let entry: Plan.SourceEntry
        /// As a whole first, then clause by clause, in the order of the files within a clause.
        public let rules: [Plan.CitedRule]
    }

    /// By key; numbers in keys by their size.
    public let items: [Item]

    /// The sources of an edition.
    public init(_ plan: Plan) {
        let cited = Dictionary(grouping: plan.citedRules) { $0.citation.source }
        items = plan.sources.sorted { Self.isBefore($0.key, $1.key) }.map { key, entry in
            // A sort is stable only where equal ones are told apart.
            let rules = (cited[key] ?? []).enumerated().sorted { left, right in
                let clauses = (left.element.citation.clause, right.element.citation.clause)
                if clauses.0 == clauses.1 { return left.offset < right.offset }
                return Self.isBefore(clauses.0 ?? "", clauses.1 ?? "")
            }
            return Item(key: key, entry: entry, rules: rules.map(\.element))
        }
    }

    /// Whether a clause or key comes first: numbers in it by their size, so that 9 is before 10.
    public static func isBefore(_ left: String, _ right: String) -> Bool {
        let (a, b) = (parts(left), parts(right))
        for (one, other) in zip(a, b) where one != other {
            let (first, second) = (number(one), number(other))
            guard let first, let second else { return one < other }
            if first != second { return (first.count, first) < (second.count, second) }
        }
        return a.count == b.count ? left < right : a.count < b.count
    }

    /// The digits of a number without zeros before it; `nil` for anything else.
    private static func number(_ part: String) -> String? {
        part.first.map { $0.isASCII && $0.isNumber } ?? false
            ? String(part.drop { $0 == "0" }) : nil
    }

    /// Digits and the rest by turns.
    private static func parts(_ text: String) -> [String] {
        var parts: [String] = []
        for character in text {
            let isDigit = character.isASCII && character.isNumber
            if let last = parts.last?.last, (last.isASCII && last.isNumber) == isDigit {
                parts[parts.count - 1].append(character)
            } else {
                parts.append(String(character))
            }
        }
        return parts
    }
}
