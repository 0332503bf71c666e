import Arithmetic
import AssessmentSupport
import Scoring
import Testing

/// The engagement index of the United Kingdom's Civil Service, quoted in a small edition.
///
/// - Source: Civil Service People Survey, technical guide: five items with 0, 25, 50, 75 and 100
///   points, the mean of a respondent's items, then the mean over respondents; the two worked
///   examples.
@Suite struct EngagementIndexTests {
    private let edition = Workbench.edition(
        """
        lists: {items: [pride, advocacy, attachment, inspiration, motivation]}
        parameters:
          agree: {value: 75, unit: points}
          neither: {value: 50, unit: points}
          disagree: {value: 25, unit: points}
        tables:
          respondents:
            key: [respondent]
            fields:
              "{i of items}": {type: code, values: [SA, A, N, D, SD]}
              engagement:
                value: >-
                  AVERAGE(IF(items = "SA", 100, IF(items = "A", agree,
                  IF(items = "N", neither, IF(items = "D", disagree, 0)))))
        scorecard: {id: index, value: AVERAGE(respondents.engagement), score: as-is}
        """)

    private func index(_ answers: [[String]]) throws -> String {
        let rows = answers.enumerated().map { "a,2024,\($0),\($1.joined(separator: ","))\n" }
        let heading = "body,period,respondent,pride,advocacy,attachment,inspiration,motivation\n"
        let made = try Workbench.assess(
            edition,
            ["bodies": "id,kind\na,ministry\n", "respondents": heading + rows.joined()])
        return try made.result("index")
    }

    /// Answers of one respondent whose mean it is, the best first.
    private func answers(with mean: Int) -> [String] {
        var rest = mean * 5
        return (0..<5).map { _ in
            let points = min(100, rest)
            rest -= points
            return ["SD", "D", "N", "A", "SA"][points / 25]
        }
    }

    @Test func `a respondent who strongly agrees once, agrees twice … has 65`() throws {
        #expect(try index([["SA", "A", "A", "N", "D"]]) == "65")
    }

    @Test func `ten respondents have 53`() throws {
        let means = [65, 25, 70, 35, 50, 100, 90, 40, 20, 35]

        #expect(try index(means.map(answers)) == "53")
    }

    @Test func `a distribution of answers to one item has its index`() throws {
        // 10, 40, 10, 16 and 24 of a hundred.
        let counts = [("SA", 10), ("A", 40), ("N", 10), ("D", 16), ("SD", 24)]
        let answers = counts.flatMap { answer, count in
            Array(repeating: Array(repeating: answer, count: 5), count: count)
        }

        #expect(try index(answers) == "49")
    }
}
