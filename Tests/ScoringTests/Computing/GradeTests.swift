import Arithmetic
import AssessmentSupport
import Diagnostics
import Domain
import Methodology
import Scoring
import Testing

@Suite struct GradeTests {
    private static let order = "grades: {id: marks, order: [D, C, B, A]}\n"

    /// PEFA 2016, PI-1.1, to be verified against the Framework.
    ///
    /// 95 to 105 % in two of the last three years is an A, 90 to 110 % a B, 85 to 115 % a C.
    private static let outturn = Workbench.edition(
        order + """
            tables:
              outturns: {key: [year], fields: {ratio: {type: percent, max: 300, optional: true}}}
            scorecard:
              id: pi-1-1
              applies-when: COUNT(outturns) > 0
              grade:
                A: COUNT(outturns WHERE ratio BETWEEN 95 AND 105) >= 2
                B: COUNT(outturns WHERE ratio BETWEEN 90 AND 110) >= 2
                C: COUNT(outturns WHERE ratio BETWEEN 85 AND 115) >= 2
                otherwise: D
            """)

    @Test(arguments: [
        ("95", "105", "60", "A"), ("94.9", "105", "104.9", "A"), ("94.9", "105.1", "104.9", "B"),
        ("90", "110", "130", "B"), ("89.9", "110.1", "100", "C"), ("85", "115", "0", "C"),
        ("84.9", "100", "115.1", "D"), ("84.9", "115.1", "300", "D"),
    ])
    func `the best grade whose requirement holds`(
        first: String, second: String, third: String, grade: String
    ) throws {
        let made = try Workbench.assess(
            Self.outturn,
            [
                "bodies": "id,kind\na,ministry\n",
                "outturns": """
                body,period,year,ratio
                a,2024,2022,\(first)
                a,2024,2023,\(second)
                a,2024,2024,\(third)

                """,
            ])

        #expect(try made.grade("pi-1-1") == grade)
        #expect(made.grade(of: 0, at: 0) == grade)
        #expect(made.mark(of: 0, at: 0) == nil)
    }

    /// Four requirements that are handed in as they are.
    private static func ladder(_ more: String = "") -> String {
        Workbench.edition(
            order + """
                inputs:
                  a: {type: flag, optional: true}
                  b: {type: flag, optional: true}
                  c: {type: flag, optional: true}
                scorecard:
                  id: n
                  grade: {C: c, otherwise: D, A: a, B: b}
                \(more)
                """)
    }

    @Test(arguments: [
        ("true", "", "", "A", "A … A"), ("false", "true", "", "B", "B … B"),
        ("", "true", "true", "missing", "B … A"), ("", "false", "true", "missing", "C … A"),
        ("", "", "", "missing", "D … A"), ("false", "", "false", "missing", "D … B"),
        ("false", "", "true", "missing", "C … B"), ("false", "false", "", "missing", "D … C"),
        ("false", "false", "false", "D", "D … D"),
        ("NA", "WH", "", "missing", "D … A"),
    ])
    func `an unknown requirement makes the grade missing unless a higher one holds`(
        a: String, b: String, c: String, result: String, bounds: String
    ) throws {
        let made = try Workbench.assess(Self.ladder(), inputs: "a=\(a)", "b=\(b)", "c=\(c)")

        #expect(try made.grade("n") == result)
        #expect(try made.gradeBounds("n") == bounds)
        if result == "missing" {
            let open = a != "false" ? 0 : b != "false" ? 1 : 2
            #expect(try made.reason("n") == .requirement(open, .input(open)))
        }
    }

    @Test func `a missing grade is set with its mark, which corrections take away`() throws {
        let more = """
              missing: {rule: {grade: C, mark: "C*"}}
              corrections:
                - {gate: b = TRUE, caps-at: D, unknown: none}
            """
        let set = try Workbench.assess(Self.ladder(more), inputs: "a=", "b=", "c=")
        let capped = try Workbench.assess(Self.ladder(more), inputs: "a=", "b=true", "c=")
        let known = try Workbench.assess(Self.ladder(more), inputs: "a=false", "b=", "c=")

        #expect(try set.grade("n") == "C filled")
        #expect(set.mark(of: 0, at: 0) == "C*")
        #expect(try set.gradeBounds("n") == "C … C")
        #expect(try capped.grade("n") == "D filled")
        #expect(capped.mark(of: 0, at: 0) == nil)
        #expect(try known.grade("n") == "C filled")
    }

    @Test func `a set grade that stays open keeps its bounds`() throws {
        let made = try Workbench.assess(
            Self.ladder("  missing: {rule: worst, open: yes}"), inputs: "a=", "b=false", "c=true")

        #expect(try made.grade("n") == "D filled")
        #expect(made.mark(of: 0, at: 0) == nil)
        #expect(try made.gradeBounds("n") == "C … A")
    }

    @Test func `corrections hold a grade to a grade`() throws {
        let more = """
              corrections:
                - {cap: B}
                - {floor: C, when: c}
                - {gate: b = FALSE, caps-at: D}
            """
        func result(_ a: String, _ b: String, _ c: String) throws -> String {
            let made = try Workbench.assess(
                Self.ladder(more), inputs: "a=\(a)", "b=\(b)", "c=\(c)")
            return try "\(made.grade("n")), \(made.gradeBounds("n"))"
        }

        #expect(try result("true", "true", "false") == "B, B … B")
        #expect(try result("true", "true", "true") == "B, B … B")
        #expect(try result("false", "false", "true") == "D, D … D")
        // The gate cannot be told: at worst it holds.
        #expect(try result("true", "", "false") == "missing, D … B")
    }

    @Test func `a grade that was handed in is taken, whatever the order of its words`() throws {
        let edition = Workbench.edition(
            Self.order + """
                inputs: {assessed: {type: code, values: [A, D, B], optional: true}}
                scorecard: {id: n, grade: {from: assessed}}
                """)

        #expect(try Workbench.assess(edition, inputs: "assessed=B").grade("n") == "B")
        #expect(try Workbench.assess(edition, inputs: "assessed=D").grade("n") == "D")
        #expect(try Workbench.assess(edition, inputs: "assessed=NA").grade("n") == "not-applicable")
        let blank = try Workbench.assess(edition, inputs: "assessed=")
        #expect(try blank.grade("n") == "missing")
        #expect(try blank.gradeBounds("n") == "D … A")
    }

    /// Malaysia's star rating: 90 to 100 five stars, 80 to 89.9 four, 70 to 79.9 three, 60 to 69.9
    /// two, 50 to 59.9 one, up to 49.9 none; 75.07, 81.48 and 94.52 are printed with 3, 4 and 5.
    @Test(arguments: [
        ("75.07", "3"), ("81.48", "4"), ("94.52", "5"), ("49.99", "0"), ("50", "1"), ("90", "5"),
        ("100", "5"), ("0", "0"), ("69.999999999999999999", "2"),
    ])
    func `a number falls into a grade`(value: String, stars: String) throws {
        let edition = Workbench.edition(
            """
            grades: {id: stars, order: ["0", "1", "2", "3", "4", "5"]}
            inputs: {x: {type: percent}}
            scorecard:
              id: stars
              value: x
              grade:
                bands:
                  - {grade: "5", from: 90}
                  - {grade: "4", from: 80, below: 90}
                  - {grade: "3", from: 70, below: 80}
                  - {grade: "2", from: 60, below: 70}
                  - {grade: "1", from: 50, below: 60}
                  - {grade: "0", below: 50}
            """)

        let made = try Workbench.assess(edition, inputs: "x=\(value)")

        #expect(try made.grade("stars") == stars)
        #expect(made.columns[0]?.value(at: 0)?.description == value)
    }

    @Test func `a mean of scores falls into a grade, and its bounds with it`() throws {
        let edition = Workbench.edition(
            Self.order + """
                inputs: {x: {type: percent}, y: {type: percent, optional: true}}
                scorecard:
                  id: total
                  aggregate: {weighted-mean: {not-applicable: refuse, missing: refuse, excluded: refuse}}
                  grade: {bands: [{grade: D, below: 50}, {grade: C, from: 50, below: 70}, {grade: B, from: 70, below: 90}, {grade: A, from: 90}]}
                  nodes:
                    - {id: a, weight: 60 %, value: x, score: as-is}
                    - {id: b, weight: 40 %, value: y, score: as-is}
                """)

        #expect(try Workbench.assess(edition, inputs: "x=80", "y=55").grade("total") == "B")
        let open = try Workbench.assess(edition, inputs: "x=90", "y=")
        #expect(try open.grade("total") == "missing")
        #expect(try open.gradeBounds("total") == "C … A")
    }

    @Test func `formulas compare grades by their order and count with what words stand for`() throws
    {
        let edition = Workbench.edition(
            Self.order + """
                inputs: {x: {type: percent}, y: {type: code, values: [A, B, C, D], optional: true}}
                scorecard:
                  id: all
                  aggregate: none
                  nodes:
                    - {id: pi-1, value: x, grade: {bands: [{grade: D, below: 50}, {grade: B, from: 50}]}}
                    - {id: "2", grade: {from: y}}
                    - {id: both, grade: {A: grade(pi-1) >= "B" AND grade(2) > "C", C: grade(2) = grade(pi-1), otherwise: D}}
                    - {id: points, value: grade(2), coding: {A: 4, B: 3, C: 2, D: 1}, score: as-is}
                    - {id: known, value: 'IF(grade(2) IS KNOWN, 1, 0)', score: as-is}
                """)
        func results(_ x: String, _ y: String) throws -> [String] {
            let made = try Workbench.assess(edition, inputs: "x=\(x)", "y=\(y)")
            return try [made.grade("both"), made.result("points"), made.result("known")]
        }

        #expect(try results("60", "A") == ["A", "4", "1"])
        #expect(try results("60", "B") == ["A", "3", "1"])
        #expect(try results("40", "D") == ["C", "1", "1"])
        #expect(try results("40", "C") == ["D", "2", "1"])
        #expect(try results("60", "") == ["missing", "missing", "0"])
    }

    /// OECD codings of the public service leadership survey, as in 1, 0.75, 0.5, 0.25, 0: the
    /// composite is the sum of its parts with maxima of one half.
    @Test func `a word stands for a number`() throws {
        let edition = Workbench.edition(
            """
            inputs:
              planned: {type: code, values: [all, most, some, few, none], optional: true}
            scorecard:
              id: n
              value: planned
              coding: {all: 1, most: 0.75, some: 0.5, few: 0.25, none: 0}
              score: {knots: [[0, 0], [1, 100]]}
            """)

        #expect(try Workbench.assess(edition, inputs: "planned=all").result("n") == "100")
        #expect(try Workbench.assess(edition, inputs: "planned=most").result("n") == "75")
        #expect(try Workbench.assess(edition, inputs: "planned=none").result("n") == "0")
        #expect(try Workbench.assess(edition, inputs: "planned=WH").result("n") == "excluded")
        #expect(try Workbench.assess(edition, inputs: "planned=").bounds("n") == "0 … 100")
    }

    @Test func `grades are ranked like scores`() throws {
        let edition = Workbench.edition(
            Self.order + """
                ranking: {nodes: [n], best: highest, ties: lowest, figures: unrounded, within: all}
                inputs: {y: {type: code, values: [A, B, C, D]}}
                scorecard: {id: n, grade: {from: y}}
                """)
        let made = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\na,ministry\nb,ministry\nc,agency\nd,agency\n",
                "inputs": "body,period,y\na,2024,C\nb,2024,A\nc,2024,C\nd,2024,D\n",
            ])

        #expect((0..<4).map { made.rank(of: 0, at: $0) } == [2, 1, 2, 4])
    }

    @Test func `test cases expect grades, marks and bounds in words`() throws {
        let edition = Self.ladder("  missing: {rule: {grade: D, mark: \"D*\"}, open: yes}")
        let cases = """
            - {name: best, node: n, given: {a: true}, then: A}
            - {name: group, node: n, given: {a: false, b: true}, then: {grade: B, mark: "", lower: B, upper: B}}
            - {name: wrong, node: n, given: {a: false, b: true}, then: {grade: A, mark: "D*", lower: C}}
            - {name: filled, node: n, given: {b: true}, then: {grade: D, mark: "D*", filled: yes, lower: B, upper: A}}
            """
        let source = MemorySource(["edition.yaml": edition, "edition.test.yaml": cases])
        let (plan, log) = EditionReader.read(from: source)
        let results = CaseRun.run(try #require(plan, "\(log.entries)"))

        #expect(results.map(\.passed) == [true, true, false, true])
        #expect(
            results[2].differences == [
                "grade: expected A, got B", "mark: expected D*, got none",
                "lower: expected C, got B",
            ])
    }

    @Test func `an edition of grades alone needs no scale`() throws {
        let text = Self.ladder().replacing("scale: {min: 0, max: 100}\n", with: "")

        #expect(try Workbench.assess(text, inputs: "a=true", "b=", "c=").grade("n") == "A")
        #expect(throws: Workbench.Refused.self) {
            try Workbench.plan(
                text.replacing("grade: {C: c, otherwise: D, A: a, B: b}", with: "value: 1"))
        }
    }
}
