import Diagnostics
import Domain
import Foundation
import Methodology
import TestSupport
import Testing

@Suite struct EffortTests {
    private static let sound = """
        id: targets, of: indicators, plan: plan, actual: actual, better: better, revised: changed, \
        late: 90, periods: 3
        """

    private func read(
        _ effort: String, more: String = ""
    ) -> (plan: Plan?, codes: [String]) {
        let (plan, log) = Editions.read(
            Editions.example(
                """
                sources: {order-7: {title: {en: Order 7}}}
                inputs:
                  a: {type: percent, min: 0, max: 100}
                  goal: {type: percent, min: 0, max: 100, optional: true}
                  best: {type: code, values: [lower, higher], optional: true}
                tables:
                  indicators:
                    key: [indicator]
                    fields:
                      plan: {type: number}
                      actual: {type: number, optional: true}
                      better: {type: code, values: [lower, higher]}
                      word: {type: code, values: [up, down, higher, lower]}
                      changed: {type: date, optional: true}
                      gap: {value: plan - actual}
                scorecard:
                  id: total
                  value: IF(goal IS KNOWN AND best = "higher" AND COUNT(indicators) > 0, 100, a)
                  score: as-is
                effort:
                  - {\(effort)}
                \(more)
                """))
        return (plan, log.entries.map(\.code))
    }

    @Test func `a check of records is kept with what it looks at`() throws {
        let read = read(Self.sound + ", basis: {source: order-7, clause: \"3\"}")
        let check = try #require(read.plan?.effort.first)

        #expect(read.codes == [])
        #expect(check.id == "targets")
        #expect(check.table == 0)
        #expect(check.plan == 0)
        #expect(check.actual == 1)
        #expect(check.better == .field(2, higher: 1, lower: 0))
        #expect(check.revision?.field == 4)
        #expect(check.revision?.days == 90)
        #expect(check.periods == 3)
        #expect(check.basis.map(\.clause) == ["3"])
        #expect(!check.isAssumed)
        #expect(read.plan?.citedRules.map(\.kind) == ["effort check"])
    }

    @Test func `without a table the inputs are looked at`() throws {
        let read = read("id: answers, plan: goal, actual: a, better: higher, assumed: true")
        let check = try #require(read.plan?.effort.first)

        #expect(read.codes == [])
        #expect(check.table == nil)
        #expect(check.plan == 1)
        #expect(check.actual == 0)
        #expect(check.better == .higher)
        #expect(check.revision == nil)
        #expect(check.periods == nil)
        #expect(check.isAssumed)
    }

    @Test(arguments: [("better: best", 2), ("better: lower", nil)])
    func `a word or an input says what is better`(better: String, input: Int?) throws {
        let check = try #require(
            read("id: answers, plan: goal, actual: a, \(better)").plan?.effort.first)

        #expect(check.better == (input.map { .field($0, higher: 1, lower: 0) } ?? .lower))
    }

    @Test func `what only a check of effort looks at is used`() throws {
        let log = Editions.read(
            Editions.example(
                """
                inputs: {a: {type: percent}, goal: {type: percent}}
                tables: {indicators: {key: [id], fields: {p: {type: count}, q: {type: count}}}}
                scorecard: {id: total, aggregate: none, nodes: [{id: one, value: a, score: as-is}]}
                effort:
                  - {id: inputs, plan: goal, actual: a, better: higher}
                  - {id: records, of: indicators, plan: p, actual: q, better: higher}
                """)
        ).log

        #expect(log.entries.map(\.code) == [])
    }

    @Test(arguments: [
        "id: targets, ", "plan: plan, ", "actual: actual, ", "better: better, ",
    ])
    func `each of four things has to be said`(part: String) {
        #expect(
            read(Self.sound.replacingOccurrences(of: part, with: "")).codes
                == ["edition.missing-key"])
    }

    @Test(arguments: [
        ("of: indicators", "of: indicator"), ("plan: plan", "plan: target"),
        ("actual: actual", "actual: goal"), ("actual: actual", "actual: gap"),
        ("better: better", "better: more"), ("revised: changed", "revised: on"),
    ])
    func `names are those of the table's fields`(part: String, other: String) {
        #expect(
            read(Self.sound.replacingOccurrences(of: part, with: other)).codes == ["effort.name"])
    }

    @Test(arguments: [
        ("plan: plan", "plan: changed"), ("actual: actual", "actual: better"),
        ("better: better", "better: word"), ("better: better", "better: plan"),
        ("revised: changed", "revised: plan"),
    ])
    func `each has the type that is asked for`(part: String, other: String) {
        #expect(
            read(Self.sound.replacingOccurrences(of: part, with: other)).codes == ["effort.type"])
    }

    @Test func `a number is not compared with a percentage`() {
        let log = Editions.read(
            Editions.example(
                """
                inputs: {a: {type: percent, min: 0, max: 100}, n: {type: number}}
                scorecard: {id: total, value: a, score: as-is}
                effort: [{id: answers, plan: n, actual: a, better: higher}]
                """)
        ).log

        #expect(log.entries.map(\.code) == ["effort.type"])
    }

    @Test(arguments: [
        ("late: 90", "late: -1"), ("late: 90", "late: 367"), ("late: 90", "late: soon"),
        ("late: 90", "late: 1.5"), ("periods: 3", "periods: 1"), ("periods: 3", "periods: 101"),
        ("periods: 3", "periods: 99999999999999999999"), ("periods: 3", "periods: [3]"),
    ])
    func `days and periods are whole numbers within their range`(part: String, other: String) {
        #expect(
            read(Self.sound.replacingOccurrences(of: part, with: other)).codes == ["effort.number"])
    }

    @Test(arguments: ["revised: changed, ", "late: 90, "])
    func `a late change needs its day and from when on it is late`(part: String) {
        #expect(
            read(Self.sound.replacingOccurrences(of: part, with: "")).codes == ["effort.pair"])
    }

    @Test func `two checks have two ids`() {
        let second = "  - {id: targets, plan: goal, actual: a, better: higher}"

        #expect(read(Self.sound, more: second).codes == ["id.duplicate"])
    }

    @Test func `a list without checks is told`() {
        let log = Editions.read(
            Editions.example(
                """
                inputs: {a: {type: percent, min: 0, max: 100}}
                scorecard: {id: total, value: a, score: as-is}
                effort: []
                """)
        ).log

        #expect(log.entries.map(\.code) == ["list.empty"])
    }
}
