internal import AssessmentSupport
internal import Scoring
internal import TestSupport

/// A made-up edition with stages and its evidence, known as numbers besides.
struct StagedState {
    /// A criterion as the test knows it.
    struct Criterion {
        let id: String
        let dimension: Int
        let stage: Int
        let weight: Int
        /// Values that earn 0, 70 and 100; `nil` where the value is the score.
        let marks: (floor: Double, pass: Double, full: Double)?
        let isDecisive: Bool
        let level: String
        let isProven: Bool
        let standardError: Double?
    }

    static let names = ["A", "B", "C", "D"]
    static let stages = ["P", "S"]

    let criteria: [Criterion]
    /// By body, the last of which is the apparatus, and by criterion; `nil` for a blank.
    let values: [[Double?]]
    /// By body; `nil` where it is not known.
    let staff: [Int?]

    init(criteria: [Criterion], values: [[Double?]], staff: [Int?]) {
        (self.criteria, self.values, self.staff) = (criteria, values, staff)
    }

    /// A state of some bodies, all of whose numbers follow from a generator; where it is good, most
    /// bodies are good at everything, and the system is as ever.
    init(bodies: Int, isGood: Bool = false, from random: inout SeededGenerator) {
        var criteria: [Criterion] = []
        for dimension in Self.names.indices {
            for stage in Self.stages.indices {
                for place in 0..<Int.random(in: 2...4, using: &random) {
                    criteria.append(
                        Self.criterion(dimension, stage, place, using: &random))
                }
            }
        }
        self.criteria = criteria
        staff = (0...bodies).map { _ in
            Int.random(in: 0..<9, using: &random) == 0
                ? nil : Int.random(in: 1...900, using: &random)
        }
        values = (0...bodies).map { body in
            let range = isGood && body < bodies ? 8500...10_000 : 4500...8500
            let level = Int.random(in: range, using: &random)
            let blank = Int.random(in: 3...30, using: &random)
            return criteria.map { criterion in
                guard Int.random(in: 0..<blank, using: &random) > 0 else { return nil }
                let middle = level - criterion.stage * 1000
                let value = middle + Int.random(in: -2500...2500, using: &random)
                return Double(min(max(value, 0), 10_000)) / 100
            }
        }
    }

    private static func criterion(
        _ dimension: Int, _ stage: Int, _ place: Int, using random: inout SeededGenerator
    ) -> Criterion {
        let pass = Double(Int.random(in: 50...75, using: &random))
        let isFalling = place == 3
        let marks = isFalling ? (90.0, pass - 20, 5.0) : (15.0, pass, 95.0)
        let level = ["body", "body", "both", "body", "system"].randomElement(using: &random)
        return Criterion(
            id: "\(names[dimension])-\(stages[stage])\(place + 1)", dimension: dimension,
            stage: stage, weight: Int.random(in: 1...3, using: &random),
            marks: place == 1 ? nil : marks, isDecisive: place == 0, level: level ?? "body",
            isProven: Int.random(in: 0..<3, using: &random) > 0,
            standardError: place == 2 ? 4 : nil)
    }

    /// What an edition could have said instead.
    static let alternatives = """
        alternatives:
          weights: {each: ±25 %}
          pass-marks: ±10 %
          aggregate: [arithmetic, geometric]
          missing: [redistribute, worst]

        """

    /// The edition, with alternatives at its end.
    func edition(_ alternatives: String = Self.alternatives) -> String {
        var lines = ["inputs:", "  staff: {type: count, min: 0, optional: true}"]
        lines += criteria.map { "  \(Self.input($0)): {type: number, optional: true}" }
        lines.append(Workbench.stagesRule + "scorecard:")
        lines += ["  id: diagnosis", "  aggregate: none", "  nodes:"]
        for (dimension, name) in Self.names.enumerated() {
            lines += ["    - id: \(name)", "      aggregate: none", "      nodes:"]
            for (stage, letter) in Self.stages.enumerated() {
                lines += ["        - id: \(name)-\(letter)"]
                lines += ["          stage: \(["professional", "strategic"][stage])"]
                lines += ["          nodes:"]
                lines += criteria.filter { $0.dimension == dimension && $0.stage == stage }
                    .map(Self.line)
            }
        }
        return Workbench.edition(
            lines.joined(separator: "\n") + "\n" + alternatives + sampling,
            head: ["applies-to": "[ministry, apparatus]"])
    }

    private var sampling: String {
        let errors = criteria.compactMap { criterion in
            criterion.standardError.map { "{node: \(criterion.id), standard-error: \($0)}" }
        }
        return errors.isEmpty ? "" : "  sampling: [\(errors.joined(separator: ", "))]\n"
    }

    private static func input(_ criterion: Criterion) -> String {
        "x_" + criterion.id.lowercased().replacing("-", with: "_")
    }

    private static func line(_ criterion: Criterion) -> String {
        let score =
            criterion.marks.map {
                "{thresholds: {floor: \($0.floor), pass: \($0.pass), full: \($0.full)}}"
            } ?? "{as-is: {floor: 0, cap: 100}}"
        return "            - {id: \(criterion.id), weight: \(criterion.weight), "
            + "value: \(input(criterion)), score: \(score), level: \(criterion.level), "
            + "decisive: \(criterion.isDecisive ? "yes" : "no"), origin: proposed, "
            + "proof: \(criterion.isProven ? "result" : "legislation")}"
    }

    /// The bodies and their figures, assessed.
    func assess(_ edition: String) throws -> Assessment {
        let ids = values.indices.map { $0 == values.count - 1 ? "all" : "b\($0)" }
        let bodies = ids.map { "\($0),\($0 == "all" ? "apparatus" : "ministry")\n" }.joined()
        let heading = "body,period,staff," + criteria.map(Self.input).joined(separator: ",")
        let rows = ids.indices.map { body in
            let cells = values[body].map { $0.map { "\($0)" } ?? "" }
            let staff = staff[body].map { "\($0)" } ?? ""
            return "\(ids[body]),2024,\(staff),\(cells.joined(separator: ","))\n"
        }
        return try Workbench.assess(
            edition,
            ["bodies": "id,kind\n" + bodies, "inputs": heading + "\n" + rows.joined()])
    }
}
