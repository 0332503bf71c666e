import AssessmentSupport
import Evidence
import Methodology
import TestSupport
import Testing

@testable import Scoring

/// Random conditions over random records, column by column against record by record.
@Suite struct RecordsTests {
    private static let tables = """
        inputs:
          goal: {type: number, optional: true}
          grade: {type: code, values: [Y, N, Z], optional: true}
        parameters:
          third: {unit: number, values: [{from: 2020-01-01, value: 100/3}]}
          limit: {unit: number, value: 50}
          two: {unit: number, value: 2}
        tables:
          works:
            key: [id]
            fields:
              done: {type: number, optional: true}
              plan: {type: number, optional: true}
              state: {type: code, values: [Y, N, Z], optional: true}
              since: {type: period, optional: true}
              ended: {type: date, optional: true}
              note: {type: text, optional: true}
              sure: {type: flag, optional: true}
              late: {type: flag, value: 'done < plan OR state = "Z"'}
              half: {type: number, value: plan / two}
              many: {type: flag, value: COUNT(parts WHERE met) > 1}
              all_met: {type: flag, value: ALL(parts.met)}
          parts:
            key: [part]
            within: works
            fields:
              amount: {type: number, optional: true}
              met: {type: flag, optional: true}
              dear: {type: flag, value: amount > works.plan}
        """

    private static let conditions = [
        "done > 30", "done <= limit", "done = 33.5", "plan < third", "done >= plan", "done <> plan",
        "done BETWEEN 10 AND limit", "goal > done", "state = \"Y\"", "state <> grade",
        "since = period", "period - since BETWEEN 0 AND 1", "period - since > 1",
        "ended < \"2024-06-30\"", "note = \"x\"", "note <> \"y\"", "sure", "late", "NOT late",
        "half > 20", "many", "all_met", "(state = \"N\") = (done > 30)", "done IS KNOWN",
        "plan IS WITHHELD", "note IS NOT-APPLICABLE", "sure IS UNKNOWN", "done IS NOT KNOWN",
        "COUNT(parts) > 1", "COUNT(parts WHERE amount > 20) >= 1", "ANY(parts.amount > 40)",
        "ALL(parts.dear)", "grade = \"Y\"", "goal IS KNOWN", "done + 1 > plan",
        "(late) IS KNOWN",
    ]

    private static func condition(_ depth: Int, _ random: inout SeededGenerator) -> String {
        let leaf = conditions.randomElement(using: &random) ?? "sure"
        guard depth > 0 else { return leaf }
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return leaf
        case 1: return "NOT (\(condition(depth - 1, &random)))"
        case 2:
            return "(\(condition(depth - 1, &random))) AND (\(condition(depth - 1, &random)))"
        default: return "(\(condition(depth - 1, &random))) OR (\(condition(depth - 1, &random)))"
        }
    }

    private static func formula(_ random: inout SeededGenerator) -> String {
        let condition = condition(2, &random)
        let field = ["done", "plan", "half"].randomElement(using: &random) ?? "done"
        let function = ["SUM", "AVERAGE", "MIN", "MAX", "MEDIAN"].randomElement(using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return "COUNT(works WHERE \(condition))"
        case 1: return "COUNT(works WHERE \(condition)) / COUNT(works WHERE state = \"Y\")"
        case 2: return "IF(ALL(works.\(field) > 5 WHERE \(condition)), 1, 0)"
        case 3: return "IF(ANY(works.state = \"N\" WHERE \(condition)), 1, 0)"
        default: return "\(function ?? "SUM")(works.\(field) WHERE \(condition))"
        }
    }

    private static func edition(_ arithmetic: String, _ random: inout SeededGenerator) -> String {
        let nodes = (0..<24).map { number in
            let formula = formula(&random)
            let empty = formula.contains(" / ") ? " empty: missing," : ""
            return "  - {id: n\(number), score: as-is,\(empty) value: '\(formula)'}"
        }
        // Everything that is declared has to be used.
        let used =
            "  - {id: used, score: as-is, value: 'COUNT(works WHERE done < third OR done < limit "
            + "OR goal > done OR state = grade)'}"
        return Workbench.edition(
            tables + "\nscorecard:\n  id: all\n  aggregate: none\n  nodes:\n"
                + ([used] + nodes).map { "  \($0)\n" }.joined(),
            head: ["scale": "{min: -1000000000, max: 1000000000}", "arithmetic": arithmetic])
    }

    private static func records(_ random: inout SeededGenerator) -> [String: String] {
        func pick(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
        func cell(_ words: [String]) -> String { pick(words + ["", "NA", "WH"]) }
        var tables = [
            "bodies": "id,kind\n", "inputs": "body,period,goal,grade\n",
            "works": "body,period,id,done,plan,state,since,ended,note,sure\n",
            "parts": "body,period,id,part,amount,met\n",
        ]
        let numbers = ["0", "10", "33.5", "33.333333333333333333", "50", "80", "-7.25"]
        for body in ["a", "b", "c"] {
            tables["bodies", default: ""] += "\(body),ministry\n"
            for period in ["2023", "2024"] {
                tables["inputs", default: ""] +=
                    "\(body),\(period),\(cell(numbers)),\(cell(["Y", "N"]))\n"
                for work in 0..<Int.random(in: 0...14, using: &random) {
                    let row = [
                        body, period, "w\(work)", cell(numbers), cell(numbers),
                        cell(["Y", "N", "Z", "Y"]), cell(["2022", "2023", "2024"]),
                        cell(["2024-06-29", "2024-06-30"]), cell(["x", "y"]),
                        cell(["true", "false"]),
                    ]
                    tables["works", default: ""] += row.joined(separator: ",") + "\n"
                    for part in 0..<Int.random(in: 0...3, using: &random) {
                        let cells = [cell(numbers), cell(["true", "false", "true"])]
                        tables["parts", default: ""] +=
                            "\(body),\(period),w\(work),p\(part),\(cells.joined(separator: ","))\n"
                    }
                }
            }
        }
        return tables
    }

    @Test(arguments: ["decimal", "double"])
    func `conditions come out the same column by column and record by record`(
        arithmetic: String
    ) throws {
        var random = SeededGenerator.fresh(7)
        for round in 0..<12 {
            let edition = Self.edition(arithmetic, &random)
            let tables = Self.records(&random)
            var options = Assessment.Options()
            let made = try Workbench.assess(edition, tables, options: options)
            options.isByRecord = true
            let slow = try Workbench.assess(edition, tables, options: options)

            for node in made.plan.nodes.indices {
                for unit in 0..<made.evidence.unitCount {
                    let (fast, expected) = (
                        made.computation(of: node, at: unit).outcome,
                        slow.computation(of: node, at: unit).outcome
                    )
                    #expect(
                        fast == expected,
                        "seed \(random.seed), round \(round), node \(node), unit \(unit):\n\(edition)"
                    )
                }
            }
            #expect(made.findings() == slow.findings())
        }
    }
}
