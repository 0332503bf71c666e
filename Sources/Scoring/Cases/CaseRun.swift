internal import Arithmetic
public import Diagnostics
internal import Domain
internal import Evidence
public import Methodology

/// What a test case of an edition came to.
public struct CaseResult: Sendable {
    /// What the case shows, in words.
    public let name: String
    /// Where it stands.
    public let place: Place
    /// What came out otherwise than expected, as in `score: expected 95, got 90`; empty when the
    /// case holds.
    public let differences: [String]
    /// What is wrong with the case itself, or stopped the calculation.
    public let log: DiagnosticLog
    /// What was computed, and of which node for which unit; `nil` when nothing could be.
    public let computed: (assessment: Assessment, node: Int, unit: Int)?

    /// Whether everything came out as expected.
    public var passed: Bool { differences.isEmpty && !log.hasErrors }
}

/// Runs the test cases that stand beside the rules of an edition.
public enum CaseRun {
    /// Runs all of them, in their order.
    public static func run(_ plan: Plan) -> [CaseResult] {
        plan.cases.map { run($0, plan) }
    }

    /// Computes the node of a case for the body it is about, from what is given and nothing else.
    static func run(_ testCase: TestCase, _ plan: Plan) -> CaseResult {
        func result(
            _ differences: [String], _ log: DiagnosticLog, _ assessment: Assessment? = nil
        ) -> CaseResult {
            CaseResult(
                name: testCase.name, place: testCase.place, differences: differences, log: log,
                computed: assessment.map { ($0, testCase.node, unit(of: 0, $0.evidence)) })
        }
        let (evidence, log) = Evidence.given(testCase.subjects.map(\.given), schema: plan.schema)
        guard let evidence else { return result([], log) }
        var options = Assessment.Options()
        options.nodes = [testCase.node]
        options.threads = 1
        let made = Assessment.make(
            plan, evidence, options: options, given: outcomes(testCase, evidence))
        guard let assessment = made.assessment else { return result([], made.log) }
        guard plan.identity.holds(for: testCase.period) else {
            return result(["the edition does not hold for \(testCase.period)"], log)
        }
        return result(differences(testCase, assessment), log, assessment)
    }

    /// The unit of a body in the period of the case, which is the last one.
    private static func unit(of body: Int, _ evidence: Evidence) -> Int {
        (evidence.periods.count - 1) * evidence.bodies.count + body
    }

    /// The outcomes that are given, by node and unit.
    private static func outcomes(
        _ testCase: TestCase, _ evidence: Evidence
    ) -> [Int: [Int: Outcome]] {
        var outcomes: [Int: [Int: Outcome]] = [:]
        for (body, subject) in testCase.subjects.enumerated() {
            for (node, outcome) in subject.outcomes {
                outcomes[node, default: [:]][unit(of: body, evidence)] = outcome.outcome
            }
        }
        return outcomes
    }

    private static func differences(_ testCase: TestCase, _ assessment: Assessment) -> [String] {
        let unit = unit(of: 0, assessment.evidence)
        let computation = assessment.computation(of: testCase.node, at: unit)
        let expected = testCase.expected
        let node = assessment.plan.nodes[testCase.node]
        var differences: [String] = []
        func compare(_ name: String, _ wanted: String?, _ found: String?) {
            guard let wanted, wanted != found else { return }
            differences.append("\(name): expected \(wanted), got \(found ?? "none")")
        }
        func compare(_ name: String, _ wanted: Fraction?, _ found: Fixed?) {
            guard let wanted, !isNear(wanted, found, expected.within) else { return }
            let words = (text(wanted, of: node), found.map { node.text($0) })
            differences.append("\(name): expected \(words.0), got \(words.1 ?? "none")")
        }
        compare(
            "state", expected.state,
            computation.outcome.score.map {
                expected.state == "score" ? "score" : "score \(node.text($0))"
            }
                ?? computation.outcome.state.rawValue)
        compare("value", expected.value, computation.value)
        compare("score", expected.score, computation.outcome.score)
        compare("grade", expected.grade, assessment.grade(of: testCase.node, at: unit))
        compare(
            "mark", expected.mark.map { $0.isEmpty ? "none" : $0 },
            assessment.mark(of: testCase.node, at: unit) ?? "none")
        compare("lower", expected.lower, computation.bounds?.lower)
        compare("upper", expected.upper, computation.bounds?.upper)
        compare("band", expected.band, assessment.band(of: testCase.node, at: unit)?.id)
        compare(
            "filled", expected.isFilled.map { $0 ? "yes" : "no" },
            computation.outcome.isFilled ? "yes" : "no")
        return differences
    }

    /// Whether a figure is what is expected as the result of a step, or lies as near as allowed.
    private static func isNear(_ wanted: Fraction, _ found: Fixed?, _ within: Fraction) -> Bool {
        // A figure that no step can result in is near to none that did.
        guard let found, let rounded = try? wanted.stepResult() else { return false }
        guard within.sign > 0 else { return rounded == found }
        // What is too far away to be told exactly is not near.
        guard let distance = try? Fraction(found).subtracting(wanted) else { return false }
        return !within.isLess(than: distance.sign < 0 ? distance.negated : distance)
    }

    private static func text(_ number: Fraction, of node: Node) -> String {
        // A figure that no step can result in is told as it was written.
        (try? number.stepResult()).map { node.text($0) } ?? number.description
    }
}

extension TestCase.GivenOutcome {
    fileprivate var outcome: Outcome {
        switch self {
        case .score(let score): .score(score)
        case .notApplicable: .none(.notApplicable, .given)
        case .missing: .none(.missing, .given)
        case .excluded: .none(.excluded, .given)
        }
    }
}
