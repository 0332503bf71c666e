import Arithmetic
import AssessmentSupport
import Diagnostics
import Domain
import Scoring
import Testing

@testable import Improvement

/// Plans are held against what came of them; all figures were worked out by hand.
@Suite struct ImprovementPlanTests {
    /// Three leaves that weigh 50, 30 and 20.
    private static func edition(
        speed: String = "value: a, score: as-is", second: String = "care", methodology: String = "x"
    ) -> String {
        Workbench.edition(
            """
            inputs:
              a: {type: number, min: 0, max: 100, optional: true}
              b: {type: number, min: 0, max: 100, optional: true}
              c: {type: number, min: 0, max: 100, optional: true}
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: redistribute, missing: redistribute, excluded: redistribute}}
              nodes:
                - {id: speed, weight: 50, \(speed)}
                - {id: \(second), weight: 30, value: b, score: as-is}
                - {id: calm, weight: 20, value: c, score: as-is}
            ranking: {nodes: [total], best: highest, ties: lowest, figures: unrounded, within: all}
            """, head: ["methodology": methodology])
    }

    private static let inputs = """
        body,period,a,b,c
        x,2024,40,50,60
        y,2024,80,20,10
        x,2025,56,50,70
        y,2025,,,

        """

    private static let measures = """
        measure,body,on,effect,cost,currency,finish,owner
        train,x,a,+10,100.5,KZT,2025-03-01,Ann
        tools,x,speed,to: 70,200,KZT,2025-06-01,Bob
        late,all,b,+20,50,KZT,2026-02-01,
        old,x,c,+5,7,KZT,2024-05-01,Ann

        """

    private static let noMeasures = "measure,body,on,effect,cost,currency,finish,owner\n"

    private static let rows = "train,2024,,2025-04-01\ntools,2024,,\nlate,2024,,\nold,2024,,\n"

    private static func assess(
        _ rows: String = rows, inputs: String = inputs, measures: String = measures,
        bodies: String = "id,kind\nx,ministry\ny,ministry\n", edition: String = edition()
    ) throws -> Assessment {
        try Workbench.assess(
            edition,
            [
                "bodies": bodies, "inputs": inputs, "measures": measures,
                "plan": "measure,since,owner,due\n" + rows,
            ])
    }

    private static func plan(
        _ then: Assessment, now: (assessment: Assessment, period: Int)?
    ) throws -> ImprovementPlan {
        let (plan, log) = ImprovementPlan.make(then, since: 0, now: now)
        return try #require(plan, "\(log.entries)")
    }

    private static func plan(_ assessment: Assessment) throws -> ImprovementPlan {
        try plan(assessment, now: (assessment, 1))
    }

    /// As in `30 30 16`, or `20 0 ? 1` where of one score nothing is known.
    private static func told(_ points: ImprovementPlan.Points?) -> String {
        guard let points else { return "-" }
        return "\(points.expected) \(points.due) \(points.gained?.description ?? "?")"
            + (points.unknown == 0 ? "" : " \(points.unknown)")
    }

    private static func told(_ shares: [ImprovementPlan.Share]) -> [String] {
        shares.map { "\($0.item): \(told($0.points))" }
    }

    @Test func `measures come by the day they are due, and say how far they are`() throws {
        let plan = try Self.plan(Self.assess())

        #expect(plan.items.map(\.measure.id) == ["old", "train", "tools", "late"])
        #expect(plan.items.map(\.standing) == [.impossible(.past), .due, .due, .notDue])
        #expect(
            plan.items.map(\.due.description) == [
                "2024-05-01", "2025-04-01", "2025-06-01", "2026-02-01",
            ])
        #expect(plan.items.map(\.owner) == ["Ann", "Ann", "Bob", nil])
        #expect(plan.since.description == "2024")
        #expect(plan.now?.description == "2025")
        #expect(plan.cost == (try Fixed("350.5")))
        #expect(plan.currency == "KZT")
    }

    @Test func `values stand then, as expected, and now`() throws {
        let plan = try Self.plan(Self.assess())

        #expect(
            plan.values.map { "\($0.body) \($0.subject) \($0.before) \($0.expected) \($0.due)" }
                == [
                    "0 input(0) number(40) number(50) number(50)",
                    "0 input(1) number(50) number(70) number(50)",
                    "0 leaf(1) number(40) number(70) number(70)",
                    "1 input(1) number(20) number(40) number(20)",
                ])
        #expect(
            plan.values.map(\.now) == [
                .known(.number(Fixed(56))), .known(.number(Fixed(50))),
                .known(.number(Fixed(56))), .unknown(.none(.missing)),
            ])
    }

    /// `train` brings 10 and then `tools` 20; 16 were gained: 16 · 10 / 30 and 16 · 20 / 30.
    @Test func `what a leaf gained is shared by what each measure was to add in its turn`() throws {
        let leaves = try Self.plan(Self.assess()).leaves

        #expect(leaves.map(\.body) == [0, 0, 1])
        #expect(leaves.map(\.node) == [1, 2, 2])
        #expect(leaves.map(\.before) == [Fixed(40), Fixed(50), Fixed(20)])
        #expect(leaves.map(\.expected) == [Fixed(70), Fixed(70), Fixed(40)])
        #expect(leaves.map(\.due) == [Fixed(70), Fixed(50), Fixed(20)])
        #expect(
            leaves.map(\.now) == [
                .known(Fixed(56)), .known(Fixed(50)), .unknown(.none(.missing)),
            ])
        #expect(leaves.map { Self.told($0.points) } == ["30 30 16", "20 0 0", "20 0 ? 1"])
        #expect(Self.told(leaves[0].shares) == ["1: 10 10 16/3", "2: 20 20 32/3"])
        #expect(Self.told(leaves[1].shares) == ["3: 20 0 0"])
        #expect(leaves.map { $0.unshared == nil } == [true, true, true])
    }

    @Test func `measures and who answers for them have sums`() throws {
        let plan = try Self.plan(Self.assess())

        #expect(
            plan.items.map { Self.told($0.points) } == [
                "0 0 0", "10 10 16/3", "20 20 32/3", "40 0 0",
            ])
        #expect(plan.items.map(\.leaves) == [[], [0], [0], [1, 2]])
        #expect(plan.owners.map(\.owner) == ["Ann", "Bob", nil])
        #expect(plan.owners.map(\.items) == [[0, 1], [2], [3]])
        #expect(plan.owners.map(\.cost) == [try Fixed("100.5"), Fixed(200), Fixed(50)])
        #expect(
            plan.owners.map { Self.told($0.points) } == ["10 10 16/3", "20 20 32/3", "40 0 0"])
        #expect(plan.owners.map { $0.results.map(\.node) } == [[0], [0], [0]])
        #expect(
            plan.owners.map { $0.results.map { Self.told($0.points) } } == [
                ["5 5 8/3"], ["10 10 16/3"], ["12 0 0"],
            ])
    }

    /// Of `x` the total is 20 + 15 + 12 = 47, expected 35 + 21 + 12 = 68, so far 35 + 15 + 12 = 62,
    /// and now 28 + 15 + 14 = 57: speed brought 8 of 10.
    @Test func `ranked nodes say what leaves brought, and what came otherwise`() throws {
        let results = try Self.plan(Self.assess()).results

        #expect(results.map(\.body) == [0, 1])
        #expect(results.map(\.node) == [0, 0])
        #expect(results.map(\.before) == [Fixed(47), Fixed(48)])
        #expect(results.map(\.expected) == [Fixed(68), Fixed(54)])
        #expect(results.map(\.due) == [Fixed(62), Fixed(48)])
        #expect(results.map(\.now) == [.known(Fixed(57)), .unknown(.none(.missing))])
        #expect(results.map { Self.told($0.points) } == ["21 15 8", "6 0 ? 1"])
        #expect(
            Self.told(results[0].shares) == ["1: 5 5 8/3", "2: 10 10 16/3", "3: 6 0 0"])
        #expect(results.map { $0.beside?.description } == ["2", nil])
    }

    @Test func `leaves that moved without a measure are told, and those that are not known`() throws
    {
        let beside = try Self.plan(Self.assess()).beside

        #expect(beside.map(\.body) == [0, 1, 1])
        #expect(beside.map(\.node) == [3, 1, 3])
        #expect(beside.map(\.before) == [Fixed(60), Fixed(80), Fixed(10)])
        #expect(
            beside.map(\.now) == [
                .known(Fixed(70)), .unknown(.none(.missing)), .unknown(.none(.missing)),
            ])
    }

    @Test func `what came before any measure was due is shared with nobody`() throws {
        let inputs = Self.inputs.replacing("x,2025,56,50,70", with: "x,2025,56,55,70")
        let plan = try Self.plan(Self.assess("late,2024,,\n", inputs: inputs))

        let leaf = try #require(plan.leaves.first)
        #expect(Self.told(leaf.points) == "20 0 5")
        #expect(Self.told(leaf.shares) == ["0: 20 0 0"])
        #expect(leaf.unshared?.description == "5")
        // 30 of 100 of the 5 points; the move is 8 + 1.5 + 2.
        let result = try #require(plan.results.first)
        #expect(Self.told(result.points) == "6 0 1.5")
        #expect(Self.told(result.shares) == ["0: 6 0 0"])
        #expect(result.beside?.description == "10")
    }

    /// From 85 the first brings 10, and the second only the 5 that the range leaves.
    @Test func `a measure that comes later adds what the range leaves`() throws {
        let measures = """
            measure,body,on,effect,cost,currency,finish
            one,x,a,+10,1,KZT,2025-01-01
            two,x,a,+10,1,KZT,2025-01-01

            """
        let inputs = "body,period,a,b,c\nx,2024,85,1,1\nx,2025,94,1,1\n"
        let plan = try Self.plan(
            Self.assess("two,2024,,\none,2024,,\n", inputs: inputs, measures: measures))

        #expect(plan.items.map(\.measure.id) == ["one", "two"])
        #expect(Self.told(plan.leaves[0].shares) == ["0: 10 10 6", "1: 5 5 3"])
    }

    @Test func `without a later period nothing is known, and nothing is due`() throws {
        let plan = try Self.plan(Self.assess(), now: nil)

        #expect(plan.now == nil)
        #expect(plan.items.map(\.standing) == [.impossible(.past), .notDue, .notDue, .notDue])
        #expect(Set(plan.leaves.map(\.now)) == [.unknown(.noPeriod)])
        #expect(plan.leaves.map { Self.told($0.points) } == ["30 0 ? 1", "20 0 ? 1", "20 0 ? 1"])
        #expect(plan.beside.isEmpty)
        #expect(plan.results.map(\.expected) == [Fixed(68), Fixed(54)])
    }

    @Test func `bodies that ended or are gone are said`() throws {
        let then = try Self.assess("late,2024,,\n")
        let ended = try Self.assess(
            "", bodies: "id,kind,to\nx,ministry,\ny,ministry,2024-12-31\n")
        let gone = try Self.assess(
            "", inputs: "body,period,a\nx,2024,1\nx,2025,1\n", measures: Self.noMeasures,
            bodies: "id,kind\nx,ministry\n",
            edition: Self.edition())

        #expect(try Self.plan(then, now: (ended, 1)).leaves[1].now == .unknown(.bodyEnded))
        #expect(try Self.plan(then, now: (gone, 1)).leaves[1].now == .unknown(.bodyGone))
    }

    @Test func `a leaf that the later edition has not, or measures otherwise, is said`() throws {
        let then = try Self.assess("late,2024,,\n")
        let other = try Self.assess(
            "", measures: Self.noMeasures, edition: Self.edition(second: "cure"))
        let scaled = try Self.assess(
            "", measures: Self.noMeasures,
            edition: Self.edition().replacing(
                "value: b, score: as-is", with: "value: b, score: as-is, min: -100"))

        let gone = try Self.plan(then, now: (other, 1))
        #expect(gone.leaves.map(\.now) == [.unknown(.gone), .unknown(.gone)])
        // The input is there all the same.
        #expect(gone.values[0].now == .known(.number(Fixed(50))))
        // Under other rules nobody can say what a leaf brought.
        #expect(gone.results.map { Self.told($0.points) } == ["6 0 ? 1", "6 0 ? 1"])
        #expect(try Self.plan(then, now: (scaled, 1)).leaves[0].now == .unknown(.otherScale))
    }

    @Test func `a score that a rule puts in the place of a missing one is not known`() throws {
        let edition = Self.edition(
            speed: "value: a, score: as-is, missing: {rule: {score: 0}}")
        let inputs = Self.inputs.replacing("x,2025,56,50,70", with: "x,2025,,50,70")
        let plan = try Self.plan(Self.assess("train,2024,,\n", inputs: inputs, edition: edition))

        #expect(plan.leaves[0].now == .unknown(.filled))
        #expect(Self.told(plan.leaves[0].points) == "10 10 ? 1")
        // 35 of 85 points are missing of speed: all of it is said to have come otherwise.
        #expect(plan.results[0].beside?.description == "-18")
    }

    @Test func `the same plan comes of any order of rows and any number of threads`() throws {
        let rows = Self.rows.split(separator: "\n").reversed().joined(separator: "\n") + "\n"
        let turned = try Self.plan(Self.assess(rows))
        let (single, _) = ImprovementPlan.make(
            try Self.assess(), since: 0, now: (try Self.assess(), 1), threads: 1)
        let plan = try Self.plan(Self.assess())

        for other in [turned, try #require(single)] {
            #expect(other.items.map(\.measure.id) == plan.items.map(\.measure.id))
            #expect(
                other.leaves.map { Self.told($0.shares) }
                    == plan.leaves.map {
                        Self.told($0.shares)
                    })
        }
    }

    @Test func `plans are made from the periods that they name`() throws {
        let assessment = try Self.assess("train,2024,,\nlate,2025,,\ntools,2024,,\n")

        #expect(
            ImprovementPlan.periods(of: assessment.evidence).map(\.description) == ["2024", "2025"])
        #expect(try Self.plan(assessment).items.map(\.measure.id) == ["train", "tools"])
    }
}
