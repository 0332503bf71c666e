internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import JSON
internal import Locales
internal import Methodology
internal import Scoring

/// The verdicts of all bodies and of the apparatus as data, a line for each period.
struct VerdictData {
    private let told: StageTelling

    /// The verdicts; `nil` where the edition has no stages.
    init?(_ context: PageContext) {
        guard let told = StageTelling(Setting(context, at: .verdicts)) else { return nil }
        self.told = told
    }

    var csv: [UInt8] { table.csv }

    var json: [UInt8] {
        JSON.object([
            JSON.Member("edition", ResultJSON.edition(told.context.plainWording)),
            JSON.Member("runs", told.reported.firmness.map { JSON($0.runs) } ?? .null),
            JSON.Member("verdicts", table.list),
        ]).file
    }

    /// The apparatus has no body.
    private var table: DataTable {
        let stages = told.rule.list.map(\.id)
        var table = DataTable(
            ["body", "period", "verdict", "attained", "cells_assessed", "cells", "runs_same"]
                + stages.map { "mean_" + $0 } + ["weight"])
        for diagnosis in told.reported.earlier + [told.reported.diagnosis] {
            if let apparatus = diagnosis.apparatus {
                add(
                    nil, diagnosis, apparatus.verdict, apparatus.stages.map(\.statistics), nil,
                    told.reported.firmness?.apparatus?.same, to: &table)
            }
            for body in diagnosis.bodies {
                add(
                    body.body, diagnosis, body.verdict, body.stages, body.weight?.description,
                    told.reported.runs(of: body.body)?.same, to: &table)
            }
        }
        return table
    }

    private func add(
        _ body: Int?, _ diagnosis: Diagnosis, _ verdict: Verdict, _ stages: [StageStatistics],
        _ weight: String?, _ same: Int?, to table: inout DataTable
    ) {
        let isReported = diagnosis.period == told.context.report.period
        table.add(
            [
                body.map { diagnosis.assessment.evidence.bodies[$0].id },
                told.context.periods[diagnosis.period], told.words.verdict(verdict).plain,
                String(verdict.attained), String(verdict.assessed), String(verdict.cells),
                isReported ? same.map { String($0) } : nil,
            ] + stages.map { $0.mean?.reduced.description } + [weight])
    }
}
