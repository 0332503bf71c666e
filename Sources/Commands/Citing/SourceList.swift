internal import Domain
internal import Explanation
internal import Methodology

/// The sources of an edition, each with the rules that cite it.
struct SourceList {
    /// A source, and what cites it.
    struct Item {
        /// Its key.
        let key: String
        /// What is said about it.
        let entry: Plan.SourceEntry
        /// As a whole first, then clause by clause.
        let rules: [Plan.CitedRule]
        /// Whether somebody compared it with the rules since ``SourceList/limit``; `nil` where
        /// nobody asks.
        let isChecked: Bool?
    }

    /// By key.
    let items: [Item]
    let plan: Plan
    let request: Sources.Request
    /// What stands before the names of files.
    let prefix: String
    /// A year before the day that was asked for.
    let limit: Day?

    init(_ plan: Plan, _ request: Sources.Request, prefix: String) {
        self.plan = plan
        self.request = request
        self.prefix = prefix
        let cited = Dictionary(grouping: plan.citedRules) { $0.citation.source }
        // There is no year before the year 1.
        let limit = request.day.map { $0.aYearEarlier ?? $0 }
        self.limit = limit
        items = plan.sources.sorted { Self.isBefore($0.key, $1.key) }.map { key, entry in
            // A sort is stable only where equal ones are told apart.
            let rules = (cited[key] ?? []).enumerated().sorted { left, right in
                let clauses = (left.element.citation.clause, right.element.citation.clause)
                if clauses.0 == clauses.1 { return left.offset < right.offset }
                return Self.isBefore(clauses.0 ?? "", clauses.1 ?? "")
            }
            return Item(
                key: key, entry: entry, rules: rules.map(\.element),
                isChecked: limit.map { limit in entry.lastChecked.map { $0 >= limit } ?? false })
        }
    }

    /// Those that nothing cites.
    var uncited: [Item] { items.filter(\.rules.isEmpty) }

    /// Those that nobody compared with the rules for a year.
    var unchecked: [Item] { items.filter { $0.isChecked == false } }

    /// Whether a clause or key comes first: numbers in it by their size, so that 9 is before 10.
    static func isBefore(_ left: String, _ right: String) -> Bool {
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
