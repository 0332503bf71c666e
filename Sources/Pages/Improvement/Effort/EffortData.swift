internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Scoring

/// Findings about plans that ask for little as data: a row for each.
struct EffortData {
    private let context: PageContext

    init(_ context: PageContext) { self.context = context }

    var csv: [UInt8] { table.csv }

    var json: [UInt8] { table.json("findings", context) }

    private var table: DataTable {
        let words = EffortWording(context.plainWording)
        let assessment = context.assessment
        var table = DataTable([
            "check", "kind", "severity", "body", "period", "record", "plan", "actual", "previous",
            "revised", "periods", "finding", "file", "row",
        ])
        for finding in context.report.effort ?? [] {
            let origin = context.origin(of: finding)
            table.add([
                assessment.plan.effort[finding.check].id, finding.kind.rawValue,
                finding.severity.rawValue,
                assessment.evidence.bodies[assessment.body(of: finding.unit)].id,
                context.periods[assessment.period(of: finding.unit)],
                finding.key.isEmpty ? nil : finding.key.joined(separator: " "),
                finding.plan?.description, finding.actual?.description,
                finding.previous?.description, finding.revised?.description,
                String(finding.periods), words.sentence(finding).plain,
                origin?.file, origin.map { String($0.row) },
            ])
        }
        return table
    }
}

extension PageContext {
    /// The file and row of a finding's record; `nil` for a check of inputs.
    func origin(of finding: EffortFinding) -> (file: String, row: Int)? {
        guard let record = finding.record,
            let table = assessment.plan.effort[finding.check].table,
            let file = assessment.evidence.tables[table].file
        else { return nil }
        return (file, Int(assessment.evidence.tables[table].rows[record]))
    }
}
