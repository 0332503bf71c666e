import Diagnostics
import Domain
import Evidence
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct InspectorTests {
    /// A workspace of one file, whatever its bytes.
    private func folder(_ bytes: [UInt8], package: [UInt8] = []) -> MemorySource {
        MemorySource(bytes: ["bodies.csv": package, "datapackage.json": package, "t.csv": bytes])
    }

    private func inspect(_ text: String, _ encoding: String.Encoding = .utf8) throws -> Inspection {
        let data = try #require(text.data(using: encoding))
        return try inspect(Array(data))
    }

    private func inspect(_ bytes: [UInt8]) throws -> Inspection {
        let read = Inspector.inspect("t.csv", from: folder(bytes))
        return try #require(read.inspection, "\(read.log.entries)")
    }

    private func findings(_ inspection: Inspection) -> [String] {
        inspection.findings.map { ($0.isDoubt ? "? " : "") + $0.text }
    }

    /// Numbers in a column after an id.
    private func numbers(_ cells: [String]) throws -> [String] {
        let rows = cells.enumerated().map { "r\($0);\($1)\n" }.joined()
        return findings(try inspect("id;amount\n" + rows)).filter {
            $0.contains("Numbers") || $0.contains("may be")
        }
    }

    @Test func `how numbers are written is told, and what nothing tells`() throws {
        #expect(try numbers(["1.5", "2"]) == ["Numbers have a decimal point"])
        #expect(try numbers(["1,5", "2"]) == ["Numbers have a decimal comma"])
        #expect(
            try numbers(["1 234,5", "2"])
                == ["Numbers have a decimal comma and spaces between thousands"])
        #expect(
            try numbers(["1.234.567", "2,25"])
                == ["Numbers have a decimal comma and \".\" between thousands"])
        #expect(
            try numbers(["1.234", "812"]) == [
                "Numbers have a decimal point",
                "? \"1.234\" may be 1.234 or 1234: 0 of 2 values tell which; it is taken for 1.234",
            ])
        // A fourth digit or a second point tells.
        #expect(try numbers(["1.234", "1.2345"]) == ["Numbers have a decimal point"])
        #expect(
            try numbers(["1,234", "812"]) == [
                "Numbers have a decimal point and \",\" between thousands",
                "? \"1,234\" may be 1234 or 1.234: 0 of 2 values tell which; it is taken for 1234",
            ])
        #expect(
            try numbers(["1.5e-3", "2"]) == ["Numbers have a decimal point, some as 1.5e-3"])
    }

    @Test func `days are told, and which of two is the month`() throws {
        func days(_ cells: [String]) throws -> [String] {
            let rows = cells.enumerated().map { "r\($0),\($1)\n" }.joined()
            return findings(try inspect("id,day\n" + rows)).filter {
                $0.contains("Days") || $0.contains("may be")
            }
        }
        #expect(try days(["31.03.2024", "01.02.2024"]) == ["Days are written as DD.MM.YYYY"])
        #expect(try days(["3/31/2024", "1/2/2024"]) == ["Days are written as M/D/YYYY"])
        #expect(try days(["2024-03-31", "2024-02-01"]) == [])
        #expect(
            try days(["03/04/2024", "05/06/2024"]) == [
                "Days are written as DD/MM/YYYY",
                "? \"03/04/2024\" may be 2024-04-03 or 2024-03-04: 0 of 2 values tell which; it is "
                    + "taken for 2024-04-03",
            ])
    }

    @Test func `encodings are told by their letters`() throws {
        let table = "код;орган\n1;Министерство рек\n2;Агентство маяков\n"
        for (encoding, name) in [
            (String.Encoding.windowsCP1251, "windows-1251"), (.utf8, "utf-8"),
            (.utf16, "utf-16"),
        ] {
            let found = findings(try inspect(table, encoding))
            #expect(found[1].hasPrefix("The encoding is \(name): "))
        }
        let western = "id;nom\n1;Ministère de l'Éducation\n2;Régie des pêches, forêts, été, café\n"
        #expect(
            findings(try inspect(western, .windowsCP1252))[1]
                .hasPrefix("The encoding is windows-1252: "))
        #expect(
            findings(try inspect("id;nom\n1;Été\n2;b\n", .windowsCP1252))[1].hasPrefix("? "))
    }

    @Test func `rows above the headings, sums, empty and ragged rows are told`() throws {
        let found = findings(
            try inspect(
                "Table 1;;\n;;\nbody;year;x\na;2024;1\nb;2024;n/a\n;;\na;2023;1;\nTotal;;2\n"))
        #expect(found.contains("The headings stand in row 3; 2 rows above are skipped"))
        #expect(
            found.contains(
                "? 1 row is empty, the first of them row 6: an empty row is refused, delete it"))
        #expect(
            found.contains(
                "? 1 row has more or fewer fields than the headings, the first of them row 7 with 4: "
                    + "such a row is refused"))
        #expect(
            found.contains(
                "? Rows with \"Total\" under \"body\" seem to be sums of others and are left out"))
        #expect(
            found.contains("\"n/a\", 1 time in \"x\", seems to stand for not applicable"))
    }

    @Test func `keys are the smallest sets of columns that name a row`() throws {
        let rows = ["a", "b"].flatMap { body in
            ["2023", "2024"].flatMap { year in ["x", "y"].map { "\(body),\(year),\($0),5" } }
        }
        let found = findings(
            try inspect("body,year,item,n\n" + rows.joined(separator: "\n") + "\n"))
        #expect(found.last == "A row is named by \"body\" with \"year\" with \"item\"")
    }

    @Test func `every descriptor that is proposed can be read`() throws {
        var random = SeededGenerator(seed: 20_261_127)
        let words = [
            "", "a", "1", "1,5", "1.234", "2024", "2023-24", "31.03.2024", "да", "нет", "Total",
            "n/a",
            "\"q\"\"q\"", "\"x\ny\"", "id", "kind", "body", "period", "ü", "0x1", "1e5", "-", " ",
        ]
        for _ in 0..<400 {
            let separator = [",", ";", "\t", "|"].randomElement(using: &random) ?? ","
            let width = Int.random(in: 1...6, using: &random)
            let text =
                (0..<Int.random(in: 1...12, using: &random)).map { _ in
                    (0..<width).map { _ in words.randomElement(using: &random) ?? "" }
                        .joined(separator: separator)
                }.joined(separator: "\n") + "\n"
            guard
                let inspection = Inspector.inspect("t.csv", from: folder(Array(text.utf8)))
                    .inspection
            else { continue }
            let package = ProposedPackage([inspection], methodology: "m/1", schema: nil)
            let source = folder(
                Array(text.utf8), package: package.document.bytes(isIndented: true))
            let read = DataPackage.read(from: source)
            #expect(read.package != nil, "\(text)\n\(read.log.entries)")
        }
    }

    @Test func `a quote that is open for longer than any field is told, however long the file`() {
        let text = "\"" + String(repeating: "x,y\n", count: 2 << 20)
        let alone = Inspector.inspect("t.csv", from: folder(Array(text.utf8)))
        #expect(alone.inspection == nil)
        #expect(alone.log.entries.map(\.code) == ["csv.unclosed-quote"])

        let below = Inspector.inspect("t.csv", from: folder(Array(("a,b\n1,2\n" + text).utf8)))
        #expect(below.inspection?.rows == 1)
        #expect(
            below.inspection?.findings.contains {
                $0.isDoubt && $0.text.contains("From row 3 on nothing could be read")
            } == true)
    }

    @Test func `without a methodology nothing is said of one`() throws {
        let inspection = try inspect("a,b\nx,y\n")
        let package = ProposedPackage([inspection], methodology: nil, schema: nil)
        #expect(package.resources.map(\.holds) == ["neither bodies nor figures"])
    }
}
