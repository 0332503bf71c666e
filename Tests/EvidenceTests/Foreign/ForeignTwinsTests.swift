import Domain
import Foundation
import TestSupport
import Testing

@testable import Evidence

/// Random tables in the program's own form and as somebody else might write them.
@Suite struct ForeignTwinsTests {
    /// One way of writing tables.
    private struct Writing {
        let encoding: (name: String, peer: String.Encoding, mark: [UInt8])
        let separator: String
        let headingRow: Int
        let hasCommas: Bool
        let lineEnd: String

        init(_ random: inout SeededGenerator) {
            let encodings: [(String, String.Encoding, [UInt8])] = [
                ("utf-8", .utf8, []), ("utf-8", .utf8, [0xEF, 0xBB, 0xBF]),
                ("utf-16", .utf16LittleEndian, [0xFF, 0xFE]),
                ("utf-16", .utf16BigEndian, [0xFE, 0xFF]), ("windows-1251", .windowsCP1251, []),
            ]
            encoding = encodings[Int.random(in: 0..<encodings.count, using: &random)]
            separator = [",", ";", "\t", "|"].randomElement(using: &random) ?? ","
            headingRow = Int.random(in: 1...4, using: &random)
            hasCommas = Bool.random(using: &random)
            lineEnd = Bool.random(using: &random) ? "\n" : "\r\n"
        }

        /// The table with some rows above its headings.
        func bytes(_ table: [[String]], _ random: inout SeededGenerator) -> [UInt8] {
            let above = (1..<headingRow).map { "Таблица \($0)" + separator }
            let lines = table.map { row in
                row.map { cell in
                    let isQuoted =
                        [separator, "\"", "\n", "\r"].contains { cell.contains($0) }
                        || Int.random(in: 0..<5, using: &random) == 0
                    return isQuoted ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
                }.joined(separator: separator)
            }
            let text = (above + lines).joined(separator: lineEnd) + lineEnd
            return encoding.mark + Array(text.data(using: encoding.peer) ?? Data())
        }

        func number(_ text: String) -> String {
            hasCommas ? text.replacing(".", with: ",") : text
        }
    }

    private static let period = "2022-23"
    private static let bodies = ["health", "labs", "roads"]

    /// Rows of the table `services`: body, service, online, opened, note, free.
    private func services(_ random: inout SeededGenerator) -> [[String]] {
        let notes = ["", "ж", "a\"b", "два слова", "x;y", "p|q", "a\tb", "1,5", "a\nb"]
        return Self.bodies.flatMap { body in
            (0..<Int.random(in: 0...4, using: &random)).map { number in
                [
                    body, "s\(number)", ["Y", "N", "NA"].randomElement(using: &random) ?? "Y",
                    ["", "2019-01-01", "2020-02-29"].randomElement(using: &random) ?? "",
                    notes.randomElement(using: &random) ?? "",
                    ["", "true", "false"].randomElement(using: &random) ?? "",
                ]
            }
        }
    }

    /// Rows of inputs: body, staff, budget, answered.
    private func inputs(_ random: inout SeededGenerator) -> [[String]] {
        Self.bodies.map { body in
            [
                body, "\(Int.random(in: 1...999, using: &random))",
                ["", "NA", "1234567.25", "-3.5"].randomElement(using: &random) ?? "",
                ["", "0.25", "1", "X"].randomElement(using: &random) ?? "",
            ]
        }
    }

    private func csv(_ heading: [String], _ rows: [[String]]) -> String {
        ([heading] + rows).map { row in
            row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
        }.joined()
    }

    private func plain(_ inputs: [[String]], _ services: [[String]]) -> [String: [UInt8]] {
        let period = Self.period
        let texts = [
            "bodies.csv": Example.bodies,
            "inputs.csv": csv(
                ["body", "fiscal_yr", "staff", "budget", "answered"],
                inputs.map { [$0[0], period] + $0.dropFirst() }),
            "services.csv": csv(
                ["body", "fiscal_yr", "service_id", "online", "opened", "note", "free"],
                services.map { [$0[0], period] + $0.dropFirst() }),
            "standards.csv": "body,fiscal_yr,service_id,standard_id,performance\n",
            "datapackage.json": descriptor(inputs: "", services: "", beside: ("", "")),
        ]
        return texts.mapValues { Array($0.utf8) }
    }

    private func descriptor(
        inputs: String, services: String, beside: (inputs: String, services: String),
        more: String = ""
    ) -> String {
        """
        {"apparatus": {"methodology": "a/b", "status": "published",
          "markers": {"not-applicable": ["NA"], "withheld": ["X"]}},
         "resources": [
          {"name": "bodies", "path": "bodies.csv", "apparatus": {"role": "bodies"}},
          {"name": "inputs", "path": "inputs.csv"\(beside.inputs), "apparatus":
            {"role": "inputs", "shape": "wide"\(inputs)}},
          {"name": "services", "path": "services.csv"\(beside.services), "apparatus":
            {"role": "records", "table": "services"\(services)}},
          \(more)
          {"name": "standards", "path": "standards.csv", "apparatus":
            {"role": "records", "table": "standards"}}]}
        """
    }

    /// Columns in random order, with others that nobody asked for among them.
    private func shuffled(
        _ table: [[String]], _ random: inout SeededGenerator
    ) -> [[String]] {
        let extra = Int.random(in: 0...2, using: &random)
        let wide = table.enumerated().map { row, cells in
            cells + (0..<extra).map { row == 0 ? "лишнее \($0)" : "\(row)" }
        }
        let order = wide[0].indices.shuffled(using: &random)
        return wide.map { cells in order.map { cells[$0] } }
    }

    private func foreign(
        _ inputs: [[String]], _ services: [[String]], _ random: inout SeededGenerator
    ) -> [String: [UInt8]] {
        let (first, second) = (Writing(&random), Writing(&random))
        var files = plain([], [])
        // Sums stand below, and a row about somebody who is not in the table of bodies.
        let people = inputs.map { row in
            ["орган-\(row[0])", "вид 1", "№\(row[1])"] + row.dropFirst(2).map(first.number)
        }
        files["inputs.csv"] = first.bytes(
            shuffled(
                [["орган", "вид", "штат", "бюджет", "доля"]] + people
                    + [["", "итого", "№1", "1", "1"], ["орган-canals", "вид 2", "№1", "", ""]],
                &random), &random)
        let known = ["Y": "да", "N": "нет", "NA": "NA"]
        let flags = ["true": "верно", "false": "ложь", "": ""]
        let table = services.map { row in
            let day = row[3].split(separator: "-").reversed().joined(separator: ".")
            return [
                "\(row[0])/\(Self.period)/\(row[1])", known[row[2]] ?? "", day, row[4],
                flags[row[5]] ?? "",
            ]
        }
        let held = Bool.random(using: &random)
        files["services.csv"] = second.bytes(
            shuffled([["код", "онлайн", "открыто", "заметка", "бесплатно"]] + table, &random),
            &random)
        files["flags.csv"] = second.bytes(
            [["код", "бесплатно"]]
                + table.filter { $0[4] != "" }.shuffled(using: &random).map { [$0[0], $0[4]] },
            &random)
        files["datapackage.json"] = Array(
            descriptor(
                inputs: inputsPart(first), services: servicesPart(second, isTable: true, held),
                beside: (beside(first), beside(second)),
                more: held
                    ? """
                    {"name": "flags", "path": "flags.csv"\(beside(second)), "apparatus":
                      {"role": "fields", "table": "services"\(servicesPart(second, isTable: false, held))}},
                    """ : ""
            ).utf8)
        return files
    }

    private func beside(_ writing: Writing) -> String {
        let delimiter = writing.separator == "\t" ? "\\t" : writing.separator
        return """
            , "encoding": "\(writing.encoding.name)",
            "dialect": {"delimiter": "\(delimiter)", "headerRows": [\(writing.headingRow)]}
            """
    }

    private func inputsPart(_ writing: Writing) -> String {
        """
        , "numbers": {"decimal-mark": "\(writing.hasCommas ? "," : ".")"},
        "columns": {"body": {"from": "орган", "split": {"at": "орган-", "part": 2}},
          "fiscal_yr": {"constant": "\(Self.period)"},
          "staff": {"from": "штат", "split": {"at": "№", "part": 2}},
          "budget": "бюджет", "answered": "доля"},
        "rows": [{"column": "вид", "is-not": ["итого", ""]}], "only": "known-bodies"
        """
    }

    private func servicesPart(_ writing: Writing, isTable: Bool, _ isHeld: Bool) -> String {
        let key = """
            "body": {"from": "код", "split": {"at": "/", "part": 1}},
            "fiscal_yr": {"from": "код", "split": {"at": "/", "part": 2}},
            "service_id": {"from": "код", "split": {"at": "/", "part": 3}}
            """
        let free = #""free": "бесплатно""#
        let fields = #"""
            "online": {"from": "онлайн", "values": {"да": "Y", "нет": "N"}},
            "opened": "открыто", "note": "заметка"
            """#
        let columns = isTable ? [key, fields] + (isHeld ? [] : [free]) : [key, free]
        return """
            , "dates": "DD.MM.YYYY", "flags": {"true": ["верно"], "false": ["ложь"]},
            "columns": {\(columns.joined(separator: ",\n"))}
            """
    }

    @Test func `tables as others write them are the same evidence as in the program's own form`()
        throws
    {
        var random = SeededGenerator.fresh(53)
        for turn in 0..<200 {
            let (inputs, services) = (inputs(&random), services(&random))
            let expected = Example.read(MemorySource(bytes: plain(inputs, services)))
            let hash = try #require(expected.evidence?.hash, "\(lines(expected.log))")
            let files = foreign(inputs, services, &random)

            let read = Example.read(MemorySource(bytes: files))

            let place: Comment = "seed \(random.seed), turn \(turn): \(lines(read.log))"
            #expect(read.evidence?.hash == hash, place)
            let leftOut = read.evidence?.leftOut.first { $0.file == "inputs.csv" }
            #expect(leftOut?.rows == 1, place)
            #expect(leftOut?.bodyRows == 1, place)
            #expect(leftOut?.bodies == ["canals"], place)
        }
    }

    @Test func `what rows are about is found in foreign files as well`() throws {
        var random = SeededGenerator.fresh(55)
        let (inputs, services) = (inputs(&random), services(&random))
        func subjects(_ files: [String: [UInt8]]) throws -> Set<EvidenceShare.Subject> {
            let source = MemorySource(bytes: files)
            let package = try #require(DataPackage.read(from: source).package)
            return EvidenceReader.subjects(package, from: source, schema: Example.schema).subjects
        }

        let found = try subjects(foreign(inputs, services, &random))

        #expect(try found == subjects(plain(inputs, services)))
        #expect(found.count == 2)
    }

    @Test func `where blocks are cut, and on how many threads, changes nothing`() throws {
        var random = SeededGenerator.fresh(54)
        for _ in 0..<6 {
            let (inputs, services) = (inputs(&random), services(&random))
            let source = MemorySource(bytes: foreign(inputs, services, &random))
            let package = try #require(DataPackage.read(from: source).package)
            let whole = try #require(Example.read(source).evidence)
            for (piece, threads) in [(1, 1), (2, 2), (3, 8), (7, 1), (64, 2), (100, 8)] {
                var limits = CSVLimits()
                limits.piece = piece

                let evidence = EvidenceReader.read(
                    package, from: source, schema: Example.schema, threads: threads,
                    limits: limits
                ).evidence

                #expect(evidence?.hash == whole.hash)
                #expect(evidence?.files == whole.files)
                #expect(evidence?.leftOut == whole.leftOut)
                #expect(evidence?.tables.map(\.rows) == whole.tables.map(\.rows))
            }
        }
    }
}
