import Arithmetic
import Diagnostics
import Digest
import Domain
import Foundation
import TestSupport
import Testing

@testable import Evidence

/// Reforms are read, refused, left out with a reason and part of the hash.
@Suite struct ReformRowsTests {
    private static let schema = Example.schema.with([
        NodeSchema(id: "all", least: .zero, greatest: .hundred, isHeading: true),
        NodeSchema(id: "speed", least: .zero, greatest: .hundred),
        NodeSchema(id: "care", least: .zero, greatest: .hundred),
    ])

    private static let head =
        "reform,measure,reform-title.en,reform-title.kk,measure-title,owner,from,to,criteria\n"

    private static let sound = """
        law,judges,Rule of law,Заң үстемдігі,Choosing judges,health,2015-05-20,2016-12-31,speed;care
        staff,entry,A professional state,,Entry by test,,2015-08-06,,speed
        law,courts,Rule of law,,Three tiers,Supreme Court,2015-10-31,,

        """

    private static func files(_ rows: String, head: String = head) -> [String: String] {
        Example.changing([
            "datapackage.json": Example.descriptor.replacing(
                #""resources": ["#,
                with: #""resources": [{"name": "reforms", "path": "reforms.csv", "#
                    + #""apparatus": {"role": "reforms"}},"#),
            "reforms.csv": head + rows,
        ])
    }

    private static func evidence(_ rows: String) throws -> Evidence {
        let read = Example.read(files(rows), schema: schema)
        return try #require(read.evidence, "\(lines(read.log))")
    }

    @Test func `measures are gathered under their reforms, in the order of the file`() throws {
        let reforms = try Self.evidence(Self.sound).reforms

        #expect(reforms.map(\.id) == ["law", "staff"])
        #expect(reforms[0].title.text(in: "kk") == "Заң үстемдігі")
        #expect(reforms[0].measures.map(\.id) == ["judges", "courts"])
        #expect(reforms[0].criteria == ["speed", "care"])
        #expect(reforms[0].from == Day(year: 2015, month: 5, day: 20))
        let measure = reforms[0].measures[0]
        #expect(measure.title == LanguageMap([.init(language: "und", text: "Choosing judges")]))
        #expect(measure.owner == "health")
        #expect(measure.to == Day(year: 2016, month: 12, day: 31))
        #expect(measure.row == 2)
        #expect(reforms[0].measures[1].owner == "Supreme Court")
        #expect(reforms[0].measures[1].criteria == [])
        #expect(reforms[0].file == "reforms.csv")
    }

    @Test func `a workspace without the table has no reforms`() {
        #expect(Example.read().evidence?.reforms == [])
    }

    /// The lines were written by hand from the description of the form.
    @Test func `reforms stand at the end of the canonical form`() throws {
        let evidence = try Self.evidence(Self.sound)
        let url = Folders.project.appending(
            path: "Tests/EvidenceTests/Golden/canonical-form.txt")
        let form =
            try String(contentsOf: url, encoding: .utf8) + """
                reform 3:law 2 2:en 11:Rule of law 2:kk 25:Заң үстемдігі
                6:courts 13:Supreme Court 2015-10-31 - 1 3:und 11:Three tiers 0
                6:judges 6:health 2015-05-20 2016-12-31 1 3:und 15:Choosing judges 2 4:care 5:speed
                reform 5:staff 1 2:en 20:A professional state
                5:entry - 2015-08-06 - 1 3:und 13:Entry by test 1 5:speed

                """

        #expect(evidence.hash == SHA256.hex(of: Array(form.utf8)))
    }

    @Test func `every refusal says what, where and how to mend`() {
        let cases: [(name: String, rows: String, head: String)] = [
            (
                "ids", ",m,,,,,2015-01-01,,\na b,m,,,,,2015-01-01,,\na,,,,,,2015-01-01,,\n",
                Self.head
            ),
            ("days", "a,m,,,,,,,\na,n,,,,,1 May 2015,,\na,o,,,,,2015-02-30,20,\n", Self.head),
            ("ends before it begins", "a,m,,,,,2015-05-20,2015-05-19,\n", Self.head),
            ("titles", "a,m,One,,,,2015-01-01,,\na,n,Two,,,,2015-01-01,,\n", Self.head),
            (
                "repeated",
                "a,m,,,,,2015-01-01,,\nb,m,,,,,2015-01-01,,\na,m,,,,,2015-01-01,,\n", Self.head
            ),
            (
                "criteria",
                "a,m,,,,,2015-01-01,,sped\na,n,,,,,2015-01-01,,all\n"
                    + "a,o,,,,,2015-01-01,,speed;;care\n"
                    + "a,p,,,,,2015-01-01,,speed; speed\na,q,,,,,2015-01-01,,what ever\n"
                    + "a,r,,,,,2015-01-01,,elsewhere\n",
                Self.head
            ),
            ("headings", "a,m,2015-01-01,x\n", "reform,mesure,from,budget\n"),
        ]
        let told = cases.map { name, rows, head in
            let read = Example.read(Self.files(rows, head: head), schema: Self.schema)
            #expect(read.evidence == nil, "\(name) is refused")
            return "# \(name)\n\(lines(read.log))\n"
        }
        expectGolden(told.joined(), "refused-reforms.txt")
    }

    @Test func `what only another edition has is left to it with a warning`() throws {
        let source = MemorySource(
            Self.files("a,m,,,,,2015-01-01,,speed;theirs\na,n,,,,,2015-01-01,,theirs\n"))
        let package = try #require(DataPackage.read(from: source).package)
        let share = EvidenceShare(
            others: [
                Example.schema.with([NodeSchema(id: "theirs", least: .zero, greatest: .one)])
            ], kinds: nil, judged: nil)

        let read = EvidenceReader.read(package, from: source, schema: Self.schema, share: share)

        expectGolden(lines(read.log), "warned-reforms.txt")
        #expect(read.evidence?.reforms.first?.criteria == ["speed", "theirs"])
    }

    @Test func `two tables of reforms are refused`() {
        var files = Self.files(Self.sound)
        files["datapackage.json"] = files["datapackage.json"]?.replacing(
            #""resources": ["#,
            with: #""resources": [{"name": "more", "path": "bodies2.csv", "#
                + #""apparatus": {"role": "reforms"}},"#)
        files["bodies2.csv"] = Self.head
        let log = DataPackage.read(from: MemorySource(files)).log

        #expect(log.entries.map(\.what) == ["two resources hold the reforms"])
    }

    @Test func `rows with errors are left out one by one`() throws {
        let rows =
            Self.sound + "law,judges,,,,,2015-01-01,,\nlaw,late,Other,,,,2015-01-01,,\n"
            + "x,y,,,,,,,\n"
        let source = MemorySource(Self.files(rows))
        let package = try #require(DataPackage.read(from: source).package)

        let read = EvidenceReader.readRejecting(
            package, from: source, editions: [(Self.schema, .whole)])

        let evidence = try #require(read.evidence[0].evidence)
        #expect(evidence.hash == (try Self.evidence(Self.sound).hash))
        #expect(
            read.rejects.rows.map { "\($0.row) \($0.code) \($0.field ?? "-")" } == [
                "5 reform.repeated measure", "6 reform.title reform-title.en", "7 reform.date from",
            ])
        #expect(read.rejects.rows.map(\.subject) == [nil, nil, nil])
    }
}
