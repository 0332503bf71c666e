internal import Arithmetic
internal import AssessmentSupport
internal import Domain
internal import Scoring
internal import Testing

@testable internal import Improvement

@Suite struct CatalogueTests {
    /// As in `m1: past`.
    private func leftOut(_ catalogue: Catalogue) -> [String] {
        catalogue.leftOut.map { "\($0.measure.id): \($0.reason)" }
    }

    private func ids(_ catalogue: Catalogue) -> [String] {
        catalogue.measures.map(\.measure.id)
    }

    @Test func `measures stand by id, with the positions of what they need and exclude`() throws {
        let catalogue = try Fields.catalogue(
            .make("c", "up +1", needs: ["b"], excludes: ["d"]), .make("b", "up +1", needs: ["a"]),
            .make("a", "up +1"), .make("d", "up +1"))

        #expect(ids(catalogue) == ["a", "b", "c", "d"])
        #expect(catalogue.measures.map(\.needs) == [[], [0], [0, 1], []])
        #expect(catalogue.measures.map(\.excludes) == [[], [], [3], [2]])
        #expect(catalogue.leftOut.isEmpty)
    }

    @Test func `an effect is there on the latest day of what it needs`() throws {
        let catalogue = try Fields.catalogue(
            .make("a", "up +1", finish: "2025-09-01"),
            .make("b", "up +1", finish: "2025-03-01", needs: ["a"]),
            .make("c", "up +1", finish: "2025-12-01", needs: ["b"]))

        #expect(
            catalogue.measures.map(\.effective.description)
                == ["2025-09-01", "2025-09-01", "2025-12-01"])
    }

    @Test func `what comes too late is left out with what needs it`() throws {
        let catalogue = try Fields.catalogue(
            .make("a", "up +1", finish: "2025-09-01"),
            .make("b", "up +1", finish: "2025-03-01", needs: ["a"]),
            .make("c", "up +1", finish: "2025-02-01", needs: ["b"]),
            .make("d", "up +1", finish: "2025-06-30"), by: "2025-06-30")
        let day = try #require(Day("2025-09-01"))

        #expect(ids(catalogue) == ["d"])
        #expect(
            catalogue.leftOut.map(\.reason)
                == [.late(day, through: nil), .late(day, through: "a"), .late(day, through: "a")])
    }

    @Test func `what is past is left out, and what needs it unless a plan says it is done`() throws
    {
        let measures: [Measure] = [
            .make("a", "up +1", finish: "2024-12-31"), .make("b", "up +1", needs: ["a"]),
        ]
        func row(due: String?) throws -> PlannedMeasure {
            PlannedMeasure(
                measure: "a", since: try #require(PeriodForm.year.period("2023")),
                due: due.flatMap { Day($0) }, row: 2, file: "plan.csv")
        }
        func reasons(_ planned: [PlannedMeasure]) throws -> [Catalogue.Reason] {
            Catalogue(try Fields.assessment(measures, planned: planned), period: 0)
                .leftOut.map(\.reason)
        }

        #expect(try reasons([]) == [.past, .needs("a")])
        #expect(try reasons([try row(due: nil)]) == [.past])
        #expect(try reasons([try row(due: "2024-12-31")]) == [.past])
        #expect(try reasons([try row(due: "2025-01-01")]) == [.past, .needs("a")])
    }

    @Test func `what excludes its own need cannot be taken`() throws {
        let catalogue = try Fields.catalogue(
            .make("a", "up +1"), .make("b", "up +1", needs: ["a"]),
            .make("c", "up +1", needs: ["b"], excludes: ["a"]), .make("d", "up +1", needs: ["c"]))

        #expect(ids(catalogue) == ["a", "b"])
        #expect(catalogue.leftOut.map(\.reason) == [.excludesOwnNeed("a"), .needs("c")])
    }

    @Test func `rings of needs, and needs that nobody knows, are left out`() throws {
        let catalogue = try Fields.catalogue(
            .make("a", "up +1", needs: ["b"]), .make("b", "up +1", needs: ["a"]),
            .make("c", "up +1", needs: ["a"]), .make("d", "up +1", needs: ["x"]))

        #expect(ids(catalogue).isEmpty)
        #expect(
            catalogue.leftOut.map(\.reason)
                == [.needs("b"), .needs("a"), .needs("a"), .needs("x")])
    }

    @Test func `a measure on all bodies acts on those that are assessed and have a value`() throws {
        let catalogue = try Fields.catalogue(
            .make("a", "up +1", body: nil), .make("b", "Down -1", body: nil))

        #expect(catalogue.measures[0].actions.map(\.unit) == [0])
        #expect(catalogue.measures[0].withoutValue == [1])
        #expect(catalogue.measures[1].actions.map(\.unit) == [0, 1])
        #expect(catalogue.measures[1].withoutValue.isEmpty)
    }

    @Test func `nothing to change is left out unless something needs it`() throws {
        let catalogue = try Fields.catalogue(
            .make("a", "up +1", body: "b"), .make("b", "up +1", body: "b"),
            .make("c", "up +1", needs: ["b"]), .make("d", "down to true"),
            .make("e", "yes +1"), .make("f", "nothing +1"))

        #expect(ids(catalogue) == ["b", "c"])
        #expect(catalogue.measures[0].actions.isEmpty)
        #expect(catalogue.measures[0].withoutValue == [1])
        #expect(catalogue.leftOut.map(\.measure.id) == ["a", "d", "e", "f"])
        #expect(catalogue.leftOut.allSatisfy { $0.reason == .withoutValue })
    }
}
