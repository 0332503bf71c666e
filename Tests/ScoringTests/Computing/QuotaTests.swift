import AssessmentSupport
import Scoring
import Testing

/// Relative grades: a fixed share of the bodies has each.
@Suite struct QuotaTests {
    /// Korea's evaluation of central bodies: about 30 % A, 50 % B and 20 % C, ministries and
    /// agencies under vice-ministers each among themselves.
    private static func edition(counts: String = "down", ties: String = "better") -> String {
        Workbench.edition(
            """
            grades: {id: korea, order: [C, B, A]}
            peers: {by: kind}
            inputs: {x: {type: percent, optional: true}}
            scorecard:
              id: n
              value: x
              grade:
                quota:
                  over: peers
                  better: higher
                  shares: [{grade: B, share: 50 %}, {grade: A, share: 30 %}, {grade: C, share: 1/5}]
                  counts: \(counts)
                  ties: \(ties)
            """)
    }

    /// Grades of ministries and of agencies with these values, in their order.
    private func grades(
        _ edition: String, _ ministries: [String], _ agencies: [String] = []
    ) throws -> String {
        let all = ministries.map { ("ministry", $0) } + agencies.map { ("agency", $0) }
        let numbered = all.enumerated()
        let made = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\n"
                    + numbered.map { "b\($0.offset),\($0.element.0)\n" }.joined(),
                "inputs": "body,period,x\n"
                    + numbered.map { "b\($0.offset),2024,\($0.element.1)\n" }.joined(),
            ])
        return all.indices.map { made.grade(of: 0, at: $0) ?? "-" }.joined()
    }

    @Test func `each kind of body has its own thirty, fifty and twenty percent`() throws {
        let ten = ["10", "90", "20", "80", "30", "70", "40", "60", "50", "99"]
        // Of seven, 2.1 and 5.6 are two and five.
        let seven = ["1", "2", "3", "4", "5", "6", "7"]

        #expect(try grades(Self.edition(), ten, seven) == "CACABBBBBA" + "CCBBBAA")
        #expect(try grades(Self.edition(counts: "half-up"), [], seven) == "CBBBBAA")
        #expect(try grades(Self.edition(counts: "up"), [], seven) == "CBBBAAA")
    }

    @Test func `equal values have one grade, that of the best or the worst place`() throws {
        let ten = ["90", "80", "70", "70", "60", "50", "40", "30", "20", "10"]

        #expect(try grades(Self.edition(), ten) == "AAAABBBBCC")
        #expect(try grades(Self.edition(ties: "worse"), ten) == "AABBBBBBCC")
    }

    @Test func `who has no value takes no place, and one alone has what its place gives`() throws {
        #expect(try grades(Self.edition(), ["50", "", "40"]) == "B-C")
        #expect(try grades(Self.edition(), ["50"]) == "C")
        #expect(try grades(Self.edition(counts: "up"), ["50"]) == "A")
    }

    @Test func `a relative grade has no bounds, and is traced to its place`() throws {
        let made = try Workbench.assess(Self.edition(), inputs: "x=50")

        #expect(made.columns[0]?.bounds(at: 0) == nil)
    }
}
