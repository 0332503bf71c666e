import Arithmetic
import AssessmentSupport
import Evidence
import Expressions
import Methodology
@testable import Scoring
import Testing

/// Counted with doubles, everything comes out as it does exactly, but for what lies on an edge.
@Suite struct AgreementTests {
    /// How far two figures may lie apart, as a part of the larger one where that is above 1.
    static let tolerance = 1e-12

    static func areNear(_ one: Fixed, _ other: Fixed) -> Bool {
        let (left, right) = (Double(one), Double(other))
        return abs(left - right) <= tolerance * max(1, abs(left), abs(right))
    }

    private static func areNear(_ one: Fixed?, _ other: Fixed?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return areNear(one, other)
    }

    @Test(arguments: [
        ("ca-results", "ca-results/2016-17"), ("ca-service-maf", "ca-service-maf/2023-24"),
        ("ca-service-maf", "ca-service-maf-mean/2023-24"), ("incise", "incise/2019"),
        ("kz-2022-goals", "kz-2022-goals/2022"), ("teaching", "teaching/2025"),
        ("teaching", "teaching/2026"), ("state", "oecd-stages/2026"), ("state", "kz-954/2025"),
        ("uk-people-survey", "oecd-stages/2026"),
    ])
    func `doubles and exact numbers agree to 1e-12`(workspace: String, edition: String) throws {
        // There is evidence of earlier years only for some editions.
        let plan = try Examples.exactPlan(edition).regardlessOfDays
        let exact = try Examples.assess(workspace, by: plan)
        let double = try Examples.assess(workspace, by: plan, arithmetic: .double)
        var (compared, onEdges) = (0, 0)
        for node in plan.nodes.indices {
            let (one, other) = (exact.columns[node], double.columns[node])
            guard let one, let other else { continue }
            for unit in one.states.indices
            where exact.scoredPeriods.contains(exact.period(of: unit)) {
                compared += 1
                let isSame =
                    one.states[unit] == other.states[unit]
                    && Self.areNear(one.value(at: unit), other.value(at: unit))
                    && Self.areNear(one.score(at: unit), other.score(at: unit))
                    && Self.areNear(one.bounds(at: unit)?.lower, other.bounds(at: unit)?.lower)
                    && Self.areNear(one.bounds(at: unit)?.upper, other.bounds(at: unit)?.upper)
                    && exact.band(of: node, at: unit) == double.band(of: node, at: unit)
                    && exact.rank(of: node, at: unit) == double.rank(of: node, at: unit)
                guard !isSame else { continue }
                onEdges += 1
                #expect(
                    Edges(exact).lie(at: node, unit),
                    "\(plan.nodes[node].id) of unit \(unit) differs, and nothing lies on an edge")
            }
        }
        print("\(edition): \(compared) outcomes agree but for \(onEdges) on an edge")
        #expect(compared > 5)
        #expect(onEdges * 10 < compared)
    }
}

/// Comparisons whose sides are the same to 1e-12: there a double may fall to either side.
private struct Edges {
    private let assessment: Assessment
    private var plan: Plan { assessment.plan }

    init(_ assessment: Assessment) { self.assessment = assessment }

    /// Whether what a node's outcome rests on is compared with something next to it.
    func lie(at node: Int, _ unit: Int) -> Bool {
        let beneath = assessment.dependencies[node]
        let units = beneath.isRelative ? Array(0..<assessment.evidence.unitCount) : [unit]
        return isTied(node, unit)
            || units.contains { unit in
                beneath.nodes.contains { lieInRule(of: $0, unit) || lieInFormulas(of: $0, unit) }
            }
    }

    /// Whether another body's score is next to this one's, so that the rank is either.
    private func isTied(_ node: Int, _ unit: Int) -> Bool {
        guard let column = assessment.columns[node], let own = column.score(at: unit) else {
            return false
        }
        return column.states.indices.contains { other in
            other != unit && assessment.period(of: other) == assessment.period(of: unit)
                && column.score(at: other).map { AgreementTests.areNear(own, $0) } ?? false
        }
    }

    /// Edges of points and bands, and where rounding changes its way.
    private func lieInRule(of position: Int, _ unit: Int) -> Bool {
        guard assessment.columns[position]?.states[unit] != .notApplicable else { return false }
        let node = plan.nodes[position]
        let computation = assessment.computation(of: position, at: unit)
        var edges: [Fixed] = []
        if case .points(let rows) = node.score { edges += rows.compactMap(\.from) }
        if let value = computation.value,
            edges.contains(where: { AgreementTests.areNear(value, $0) })
        {
            return true
        }
        let scores = [computation.unrounded, computation.bounds?.lower, computation.bounds?.upper]
        if let rounding = node.rounding,
            scores.compactMap({ $0 }).contains(where: { isOnEdge($0, of: rounding) })
        {
            return true
        }
        guard let score = computation.outcome.score else { return false }
        if let figures = plan.bands?.figures, isOnEdge(score, of: figures) { return true }
        return plan.bands?.list.compactMap(\.from).contains { AgreementTests.areNear(score, $0) }
            ?? false
    }

    /// Whether rounding a little less and a little more gives two numbers.
    private func isOnEdge(_ number: Fixed, of rounding: Plan.Rounded) -> Bool {
        let little = Fixed(raw: 100_000_000)
        let ends = [try? number.subtracting(little), try? number.adding(little)].compactMap {
            try? $0?.rounded(to: rounding.digits, rounding.mode)
        }
        return ends.count == 2 && ends[0] != ends[1]
    }

    private func lieInFormulas(of position: Int, _ unit: Int) -> Bool {
        plan.nodes[position].formulas.contains { lie(in: $0.expression, Row(unit: unit)) }
    }

    private func lie(in expression: Expression, _ row: Row) -> Bool {
        switch expression.kind {
        case .compare(_, let left, let right):
            if areNear(left, right, row) { return true }
        case .between(let value, let low, let high):
            if areNear(value, low, row) || areNear(value, high, row) { return true }
        case .computed(let table, let field):
            return lie(in: plan.computed[table][field].formula.expression, row)
        case .rounded(let value, let digits, let mode):
            if case .number(let number) = figure(value, row),
                isOnEdge(number, of: Plan.Rounded(digits: digits, mode: mode))
            {
                return true
            }
        case .records(_, let table, _, _), .quantified(_, let table, _, _):
            let range = assessment.engine.ground.records(of: table, in: row)
            return range.contains { record in
                expression.parts.contains {
                    lie(in: $0, Row(unit: row.unit, table: table, record: record))
                }
            }
        default: break
        }
        return expression.parts.contains { lie(in: $0, row) }
    }

    private func figure(_ expression: Expression, _ row: Row) -> Figure {
        row.table < 0
            ? assessment.figure(of: expression, at: row.unit)
            : assessment.figure(
                of: expression, at: row.unit, table: row.table, record: row.record)
    }

    /// Whole numbers are the same exactly or not at all.
    private func areNear(_ left: Expression, _ right: Expression, _ row: Row) -> Bool {
        guard case .number(let one) = figure(left, row),
            case .number(let other) = figure(right, row),
            one.leastDigits > 0 || other.leastDigits > 0
        else { return false }
        return AgreementTests.areNear(one, other)
    }
}
