internal import Arithmetic
internal import AssessmentSupport
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring

@testable internal import Improvement

/// A small edition with leaves of several kinds, and measures on them, for tests of the catalogue.
enum Fields {
    /// `up`: more is better; `down`: less is better; `mid`: best from 40 to 60; `yes`: a flag;
    /// `sum`: the sum of two inputs.
    static let edition = Workbench.edition(
        """
        inputs:
          up: {type: percent, min: 0, max: 100, optional: true}
          down: {type: number, min: 0, optional: true}
          mid: {type: percent, min: 0, max: 100, optional: true}
          yes: {type: flag, optional: true}
          part: {type: share, optional: true}
          rest: {type: number, optional: true}
        scorecard:
          id: top
          aggregate: {weighted-mean: {not-applicable: redistribute, missing: redistribute, excluded: redistribute}}
          nodes:
            - {id: Up, weight: 1, value: up, score: as-is}
            - {id: Down, weight: 1, value: down, score: {goalposts: {worst: 50, best: 0}}}
            - {id: Mid, weight: 1, value: mid, score: {knots: [[0, 0], [40, 100], [60, 100], [100, 0]]}}
            - {id: Yes, weight: 1, value: "IF(yes, 100, 0)", score: as-is}
            - {id: Part, weight: 1, value: part, score: {goalposts: {worst: 0, best: 1}}}
            - {id: Sum, weight: 1, value: up + rest, score: {knots: [[0, 0], [200, 100]]}}
        """)

    /// Two ministries and a body of another kind; `b` has no `up`.
    static let tables = [
        "bodies": "id,kind\na,ministry\nb,ministry\nc,other\n",
        "inputs": """
        body,period,up,down,mid,yes,part,rest
        a,2024,50,30,30,false,0.5,10
        b,2024,,20,90,true,0.9,20
        c,2024,50,30,30,false,0.5,10

        """,
    ]

    static func assessment(
        _ measures: [Measure], planned: [PlannedMeasure] = []
    ) throws -> Assessment {
        let plan = try Workbench.plan(edition)
        let evidence = try Workbench.evidence(tables, for: plan)
            .improving(with: measures, planned: planned)
        let made = Assessment.make(plan, evidence)
        guard let assessment = made.assessment else {
            throw Workbench.Refused(diagnostics: made.log.entries)
        }
        return assessment
    }

    static func catalogue(
        _ measures: Measure..., planned: [PlannedMeasure] = [], by: String? = nil
    ) throws -> Catalogue {
        Catalogue(
            try assessment(measures, planned: planned), period: 0, by: by.flatMap { Day($0) })
    }

    /// The values of body `a`, or of another, as in `up 55` and `Sum 70`.
    static func values(
        _ catalogue: Catalogue, _ chosen: [Int], at unit: Int = 0
    ) -> [String] {
        let plan = catalogue.assessment.plan
        return catalogue.values(chosen).filter { $0.unit == unit }.map { value in
            let name =
                switch value.subject {
                case .input(let input): plan.schema.inputs[input].id
                case .leaf(let leaf): plan.nodes[leaf].id
                }
            return switch value.level {
            case .number(let number): "\(name) \(number)"
            case .flag(let flag): "\(name) \(flag)"
            }
        }
    }
}

extension Measure {
    /// A measure that costs 1 and is there at the end of March 2025.
    ///
    /// - Parameters:
    ///   - id: Its id.
    ///   - effects: As in `up +5`, `down to 10`, `yes to true`.
    ///   - body: Whose; `nil` for all.
    ///   - finish: Its day.
    ///   - cost: What it costs.
    ///   - needs: Without what it cannot be taken.
    ///   - excludes: With what it cannot be taken.
    /// - Returns: The measure, from row 2 of its file.
    static func make(
        _ id: String, _ effects: String..., body: String? = "a", finish: String = "2025-03-31",
        cost: Fixed = .one, needs: [String] = [], excludes: [String] = []
    ) -> Measure {
        let actions = effects.enumerated().map { index, effect in
            let words = effect.split(separator: " ").map(String.init)
            let last = words[words.count - 1]
            let number = (try? Fixed(last.replacing("+", with: ""))) ?? .zero
            let level: Level = Bool(last).map { .flag($0) } ?? .number(number)
            return Action(
                reach: body.map { .body($0) } ?? .all, target: words[0],
                effect: words.count > 2 ? .reaches(level) : .adds(number), row: index + 2)
        }
        return Measure(
            id: id, title: LanguageMap([]), actions: actions, cost: cost, currency: "KZT",
            finish: Day(finish) ?? Day(number: 0), needs: needs, excludes: excludes, row: 2,
            file: "measures.csv")
    }
}
