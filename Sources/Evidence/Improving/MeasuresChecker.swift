internal import Diagnostics
internal import Domain

/// Looks at the rows of a table of measures together: rows that say different things, values that
/// are changed twice, and what is not said in any row.
struct MeasuresChecker {
    /// So many measures are held, since each is held with everything that it needs.
    static let most = 5_000

    private let file: String
    private var log: DiagnosticLog

    /// A measure of which not all rows have been seen.
    private struct Gathered {
        var entries: [MeasureRows.Entry] = []
        /// What was said first, by heading.
        var said: [String: (said: MeasureRows.Said, row: Int)] = [:]
        var changed = ChangedValues()
    }

    /// - Parameters:
    ///   - entries: In the order of their file.
    ///   - file: Its name.
    ///   - leftOut: The rows that were left out because of errors: a measure is not halved.
    ///   - own: An empty log that holds as much as is wanted.
    ///   - log: Takes what is wrong.
    /// - Returns: The measures by id, without those that were refused.
    static func measures(
        _ entries: [MeasureRows.Entry], file: String, leftOut: [RejectedRow],
        log own: DiagnosticLog, _ log: inout DiagnosticLog
    ) -> [Measure] {
        var checker = MeasuresChecker(file: file, log: own)
        checker.tellHalved(entries, leftOut)
        let measures = checker.joined(entries)
        MeasureCosts(measures, file: file).check(&checker.log)
        let rows = checker.rows(entries)
        MeasureLinks(measures, names: Set(entries.map(\.measure)), rows: rows).check(&checker.log)
        MeasureConflicts(measures).check(rows, &checker.log)
        log.add(checker.log)
        return measures
    }

    private mutating func tellHalved(
        _ entries: [MeasureRows.Entry], _ leftOut: [RejectedRow]
    ) {
        let rows = Dictionary(
            leftOut.map { ($0.identity.first ?? "", $0.row) }, uniquingKeysWith: { min($0, $1) })
        for entry in entries {
            guard let row = rows[entry.measure] else { continue }
            log.error(
                "measure.halved", at: place(entry.row, "measure"),
                "row \(row) of the measure \(entry.measure) was left out",
                help: "Mend that row; a measure is taken whole or not at all")
        }
    }

    private mutating func joined(_ entries: [MeasureRows.Entry]) -> [Measure] {
        var all: [Gathered] = []
        var positions: [String: Int] = [:]
        for entry in entries {
            let position = positions[entry.measure] ?? all.count
            if position == all.count {
                guard position < Self.most else {
                    log.error(
                        "measure.many", at: place(entry.row, "measure"),
                        "the file has more than \(Self.most) measures",
                        help: "Keep those that may be chosen, or split them over several workspaces"
                    )
                    break
                }
                positions[entry.measure] = position
                all.append(Gathered())
            }
            add(entry, to: &all[position])
        }
        return all.compactMap { measure($0) }.sorted { $0.id < $1.id }
    }

    private mutating func add(_ entry: MeasureRows.Entry, to measure: inout Gathered) {
        measure.entries.append(entry)
        for said in entry.said {
            guard let first = measure.said[said.heading] else {
                measure.said[said.heading] = (said, entry.row)
                continue
            }
            guard first.said.meaning != said.meaning else { continue }
            log.error(
                "measure.differs", at: place(entry.row, said.heading),
                "the measure \(entry.measure) says \(seen(said.text)), and "
                    + "\(seen(first.said.text)) in row \(first.row)",
                help: "Write the same in all rows of a measure, or leave it blank in the others")
        }
        guard let action = entry.action, let first = measure.changed.add(action) else { return }
        let whose = if case .body(let id) = action.reach { "of \(id)" } else { "of every body" }
        log.error(
            "measure.repeated", at: place(entry.row, "on"),
            "the measure \(entry.measure) changes \(action.target) \(whose) twice; first in row "
                + "\(first)",
            help: "Write one effect on it, or make a measure of each")
    }

    private mutating func measure(_ gathered: Gathered) -> Measure? {
        guard let first = gathered.entries.first else { return nil }
        let entries = gathered.entries
        let cost = entries.lazy.compactMap(\.cost).first
        let currency = entries.lazy.compactMap(\.currency).first
        let finish = entries.lazy.compactMap(\.finish).first
        tellAbsent(
            cost == nil, "cost", "the measure has no cost",
            help: "Write what it costs, 0 where that is nothing", entries)
        tellAbsent(
            currency == nil, "currency", "the cost has no currency",
            help: "Write its three capital letters, as in KZT", entries)
        tellAbsent(
            finish == nil, "finish", "the measure has no day on which its effect is there",
            help: "Write year, month and day as in 2024-03-31", entries)
        guard let cost, let currency, let finish else { return nil }
        func list(_ ids: (MeasureRows.Entry) -> [String]) -> [String] {
            entries.map(ids).first { !$0.isEmpty } ?? []
        }
        return Measure(
            id: first.measure, title: title(entries), actions: entries.compactMap(\.action),
            cost: cost, currency: currency, finish: finish, needs: list(\.needs),
            excludes: list(\.excludes), owner: entries.lazy.compactMap(\.owner).first,
            evidence: entries.lazy.compactMap(\.evidence).first, row: first.row, file: file)
    }

    /// The texts of all rows, each language once.
    private func title(_ entries: [MeasureRows.Entry]) -> LanguageMap {
        var seen: Set<String> = []
        return LanguageMap(
            entries.flatMap(\.title.texts).filter { seen.insert($0.language).inserted })
    }

    private mutating func tellAbsent(
        _ isAbsent: Bool, _ heading: String, _ what: String, help: String,
        _ entries: [MeasureRows.Entry]
    ) {
        guard isAbsent, let first = entries.first,
            !entries.contains(where: { $0.refused.contains(heading) })
        else { return }
        log.error("measure.\(heading)", at: place(first.row, heading), what, help: help)
    }

    /// The rows in which measures say what they need and exclude, by id and heading.
    private func rows(_ entries: [MeasureRows.Entry]) -> MeasureLinks.Rows {
        var rows = MeasureLinks.Rows(file: file)
        for entry in entries {
            for said in entry.said { rows.add(entry.measure, said.heading, entry.row) }
        }
        return rows
    }

    private func place(_ row: Int, _ heading: String) -> Place {
        Place(file: file, row: row, field: heading)
    }
}

/// The values that a measure changes, and the rows that say so.
private struct ChangedValues {
    private struct Rows {
        var first: Int
        var all: Int?
        var bodies: [String: Int] = [:]
    }

    private var targets: [String: Rows] = [:]

    /// Adds one.
    ///
    /// - Returns: The row that changes the same value already; `nil` for none.
    mutating func add(_ action: Measure.Action) -> Int? {
        var rows = targets[action.target] ?? Rows(first: action.row)
        defer { targets[action.target] = rows }
        let isKnown = targets[action.target] != nil
        switch action.reach {
        case .all:
            rows.all = rows.all ?? action.row
            return isKnown ? rows.first : nil
        case .body(let id):
            let before = rows.all ?? rows.bodies[id]
            rows.bodies[id] = rows.bodies[id] ?? action.row
            return before
        }
    }
}
