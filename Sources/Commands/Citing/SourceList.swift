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
        // There is no year before the year 1.
        let limit = request.day.map { $0.aYearEarlier ?? $0 }
        self.limit = limit
        items = CitedSources(plan).items.map { item in
            Item(
                key: item.key, entry: item.entry, rules: item.rules,
                isChecked: limit.map { limit in
                    item.entry.lastChecked.map { $0 >= limit } ?? false
                })
        }
    }

    /// Those that nothing cites.
    var uncited: [Item] { items.filter(\.rules.isEmpty) }

    /// Those that nobody compared with the rules for a year.
    var unchecked: [Item] { items.filter { $0.isChecked == false } }
}
