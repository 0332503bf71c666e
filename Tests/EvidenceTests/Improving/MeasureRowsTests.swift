import Arithmetic
import Diagnostics
import Digest
import Domain
import Foundation
import TestSupport
import Testing

@testable import Evidence

/// Measures are read, refused, left out with a reason and part of the hash.
@Suite struct MeasureRowsTests {
    private typealias Example = MeasuresExample

    private static func evidence(_ files: [String: String]) throws -> Evidence {
        let read = Example.read(files)
        return try #require(read.evidence, "\(lines(read.log))")
    }

    @Test func `rows are gathered under their measures, which are sorted`() throws {
        let measures = try Self.evidence(Example.files()).measures

        #expect(measures.map(\.id) == ["paper", "portal", "rooms", "training"])
        let portal = measures[1]
        #expect(portal.title.text(in: "en") == "One portal")
        #expect(portal.cost == Fixed(200))
        #expect(portal.currency == "KZT")
        #expect(portal.finish == Day(year: 2025, month: 1, day: 31))
        #expect(portal.needs == ["training", "rooms"])
        #expect(portal.excludes == ["paper"])
        #expect(portal.owner == nil)
        #expect(portal.row == 3)
        #expect(portal.file == "measures.csv")
        #expect(
            portal.actions == [
                .init(
                    reach: .body("labs"), target: "answered",
                    effect: .reaches(.number(try Fixed("0.85"))), row: 3),
                .init(
                    reach: .body("labs"), target: "open", effect: .reaches(.flag(true)), row: 4),
                .init(reach: .all, target: "care", effect: .adds(try Fixed("-3.5")), row: 5),
            ])
        #expect(measures[3].title.text(in: "kk") == "Оқыту")
        #expect(measures[3].owner == "health")
        #expect(measures[3].evidence == "A pilot of 2022")
        #expect(measures[3].cost == (try Fixed("1000.5")))
        #expect(measures[3].actions.map(\.effect) == [.adds(Fixed(5))])
        #expect(measures[2].cost == .zero)
        #expect(measures[0].actions.map(\.effect) == [.reaches(.number(try Fixed("-0.5")))])
    }

    @Test func `a workspace without the table has no measures`() {
        #expect(Example.read(Example.files(measures: nil)).evidence?.measures == [])
    }

    @Test func `the order of rows changes nothing but the rows told`() throws {
        let rows = Example.sound.split(separator: "\n").reversed().joined(separator: "\n") + "\n"

        let (read, turned) = try (
            Self.evidence(Example.files()), Self.evidence(Example.files(measures: rows))
        )

        #expect(turned.measures.map(\.id) == read.measures.map(\.id))
        #expect(turned.measures.map(\.cost) == read.measures.map(\.cost))
        #expect(turned.hash == read.hash)
    }

    /// The lines were written by hand from the description of the form.
    @Test func `measures and plan stand at the end of the canonical form`() throws {
        let evidence = try Self.evidence(Example.files(plan: Example.soundPlan))
        let url = Folders.project.appending(path: "Tests/EvidenceTests/Golden/canonical-form.txt")
        let form =
            try String(contentsOf: url, encoding: .utf8) + """
                measure 5:paper 12 3:KZT 2024-04-01 - - 0 0 0
                5:roads 5:speed to n-0.5
                measure 6:portal 200 3:KZT 2025-01-31 - - 1 2:en 10:One portal 2 5:rooms 8:training 1 5:paper
                - 4:care add n-3.5
                4:labs 4:open to ftrue
                4:labs 8:answered to n0.85
                measure 5:rooms 0 3:KZT 2024-04-01 - - 0 0 0
                - 5:hours add n-3
                measure 8:training 1000.5 3:KZT 2024-09-01 6:health 15:A pilot of 2022 2 2:en 8:Training 2:kk 10:Оқыту 0 0
                6:health 5:staff add n5
                planned 6:portal 2023-24 5:roads 2025-06-30
                planned 5:rooms 2022-23 - 2024-04-01
                planned 8:training 2023-24 - -

                """

        #expect(evidence.hash == SHA256.hex(of: Array(form.utf8)))
    }

    @Test func `numbers, days and flags are written as the descriptor says`() throws {
        let more =
            #", "numbers": {"decimal-mark": ",", "group-mark": " "}, "dates": "DD.MM.YYYY", "#
            + #""flags": {"true": ["иә"], "false": ["жоқ"]}"#
        let rows = """
            a,,,labs,answered,"+0,25","1 000,5",KZT,31.01.2025,,,,
            a,,,labs,open,to: жоқ,,,,,,,

            """

        let measure = try #require(
            try Self.evidence(Example.files(measures: rows, more: more)).measures.first)

        #expect(measure.cost == (try Fixed("1000.5")))
        #expect(measure.finish == Day(year: 2025, month: 1, day: 31))
        #expect(
            measure.actions.map(\.effect) == [
                .adds(try Fixed("0.25")), .reaches(.flag(false)),
            ])
    }

    /// One row of a measure for `health` with these cells.
    private static func row(
        _ id: String, body: String = "health", on: String = "speed", _ effect: String,
        cost: String = "1", currency: String = "KZT", finish: String = "2025-01-01",
        needs: String = "", excludes: String = ""
    ) -> String {
        "\(id),,,\(body),\(on),\(effect),\(cost),\(currency),\(finish),\(needs),\(excludes),,\n"
    }

    @Test func `every refusal says what, where and how to mend`() {
        var told = ""
        for (name, rows) in Self.faulty {
            let read = Example.read(Example.files(measures: rows.joined()))
            #expect(read.evidence == nil, "\(name) is refused")
            told += "# \(name)\n\(lines(read.log))\n"
        }
        expectGolden(told, "refused-measures.txt")
    }

    private static let faulty: [(name: String, rows: [String])] = [
        (
            "more measures than are held",
            (0...5_000).map { row("m\($0)", "+1", cost: "0") }
        ),
        ("ids", [row("", "+1"), row("a b", "+1")]),
        (
            "bodies",
            [row("a", body: "", "+1"), row("b", body: "helth", "+1"), row("c", body: "xyz", "+1")]
        ),
        (
            "what is changed",
            [
                row("a", on: "", "+1"), row("b", on: "sped", "+1"), row("c", on: "stafff", "+1"),
                row("d", on: "services", "+1"), row("e", on: "all", "+1"),
                row("f", on: "total", "+1"), row("g", on: "xyz", "*5"),
            ]
        ),
        (
            "form of effects",
            [
                row("a", ""), row("b", "5"), row("c", "*5"), row("d", "+-5"), row("e", "+"),
                row("f", "to:"), row("g", "to 85"), row("h", "+0"), row("i", "\u{2212}0.00"),
                row("j", "+1e3"), row("k", "+0.1234567890123456789"), row("l", "+5 %"),
                row("m", "\"+1,5\""), row("n", "+ 5"), row("o", "5\u{2212}"),
            ]
        ),
        (
            "types",
            [
                row("a", on: "opinion", "to: clean"), row("b", on: "mood", "+1"),
                row("c", on: "open", "+1"), row("d", on: "open", "to: yes"),
                row("e", on: "answered", "to: true"), row("f", on: "answered", "to: 85 %"),
                row("g", on: "staff", "+1.5"), row("h", on: "speed", "to: false"),
            ]
        ),
        (
            "ranges",
            [
                row("a", on: "answered", "to: 85"), row("b", on: "answered", "+1.01"),
                row("c", on: "hours", "to: 9"), row("d", on: "hours", "-41"),
                row("e", on: "hours", "to: 50.01"),
            ]
        ),
        (
            "levels of what several nodes read",
            [
                row("a", on: "staff", "to: 5"), row("b", on: "budget", "to: 5"),
            ]
        ),
        (
            "costs",
            [
                row("a", "+1", cost: ""), row("b", "+1", cost: "-1"), row("c", "+1", cost: "much"),
                row("d", "+1", cost: "0.1234567890123456789"),
                row("e", "+1", cost: "123456789012345678901"),
            ]
        ),
        (
            "costs of which all are too large",
            [
                row("a", "+1", cost: "1125899906842"), row("b", "+1", cost: "0.001"),
                row("c", "+1", cost: "0.623"),
            ]
        ),
        (
            "currencies",
            [
                row("a", "+1"), row("b", "+1", currency: ""), row("c", "+1", currency: "tenge"),
                row("d", "+1", currency: "EUR"),
            ]
        ),
        (
            "days",
            [row("a", "+1", finish: ""), row("b", "+1", finish: "2025-02-30")]
        ),
        (
            "lists",
            [
                row("a", "+1", needs: "b;;c"), row("b", "+1", excludes: "a; a"),
                row("c", "+1", needs: "what ever"),
            ]
        ),
        (
            "links",
            [
                row("portal", "+1", needs: "portl"), row("b", "+1", excludes: "b"),
                row("c", "+1", needs: "portal", excludes: "b; portal"),
                row("d", "+1", excludes: "nothing"),
            ]
        ),
        (
            "rings",
            [
                row("b", "+1", needs: "c"), row("c", "+1", needs: "a"),
                row("a", "+1", needs: "b; d"), row("d", "+1", needs: "e"),
                row("e", "+1", needs: "d"),
            ]
        ),
        (
            "rows that differ",
            [
                "a,One,,health,speed,+1,1,KZT,2025-01-01,,,me,this\n",
                "a,Two,,labs,speed,+1,2,EUR,2025-01-02,b,b,you,that\n",
                "a,,,roads,speed,+1,,,,c,c,,\n", row("b", "+1"), row("c", "+1"),
            ]
        ),
        (
            "changed twice",
            [
                row("a", "+1"), row("a", "+2"), row("b", body: "all", "+1"), row("b", "+1"),
                row("c", "+1"), row("c", body: "all", "+1"), row("d", "+1"),
                row("d", on: "care", "+1"), row("d", body: "labs", "+1"),
            ]
        ),
    ]

    @Test func `headings that are not known or missing are refused`() {
        let read = Example.read(
            Example.files(measures: "a,1\n", head: "mesure,body,budget\n"))

        expectGolden(lines(read.log), "refused-measure-headings.txt")
    }

    @Test func `the costs of all measures may come to just below the limit`() throws {
        let rows = [
            Self.row("a", "+1", cost: "1125899906842.622"), Self.row("b", "+1", cost: "0.001"),
        ]

        #expect(try Self.evidence(Example.files(measures: rows.joined())).measures.count == 2)
    }

    @Test func `a long way of needs is no ring, and does not exhaust the stack`() throws {
        let count = 5_000
        let rows = (0..<count).map {
            Self.row("m\($0)", "+1", cost: "0", needs: $0 + 1 < count ? "m\($0 + 1)" : "")
        }
        let evidence = try Self.evidence(Example.files(measures: rows.joined()))

        #expect(evidence.measures.count == count)
    }

    @Test func `what only another edition has is left to it without a word`() throws {
        let rows = [
            Self.row("a", on: "theirs", "+1"), Self.row("a", "+1"),
            Self.row("b", on: "theirs", "to: nonsense"),
        ]
        let source = MemorySource(Example.files(measures: rows.joined()))
        let package = try #require(DataPackage.read(from: source).package)
        let share = EvidenceShare(
            others: [
                Example.schema.with([
                    NodeSchema(id: "theirs", least: .zero, greatest: .one, value: .number)
                ])
            ], kinds: nil, judged: nil)

        let read = EvidenceReader.read(
            package, from: source, schema: Example.schema, share: share)

        #expect(lines(read.log) == "")
        #expect(read.evidence?.measures.map { $0.actions.map(\.target) } == [["speed"], []])
    }

    @Test func `an action on a body that only another edition reads is left out`() throws {
        let rows = [Self.row("a", body: "labs", "+1"), Self.row("a", "+1")]
        let source = MemorySource(Example.files(measures: rows.joined()))
        let package = try #require(DataPackage.read(from: source).package)
        let share = EvidenceShare(others: [], kinds: ["ministry"], judged: nil)

        let read = EvidenceReader.read(
            package, from: source, schema: Example.schema, share: share)

        #expect(
            read.evidence?.measures.map { $0.actions.map(\.reach) } == [[.body("health")]],
            "\(lines(read.log))")
    }

    @Test func `a measure that can never be taken is a warning`() {
        let rows = [
            Self.row("a", "+1", needs: "c"), Self.row("c", "+1", excludes: "a"),
            Self.row("d", "+1", needs: "e", excludes: "f"), Self.row("e", "+1", needs: "f"),
            Self.row("f", "+1"), Self.row("g", "+1", needs: "i; h"),
            Self.row("h", "+1", excludes: "i"), Self.row("i", "+1"),
            Self.row("needs-what-is-told", "+1", needs: "g"),
        ]

        let read = Example.read(Example.files(measures: rows.joined()))

        #expect(read.evidence?.measures.count == 9)
        expectGolden(lines(read.log), "warned-measures.txt")
    }

    @Test func `a row with an error takes its whole measure with it`() throws {
        let rows =
            Example.sound.replacing(",-3,0,KZT", with: ",-99,0,KZT")
            + Self.row("late", on: "speed", "+1") + Self.row("late", on: "sped", "+1")
        let source = MemorySource(Example.files(measures: rows))
        let package = try #require(DataPackage.read(from: source).package)

        let read = EvidenceReader.readRejecting(
            package, from: source, editions: [(Example.schema, .whole)])

        let evidence = try #require(read.evidence[0].evidence)
        #expect(evidence.measures.map(\.id) == ["paper", "training"])
        #expect(
            read.rejects.rows.map { "\($0.row) \($0.code) \($0.field ?? "-")" } == [
                "3 measure.unknown needs", "4 measure.halved measure", "5 measure.halved measure",
                "6 measure.range effect", "8 measure.halved measure",
                "9 measure.unknown-target on",
            ])
        let told = read.rejects.rows.map { row in
            "\(row.code) row \(row.row): \(row.reason) — help: \(row.help)\n"
        }
        expectGolden(told.joined(), "halved-measures.txt")
    }

    @Test func `two tables of measures, or two plans, are refused`() {
        var files = Example.files(plan: "")
        files["datapackage.json"] = files["datapackage.json"]?.replacing(
            #""resources": ["#,
            with: #""resources": [{"name": "n", "path": "n.csv", "apparatus": {"role": "plan"}}, "#
                + #"{"name": "m", "path": "m.csv", "apparatus": {"role": "measures"}},"#)
        (files["n.csv"], files["m.csv"]) = (Example.planHead, Example.head)
        let log = DataPackage.read(from: MemorySource(files)).log

        #expect(
            log.entries.map(\.what) == [
                "two resources hold the measures", "two resources hold the plan",
            ])
    }
}
