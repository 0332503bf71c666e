internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import JSON
internal import Locales
internal import Methodology
internal import Scoring

/// Findings about plans that ask for little as data: a row for each.
struct EffortData {
    private let context: PageContext

    init(_ context: PageContext) { self.context = context }

    var csv: [UInt8] { table.csv }

    var json: [UInt8] {
        JSON.object([
            JSON.Member("edition", ResultJSON.edition(context.plainWording)),
            JSON.Member("period", .text(context.periods[context.report.period])),
            JSON.Member("findings", table.list),
        ]).file
    }

    private var table: DataTable {
        let words = EffortWording(context.plainWording)
        let assessment = context.assessment
        var table = DataTable([
            "check", "kind", "severity", "body", "period", "record", "plan", "actual", "previous",
            "revised", "periods", "finding",
        ])
        for finding in context.report.effort ?? [] {
            table.add([
                assessment.plan.effort[finding.check].id, finding.kind.rawValue,
                finding.severity.rawValue,
                assessment.evidence.bodies[assessment.body(of: finding.unit)].id,
                context.periods[assessment.period(of: finding.unit)],
                finding.key.isEmpty ? nil : finding.key.joined(separator: " "),
                finding.plan?.description, finding.actual?.description,
                finding.previous?.description, finding.revised?.description,
                String(finding.periods), words.sentence(finding).plain,
            ])
        }
        return table
    }
}
