public import Domain

/// The editions of one methodology, of which one holds for each period and kind of body.
public struct Editions: Sendable {
    /// In the order of their first days, those without one first.
    public let plans: [Plan]

    /// Editions in the order of ``precedes(_:_:)``.
    public init(_ plans: [Plan]) {
        self.plans = plans
    }

    /// Whether an edition comes before another: by its first day, then by its id.
    public static func precedes(_ one: Plan, _ other: Plan) -> Bool {
        let days = [one, other].map { $0.identity.from?.number ?? .min }
        if days[0] != days[1] { return days[0] < days[1] }
        return one.identity.edition < other.identity.edition
    }

    /// The edition that holds for a kind of body in a period; `nil` for none.
    public func position(ofKind kind: String, in period: Period) -> Int? {
        plans.indices.first { plans[$0].identity.holds(for: period, kind: kind) }
    }

    /// Periods between two editions for which none holds, and the kinds of body concerned.
    public struct Gap: Hashable, Sendable {
        /// In the order of the editions.
        public let kinds: [String]
        /// The first period without an edition.
        public let first: Period
        /// The last one.
        public let last: Period
    }

    /// Every gap, the earliest first; what lies before the first and after the last edition of a
    /// kind is none.
    public var gaps: [Gap] {
        var kinds: [String] = []
        for kind in plans.flatMap(\.identity.kinds) where !kinds.contains(kind) {
            kinds.append(kind)
        }
        var gaps: [Gap] = []
        for kind in kinds {
            for gap in self.gaps(ofKind: kind) {
                if let known = gaps.firstIndex(where: {
                    $0.first == gap.first && $0.last == gap.last
                }) {
                    gaps[known] = Gap(
                        kinds: gaps[known].kinds + [kind], first: gap.first, last: gap.last)
                } else {
                    gaps.append(Gap(kinds: [kind], first: gap.first, last: gap.last))
                }
            }
        }
        return gaps.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
    }

    private func gaps(ofKind kind: String) -> [(first: Period, last: Period)] {
        let own = plans.filter { $0.identity.kinds.contains(kind) }
        return zip(own, own.dropFirst()).compactMap { earlier, later in
            guard let end = earlier.identity.to, let begin = later.identity.from else { return nil }
            let form = earlier.schema.periodForm
            let next = form.first(onOrAfter: end.advanced(by: 1))
            let straddling = Period(form, index: next.index - 1)
            let first = straddling.lastDay > end ? straddling : next
            let last = Period(form, index: form.first(onOrAfter: begin).index - 1)
            return first <= last ? (first, last) : nil
        }
    }
}

extension Plan.Identity {
    /// Whether the edition holds for a kind of body in a period.
    public func holds(for period: Period, kind: String) -> Bool {
        kinds.contains(kind) && holds(for: period)
    }
}
