import AssessmentSupport
import Diagnostics
import Domain
import Methodology
import Scoring
import Testing

@Suite struct CaseRunTests {
    @Test(arguments: [
        "ca-results/2016-17", "ca-service-maf/2023-24", "ca-service-maf-mean/2023-24",
        "incise/2019", "kz-2022-goals/2022", "kz-954/2017", "kz-954/2020", "kz-954/2025",
        "oecd-stages/2026", "teaching/2025", "teaching/2026",
    ])
    func `every case of a shipped edition holds`(edition: String) throws {
        let results = CaseRun.run(try Examples.plan(edition))

        #expect(!results.isEmpty)
        for result in results {
            let errors = result.log.entries.map(\.description)
            #expect(result.passed, "\(result.name): \(result.differences) \(errors)")
        }
    }

    private func run(_ cases: String) throws -> [CaseResult] {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: percent, optional: true}}
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: redistribute, excluded: redistribute, missing: refuse}}
              nodes:
                - {id: na, weight: 50 %, value: x / 100 * 100, score: as-is}
                - {id: nb, weight: 50 %, value: x, score: as-is, missing: {rule: zero}}
            """)
        let source = MemorySource(["edition.yaml": edition, "edition.test.yaml": cases])
        let (plan, log) = EditionReader.read(from: source)
        guard let plan else { throw Workbench.Refused(diagnostics: log.entries) }
        return CaseRun.run(plan)
    }

    @Test func `a case says what came out otherwise`() throws {
        let results = try run(
            """
            - {name: right, node: na, given: {x: 95}, then: {value: 95, score: (90 + 100) / 2}}
            - {name: wrong, node: na, given: {x: 95}, then: {value: 94, score: 95}}
            - {name: near, node: na, given: {x: 95}, then: {score: 94.6}, within: 0.5}
            - {name: filled, node: nb, given: {}, then: {score: 0, filled: yes}}
            - {name: state, node: na, given: {x: withheld}, then: missing}
            - {name: from above, node: total, scores: {na: 40, nb: not-applicable}, then: {score: 40}}
            - {name: scored, node: na, given: {x: 72.5}, then: missing}
            """)

        #expect(results.map(\.passed) == [true, false, true, true, false, true, false])
        #expect(results[1].differences == ["value: expected 94, got 95"])
        #expect(results[4].differences == ["state: expected missing, got excluded"])
        #expect(results[6].differences == ["state: expected missing, got score 72.5"])
    }

    private func held(_ rules: String, _ cases: String) throws -> [String] {
        let source = MemorySource([
            "edition.yaml": Workbench.edition(rules), "edition.test.yaml": cases,
        ])
        let (plan, log) = EditionReader.read(from: source)
        guard let plan else { throw Workbench.Refused(diagnostics: log.entries) }
        return CaseRun.run(plan).flatMap { result in
            result.differences.map { "\(result.name): \($0)" }
                + result.log.entries.map(\.description)
        }
    }

    @Test func `others of the period are looked at, each with its kind, group and scores`() throws {
        let rules = """
            peers: {by: group}
            inputs: {x: {type: number, min: 0, max: 100, optional: true}}
            scorecard:
              id: total
              aggregate: none
              nodes:
                - {id: nx, value: x, score: as-is, missing: {rule: group-mean}}
                - {id: share, value: x / SUM(x OVER peers) * 100, empty: missing, score: as-is}
                - {id: place, value: x, score: {min-max: {over: bodies, better: higher, constant: missing, to: scale}}}
                - {id: mean, value: AVERAGE(score(nx) OVER bodies), score: as-is}
            """

        #expect(
            try held(
                rules,
                """
                - {name: the mean of peers, node: nx, group: g, then: {score: 30, filled: yes},
                  others: [{group: g, given: {x: 20}}, {group: g, given: {x: 40}},
                  {group: h, given: {x: 90}}]}
                - {name: a share among peers, node: share, group: g, given: {x: 30}, then: 75,
                  others: [{group: g, given: {x: 10}}, {given: {x: 60}}]}
                - {name: between two, node: place, given: {x: 30}, then: 25,
                  others: [{id: low, given: {x: 20}}, {id: high, given: {x: 60}}]}
                - {name: scores of each, node: mean, scores: {nx: 10}, then: (10 + 20 + 60) / 3,
                  others: [{scores: {nx: 20}}, {given: {x: 60}}, {scores: {nx: excluded}}]}
                """) == [])
    }

    @Test func `earlier periods are looked at, also those of others and those with records`() throws
    {
        let rules = """
            inputs: {x: {type: number, min: 0, max: 100, optional: true}}
            tables: {visits: {key: [visit], fields: {good: {type: flag}}}}
            scorecard:
              id: total
              aggregate: none
              nodes:
                - {id: change, value: x - PREVIOUS(x), score: {as-is: {floor: 0}}}
                - {id: kept, value: x, score: as-is, missing: {rule: {last: {at-most: 2}}}}
                - {id: good, value: 'COUNT(PERIODS(visits, 2) WHERE good)', score: as-is}
                - {id: rise, value: AVERAGE(x - PREVIOUS(x) OVER bodies), score: {as-is: {floor: 0}}}
            """

        #expect(
            try held(
                rules,
                """
                - {name: a change, node: change, given: {x: 40}, earlier: {2019: {x: 25}}, then: 15}
                - {name: nothing earlier, node: change, given: {x: 40}, then: missing}
                - {name: a gap, node: change, given: {x: 40}, earlier: {2018: {x: 25}}, then: missing}
                - {name: the last, node: kept, earlier: {2019: {x: unknown}, 2018: {x: 25}}, then: 25}
                - {name: too old, node: kept, earlier: {2017: {x: 25}}, then: missing}
                - name: visits of two years
                  node: good
                  given: {visits: [{good: true}, {good: false}]}
                  earlier: {2019: {visits: [{good: true}, {good: true}]}}
                  then: 3
                - {name: a mean rise, node: rise, given: {x: 20}, earlier: {2019: {x: 10}}, then: 20,
                  others: [{given: {x: 40}, earlier: {2019: {x: 10}}}, {given: {x: 90}}]}
                """) == [])
    }

    @Test func `what stops a case names its own body once`() throws {
        let results = try run("- {name: above, node: nb, given: {x: 150}, then: {score: 100}}")

        let errors = results[0].log.entries.map(\.description)
        #expect(errors.contains { $0.contains("the score is 150 for the body in ") })
    }
}
