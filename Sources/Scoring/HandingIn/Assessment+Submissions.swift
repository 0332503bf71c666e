internal import Arithmetic
internal import Domain
internal import Evidence
internal import Methodology

extension Assessment {
    /// What each body has handed in for a period, what is still owed, and what that is worth.
    ///
    /// A node that waits for something is put at the best score it can reach, and everything
    /// above it is computed again, exactly; what the total gains is what the thing is worth.
    ///
    /// - Parameters:
    ///   - period: Its position among those of the evidence; one that the edition holds for.
    ///   - totals: Positions of the nodes whose gain is told.
    ///   - threads: At most so many; `nil` uses all cores. The result does not depend on it.
    /// - Returns: One for each body, in the order of their file.
    public func submissions(
        in period: Int, totals: [Int], threads: Int? = nil
    ) -> [Submission] {
        SubmissionReader(self, period, totals, threads).submissions()
    }
}

/// Brings together what each body of a period owes.
private struct SubmissionReader {
    typealias Item = Submission.Item
    typealias Scores = [Int: [Int: Fixed]]

    let assessment: Assessment
    let period: Int
    let totals: [Int]
    let threads: Int?
    let nodes: WaitingNodes
    private let entryReader: EntryReader

    init(_ assessment: Assessment, _ period: Int, _ totals: [Int], _ threads: Int?) {
        self.assessment = assessment
        self.period = period
        self.totals = totals
        self.threads = threads
        nodes = WaitingNodes(assessment)
        entryReader = EntryReader(assessment.evidence, assessment.plan.schema)
    }

    func submissions() -> [Submission] {
        let bodies = assessment.evidence.bodies.count
        let pieces = Parallel.map(bodies, chunk: 64, threads: threads) { range in
            range.map { begin($0) }
        }
        var units = pieces.flatMap { $0 }
        let best = Self.scores(units.flatMap { unit in unit.waiting.map { (unit.unit, $0) } })
        let all = suppose(best)
        for index in units.indices {
            units[index].submission.prospects = prospects(
                of: units[index].waiting, units[index].unit, all)
        }
        for item in Set(units.flatMap { $0.submission.debts.map(\.item) }) {
            settle(item, &units, all: all)
        }
        return units.map { Self.sorted($0.submission) }
    }

    /// With the most pressing debts first, otherwise in the order of the schema.
    private static func sorted(_ submission: Submission) -> Submission {
        var sorted = submission
        sorted.debts = submission.debts.enumerated().sorted { one, other in
            if one.element.isMorePressing(than: other.element) { return true }
            if other.element.isMorePressing(than: one.element) { return false }
            return one.offset < other.offset
        }.map(\.element)
        return sorted
    }

    /// What is known before anything is supposed.
    private struct Begun {
        let unit: Int
        var submission: Submission
        let waiting: [WaitingNodes.Waiting]
    }

    private func begin(_ body: Int) -> Begun {
        let unit = assessment.unit(body: body, period: period)
        let entries = entryReader.entries(of: unit)
        let lastDay = assessment.evidence.periods[period].lastDay
        let isDue =
            assessment.evidence.bodies[body].existed(on: lastDay)
            && assessment.kind(of: unit) != nil
        var submission = Submission(unit: unit, isDue: isDue, entries: entries)
        guard isDue else { return Begun(unit: unit, submission: submission, waiting: []) }
        let blank = Set(entries.filter { !$0.isHandedIn }.map(\.item))
        let (waiting, unsettled) = nodes.all(at: unit, blank: blank)
        submission.unsettled = unsettled
        submission.debts = entries.compactMap { debt(of: $0.item, waiting) }
        return Begun(unit: unit, submission: submission, waiting: waiting)
    }

    private func debt(
        of item: Item, _ waiting: [WaitingNodes.Waiting]
    ) -> Submission.Debt? {
        let own = waiting.filter { $0.items.contains(item) }
        guard !own.isEmpty else { return nil }
        var together: [Item] = []
        for other in own.flatMap(\.items) where other != item && !together.contains(other) {
            together.append(other)
        }
        return Submission.Debt(
            item: item, fields: Set(own.compactMap(\.field)).sorted(), nodes: own.map(\.node),
            together: together)
    }

    // MARK: Supposing

    private static func scores(_ waiting: [(unit: Int, WaitingNodes.Waiting)]) -> Scores {
        var scores: Scores = [:]
        for (unit, waiting) in waiting { scores[waiting.node, default: [:]][unit] = waiting.best }
        return scores
    }

    private func suppose(_ scores: Scores) -> Supposition {
        Supposition(assessment, scores, threads: threads)
    }

    /// Says of one item what it is worth to each body that owes it.
    private func settle(
        _ item: Item, _ units: inout [Begun], all: Supposition
    ) {
        var own: [(unit: Int, WaitingNodes.Waiting)] = []
        var others: [(unit: Int, WaitingNodes.Waiting)] = []
        for unit in units where unit.submission.debts.contains(where: { $0.item == item }) {
            let isNeeded = totals.contains {
                assessment.columns[$0]?.score(at: unit.unit) == nil
            }
            for waiting in unit.waiting {
                if waiting.items.contains(item) {
                    own.append((unit.unit, waiting))
                } else if isNeeded {
                    others.append((unit.unit, waiting))
                }
            }
        }
        let alone = suppose(Self.scores(own))
        let without = suppose(Self.scores(others))
        for index in units.indices {
            guard let debt = units[index].submission.debts.firstIndex(where: { $0.item == item })
            else { continue }
            let waiting = units[index].waiting.filter { $0.items.contains(item) }
            units[index].submission.debts[debt].prospects = prospects(
                of: waiting, units[index].unit, alone, all: all, without: without)
        }
    }

    /// What becomes of each total that rests on a node that waits.
    private func prospects(
        of waiting: [WaitingNodes.Waiting], _ unit: Int, _ supposed: Supposition,
        all: Supposition? = nil, without: Supposition? = nil
    ) -> [Submission.Prospect] {
        totals.filter { total in
            let beneath = assessment.dependencies[total].nodes
            return waiting.contains { beneath.contains($0.node) }
        }.map { total in
            let now = assessment.columns[total]?.score(at: unit)
            let best = supposed.score(of: total, at: unit)
            let isNeeded =
                now == nil && all?.score(of: total, at: unit) != nil
                && without?.score(of: total, at: unit) == nil
            return Submission.Prospect(
                total: total, now: now, best: best, isNeeded: isNeeded,
                obstacle: supposed.obstacle(of: total, at: unit),
                worth: worth(of: total, now, best))
        }
    }

    private func worth(of total: Int, _ now: Fixed?, _ best: Fixed?) -> Fixed? {
        guard let now, let best, !assessment.plan.nodes[total].isGraded else { return nil }
        // Both lie on one scale.
        return try? best.subtracting(now)
    }
}
