import AssessmentSupport
import Domain
import Evidence
import Improvement
import Scoring
import Testing

/// The plans of `examples/state` that were made to ask for little, as its SOURCES.md tells them.
@Suite struct PlantedEffortTests {
    private static func found(_ kind: EffortFinding.Kind) throws -> [String] {
        let assessment = try Examples.assess("state", by: "kz-954/2025")
        return assessment.effortFindings().filter { $0.kind == kind }.map { finding in
            let body = assessment.evidence.bodies[assessment.body(of: finding.unit)].id
            let period = assessment.evidence.periods[assessment.period(of: finding.unit)]
            return "\(body) \(period) " + finding.key.joined(separator: " ")
        }
    }

    @Test func `what was planted is found, and what is beside it is not`() throws {
        #expect(
            try Self.found(.below) == [
                "agriculture 2025 T8", "lakes 2025 T4", "transport 2025 T2",
            ])
        #expect(try Self.found(.equal) == ["port 2025 T6", "west 2025 T6"])
        #expect(
            try Self.found(.late) == [
                "health 2025 T6", "interior 2025 T6", "north 2025 T5", "transport 2025 T2",
            ])
        #expect(
            Set(try Self.found(.full).map { $0.prefix { $0 != " " } }) == ["capital", "planning"])
    }
}
