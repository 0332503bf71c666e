internal import Diagnostics
internal import Domain

/// Brings the decisions of all files together and applies those about inputs.
struct Deciding {
    private let schema: EvidenceSchema
    private let units: Units
    private let bodies: [Body]
    private let share: EvidenceShare
    private let periods: Set<Int32>
    /// What was read, with what an input is set to.
    private var gathered: [(decision: Decision, value: CellValue?)] = []
    /// Where what is decided about a subject of a unit stands.
    private var places: [Subject: (file: String, row: Int)] = [:]
    private(set) var log: DiagnosticLog

    private struct Subject: Hashable {
        let unit: Int
        let subject: Decision.Subject
    }

    init(
        _ schema: EvidenceSchema, _ units: Units, _ bodies: [Body], _ share: EvidenceShare,
        log: DiagnosticLog = DiagnosticLog()
    ) {
        self.log = log
        self.schema = schema
        self.units = units
        self.bodies = bodies
        self.share = share
        periods = Set(units.periods.map { Int32($0.index) })
    }

    /// Adds the decisions of a file.
    mutating func add(_ parts: [DecisionRows], file: String) {
        for entry in parts.flatMap(\.entries) { add(entry, file) }
    }

    private mutating func add(_ entry: DecisionRows.Entry, _ file: String) {
        guard periods.contains(entry.period) else {
            guard entry.isJudged else { return }
            let period = Period(schema.periodForm, index: Int(entry.period))
            let known = units.periods.map(\.description)
            log.error(
                "decision.period",
                at: Place(file: file, row: Int(entry.row), field: schema.periodColumn),
                "nothing was handed in for \(period)",
                help: known.isEmpty
                    ? "Decisions are about periods for which there is evidence"
                    : "There is evidence for \(listed(known))")
            return
        }
        let unit = units.unit(body: entry.body, period: entry.period)
        let subject = Subject(unit: unit, subject: entry.subject)
        if let first = places[subject] {
            if entry.isJudged { tellRepetition(entry, file, first) }
            return
        }
        places[subject] = (file, Int(entry.row))
        let decision = Decision(
            unit: unit, subject: entry.subject, kind: entry.kind, score: entry.score,
            reason: entry.reason, basis: entry.basis, who: entry.who, date: entry.date,
            file: file, row: Int(entry.row))
        gathered.append((decision, entry.value))
    }

    private mutating func tellRepetition(
        _ entry: DecisionRows.Entry, _ file: String, _ first: (file: String, row: Int)
    ) {
        let name =
            switch entry.subject {
            case .input(let input): "the input \(schema.inputs[input].id)"
            case .node(let node): "the node \(schema.nodes[node].id)"
            }
        let body = bodies[Int(entry.body)].id
        let period = Period(schema.periodForm, index: Int(entry.period))
        let other = first.file == file ? "row \(first.row)" : "\(first.file), row \(first.row)"
        log.error(
            "decision.repeated", at: Place(file: file, row: Int(entry.row), field: nil),
            "\(name) of \(body) for \(period) is decided here and in \(other)",
            help: "Keep the one that holds")
    }

    /// Puts what is decided in the place of what was handed in.
    ///
    /// - Parameters:
    ///   - inputs: What was handed in, one for each input of the schema.
    ///   - provenances: Those there are; what is decided adds its own.
    /// - Returns: What stands then, and every decision with what stood before, in the order of
    ///   the files.
    func applied(
        to inputs: [InputColumn], _ provenances: inout ProvenanceIndex
    ) -> (inputs: [InputColumn], decisions: [Decision]) {
        var decisions = gathered.map(\.decision)
        var changes: [Int: [InputColumn.Change]] = [:]
        for (number, (decision, value)) in gathered.enumerated() {
            guard case .input(let input) = decision.subject else { continue }
            let before = inputs[input].standing(at: decision.unit)
            decisions[number].before = before
            let standing = provenances.entries[Int(before.provenance)]
            changes[input, default: []].append(
                change(
                    decision, value, schema.inputs[input], before,
                    provenances.number(of: decision.provenance(before: standing))))
        }
        var columns = inputs
        for (input, changes) in changes { columns[input] = columns[input].changed(changes) }
        return (columns, decisions)
    }

    private func change(
        _ decision: Decision, _ value: CellValue?, _ field: Field, _ before: Decision.Before,
        _ provenance: UInt32
    ) -> InputColumn.Change {
        guard decision.kind != .accept else {
            return InputColumn.Change(
                unit: decision.unit, cell: before.cell, file: before.file, row: before.row,
                provenance: before.row > 0 ? provenance : before.provenance)
        }
        var cell = ColumnBuilder(field.type)
        switch decision.kind {
        case .exclude: cell.append(.blank(.withheld))
        case .notApplicable: cell.append(.blank(.notApplicable))
        case .set, .accept: cell.append(value ?? .blank(.unknown))
        }
        return InputColumn.Change(
            unit: decision.unit, cell: cell.column, file: decision.file,
            row: Int32(clamping: decision.row), provenance: provenance)
    }
}
