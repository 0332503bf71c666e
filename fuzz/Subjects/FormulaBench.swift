internal import Arithmetic
internal import AssessmentSupport
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology

/// Names and figures for formulas to speak of.
struct FormulaBench: Sendable {
    let scope: Scope
    let evidence: Evidence

    init() {
        do {
            let plan = try Workbench.plan(Self.edition(value: "n"))
            evidence = try Workbench.evidence(Self.tables, for: plan, threads: 1)
            scope = Scope(
                schema: plan.schema, computed: [[.init(id: "slow", type: .flag)]],
                lists: ["counts": ["staff", "left"]],
                parameters: [.init(id: "limit", type: .days), .init(id: "fine", type: .number)],
                nodes: ["total": 0, "all": 1, "rest": 4, "x": 5], kinds: ["ministry", "agency"],
                rounding: .halfUp)
        } catch {
            preconditionFailure("the bench is sound: \(error)")
        }
    }

    func edition(value: String) -> String { Self.edition(value: value) }

    private static func edition(value: String) -> String {
        Workbench.edition(
            """
            lists: {counts: [staff, left]}
            inputs:
              n: {type: number, optional: true}
              part: {type: share, optional: true}
              rate: {type: percent, optional: true}
              staff: {type: count, optional: true}
              left: {type: count, optional: true}
              cost: {type: money, currency: KZT, optional: true}
              wait: {type: days, optional: true}
              due: {type: date, optional: true}
              open: {type: flag, optional: true}
              opinion: {type: code, values: [clean, adverse], optional: true}
            tables:
              requests:
                key: [id]
                fields:
                  days: {type: days, optional: true}
                  met: {type: code, values: [Y, N], optional: true}
                  fee: {type: money, currency: KZT, optional: true}
                  slow: {type: flag, value: days > limit}
            parameters:
              limit: {value: 15, unit: days}
              fine: {value: 2, unit: points}
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: redistribute, excluded: redistribute, missing: refuse}}
              nodes:
                - id: all
                  weight: equal
                  value: IF(open AND opinion = "clean" AND due IS KNOWN AND fine > 1, n + staff + left, n * part)
                  score: {as-is: {floor: 0, cap: 100}}
                - id: 'each_{i of counts}'
                  weight: equal
                  value: '{i} + 0'
                  score: {as-is: {floor: 0, cap: 100}}
                - id: rest
                  weight: equal
                  value: IF(wait > 1 AND cost > 1 AND rate > 1, 1, COUNT(requests WHERE slow OR met = "Y"))
                  score: {as-is: {floor: 0, cap: 100}}
                - id: x
                  weight: equal
                  value: '\(value)'
                  score: {as-is: {floor: 0, cap: 100}}
            """)
    }

    private static let tables = [
        "bodies": "id,kind\na,ministry\nb,agency\n",
        "inputs": """
        body,period,n,part,rate,staff,left,cost,wait,due,open,opinion
        a,2023,0,0,0,0,0,0,0,2023-01-01,false,clean
        a,2024,-99999999999999999999,1,100,1,3,0.000000000000000001,7,2024-02-29,true,adverse
        b,2024,NA,,WH,12345678901234567890,1,5,1,,,
        """ + "\n",
        "requests": "body,period,id,days,met,fee\na,2024,1,3,Y,1\na,2024,2,,N,NA\nb,2024,1,0,Y,0\n",
    ]
}
