import Arithmetic
import Diagnostics
import Domain
import Expressions
@testable import Methodology
import Testing

/// An edition of several files with a total, weights by kind, corrections and test cases.
@Suite struct TotalsTests {
    private func read() throws -> Plan {
        let (plan, log) = Editions.read(try Editions.fixture("totals"))
        #expect(log.text == "")
        return try #require(plan)
    }

    private func node(_ id: String) throws -> Node {
        let plan = try read()
        return plan.nodes[try #require(plan.node(id))]
    }

    @Test func `weights become whole numbers for each kind of body`() throws {
        guard case .aggregate(let aggregate) = try node("total").content else {
            Issue.record("the total is no aggregate")
            return
        }

        // 40 %, 20 %, 40 % and 30 %, 20 %, 50 % over their common denominators 5 and 10.
        guard case .fixed(let weights) = aggregate.weights else {
            Issue.record("the weights are not fixed")
            return
        }
        #expect(weights == [[2, 1, 2], [3, 2, 5]])
        #expect(aggregate.coverage == Fraction(numerator: 2, denominator: 3))
        #expect(aggregate.notApplicable == .redistribute)
        #expect(aggregate.excluded == .redistribute)
        #expect(aggregate.missing == .refuse)
    }

    @Test func `weights whose sum is beyond whole numbers are refused, not added up`() throws {
        var files = try Editions.fixture("totals")
        files["edition.yaml"] = files["edition.yaml"]?
            .replacing(/weight: \{.*?\}/, with: "weight: 4611686018427387904")

        let log = Editions.read(files).log

        #expect(log.entries.map(\.code) == ["weights.digits"])
    }

    @Test func `corrections keep their order and their limits`() throws {
        let corrections = try node("total").corrections

        #expect(corrections.map(\.kind) == [.penalty, .gate])
        #expect(corrections.map(\.isNoneWhenUnknown) == [true, false])
        #expect(corrections.map { $0.when?.source.text } == [nil, "audit_opinion = \"adverse\""])
        #expect(
            corrections.map(\.amount.source.text) == ["late_reports * per_late", "adverse_cap"])
        #expect(corrections.map { $0.atMost?.source.text } == ["5", nil])
        #expect(corrections.map { $0.basis.map(\.clause) } == [["7"], ["9"]])
        #expect(try node("answers_in_time").mayExceed)
        #expect(try !node("total").mayExceed)
    }

    @Test func `parameters are dated, assumed, and known to the nodes that use them`() throws {
        let plan = try read()

        #expect(plan.parameters.map(\.id) == ["per_late", "adverse_cap", "bonus_all"])
        #expect(plan.parameters.map(\.isAssumed) == [false, true, false])
        let cap = plan.parameters[1]
        #expect(cap.value(on: try #require(Day("2016-12-31"))) == nil)
        #expect(cap.value(on: try #require(Day("2022-12-31"))) == Fraction(Fixed(50)))
        #expect(cap.value(on: try #require(Day("2023-01-01"))) == Fraction(Fixed(60)))
        #expect(try node("total").parameters == [0, 1])
        #expect(try node("answers_in_time").parameters == [2])
        #expect(try node("turnover").parameters == [])
    }

    @Test func `falling knots are turned round`() throws {
        guard case .knots(let knots) = try node("turnover").score else {
            Issue.record("turnover has no knots")
            return
        }

        #expect(knots.map(\.value) == [Fixed(10), Fixed(15), Fixed(20)])
        #expect(knots.map(\.score) == [Fixed(100), Fixed(70), Fixed(0)])
    }

    @Test func `points of a count are ordered, and to is the number before the next`() throws {
        guard case .points(let rows) = try node("complaints_few").score else {
            Issue.record("complaints_few has no points")
            return
        }

        #expect(rows.map(\.from) == [nil, Fixed(1), Fixed(11)])
        #expect(rows.map(\.below) == [Fixed(1), Fixed(11), nil])
        #expect(rows.map(\.points) == [Fixed(100), Fixed(50), Fixed(0)])
    }

    @Test func `a missing rule sets a score and says why`() throws {
        let missing = try #require(try node("turnover").missing)

        #expect(missing.score == .zero)
        #expect(missing.word == "zero")
        #expect(missing.isOpen)
        #expect(missing.reason?.text(in: "en") == "Report not handed in")
        #expect(try node("total").missing == nil)
    }

    @Test func `rounding follows its level unless a node says otherwise`() throws {
        let twoDigits = Plan.Rounded(digits: 2, mode: .halfEven)

        #expect(try node("total").rounding == twoDigits)
        #expect(try node("turnover").rounding == twoDigits)
        #expect(try node("complaints_few").rounding == Plan.Rounded(digits: 0, mode: .up))
    }

    @Test func `bands written as acts write them have no gap at their digits`() throws {
        let bands = try #require(try read().bands)

        #expect(bands.list.map(\.id) == ["low", "medium", "high"])
        #expect(bands.list.map(\.text) == ["to 69.99", "70 – 89.99", "from 90"])
        // 69.995 rounds half-up to 70.00 and 69.994 to 69.99.
        #expect(try bands.band(of: Fixed("69.995"))?.id == "medium")
        #expect(try bands.band(of: Fixed("69.994"))?.id == "low")
        #expect(try bands.band(of: Fixed("89.995"))?.id == "high")
    }

    @Test func `an indicator's file brings its texts, its basis and its rule`() throws {
        let node = try node("answers_in_time")

        #expect(node.place.file == "indicators/answers_in_time.yaml")
        #expect(node.texts.title?.text(in: "en") == "Answers within the legal time")
        #expect(node.texts.unit == "percent")
        #expect(node.texts.basis == [Plan.Citation(source: "order-28", clause: "3")])
        #expect(try self.node("turnover").texts.basis.map(\.clause) == [nil])
    }

    @Test func `test cases stand beside the edition and beside the indicator`() throws {
        let plan = try read()
        let cases = plan.cases

        #expect(
            cases.map { plan.nodes[$0.node].id } == [
                "total", "total", "answers_in_time", "answers_in_time",
            ])
        let outcomes = cases[0].subjects[0].outcomes
        #expect(outcomes.map(\.node) == [1, 2, 3])
        #expect(outcomes.map(\.outcome) == [.score(Fixed(80)), .missing, .excluded])
        #expect(cases[0].expected.state == "missing")
        #expect(cases[0].expected.upper == Fraction(Fixed(100)))
        #expect(cases[1].expected.state == "score")
        #expect(cases[1].expected.score == Fraction(Fixed(80)))
        #expect(cases[2].subjects.map(\.given.body.kind) == ["akimat"])
        #expect(cases[2].period.description == "2024-H1")
        let given = cases[2].subjects[0].given.periods
        #expect(given.map(\.period) == [cases[2].period])
        #expect(given[0].inputs.map(\.id) == ["received", "in_time"])
        #expect(given[0].inputs.map(\.text) == ["117", "61"])
        #expect(cases[2].expected.value == Fraction(numerator: 6100, denominator: 117))
        #expect(cases[2].expected.within == Fraction(numerator: 1, denominator: 100))
        #expect(cases[2].expected.isFilled == false)
        #expect(cases[3].expected.state == "not-applicable")
    }

    @Test func `records of a case hold the records within them`() throws {
        var files = try Editions.fixture("ca-service-maf")
        files["edition.test.yaml"] = """
            - name: one of two services has a standard
              node: maf1
              period: "2023-24"
              given:
                services:
                  - {service_id: "1", last_improved: 2022-23, standards: [{service_standard_id: a, met: Y}]}
                  - {service_id: "2"}
              then: {value: 1 / 2 * 100}
            """
        let plan = try #require(Editions.read(files).plan)
        let records = plan.cases[0].subjects[0].given.periods[0].records

        #expect(records.map(\.table) == [0, 0])
        #expect(records[0].values.map(\.id) == ["service_id", "last_improved"])
        #expect(records[0].children.map(\.table) == [1])
        #expect(records[0].children[0].values.map(\.text) == ["a", "Y"])
        #expect(records[1].children.isEmpty)
    }
}
