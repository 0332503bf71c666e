internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology

/// What formulas are computed over: a plan and evidence, joined once.
///
/// A class only so that thousands of formulas share it without copying; nothing in it changes.
final class Ground: Sendable {
    /// How many units are one piece of work.
    static let chunk = 512

    let plan: Plan
    let evidence: Evidence
    /// What the numbers within a step are.
    let numbers: NumberKind
    /// Whether records are taken one by one, which is slower and the same.
    let isByRecord: Bool
    /// The record of the parent table that each record belongs to; empty without a parent.
    let parents: [[Int]]
    /// For each period of the evidence, the value of each parameter on its last day.
    let parameters: [[Fraction?]]
    /// For each body, the position of its kind in the plan; -1 for a kind it does not name.
    let kinds: [Int]
    /// For each body, the group of its peers; `nil` where nothing says which.
    private let peers: [Int?]
    private let peerCount: Int
    /// For each period of the evidence, whether the edition holds for it.
    let isScored: [Bool]
    /// For each unit, whether the edition holds for its period and applies to its body.
    let isAssessed: [Bool]
    /// The positions of the periods by their index.
    private let periods: [Int: Int]
    /// For each unit, whether anything was handed in; empty where no formula reaches back.
    private let isHandedIn: [Bool]
    /// What stands in the place of what is known.
    let supposed: Supposed

    init(
        plan: Plan, evidence: Evidence, numbers: NumberKind, isByRecord: Bool = false,
        supposed: Supposed = Supposed()
    ) {
        self.plan = plan
        self.supposed = supposed
        self.isByRecord = isByRecord
        self.evidence = evidence
        self.numbers = numbers
        parents = evidence.tables.map { table in
            guard !table.parentOffsets.isEmpty else { return [] }
            var parents = [Int](repeating: 0, count: table.count)
            for parent in 0..<(table.parentOffsets.count - 1) {
                for record in table.parentOffsets[parent]..<table.parentOffsets[parent + 1] {
                    parents[record] = parent
                }
            }
            return parents
        }
        parameters = evidence.periods.map { period in
            plan.parameters.map { $0.value(on: period.lastDay) }
        }
        kinds = evidence.bodies.map { plan.identity.kinds.firstIndex(of: $0.kind) ?? -1 }
        var groups: [String: Int] = [:]
        peers = evidence.bodies.map { body in
            let name: String? =
                switch plan.peers {
                case .kind: body.kind
                case .group: body.group
                case nil: nil
                }
            return name.map { name in
                let group = groups[name] ?? groups.count
                groups[name] = group
                return group
            }
        }
        peerCount = groups.count
        isScored = evidence.periods.map { plan.identity.holds(for: $0) }
        let hasKnownKind = kinds.map { $0 >= 0 }
        isAssessed = evidence.periods.flatMap { period in
            let (isScored, lastDay) = (plan.identity.holds(for: period), period.lastDay)
            return evidence.bodies.indices.map {
                isScored && hasKnownKind[$0] && evidence.bodies[$0].existed(on: lastDay)
            }
        }
        periods = Dictionary(
            evidence.periods.enumerated().map { ($0.element.index, $0.offset) }
        ) { first, _ in first }
        isHandedIn = plan.reachesBack ? evidence.isHandedIn : []
    }

    /// The same with other values of inputs that are known, and of leaves.
    init(_ ground: Ground, evidence: Evidence, supposed: Supposed) {
        (plan, self.evidence, self.supposed) = (ground.plan, evidence, supposed)
        (numbers, isByRecord) = (ground.numbers, ground.isByRecord)
        (parents, parameters, kinds) = (ground.parents, ground.parameters, ground.kinds)
        (peers, peerCount, periods) = (ground.peers, ground.peerCount, ground.periods)
        (isScored, isAssessed) = (ground.isScored, ground.isAssessed)
        isHandedIn = ground.isHandedIn
    }

    /// The unit of the same body so many periods before; `nil` where it handed in nothing then.
    func unit(_ periods: Int, before unit: Int) -> Int? {
        let index = evidence.periods[period(of: unit)].index
        guard let period = self.periods[index - periods] else { return nil }
        let earlier = period * evidence.bodies.count + body(of: unit)
        return isHandedIn[earlier] ? earlier : nil
    }

    /// The row in each of the periods of which it means the records, the present one first.
    func rows(_ row: Row) -> [Row] {
        if row.periods == 1 { return [row] }
        return (0..<row.periods).compactMap { unit($0, before: row.unit) }.map { Row(unit: $0) }
    }

    /// How many groups of bodies functions range over, in all periods together.
    func groupCount(_ reach: Population.Reach) -> Int {
        evidence.periods.count * (reach == .bodies ? 1 : peerCount)
    }

    /// The group that the unit's body belongs to in its period; `nil` where nothing says which.
    func group(of unit: Int, _ reach: Population.Reach) -> Int? {
        switch reach {
        case .bodies: period(of: unit)
        case .peers: peers[body(of: unit)].map { period(of: unit) * peerCount + $0 }
        }
    }

    func period(of unit: Int) -> Int { unit / evidence.bodies.count }

    func body(of unit: Int) -> Int { unit % evidence.bodies.count }

    /// The records of a table that belong to a row.
    func records(of table: Int, in row: Row) -> Range<Int> {
        let records = evidence.tables[table]
        if row.table >= 0, plan.schema.tables[table].parent == row.table {
            return records.parentOffsets[row.record]..<records.parentOffsets[row.record + 1]
        }
        return records.unitOffsets[row.unit]..<records.unitOffsets[row.unit + 1]
    }

    /// The record of a table that the row is or belongs to.
    func record(of table: Int, in row: Row) -> Int {
        var (current, record) = (row.table, row.record)
        while current != table, let parent = plan.schema.tables[current].parent {
            record = parents[current][record]
            current = parent
        }
        return record
    }
}

extension Evidence {
    /// For each unit, whether there is a row of inputs or a record of it.
    fileprivate var isHandedIn: [Bool] {
        (0..<unitCount).map { unit in
            inputs.contains { $0.rows[unit] > 0 }
                || tables.contains { $0.unitOffsets[unit] < $0.unitOffsets[unit + 1] }
        }
    }
}

extension Plan {
    /// Whether a formula of a node or a check looks at earlier periods.
    fileprivate var reachesBack: Bool {
        let formulas =
            nodes.flatMap(\.formulas)
            + checks.flatMap { [$0.when, $0.expect].compactMap { $0 } }
        let looksForLast = nodes.contains {
            if case .last = $0.substitute?.source { true } else { false }
        }
        return looksForLast
            || formulas.contains { formula in
                formula.expression.contains { part in
                    switch part.kind {
                    case .previous, .across: true
                    default: false
                    }
                }
            }
    }
}
