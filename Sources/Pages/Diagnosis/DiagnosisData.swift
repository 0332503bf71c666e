internal import Arithmetic
package import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import JSON
internal import Locales
internal import Methodology
internal import Scoring

/// Verdicts as data: a row for each body and stage, and everything that they rest on.
///
/// Numbers are in plain digits; shares 0…1. Fields are empty where there is nothing.
package struct DiagnosisData: Sendable {
    let words: DiagnosisWording
    let firmness: Firmness?
    /// Whether an analyst assumed what was drawn.
    let isAnalysts: Bool
    /// Diagnoses of earlier periods.
    let earlier: [Diagnosis]
    /// The position of the only body that is told of; `nil` for all.
    let only: Int?

    /// The data of a diagnosis.
    ///
    /// - Parameters:
    ///   - words: The wording of the diagnosis.
    ///   - firmness: How sure its verdicts are; `nil` where nothing was drawn.
    ///   - isAnalysts: Whether an analyst assumed what was drawn.
    ///   - earlier: Diagnoses of earlier periods by the same edition, told in JSON.
    ///   - only: The position of the only body that is told of; `nil` for all and the apparatus.
    package init(
        _ words: DiagnosisWording, _ firmness: Firmness?, isAnalysts: Bool = false,
        earlier: [Diagnosis] = [], only: Int? = nil
    ) {
        self.words = words
        self.firmness = firmness
        self.isAnalysts = isAnalysts
        self.earlier = earlier
        self.only = only
    }

    var diagnosis: Diagnosis { words.diagnosis }
    var assessment: Assessment { diagnosis.assessment }
    var rule: Stages { diagnosis.rule }
    var period: String { assessment.evidence.periods[diagnosis.period].description }

    func isTold(_ body: Int) -> Bool { only.map { $0 == body } ?? true }

    func id(_ node: Int) -> String { assessment.plan.nodes[node].id }
    func body(_ body: Int) -> String { assessment.evidence.bodies[body].id }

    // MARK: CSV

    private static let columns = [
        "level", "body", "kind", "period", "stage", "standing", "verdict", "weight", "applicable",
        "assessed", "mean", "established", "emerging", "least", "weight_share", "system_mean",
        "runs", "attained_runs", "same_runs", "firmness", "alternatives",
    ]

    /// A row for the apparatus and each body, and each stage; after the columns of all, the score of
    /// the cell in each dimension, its status, and the share of its weight that is observed.
    package var csv: [UInt8] {
        let dimensions = rule.dimensions.map { id($0.node) }
        var table = DataTable(
            Self.columns + dimensions.flatMap { ["cell_\($0)", "status_\($0)", "share_\($0)"] })
        for stage in rule.list.indices {
            guard only == nil, let apparatus = diagnosis.apparatus else { break }
            table.add(row(apparatus, stage))
        }
        for (position, body) in diagnosis.bodies.enumerated() where isTold(body.body) {
            for stage in rule.list.indices { table.add(row(body, stage, position)) }
        }
        return table.csv
    }

    private func row(_ apparatus: ApparatusDiagnosis, _ stage: Int) -> [String?] {
        let own = apparatus.stages[stage]
        let head: [String?] = [
            "apparatus", apparatus.system.map(body), rule.apparatus?.kind, period,
            rule.list[stage].id, Self.word(apparatus.verdict.standings[stage]),
            words.verdict(apparatus.verdict).plain, nil,
        ]
        let cells = apparatus.cells.flatMap { [$0[stage].map(Self.digits), nil, nil] }
        return head + Self.cells(own.statistics)
            + [own.weight.map(Self.digits), own.system.map(Self.digits)]
            + runs(firmness?.apparatus, stage) + cells
    }

    private func row(_ found: BodyDiagnosis, _ stage: Int, _ position: Int) -> [String?] {
        let own = assessment.evidence.bodies[found.body]
        let head: [String?] = [
            "body", own.id, own.kind, period, rule.list[stage].id,
            Self.word(found.verdict.standings[stage]), words.verdict(found.verdict).plain,
            found.weight?.description,
        ]
        let cells = found.cells.flatMap { cells -> [String?] in
            let cell = cells[stage]
            return [
                (cell.score ?? cell.partial)?.description,
                cell.score == nil && cell.partial != nil ? "partial" : cell.status.rawValue,
                cell.coverage.map(Self.digits),
            ]
        }
        return head + Self.cells(found.stages[stage]) + [nil, nil]
            + runs(firmness?.bodies[position], stage) + cells
    }

    private static func cells(_ statistics: StageStatistics) -> [String?] {
        [
            String(statistics.applicable), String(statistics.assessed),
            statistics.mean.map(digits), String(statistics.established),
            String(statistics.emerging), statistics.least?.description,
        ]
    }

    private func runs(_ result: Firmness.Result?, _ stage: Int) -> [String?] {
        guard let firmness, let result else { return [nil, nil, nil, nil, nil] }
        return [
            String(firmness.runs), String(result.attained[stage]), String(result.same),
            firmness.word(result).rawValue, isAnalysts ? "analyst" : "edition",
        ]
    }

    // MARK: Words of data

    /// What a standing is called in data, whatever the language.
    static func word(_ standing: Verdict.Standing) -> String {
        switch standing {
        case .attained: "attained"
        case .presence(let presence): presence.rawValue
        case .notAssessed: "not-assessed"
        }
    }

    /// A mean or a share in plain digits, to 18 of them after the point.
    static func digits(_ fraction: Fraction) -> String {
        (try? fraction.rounded(to: Fixed.fractionDigits, .halfEven))?.description
            ?? Double(fraction).plainDigits
    }
}
