internal import Diagnostics

/// The rows that are left out of a workspace, gathered in one reading after the other.
struct Rejecting: Sendable {
    /// What is wrong with a row.
    private struct Detail {
        var problem: Diagnostic
        var others: [String]
        var text: String?
        var identity: [String] = []
    }

    /// By file.
    private(set) var rows: [String: Set<Int>] = [:]
    /// The inputs that each file in wide form may hold.
    private(set) var inputs: [String: [String]] = [:]
    private var details: [String: [Int: Detail]] = [:]
    private var count = 0

    /// Takes in what was left out while a file was read.
    ///
    /// - Returns: Whether there are rows among them that were not known.
    mutating func add(_ rejected: RejectedRows, in file: String) -> Bool {
        var isNew = false
        for row in rejected.details {
            if let problem = row.problem {
                let isFirst = rows[file, default: []].insert(row.row).inserted
                isNew = isNew || isFirst
                guard isFirst else { continue }
                keep(
                    Detail(
                        problem: problem, others: row.others, text: row.text,
                        identity: row.identity), file, row.row)
            } else if details[file]?[row.row]?.text == nil {
                details[file]?[row.row]?.text = row.text
                details[file]?[row.row]?.identity = row.identity
            }
        }
        for row in rejected.others where rows[file, default: []].insert(row).inserted {
            isNew = true
        }
        return isNew
    }

    /// Takes in the errors that rows have among one another.
    ///
    /// - Parameters:
    ///   - log: What a reading told.
    ///   - isOfRow: Whether an error concerns a row and not the whole file.
    /// - Returns: Whether there are rows among them that were not known, and what is no error of
    ///   a row.
    mutating func add(
        _ log: DiagnosticLog, isOfRow: (Diagnostic) -> Bool
    ) -> (isNew: Bool, rest: DiagnosticLog) {
        var isNew = false
        var rest = DiagnosticLog()
        for entry in log.entries {
            guard entry.severity == .error, let place = entry.place, let row = place.line,
                isOfRow(entry)
            else {
                rest.add(entry)
                continue
            }
            if rows[place.file, default: []].insert(row).inserted {
                isNew = true
                keep(Detail(problem: entry, others: []), place.file, row)
            }
        }
        for (file, counted) in log.countedRows {
            for row in counted where rows[file, default: []].insert(row).inserted { isNew = true }
        }
        return (isNew, rest)
    }

    /// Notes the inputs of a file; another edition may know further ones.
    mutating func add(inputs ids: [String], of file: String) {
        for id in ids where !inputs[file, default: []].contains(id) {
            inputs[file, default: []].append(id)
        }
    }

    private mutating func keep(_ detail: Detail, _ file: String, _ row: Int) {
        guard count < Rejects.kept else { return }
        count += 1
        details[file, default: [:]][row] = detail
    }

    /// Everything that is held of the rows of a file, by row.
    func held(_ file: String) -> [RejectedRow] {
        (details[file] ?? [:]).sorted { $0.key < $1.key }.map { row, detail in
            RejectedRow(
                row: row, problem: detail.problem, others: detail.others, text: detail.text ?? "…",
                identity: detail.identity)
        }
    }
}
