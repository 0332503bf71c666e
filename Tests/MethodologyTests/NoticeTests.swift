import Diagnostics
import Domain
import Foundation
import Methodology
import Testing
import TestSupport

@Suite struct NoticeTests {
    private static let sound =
        "by: {en: The head}, to: {en: The office, fr: Le bureau}, within: 10, days: working"

    private func read(_ objections: String) -> (plan: Plan?, codes: [String]) {
        let (plan, log) = Editions.read(
            Editions.example(
                """
                sources: {order-7: {title: {en: Order 7}}}
                inputs: {a: {type: percent, min: 0, max: 100}}
                scorecard: {id: total, value: a, score: as-is}
                notice: {objections: {\(objections)}}
                """))
        return (plan, log.entries.map(\.code))
    }

    @Test func `who may object, to whom and by when is kept with what it rests on`() throws {
        let read = read(Self.sound + ", basis: {source: order-7, clause: \"11\"}")
        let objections = try #require(read.plan?.notice?.objections)

        #expect(read.codes == [])
        #expect(objections.by.text(in: "en") == "The head")
        #expect(objections.to.text(in: "fr") == "Le bureau")
        #expect(objections.within == 10)
        #expect(objections.days == .working)
        #expect(objections.basis.map(\.clause) == ["11"])
        #expect(read.plan?.citedRules.map(\.kind) == ["objections"])
    }

    @Test func `an edition may say nothing about objections`() throws {
        let plan = try #require(
            Editions.read(
                Editions.example(
                    "inputs: {a: {type: percent, min: 0, max: 100}}\n"
                        + "scorecard: {id: total, value: a, score: as-is}")
            ).plan)

        #expect(plan.notice == nil)
    }

    @Test(arguments: [
        "by: {en: The head}, ", "to: {en: The office, fr: Le bureau}, ", "within: 10, ",
    ])
    func `each of the four things has to be said`(part: String) {
        let read = read(Self.sound.replacingOccurrences(of: part, with: ""))

        #expect(read.codes == ["edition.missing-key"])
    }

    @Test(arguments: ["0", "-1", "367", "10.5", "ten", "99999999999999999999", "[1]"])
    func `the time is a whole number of days up to a year`(within: String) {
        let read = read(Self.sound.replacingOccurrences(of: "10", with: within))

        #expect(read.codes == ["notice.within"])
    }

    @Test(arguments: ["work", "weeks"]) func `days are working or calendar days`(word: String) {
        let read = read(Self.sound.replacingOccurrences(of: "working", with: word))

        #expect(read.codes == ["edition.word"])
    }

    @Test func `a source that is not there is told once`() {
        #expect(read(Self.sound + ", basis: order-8").codes == ["basis.unknown"])
    }
}
