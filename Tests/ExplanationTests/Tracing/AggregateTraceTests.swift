import AssessmentSupport
import Explanation
import JSON
import Scoring
import TestSupport
import Testing

/// How traces tell what children come to.
@Suite struct AggregateTraceTests {
    private func text(_ made: Assessment, _ node: String = "total") throws -> String {
        let trace = Trace(made, node: try made.position(node), at: try made.unit())
        return trace.lines(Wording(made), Display(made)).joined(separator: "\n") + "\n"
    }

    private func document(_ made: Assessment, _ node: String = "total") throws -> String {
        let trace = Trace(made, node: try made.position(node), at: try made.unit())
        return trace.json(Wording(made)) + "\n"
    }

    @Test func `computed weights are told with their formulas and figures`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs:
                  letters: {type: percent}
                  calls: {type: percent}
                  visits: {type: percent, optional: true}
                  letter_count: {type: count}
                  call_count: {type: count}
                  visit_count: {type: count}
                parameters: {own: {value: 1/3, unit: share}}
                scorecard:
                  id: total
                  aggregate:
                    weighted-mean: {not-applicable: redistribute, missing: redistribute, excluded: refuse}
                  nodes:
                    - id: letters
                      title: {en: Letters}
                      value: letters
                      score: as-is
                      weight: {blend: [{part: 2/3, by: equal}, {part: own, by: letter_count}]}
                    - id: calls
                      title: {en: Calls}
                      value: calls
                      score: as-is
                      weight: {blend: [{part: 2/3, by: equal}, {part: own, by: call_count}]}
                    - id: visits
                      title: {en: Visits}
                      value: visits
                      score: as-is
                      weight: {blend: [{part: 2/3, by: equal}, {part: own, by: visit_count}]}
                """), inputs: "letters=80", "calls=60", "visits=", "letter_count=30",
            "call_count=60", "visit_count=10")

        expectGolden(try text(made), "computed-weights.txt")
        expectGolden(try document(made), "computed-weights.json")
    }

    /// A total over three inputs; `keys` stand at each child.
    private func total(
        _ aggregate: String, _ keys: [String] = ["", "", ""], _ inputs: String...
    ) throws -> Assessment {
        let nodes = zip(["a", "b", "c"], keys).map { id, keys in
            "    - {id: n\(id), title: {en: Part \(id)}, value: \(id), score: as-is\(keys)}\n"
        }
        let policies = "not-applicable: redistribute, excluded: refuse, missing: redistribute"
        let edition = Workbench.edition(
            """
            inputs:
              a: {type: number, optional: true}
              b: {type: number, optional: true}
              c: {type: number, optional: true}
            scorecard:
              id: total
              aggregate: {\(aggregate.replacing("…", with: policies))}
              nodes:
            \(nodes.joined())
            """)
        let row = "a,2024,\(inputs.joined(separator: ","))"
        return try Workbench.assess(
            edition,
            ["bodies": "id,kind\na,ministry\n", "inputs": "body,period,a,b,c\n\(row)\n"])
    }

    private static let points = [", max: 50", ", max: 30", ", max: 20"]
    private static let weights = [", weight: 2", ", weight: 0.5", ", weight: 0.5"]
    private static let equal = [", weight: equal", ", weight: equal", ", weight: equal"]

    @Test(arguments: [
        ("sum", "sum: {…}", points, ["40", "", "15.5"]),
        ("weighted-sum", "weighted-sum: {…}", weights, ["30", "20", ""]),
        ("harmonic", "harmonic: {zeros: {raise-to: 1}, …}", equal, ["40", "0.5", "60"]),
        ("harmonic-zero", "harmonic: {zeros: refuse, …}", equal, ["40", "0", "60"]),
        ("median", "median: {…}", ["", "", ""], ["60", "20", "10"]),
        ("third-best", "k-th-best: {k: 3, …}", ["", "", ""], ["60", "", "10"]),
        (
            "formula", "formula: 'MIN(score(na), score(nb)) - score(nc) / 100'", ["", "", ""],
            ["60", "20", "10"]
        ),
    ])
    func `a trace tells what each kind makes of the children`(
        name: String, aggregate: String, keys: [String], inputs: [String]
    ) throws {
        let made = try total(aggregate, keys, inputs[0], inputs[1], inputs[2])

        expectGolden(try text(made), "aggregate-\(name).txt")
    }

    @Test func `programs are told the same`() throws {
        expectGolden(
            try document(try total("sum: {…}", Self.points, "40", "", "15.5")), "aggregate-sum.json"
        )
        expectGolden(
            try document(try total("median: {…}", ["", "", ""], "60", "20", "10")),
            "aggregate-median.json")
    }
}
