import AssessmentSupport
import TestSupport

/// A small edition with stages and a total, evidence for it, and measures, made up from a seed.
///
/// Every input is a percentage. `x` inputs are each read by one criterion of a cell, `x0` and `x1`
/// by a leaf of the total as well; `y` inputs are read by leaves of the total alone.
struct RandomWorkspace {
    /// How a value becomes a score, written once for the edition and once as a slow function.
    enum Rule: CaseIterable {
        case asIs
        case rising
        case falling
        case range

        var text: String {
            switch self {
            case .asIs: "as-is"
            case .rising: "{thresholds: {floor: 10, pass: 60, full: 90}}"
            case .falling: "{thresholds: {floor: 90, pass: 30, full: 5}}"
            case .range: "{target-range: {full: [40, 50], zero: [0, 100]}}"
            }
        }

        func score(_ value: Double) -> Double {
            func line(_ knots: [(Double, Double)]) -> Double {
                if value <= knots[0].0 { return knots[0].1 }
                for (left, right) in zip(knots, knots.dropFirst()) where value <= right.0 {
                    let share = (value - left.0) / (right.0 - left.0)
                    return left.1 + share * (right.1 - left.1)
                }
                return knots[knots.count - 1].1
            }
            switch self {
            case .asIs: return value
            case .rising: return line([(10, 0), (60, 70), (90, 100)])
            case .falling: return line([(5, 100), (30, 70), (90, 0)])
            case .range: return line([(0, 0), (40, 100), (50, 100), (100, 0)])
            }
        }
    }

    /// A criterion of a cell; its place in the list is that of its input.
    struct Criterion {
        let dimension: Int
        let stage: Int
        let rule: Rule
        let isDecisive: Bool
        let level: String
        let proof: String
    }

    enum Effect {
        case adds(Int)
        case reaches(Int)
    }

    struct Action {
        /// `nil` for all.
        let body: String?
        /// An input, or with a `leaf` before it the leaf that alone reads it.
        let input: String
        let isLeaf: Bool
        let effect: Effect
    }

    struct Measure {
        let id: String
        let cost: Int
        let actions: [Action]
        var needs: [String] = []
        var excludes: [String] = []
    }

    static let bodies = ["a", "b", "c", "sys"]
    let dimensions: Int
    let criteria: [Criterion]
    let inner: String
    let isTotalRounded: Bool
    let figures: String
    let staff: [Int]
    /// By body and input.
    let values: [String: [String: Int]]
    let measures: [Measure]

    var inputs: [String] { criteria.indices.map { "x\($0)" } + ["y0", "y1"] }

    /// - Parameters:
    ///   - random: Where everything comes from.
    ///   - count: So many measures.
    ///   - isNear: Whether bodies are near the first stage, and most staff works in one of them.
    ///   - isPaired: Whether two and two measures exclude each other and none needs another.
    init(
        _ random: inout SeededGenerator, measures count: Int, isNear: Bool, isPaired: Bool = false
    ) {
        dimensions = isNear ? 2 : .random(in: 2...3, using: &random)
        var criteria: [Criterion] = []
        for dimension in 0..<dimensions {
            for stage in 0..<2 {
                for number in 0..<Int.random(in: 1...2, using: &random) {
                    criteria.append(
                        Criterion(
                            dimension: dimension, stage: stage,
                            rule: Rule.allCases.randomElement(using: &random) ?? .asIs,
                            isDecisive: number == 0 && Int.random(in: 0..<3, using: &random) == 0,
                            level: number == 0 && dimension == 0 ? "both" : "body",
                            proof: Int.random(in: 0..<12, using: &random) == 0
                                ? "guidance" : "practice"))
                }
            }
        }
        self.criteria = criteria
        inner = ["weighted-mean", "min"].randomElement(using: &random) ?? "min"
        isTotalRounded = Bool.random(using: &random)
        figures = Bool.random(using: &random) ? "unrounded" : "{mode: half-up, digits: 0}"
        staff = (0..<3).map { .random(in: isNear && $0 == 0 ? 50...90 : 5...40, using: &random) }
        let names = criteria.indices.map { "x\($0)" } + ["y0", "y1"]
        var values: [String: [String: Int]] = [:]
        for body in Self.bodies {
            for name in names where Int.random(in: 0..<60, using: &random) != 0 {
                values[body, default: [:]][name] = Self.value(
                    for: Self.rule(of: name, criteria), isNear ? 58...92 : 45...90, &random)
            }
        }
        self.values = values
        var measures = Self.measures(count, names, criteria, values, &random)
        for index in measures.indices where isPaired {
            measures[index].needs = []
            measures[index].excludes = index.isMultiple(of: 2) ? [] : [measures[index - 1].id]
        }
        self.measures = measures
    }

    /// Mostly a value that scores somewhat less than the pass mark.
    private static func value(
        for rule: Rule, _ scores: ClosedRange<Double>, _ random: inout SeededGenerator
    ) -> Int {
        let wanted = Double.random(in: scores, using: &random)
        let near = (0...100).filter { abs(rule.score(Double($0)) - wanted) < 3 }
        return near.randomElement(using: &random) ?? 50
    }

    private static func measures(
        _ count: Int, _ names: [String], _ criteria: [Criterion],
        _ values: [String: [String: Int]], _ random: inout SeededGenerator
    ) -> [Measure] {
        let ids = (0..<count).map { "m\($0 < 10 ? "0" : "")\($0)" }
        return ids.enumerated().map { position, id in
            let actions = (0..<Int.random(in: 1...2, using: &random)).map { _ in
                action(names, criteria, values, &random)
            }
            var measure = Measure(
                id: id, cost: Int.random(in: 0...12, using: &random) * 5,
                actions: actions.count == 2 && actions[0].input == actions[1].input
                    ? [actions[0]] : actions)
            if position > 0, Int.random(in: 0..<6, using: &random) == 0 {
                measure.needs = [ids[Int.random(in: 0..<position, using: &random)]]
            }
            if position > 0, Int.random(in: 0..<7, using: &random) == 0 {
                let other = ids[Int.random(in: 0..<position, using: &random)]
                if !measure.needs.contains(other) { measure.excludes = [other] }
            }
            return measure
        }
    }

    /// Mostly one that helps.
    private static func action(
        _ names: [String], _ criteria: [Criterion], _ values: [String: [String: Int]],
        _ random: inout SeededGenerator
    ) -> Action {
        let body = ["a", "a", "b", "c", nil, nil].randomElement(using: &random) ?? nil
        let input = names.randomElement(using: &random) ?? "x0"
        let isAlone = !["x0", "x1", "y1"].contains(input)
        let isLevel = isAlone && Int.random(in: 0..<4, using: &random) == 0
        let rule = rule(of: input, criteria)
        let value = Double(values[body ?? "a"]?[input] ?? 50)
        let isHarm = Int.random(in: 0..<6, using: &random) == 0
        let size = Int.random(in: 2...9, using: &random) * 5
        let isUp = (rule.score(value + 3) > rule.score(value - 3)) != isHarm
        return Action(
            body: body, input: input,
            isLeaf: isAlone && Int.random(in: 0..<4, using: &random) == 0,
            effect: isLevel
                ? .reaches(Int.random(in: 4...19, using: &random) * 5)
                : .adds(isUp ? size : -size))
    }
}

extension RandomWorkspace {
    var edition: String {
        let declared = inputs.map {
            "  \($0): {type: percent, min: 0, max: 100, optional: true}\n"
        }
        let dimensions = (0..<dimensions).map { dimension in
            "    - id: D\(dimension)\n      aggregate: none\n      nodes:\n"
                + cell(dimension, 0) + cell(dimension, 1)
        }
        return Workbench.edition(
            "inputs:\n  staff: {type: count, min: 0, optional: true}\n\(declared.joined())"
                + Workbench.stagesRule + "scorecards:\n  - id: diagnosis\n    aggregate: none\n"
                + "    nodes:\n" + dimensions.joined().indented + total
                    + """
                    bands:
                      nodes: [total]
                      figures: \(figures)
                      list:
                        - {id: low, below: 50}
                        - {id: middle, from: 50, below: 65}
                        - {id: high, from: 65, below: 80}
                        - {id: top, from: 80}

                    """,
            head: [
                "applies-to": "[ministry, apparatus]", "in-force": "{from: 1900-01-01}",
            ])
    }

    private func cell(_ dimension: Int, _ stage: Int) -> String {
        let own = criteria.enumerated().filter {
            $0.element.dimension == dimension && $0.element.stage == stage
        }
        let name = stage == 0 ? "professional" : "strategic"
        return "        - id: D\(dimension)-\(stage)\n          stage: \(name)\n          nodes:\n"
            + own.map { position, criterion in
                "            - {id: c\(position), value: x\(position), "
                    + "score: \(criterion.rule.text), level: \(criterion.level), "
                    + "proof: \(criterion.proof), origin: proposed"
                    + (criterion.isDecisive ? ", decisive: true}\n" : "}\n")
            }.joined()
    }

    private var total: String {
        let policies = "{not-applicable: redistribute, missing: refuse, excluded: refuse}"
        let weight = inner == "min" ? "" : ", weight: equal"
        return """
              - id: total
                aggregate: {weighted-mean: \(policies)}
                round: \(isTotalRounded ? "{mode: half-up, digits: 0}" : "none")
                nodes:
                  - id: first
                    weight: 75 %
                    aggregate: {weighted-mean: \(policies)}
                    nodes:
                      - {id: t0, value: x0, score: as-is, weight: 40 %}
                      - {id: t1, value: y0, score: {target-range: {full: [40, 50], zero: [0, 100]}}, weight: 60 %}
                  - id: second
                    weight: 25 %
                    aggregate: {\(inner): \(policies)}
                    nodes:
                      - {id: t2, value: y1, score: as-is\(weight)}
                      - {id: t3, value: "min(y1, x1)", score: as-is\(weight)}

            """
    }

    /// The leaf that alone reads an input.
    private func leaf(of input: String) -> String {
        input == "y0" ? "t1" : "c\(input.dropFirst())"
    }

    /// The rule of that leaf.
    private func rule(of input: String) -> Rule { Self.rule(of: input, criteria) }

    private static func rule(of input: String, _ criteria: [Criterion]) -> Rule {
        guard input.hasPrefix("x"), let position = Int(input.dropFirst()) else {
            return input == "y0" ? .range : .asIs
        }
        return criteria[position].rule
    }

    /// One period; measures in any order.
    func tables(_ random: inout SeededGenerator, isShuffled: Bool = false) -> [String: String] {
        func shuffled(_ lines: [String]) -> String {
            (isShuffled ? lines.shuffled(using: &random) : lines).joined()
        }
        let heading = "measure,title.en,body,on,effect,cost,currency,finish,needs,excludes\n"
        let rows = measures.flatMap { measure in
            measure.actions.map { action in
                let on = action.isLeaf ? leaf(of: action.input) : action.input
                return "\(measure.id),Measure,\(action.body ?? "all"),\(on),\(action.effect.text),"
                    + "\(measure.cost),KZT,2025-06-01,\(measure.needs.joined(separator: ";")),"
                    + "\(measure.excludes.joined(separator: ";"))\n"
            }
        }
        let bodies = Self.bodies.map { "\($0),\($0 == "sys" ? "apparatus" : "ministry")\n" }
        return [
            "bodies": "id,kind\n" + bodies.joined(),
            "inputs": head + shuffled(Self.bodies.map { row($0, "2024", values[$0] ?? [:]) }),
            "measures": heading + shuffled(rows),
        ]
    }

    private var head: String { "body,period,staff,\(inputs.joined(separator: ","))\n" }

    private func row(_ body: String, _ period: String, _ values: [String: Int]) -> String {
        let staff = Self.bodies.firstIndex(of: body).flatMap { $0 < 3 ? "\(self.staff[$0])" : nil }
        let cells = inputs.map { values[$0].map(String.init) ?? "" }
        return "\(body),\(period),\(staff ?? ""),\(cells.joined(separator: ","))\n"
    }

    /// All sets of measures that respect needs and exclusions, by positions: the cheapest first,
    /// then the smallest, then the list that comes first.
    var sets: [[Int]] {
        let all = (0..<1 << measures.count).map { members in
            measures.indices.filter { members >> $0 & 1 == 1 }
        }
        let sound = all.filter { set in
            let ids = Set(set.map { measures[$0].id })
            return set.allSatisfy {
                ids.isSuperset(of: measures[$0].needs)
                    && ids.isDisjoint(with: measures[$0].excludes)
            }
        }
        return sound.sorted { first, second in
            let (one, other) = (cost(of: first), cost(of: second))
            if one != other { return one < other }
            if first.count != second.count { return first.count < second.count }
            return first.lexicographicallyPrecedes(second)
        }
    }

    func cost(of set: [Int]) -> Int { set.reduce(0) { $0 + measures[$1].cost } }

    /// Evidence with one period for each set, with the values that it leads to.
    func tables(of sets: [[Int]]) -> [String: String] {
        let rows = sets.enumerated().flatMap { index, set in
            Self.bodies.map { row($0, "\(2000 + index)", values(of: $0, with: set)) }
        }
        let bodies = Self.bodies.map { "\($0),\($0 == "sys" ? "apparatus" : "ministry")\n" }
        return ["bodies": "id,kind\n" + bodies.joined(), "inputs": head + rows.joined()]
    }

    /// What a body has with a set: inputs first, then leaves, which are told by their inputs here.
    private func values(of body: String, with set: [Int]) -> [String: Int] {
        var values = values[body] ?? [:]
        let actions = set.flatMap { measures[$0].actions }.filter { $0.body ?? body == body }
        for isLeaf in [false, true] {
            for (input, value) in values {
                let own = actions.filter { $0.input == input && $0.isLeaf == isLeaf }
                values[input] = changed(value, own, rule(of: input))
            }
        }
        return values
    }

    /// The best of the sum of additions and of the levels, by the leaf's score; of equals the sum,
    /// then the lowest level.
    private func changed(_ value: Int, _ actions: [Action], _ rule: Rule) -> Int {
        var sum = value
        var levels: [Int] = []
        for action in actions {
            switch action.effect {
            case .adds(let points): sum += points
            case .reaches(let level): levels.append(level)
            }
        }
        var best = min(max(sum, 0), 100)
        for level in levels.sorted()
        where rule.score(Double(level)) > rule.score(Double(best)) + 1e-9 {
            best = level
        }
        return best
    }
}

extension RandomWorkspace.Effect {
    var text: String {
        switch self {
        case .adds(let points): points < 0 ? "\(points)" : "+\(points)"
        case .reaches(let level): "to: \(level)"
        }
    }
}

extension String {
    /// Two spaces before each line.
    fileprivate var indented: String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "  \($0)" }.joined(separator: "\n")
    }
}
