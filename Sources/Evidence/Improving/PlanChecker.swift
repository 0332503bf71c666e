internal import Diagnostics
internal import Domain

/// Holds the rows of a plan against the measures, and against one another.
struct PlanChecker {
    private let file: String
    private let rows: [PlannedMeasure]
    private let measures: [String: Measure]
    /// The ids of all measures, also of those that were refused; `nil` where they are not known.
    private let names: Set<String>?
    /// The earliest period for which each measure is planned.
    private let earliest: [String: Period]

    /// - Parameters:
    ///   - rows: In the order of their file.
    ///   - file: Its name.
    ///   - measures: Those that were handed in.
    ///   - names: Their ids, also of those that were refused; `nil` where they are not known.
    init(
        _ rows: [PlannedMeasure], file: String, _ measures: [Measure], names: Set<String>?
    ) {
        self.names = names
        self.rows = rows
        self.file = file
        self.measures = Dictionary(
            measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        earliest = Dictionary(
            rows.map { ($0.measure, $0.since) }, uniquingKeysWith: { min($0, $1) })
    }

    /// Adds what is wrong, and what may be.
    func check(_ log: inout DiagnosticLog) {
        var suggester = Suggester()
        var first: [Key: Int] = [:]
        let ids = (names ?? []).sorted()
        for row in rows {
            let key = Key(measure: row.measure, since: row.since)
            if let first = first[key] {
                log.error(
                    "plan.repeated", at: place(row, "measure"),
                    "the measure \(row.measure) is planned twice from \(row.since); first in row "
                        + "\(first)",
                    help: "Keep one of the two rows")
            }
            first[key] = first[key] ?? row.row
            if let measure = measures[row.measure] { warn(of: measure, row, &log) }
            if let names, !names.contains(row.measure) {
                log.error(
                    "plan.unknown-measure", at: place(row, "measure"),
                    "there is no measure \(seen(row.measure))",
                    help: ids.isEmpty
                        ? "Add a resource with \"apparatus\": {\"role\": \"measures\"}"
                        : suggester.help(
                            for: row.measure, among: ids,
                            otherwise: "Write the id of a measure that was handed in"))
            }
        }
    }

    private struct Key: Hashable {
        let measure: String
        let since: Period
    }

    private func warn(of measure: Measure, _ row: PlannedMeasure, _ log: inout DiagnosticLog) {
        for need in measure.needs where !isPlanned(need, by: row.since) {
            log.warning(
                "plan.needs", at: place(row, "measure"),
                "\(measure.id) needs \(need), which the plan from \(row.since) has not",
                help: "Add a row for it; where it is done already, nothing is to be done")
        }
        for other in measure.excludes where isPlanned(other, by: row.since) {
            log.warning(
                "plan.excludes", at: place(row, "measure"),
                "\(measure.id) excludes \(other), which is planned too",
                help: "Take one of the two out")
        }
        if let due = row.due, due < measure.finish {
            log.warning(
                "plan.early", at: place(row, "due"),
                "\(measure.id) is due on \(due), and its effect is there from \(measure.finish)",
                help: "Write a later day, or correct finish of the measure")
        }
    }

    private func isPlanned(_ id: String, by period: Period) -> Bool {
        earliest[id].map { $0 <= period } ?? false
    }

    private func place(_ row: PlannedMeasure, _ heading: String) -> Place {
        Place(file: file, row: row.row, field: heading)
    }
}
