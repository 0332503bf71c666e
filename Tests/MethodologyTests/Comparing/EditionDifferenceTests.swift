import Arithmetic
import Diagnostics
import Domain
import Foundation
import Methodology
import Testing
import TestSupport

@Suite struct EditionDifferenceTests {
    private func text(_ rest: String) throws -> EditionText {
        let source = MemorySource(["edition.yaml": Editions.example(rest)])
        let (edition, log) = EditionText.read(from: source)
        return try #require(edition, "\(log.text)")
    }

    private func shipped(_ name: String) throws -> EditionText {
        let folder = Folders.project.appending(path: "methodologies").appending(path: name)
        let (edition, log) = EditionText.read(from: MemorySource(try Editions.files(in: folder)))
        return try #require(edition, "\(log.text)")
    }

    private static let small = """
        inputs: {a: {type: count, min: 1}, b: {type: count}}
        scorecard:
          id: total
          aggregate: {weighted-mean: {not-applicable: redistribute, missing: refuse, excluded: refuse}}
          nodes:
            - {id: x, weight: 60 %, value: 'MIN(b / a * 100, 100)', score: as-is}
            - {id: y, weight: 40 %, value: 'MIN(b, 100)', score: as-is}
        """

    private func changes(_ replaced: [(String, String)]) throws -> [Change] {
        var rest = Self.small
        for (old, new) in replaced { rest = rest.replacingOccurrences(of: old, with: new) }
        return EditionDifference(from: try text(Self.small), to: try text(rest)).changes
    }

    @Test(arguments: [
        ("60 %", "0.6"), ("60 %", "3/5"), ("40 %", "40.0 %"),
        ("MIN(b / a * 100, 100)", "min( b/a*100,100.0 )"),
        ("{type: count, min: 1}", "{min: '1', type: count, optional: no}"),
        (
            "a: {type: count, min: 1}, b: {type: count}",
            "b: {type: count}, a: {min: 1, type: count}"
        ),
    ])
    func `how a thing is written is no change`(old: String, new: String) throws {
        // Weights of one node are all written as shares or all as plain numbers.
        let both = new.contains("%") || !new.contains("6") && !new.contains("3/5")
        let changes = try changes([(old, new)] + (both ? [] : [("40 %", "0.4")]))
        #expect(changes.isEmpty, "\(changes)")
    }

    @Test func `a change is an element and a key, with the old and the new text`() throws {
        let changes = try changes([
            ("60 %", "55 %"), ("40 %", "45 %"), ("MIN(b, 100)", "MIN(b + 1, 100)"),
        ])
        #expect(changes.map(\.subject.id) == ["x", "y", "y"])
        #expect(changes.map(\.key) == ["weight", "weight", "value"])
        #expect(changes.map(\.action) == [.changed, .changed, .changed])
        #expect(changes[0].parts.map(\.path) == [[]])
        #expect(changes[0].parts.first?.old == "60 %" && changes[0].parts.first?.new == "55 %")
        #expect(changes.map(\.topic) == [.weights, .weights, .formulas])
    }

    @Test func `a time for objections that comes or changes is a change of the edition`() throws {
        let notice = """
            notice:
              objections: {by: {en: The head}, to: {en: The office}, within: 10, days: working}
            """
        func changes(_ old: String, _ new: String) throws -> [Change] {
            let old = try text(Self.small + "\n" + old)
            return EditionDifference(from: old, to: try text(Self.small + "\n" + new)).changes
        }

        let added = try changes("", notice)
        #expect(added.map(\.subject.id) == ["objections"])
        #expect(added.map(\.action) == [.added])
        let longer = try changes(notice, notice.replacingOccurrences(of: "10", with: "15"))
        #expect(longer.map(\.key) == ["within"])
        #expect(longer.map(\.topic) == [.edition])
        #expect(longer.first?.parts.first?.old == "10" && longer.first?.parts.first?.new == "15")
        // A text, and no formula in which the case of AND does not matter.
        let and = notice.replacingOccurrences(of: "The head", with: "The head and the deputy")
        let other = and.replacingOccurrences(of: " and ", with: " AND ")
        #expect(try changes(and, other).map(\.key) == ["by"])
    }

    @Test func `a check of effort that comes or changes moves no score`() throws {
        let effort = "effort: [{id: plans, plan: b, actual: a, better: higher, periods: 3}]"
        func difference(_ old: String, _ new: String) throws -> EditionDifference {
            EditionDifference(
                from: try text(Self.small + "\n" + old), to: try text(Self.small + "\n" + new))
        }

        let added = try difference("", effort)
        #expect(added.changes.map(\.subject.kind) == ["effort check"])
        #expect(added.changes.map(\.action) == [.added])
        let longer = try difference(effort, effort.replacingOccurrences(of: "3", with: "4"))
        #expect(longer.changes.map(\.key) == ["periods"])
        #expect(longer.changes.map(\.topic) == [.evidence])
        #expect(longer.changes.first?.subject.id == "plans")
    }

    @Test(arguments: [
        "teaching/2025", "ca-service-maf/2023-24", "ca-results/2016-17", "kz-2022-goals/2022",
        "incise/2019",
    ])
    func `an edition joined from its files is read as before`(name: String) throws {
        let edition = try shipped(name)
        let difference = EditionDifference(from: edition, to: edition)
        #expect(difference.changes.isEmpty)
        let again = try #require(difference.plan(with: []))
        #expect(again.nodes.map(\.id) == edition.plan.nodes.map(\.id))
        #expect(again.parameters == edition.plan.parameters)
        #expect(again.schema == edition.plan.schema)
        #expect(again.sources == edition.plan.sources)
    }

    @Test func `with all changes made the old edition is the new one`() throws {
        let (old, new) = (try shipped("teaching/2025"), try shipped("teaching/2026"))
        let difference = EditionDifference(from: old, to: new)
        let made = try #require(difference.plan(with: Set(difference.changes.indices)))
        #expect(Set(made.nodes.map(\.id)) == Set(new.plan.nodes.map(\.id)))
        #expect(made.parameters.map(\.values) == new.plan.parameters.map(\.values))
        #expect(made.schema == new.plan.schema)
        #expect(made.identity.from == new.plan.identity.from)
    }

    @Test func `one change is made alone where the edition can be read with it`() throws {
        let old = try text(Self.small)
        let new = try text(
            Self.small.replacingOccurrences(of: "60 %", with: "55 %")
                .replacingOccurrences(of: "40 %", with: "45 %")
                .replacingOccurrences(of: "MIN(b, 100)", with: "MIN(b + 1, 100)"))
        let difference = EditionDifference(from: old, to: new)
        // Weights sum to 100 % only together.
        #expect(difference.plan(with: [0]) == nil)
        #expect(difference.plan(with: [0, 1]) != nil)
        #expect(difference.plan(with: [2]) != nil)
    }

    @Test func `what cannot be read alone is made with the least it needs`() throws {
        let old = try text(Self.small)
        let new = try text(
            Self.small.replacingOccurrences(of: "60 %", with: "55 %")
                .replacingOccurrences(of: "40 %", with: "45 %")
                .replacingOccurrences(of: "MIN(b, 100)", with: "MIN(b + c, 100)")
                .replacingOccurrences(of: "b: {type", with: "c: {type: count}, b: {type"))
        let steps = EditionDifference(from: old, to: new).steps()

        let changes = EditionDifference(from: old, to: new).changes
        let keys = steps.all.map { step in step.changes.map { changes[$0].key ?? "c" } }
        #expect(keys == [["weight", "weight"], ["value", "c"]])
        #expect(steps.rest.isEmpty)
    }

    @Test func `fifty changes are made alone, and the rest is named`() throws {
        func edition(_ top: Int) throws -> EditionText {
            let nodes = (1...60).map {
                "    - {id: n\($0), value: a, score: {knots: [[0, 0], [\(top), 100]]}}\n"
            }
            return try text(
                "inputs: {a: {type: count}}\nscorecard:\n  id: all\n  aggregate: none\n  nodes:\n"
                    + nodes.joined())
        }
        let steps = EditionDifference(from: try edition(10), to: try edition(20)).steps()
        #expect(steps.all.count == EditionDifference.mostSteps)
        #expect(steps.rest.count == 10)
    }

    @Test func `days outside an edition count as its nearest period`() throws {
        let plan = try shipped("teaching/2025").plan.regardlessOfDays
        let late = try #require(plan.parameters.first { $0.id == "per_late" })
        let values = [2020, 2024, 2025, 2030].map { year in
            Day(year: year, month: 12, day: 31).flatMap { late.value(on: $0) }?.description
        }
        #expect(values == ["1", "1", "2", "2"])
        #expect(plan.identity.from == nil && plan.identity.to == nil)
        let next = try shipped("teaching/2026").plan.regardlessOfDays
        let later = try #require(next.parameters.first { $0.id == "per_late" })
        let day = try #require(Day(year: 2024, month: 12, day: 31))
        #expect(later.value(on: day)?.description == "3")
    }

    @Test func `a second scorecard is an added root, and the first stays as it is`() throws {
        var several = Self.small
        for (old, new) in [
            ("scorecard:\n  id", "scorecards:\n  - id"), ("\n  aggregate", "\n    aggregate"),
            ("\n  nodes", "\n    nodes"), ("\n    - {", "\n      - {"),
        ] {
            several = several.replacingOccurrences(of: old, with: new)
        }
        let more = several + "\n  - {id: size, value: a, score: {knots: [[0, 0], [10, 100]]}}"
        let difference = EditionDifference(from: try text(Self.small), to: try text(more))
        #expect(difference.changes.map(\.subject.id) == ["size"])
        #expect(difference.changes.map(\.action) == [.added])
        #expect(difference.plan(with: [0])?.nodes.count == 4)
        let same = EditionDifference(from: try text(Self.small), to: try text(several))
        #expect(same.changes.isEmpty)
    }

    /// Every shipped edition against every other one of its period form: nothing but a sound
    /// edition comes out with all changes made, whatever the two have in common.
    @Test func `all changes together make the other edition, whatever the two are`() throws {
        let names = [
            "teaching/2025", "teaching/2026", "ca-service-maf/2023-24",
            "ca-service-maf-mean/2023-24", "ca-results/2016-17", "kz-2022-goals/2022",
            "kz-954/2017", "kz-954/2025",
        ]
        let editions = try names.map(shipped)
        for (name, old) in zip(names, editions) {
            for (other, new) in zip(names, editions) {
                let difference = EditionDifference(from: old, to: new)
                let made = difference.plan(with: Set(difference.changes.indices))
                #expect(made != nil, "\(name) to \(other)")
                #expect(
                    Set(made?.nodes.map(\.id) ?? []) == Set(new.plan.nodes.map(\.id)),
                    "\(name) to \(other)")
            }
        }
    }
}
