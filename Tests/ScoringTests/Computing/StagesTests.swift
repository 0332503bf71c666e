import Arithmetic
import AssessmentSupport
import Methodology
import Scoring
import Testing

/// Cells and criteria of stages, through the whole of scoring.
///
/// The vectors of thresholds are those of the instrument's page, section 1.3.
@Suite struct StagesTests {
    /// A ministry and the whole apparatus; blanks for what is not said.
    private func assess(
        ministry: [String: String] = [:], apparatus: [String: String] = [:]
    ) throws -> Assessment {
        let inputs = ["staff", "a1", "a2", "a3", "a4", "b1", "b2", "b3"]
        func row(_ body: String, _ values: [String: String]) -> String {
            ([body, "2024"] + inputs.map { values[$0] ?? "" }).joined(separator: ",")
        }
        return try Workbench.assess(
            Workbench.stagesEdition(),
            [
                "bodies": "id,kind\na,ministry\nall,apparatus\n",
                "inputs": "body,period,\(inputs.joined(separator: ","))\n"
                    + "\(row("a", ministry))\n\(row("all", apparatus))\n",
            ])
    }

    @Test(arguments: [
        ("10", "0"), ("20", "0"), ("48", "35"), ("76", "70"), ("88", "85"), ("100", "100"),
    ])
    func `a threshold where more is better`(value: String, score: String) throws {
        #expect(try assess(ministry: ["a2": value]).result("A-P2") == score)
    }

    @Test(arguments: [
        ("25", "0"), ("20", "0"), ("17.5", "35"), ("15", "70"), ("12.5", "85"), ("8", "100"),
    ])
    func `a threshold where less is better`(value: String, score: String) throws {
        #expect(try assess(ministry: ["a3": value]).result("A-P3") == score)
    }

    @Test func `a threshold with decimals is exact`() throws {
        let assessment = try assess(apparatus: ["b2": "40"])

        // 70 + 30 · (40 − 33.1) / (43.0 − 33.1) = 70 + 207 / 9.9
        #expect(try assessment.result("B-S1", "all") == "90.909090909090909091")
        let score = try Fixed(assessment.result("B-S1", "all"))
        #expect(try score.rounded(to: 2, .halfUp) == Fixed("90.91"))
    }

    @Test func `without a pass mark the line from floor to full mark is straight`() throws {
        #expect(try assess(ministry: ["a4": "35"]).result("A-S1") == "70")
        #expect(try assess(ministry: ["a4": "10"]).result("A-S1") == "20")
    }

    @Test func `a cell is the mean of what is observed, with equal weights`() throws {
        let sound = ["a1": "50", "a2": "76", "a3": "15"]

        #expect(try assess(ministry: sound).result("A-P") == "63.333333333333333333")
    }

    @Test func `two thirds of the criteria are enough, and less is not`() throws {
        #expect(try assess(ministry: ["a2": "76", "a3": "15"]).result("A-P") == "70")
        #expect(try assess(ministry: ["a2": "76"]).result("A-P") == "missing")
        let found = try assess(ministry: ["a2": "76"]).bounds("A-P")
        #expect(found == "23.333333333333333333 … 90")
    }

    @Test func `a decisive criterion caps its cell, and the bounds with it`() throws {
        let capped = try assess(ministry: ["a1": "30", "a2": "100", "a3": "10"])
        #expect(try capped.result("A-P") == "69.9")
        #expect(try capped.bounds("A-P") == "69.9 … 69.9")

        // One of two that are known is decisive: whatever the third comes to, it is capped.
        let open = try assess(ministry: ["a1": "30", "a2": "100"])
        #expect(try open.result("A-P") == "65")
        #expect(try open.bounds("A-P") == "43.333333333333333333 … 69.9")

        let enough = try assess(ministry: ["a1": "40", "a2": "100", "a3": "10"])
        #expect(try enough.result("A-P") == "80")
    }

    @Test func `a decisive criterion that is not known caps nothing but the lower bound`() throws {
        let unknown = try assess(ministry: ["a2": "100", "a3": "10"])

        #expect(try unknown.result("A-P") == "100")
        let bounds = try unknown.bounds("A-P")
        #expect(bounds == "66.666666666666666667 … 100")
    }

    @Test func `less than half of the weight in practice and results caps the cell`() throws {
        // In bodies B-S1, the result, is not applicable: what is observed is legislation alone.
        #expect(try assess(ministry: ["b3": "90"]).result("B-S") == "69.9")
        // For the apparatus it is the other way round: B-S2 is about bodies.
        #expect(try assess(apparatus: ["b2": "43", "b3": "90"]).result("B-S", "all") == "100")
    }

    @Test func `levels say for which bodies a criterion is measured`() throws {
        let values = ["a1": "50", "b1": "60", "b2": "43", "b3": "90"]
        let assessment = try assess(ministry: values, apparatus: values)

        #expect(try assessment.result("A-P1") == "50")
        #expect(try assessment.result("A-P1", "all") == "not-applicable")
        #expect(try assessment.result("B-P1") == "60")
        #expect(try assessment.result("B-P1", "all") == "60")
        #expect(try assessment.result("B-S1") == "not-applicable")
        #expect(try assessment.result("B-S1", "all") == "100")
        // Where no criterion applies the cell does not either.
        #expect(try assessment.result("A-P", "all") == "not-applicable")
    }
}
