internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Pages
internal import Scoring

/// Findings about plans that ask for little, for people: check by check, what speaks against a plan
/// as a group.
struct EffortList {
    let wording: Wording
    let findings: [EffortFinding]
    /// What stands before the names of files.
    let prefix: String

    private var assessment: Assessment { wording.assessment }

    func write(to page: inout Page) {
        let words = EffortWording(wording)
        for position in assessment.plan.effort.indices {
            let own = findings.filter { $0.check == position }
            guard !own.isEmpty else { continue }
            let id = assessment.plan.effort[position].id
            let title = words.title(ofCheck: position).plain
            page.line(title == id ? id : "\(title) (\(id))", .heading)
            for kind in EffortFinding.Kind.allCases {
                let group = own.filter { $0.kind == kind }
                guard let severity = group.first?.severity else { continue }
                page.line("  \(words.kind(kind).plain) (\(words.severity(severity).plain))")
                var table = TextTable(["": .left, "": .left, "": .left, "": .left, "": .left])
                for finding in group { table.add(cells(finding, words)) }
                page.lines(table.lines(indent: 4))
            }
            page.line()
        }
    }

    /// File and row, body, period, key, and what speaks against the plan.
    private func cells(_ finding: EffortFinding, _ words: EffortWording) -> [String] {
        let evidence = assessment.evidence
        return [
            place(finding), evidence.bodies[assessment.body(of: finding.unit)].id,
            evidence.periods[assessment.period(of: finding.unit)].description,
            finding.key.joined(separator: " "), words.sentence(finding).plain,
        ]
    }

    private func place(_ finding: EffortFinding) -> String {
        let check = assessment.plan.effort[finding.check]
        let evidence = assessment.evidence
        if let table = check.table, let record = finding.record {
            let records = evidence.tables[table]
            return records.file.map { "\(prefix)\($0): row \(records.rows[record])" } ?? ""
        }
        let column = evidence.inputs[check.plan]
        return column.file(at: finding.unit)
            .map { "\(prefix)\($0): row \(column.rows[finding.unit])" } ?? ""
    }
}
