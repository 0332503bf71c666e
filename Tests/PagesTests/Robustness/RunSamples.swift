internal import Arithmetic
internal import AssessmentSupport
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Robustness
internal import Scoring
internal import Testing

@testable internal import Pages

/// Studies whose figures are made up by hand, so that every sentence can be checked by reading.
enum RunSamples {
    /// The figures of many runs of one body.
    struct Row {
        /// 5 %, median, 95 %; `nil` for a body that is not ranked.
        var ranks: (Double, Double, Double)?
        var scores: (Double, Double, Double)?
        var scored = 1.0
        /// From the lowest band.
        var bands: [Double] = []
    }

    /// Seven bodies: two share the second rank, one has open inputs and a rank, one has no rank.
    static func seven() throws -> Assessment {
        try Workbench.assess(Workbench.edition(edition), tables)
    }

    /// Of the seven the first alone.
    static func one() throws -> Assessment {
        try Workbench.assess(
            Workbench.edition(edition),
            [
                "bodies": "id,kind,title.en,title.ru\na,ministry,Atlas,Атлас\n",
                "inputs": "body,period,x,y\na,2024,90,80\n",
            ])
    }

    static let edition = """
        languages: [en, fr, ru, kk]
        inputs: {x: {type: number, min: 0, max: 100}, y: {type: number, min: 0, max: 100, optional: true}, z: {type: number, min: 0, max: 100, optional: true}}
        ranking: {nodes: [total], best: highest, ties: lowest, figures: unrounded, within: all}
        bands: {nodes: [total], figures: unrounded, list: [{id: good, from: 70, title: {en: Good, fr: Bon, ru: Хороший, kk: Жақсы}}, {id: fair, from: 50, below: 70, title: {en: Fair, fr: Moyen, ru: Средний, kk: Орташа}}, {id: weak, below: 50, title: {en: Weak, fr: Faible, ru: Слабый, kk: Әлсіз}}]}
        scorecard:
          id: total
          title: {en: Total, fr: Total, ru: Итог, kk: Жиынтық}
          aggregate: {weighted-mean: {not-applicable: redistribute, missing: redistribute, excluded: refuse}}
          coverage: {at-least: 2/3}
          nodes:
            - {id: one, title: {en: First, fr: Premier, ru: Первый, kk: Бірінші}, value: x, score: as-is, weight: 1}
            - {id: two, title: {en: Second, fr: Deuxième, ru: Второй, kk: Екінші}, value: y, score: as-is, weight: 1}
            - {id: three, title: {en: Third, fr: Troisième, ru: Третий, kk: Үшінші}, value: z, score: as-is, weight: 1}
        """

    private static let tables = [
        "bodies": """
        id,kind,title.en,title.ru,title.kk
        a,ministry,Atlas,Атлас,Атлас
        b,ministry,Birch,Берёза,Қайың
        c,ministry,Cedar,Кедр,Самырсын
        d,ministry,Delta,Дельта,Атырау
        e,agency,Ember,Уголь,Шоқ
        f,agency,Fjord,Фьорд,Фьорд
        g,agency,Grove,Роща,Тоғай

        """,
        "inputs": """
        body,period,x,y,z
        a,2024,90,80,85
        b,2024,70,74,72
        c,2024,72,72,72
        d,2024,60,62,
        e,2024,52,56,54
        f,2024,40,44,42
        g,2024,60,,

        """,
    ]

    static let rows: [Row] = [
        Row(ranks: (1, 1, 1), scores: (83.25, 85.125, 86.5), bands: [0, 0, 1]),
        Row(ranks: (2, 2.5, 4), scores: (69.5, 72, 73.75), bands: [0, 0.17, 0.83]),
        Row(ranks: (2, 3, 4), scores: (69.5, 71.875, 73.5), bands: [0, 0.2, 0.8]),
        Row(ranks: (2.05, 4, 5), scores: (45, 60.5, 74), bands: [0.0995, 0.8004, 0.1001]),
        Row(ranks: (5, 5, 5), scores: (53.5, 53.5, 53.5), bands: [0, 1, 0]),
        Row(ranks: (6, 6, 6), scores: (41, 42, 43.5), scored: 0.93, bands: [0.93, 0, 0]),
        Row(ranks: nil, scores: (30.5, 52, 81.25), bands: [0.4, 0.35, 0.25]),
    ]

    /// A study of the only node that is ranked.
    ///
    /// - Parameters:
    ///   - assessment: What it is about.
    ///   - rows: One for each body.
    ///   - groups: Bodies that cannot be told apart.
    ///   - kinds: What is drawn besides weights.
    ///   - isAnalysts: Whether somebody assumed the alternatives.
    ///   - hasDrivers: Whether it is told what drives it.
    /// - Returns: The study, of 1,000 runs.
    /// - Throws: Where the assessment has no such node.
    static func results(
        _ assessment: Assessment, _ rows: [Row] = rows,
        groups: [[Int]] = [[0], [1, 2, 3], [4], [5]], kinds: [Factor.Kind] = [.aggregation],
        isAnalysts: Bool = false, hasDrivers: Bool = false
    ) throws -> StudyResults {
        let node = try assessment.position("total")
        let period = try #require(assessment.scoredPeriods.last)
        let quarter = Fraction(numerator: 1, denominator: 4)
        let alternatives = Alternatives(
            nodes: [node],
            weights: [.init(each: quarter, shape: .uniform, beneath: [node])],
            aggregates: [.arithmetic, .geometric],
            rangesOverBounds: kinds.contains(.bounds), isAnalysts: isAnalysts,
            place: Place(file: "edition.yaml", line: 1, column: 1))
        let factors =
            [Factor(kind: .weights, options: nil)]
            + kinds.map { Factor(kind: $0, options: $0 == .bounds ? nil : 2) }
        let bodies = rows.enumerated().map { body, row in
            let unit = assessment.unit(body: body, period: period)
            return BodyUncertainty(
                body: body, rank: assessment.rank(of: node, at: unit),
                ranks: row.ranks.map { quantiles($0, error: 0) },
                scores: row.scores.map { quantiles($0, error: 0.02) }, scored: row.scored,
                bands: row.bands)
        }
        let found = NodeUncertainty(
            node: node, bodies: bodies, groups: groups, above: above(rows))
        let uncertainty = Uncertainty(
            runs: 1000, seed: 1, factors: factors, isAnalysts: isAnalysts, period: period,
            nodes: [found])
        return StudyResults(
            assessment, alternatives, uncertainty,
            hasDrivers ? sensitivity(node, factors, isAnalysts, period) : nil)
    }

    private static func quantiles(_ row: (Double, Double, Double), error: Double) -> Quantiles {
        let room = row.0 == row.2 ? 0 : 0.5
        return Quantiles(
            lower: row.0, median: row.1, upper: row.2,
            medianRange: row.1 - room...row.1 + room, error: error)
    }

    /// How often each ranked body lay above another: surer the further apart they are.
    private static func above(_ rows: [Row]) -> [Int: [Int: Double]] {
        let ranked = rows.indices.filter { rows[$0].ranks != nil }
        func share(_ one: Int, _ other: Int) -> Double {
            guard let one = rows[one].ranks?.1, let other = rows[other].ranks?.1 else { return 0.5 }
            return min(max(0.5 + (other - one) * 0.25, 0), 1)
        }
        return Dictionary(
            uniqueKeysWithValues: ranked.map { one in
                let others = ranked.filter { $0 != one }
                return (
                    one, Dictionary(uniqueKeysWithValues: others.map { ($0, share(one, $0)) })
                )
            })
    }

    private static func sensitivity(
        _ node: Int, _ factors: [Factor], _ isAnalysts: Bool, _ period: Int
    ) -> Sensitivity {
        func indices(_ shift: Double) -> [SensitivityIndex] {
            factors.indices.map { position in
                let total = 0.75 / Double(position + 1) + shift
                return SensitivityIndex(
                    first: total - 0.125, total: total,
                    firstRange: total - 0.25...total, totalRange: total - 0.0625...total + 0.0625)
            }
        }
        return Sensitivity(
            base: 256, seed: 1, factors: factors, isAnalysts: isAnalysts, period: period,
            nodes: [
                NodeSensitivity(
                    node: node, meanShift: 0.375, indices: indices(0), bodies: [1: indices(0.125)],
                    convergence: [
                        (64, indices(0.125)), (128, indices(0.03125)), (256, indices(0)),
                    ])
            ])
    }
}
