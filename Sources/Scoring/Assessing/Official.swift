internal import Domain
internal import Evidence
public import Methodology

/// Whether a result is official, and if not, everything that speaks against it.
public struct Official: Hashable, Sendable {
    /// What speaks against it.
    public enum Objection: Hashable, Sendable {
        /// The edition does not rest on an act of its owner, but on this.
        case edition(Plan.Identity.Status)
        /// Somebody other than the methodology's owner computed it.
        case notByOwner
        /// A rule that somebody chose without a source: the node's position.
        case assumedNode(Int)
        /// A parameter that somebody chose without a source: its position.
        case assumedParameter(Int)
        /// The decisions about the evidence were left out.
        case withoutDecisions
        /// Values are supposed in the place of what is known, of this body or another.
        case supposed
        /// So many rows were left out because something is wrong with them: each may be about
        /// any body.
        case rejected(Int)
        /// Evidence that nobody checked.
        case unverified
    }

    /// In the order above; none for an official result.
    public let objections: [Objection]

    /// Whether nothing speaks against it.
    public var isOfficial: Bool { objections.isEmpty }
}

extension Assessment {
    /// Whether the outcome of a node is official for a body and period.
    public func official(_ node: Int, at unit: Int) -> Official {
        official(node, at: unit, standing: standing(node))
    }

    /// The same where what speaks against all outcomes of the node is known already.
    public func official(
        _ node: Int, at unit: Int, standing: [Official.Objection]
    ) -> Official {
        let isUnverified = columns[node]?.usesUnverified(at: unit) ?? false
        return Official(objections: isUnverified ? standing + [.unverified] : standing)
    }

    /// What speaks against a node's outcomes whatever the evidence.
    public func standing(_ node: Int) -> [Official.Objection] {
        var objections: [Official.Objection] = []
        if plan.identity.status != .adopted { objections.append(.edition(plan.identity.status)) }
        if !isByOwner { objections.append(.notByOwner) }
        objections += dependencies[node].assumedNodes.map { .assumedNode($0) }
        objections += dependencies[node].parameters.filter { plan.parameters[$0].isAssumed }
            .map { .assumedParameter($0) }
        if isWithoutDecisions { objections.append(.withoutDecisions) }
        if isSupposed { objections.append(.supposed) }
        if let rejects = evidence.rejects?.count, rejects > 0 {
            objections.append(.rejected(rejects))
        }
        return objections
    }
}

/// Which evidence was checked.
struct Verification: Sendable {
    private let evidence: Evidence
    private let isVerified: [Bool]
    private let isAllVerified: Bool
    private let decided: DecidedNodes
    private let plan: Plan

    init(_ evidence: Evidence, _ decided: DecidedNodes, _ plan: Plan) {
        self.evidence = evidence
        self.decided = decided
        self.plan = plan
        isVerified = evidence.provenances.map(\.status.isVerified)
        isAllVerified = isVerified.allSatisfy { $0 }
    }

    /// For each unit, whether anything that a node rests on is unchecked; empty when nothing is.
    ///
    /// What depends on other bodies rests on what all of them handed in for the period; what
    /// looks back, on earlier periods as well. What stands beneath a decided node alone does not
    /// count.
    func unverifiedUnits(_ node: Int, _ dependencies: Dependencies) -> [Bool] {
        if isAllVerified { return [] }
        var units = [Bool](repeating: false, count: evidence.unitCount)
        for input in dependencies.inputs { mark(evidence.inputs[input], &units) }
        for table in dependencies.tables { mark(evidence.tables[table], &units) }
        for (unit, nodes) in decided.settled where units[unit] {
            let rest = dependencies.without(nodes, from: node, plan)
            units[unit] =
                rest.inputs.contains { isMarked(evidence.inputs[$0], unit) }
                || rest.tables.contains { isMarked(evidence.tables[$0], unit) }
        }
        if dependencies.periodsBack > 0 { units = reaching(dependencies.periodsBack, units) }
        // What is accepted is all evidence of the body, also that of earlier periods.
        for (unit, nodes) in decided.settled where nodes.contains(node) { units[unit] = false }
        guard dependencies.isRelative else { return units }
        let bodies = evidence.bodies.count
        for first in stride(from: 0, to: units.count, by: bodies)
        where units[first..<first + bodies].contains(true) {
            for unit in first..<first + bodies
            where decided.outcomes[node]?[unit] == nil { units[unit] = true }
        }
        return units
    }

    /// Whether a unit, or the same body's in one of so many periods before, is marked.
    private func reaching(_ reach: Int, _ units: [Bool]) -> [Bool] {
        let bodies = evidence.bodies.count
        return units.indices.map { unit in
            let index = evidence.periods[unit / bodies].index
            return evidence.periods.enumerated().contains { position, period in
                (index - reach...index).contains(period.index)
                    && units[position * bodies + unit % bodies]
            }
        }
    }

    private func mark(_ column: InputColumn, _ units: inout [Bool]) {
        for unit in units.indices where isMarked(column, unit) { units[unit] = true }
    }

    private func isMarked(_ column: InputColumn, _ unit: Int) -> Bool {
        column.rows[unit] > 0 && !isVerified[Int(column.provenance[unit])]
    }

    private func mark(_ table: RecordTable, _ units: inout [Bool]) {
        for unit in units.indices where isMarked(table, unit) { units[unit] = true }
    }

    private func isMarked(_ table: RecordTable, _ unit: Int) -> Bool {
        let records = table.unitOffsets[unit]..<table.unitOffsets[unit + 1]
        return records.contains { !isVerified[Int(table.provenance[$0])] }
    }
}
