import AssessmentSupport
import Diagnostics
import Domain
import Files
import Foundation
import TestSupport
import Testing

@testable import Evidence
@testable import Methodology
@testable import Scoring

/// Holds `docs/limits.md` to the program: everything that stands there is made to happen.
@Suite struct LimitsPageTests {
    private static let rows = Page("limits.md").tables.flatMap(\.rows)
    private static let makers = editions.merging(workspaces) { $1 }.merging(words) { $1 }

    @Test(arguments: rows.map { $0[0] })
    func `what is over a limit is refused in the words on the page`(what: String) throws {
        let row = try #require(Self.rows.first { $0[0] == what })
        let make = try #require(Self.makers[what], "nothing makes it happen")

        let said = try make()

        #expect(said.contains(row[2]), "the page says \(row[2])")
    }

    @Test func `everything that can be made to happen stands on the page`() {
        #expect(Set(Self.rows.map { $0[0] }) == Set(Self.makers.keys))
    }

    // MARK: Editions

    private typealias Maker = @Sendable () throws -> [String]

    private static let editions: [String: Maker] = [
        "bytes of a file of an edition": { said(String(repeating: "#", count: (4 << 20) + 1)) },
        "bytes of all files of an edition": {
            let indicator = String(repeating: "#", count: 4 << 20)
            let indicators = (0..<8).map { ("indicators/i\($0).yaml", indicator) }
            return said(["edition.yaml": "#"].merging(indicators) { $1 })
        },
        "levels of a file of an edition": { said("a: " + String(repeating: "[", count: 50)) },
        "inputs of an edition": {
            let inputs = (0..<10_001).map { "  i\($0): {type: count}\n" }.joined()
            return said(edition("1", inputs: "inputs:\n" + inputs))
        },
        "nodes of an edition": {
            let nodes = (0..<10_000).map { "{id: n\($0), value: a, score: as-is}" }
            let inner = nodes.joined(separator: ", ")
            return said(
                Workbench.edition(
                    "\(input)scorecard: {id: x, aggregate: none, nodes: [\(inner)]}"))
        },
        "stages of an edition": {
            let stages = (0..<22).map { "{id: s\($0), title: {en: s}, phrases: {}}" }
            let list = "list: [\(stages.joined(separator: ", "))]\n"
            return said(Workbench.edition("stages:\n  \(list)"))
        },
        "what lists make of an edition": {
            let members = (0..<1500).map { "m\($0)" }.joined(separator: ", ")
            let lists = "lists: {p: [\(members)], q: [\(members)]}\n"
            return said(
                Workbench.edition(
                    lists + "inputs: {'a_{i of p}': {type: count}, 'b_{i of q}': {type: count}}\n"
                        + "tables: {'t_{i of p}': {key: [k], fields: {'f_{j of q}': {type: count}}}}"
                ))
        },
        "bytes of a formula": { said(edition("a" + String(repeating: " ", count: 20_000))) },
        "levels of a formula": { said(edition(String(repeating: "(", count: 65))) },
        "operators of a formula": { said(edition("a" + String(repeating: " + a", count: 201))) },
        "parts that lists make of a formula": {
            let (first, second) = (members("m"), members("n"))
            return said(
                Workbench.edition(
                    "lists: {p: [\(first)], q: [\(second)]}\n"
                        + "inputs: {'{i of p}': {type: number}, '{i of q}': {type: number}}\n"
                        + "scorecard: {id: x, value: SUM(p * SUM(q)), score: as-is}"))
        },
        "bodies times periods of a test case": {
            let others = Array(repeating: "{given: {a: 1}}", count: 1000).joined(separator: ", ")
            let test =
                "- {name: many, node: x, period: \"2024\", given: {a: 1}, others: [\(others)], "
                + "then: {value: 1}}"
            return said(["edition.yaml": edition("a"), "edition.test.yaml": test])
        },
        "periods that a formula reaches back": { said(edition("PREVIOUS(a, 101)")) },
        "periods that a last known value is old": {
            said(edition("a", more: ", missing: {rule: {last: {at-most: 101}}}"))
        },
        "bytes of an id": { said(edition("a", id: String(repeating: "a", count: 65))) },
        "digits before the point of a number": {
            said(edition("a", inputs: "inputs: {a: {type: number, max: 100000000000000000000}}\n"))
        },
        "digits after the point of a number": {
            said(edition("a", inputs: "inputs: {a: {type: number, max: 0.1000000000000000001}}\n"))
        },
    ]

    /// A hundred ids and one more.
    private static func members(_ letter: String) -> String {
        (0...100).map { "\(letter)\($0)" }.joined(separator: ", ")
    }

    private static let input = "inputs: {a: {type: number}}\n"

    private static func edition(
        _ value: String, id: String = "x", inputs: String = input, more: String = ""
    ) -> String {
        Workbench.edition(
            inputs + "scorecard: {id: \(id), value: '\(value)', score: as-is\(more)}")
    }

    private static func said(_ edition: String) -> [String] { said(["edition.yaml": edition]) }

    private static func said(_ files: [String: String]) -> [String] {
        words(of: EditionReader.read(from: MemorySource(files)).log)
    }

    private static func words(of log: DiagnosticLog) -> [String] {
        log.entries.map(words)
    }

    private static func words(_ diagnostic: Diagnostic) -> String {
        "`\(diagnostic.code)`: \(diagnostic.what)"
    }

    // MARK: Workspaces

    private static let workspaces: [String: Maker] = [
        "bytes of a descriptor": { descriptor(String(repeating: " ", count: (4 << 20) + 1)) },
        "levels of a descriptor": { descriptor(String(repeating: "[", count: 101)) },
        "entries of a list of a descriptor": {
            let words = Array(repeating: "\"x\"", count: 10_001).joined(separator: ", ")
            return descriptor(inputs: #""ignore": [\#(words)]"#)
        },
        "methodologies of a workspace": {
            let names = (0...20).map { "\"m\($0)\"" }.joined(separator: ", ")
            let text = files["datapackage.json"]?.replacing("\"bench/1\"", with: "[\(names)]")
            return descriptor(text ?? "")
        },
        "markers of a kind, conditions on rows": {
            let words = (0...100).map { "\"x\($0)\"" }.joined(separator: ", ")
            return descriptor(inputs: #""markers": {"withheld": [\#(words)]}"#)
        },
        "bytes of the text at which a cell is split": {
            let mark = String(repeating: "-", count: 101)
            return descriptor(
                inputs: #""columns": {"a": {"from": "a", "split": {"at": "\#(mark)", "part": 1}}}"#)
        },
        "bytes of a table": { table(\.file, 65) },
        "rows of a table of decisions, reforms, measures or a plan": { table(\.decisions, 2) },
        "measures of a table": {
            let rows = (0...5_000).map { "m\($0),all,a,+1,1,KZT,2025-01-01\n" }
            return measures(
                "measure,body,on,effect,cost,currency,finish\n" + rows.joined())
        },
        "bodies": { table(\.bodies, 3, shown: -1) },
        "errors of a table": { table(\.errors, 1, inputs: "body,period,a\n\n\n\n") },
        "rows of a table": { table(\.rows, 3) },
        "bytes of a row": { table(\.record, 20) },
        "fields of a row": { table(\.columns, 2) },
        "bytes of a field": { table(\.field, 6) },
        "cells of all tables": { table(\.cells, 11, over: 12) },
        "bodies, periods, inputs and tables": { table(\.values, 11) },
        "outcomes: nodes, bodies and periods": {
            let excess = Assessment.excess(nodes: 101, bodies: 100_000, periods: 5)
            return [excess].compactMap { $0 }.map(words)
        },
        "pairs of scores that an aggregate compares": {
            let plan = try Workbench.plan(
                Workbench.edition(
                    """
                    \(input)
                    scorecard:
                      id: t
                      aggregate: {copeland: {not-applicable: zero, missing: zero, excluded: zero}}
                      nodes: [{id: x, value: a, score: as-is, weight: 1}]
                    """))
            let excess = Assessment.excess(comparing: plan.nodes, bodies: 100_001, periods: 2)
            return [excess].compactMap { $0 }.map(words)
        },
        "bytes of a part of a record's key": {
            let head = "body,period,service_id\nroads,2023,"
            return table(\.rows, 100, records: head + String(repeating: "x", count: 201) + "\n")
        },
        "files of a folder": {
            try listed { folder in
                for number in 0...Folder.mostNames {
                    let path = folder.appending(path: "\(number)").path
                    _ = FileManager.default.createFile(atPath: path, contents: nil)
                }
            }
        },
        "levels of folders": {
            try listed { folder in
                let inner = String(repeating: "a/", count: Folder.deepest)
                try FileManager.default.createDirectory(
                    at: folder.appending(path: inner), withIntermediateDirectories: true)
            }
        },
    ]

    private static let schema = EvidenceSchema(
        periodForm: .year, periodColumn: "period", inputs: [Field(id: "a", type: .number)],
        tables: [TableSchema(id: "s", key: ["service_id"], parent: nil, fields: [])])

    private static func descriptor(_ text: String) -> [String] {
        words(of: DataPackage.read(from: MemorySource(["datapackage.json": text])).log)
    }

    private static func descriptor(inputs keys: String) -> [String] {
        let text = files["datapackage.json"]?.replacing(#""wide""#, with: #""wide", \#(keys)"#)
        return descriptor(text ?? "")
    }

    private static let files = [
        "datapackage.json": """
        {"apparatus": {"methodology": "bench/1", "status": "reported"}, "resources": [
          {"name": "b", "path": "b.csv", "apparatus": {"role": "bodies"}},
          {"name": "i", "path": "i.csv", "apparatus": {"role": "inputs", "shape": "wide"}},
              {"name": "s", "path": "s.csv", "apparatus": {"role": "records", "table": "s"}},
              {"name": "d", "path": "d.csv", "apparatus": {"role": "decisions"}}]}
        """,
        "b.csv": "id,kind,title\nroads,agency,Roads\nlabs,agency,Laboratories\nfar,agency,F\n",
        "d.csv": """
        body,period,input,decision,value,reason,basis,who,date
        roads,2023,a,accept,,Seen,clause 1,Commission,2024-01-01
        labs,2024,a,accept,,Seen,clause 1,Commission,2024-01-01

        """,
        "i.csv": "body,period,a\nroads,2023,1\nlabs,2024,2\n",
    ]

    /// A limit of tables, lowered so that a small table reaches it.
    ///
    /// - Parameters:
    ///   - limit: Which.
    ///   - lowered: To what.
    ///   - over: What is counted where that is told as well.
    ///   - shown: How much more is told than the limit says, which may count a heading.
    ///   - inputs: Another table of inputs.
    ///   - records: Another table of records.
    /// - Returns: What is said, as the page has it.
    private static func table(
        _ limit: WritableKeyPath<CSVLimits, Int>, _ lowered: Int, over: Int? = nil, shown: Int = 0,
        inputs: String? = nil, records: String = "body,period,service_id\n"
    ) -> [String] {
        var limits = CSVLimits()
        limits.piece = 16
        limits[keyPath: limit] = lowered
        let changes = ["i.csv": inputs ?? files["i.csv"] ?? "", "s.csv": records]
        let source = MemorySource(files.merging(changes) { $1 })
        guard let package = DataPackage.read(from: source).package else { return [] }
        let read = EvidenceReader.read(
            package, from: source, schema: schema, threads: 1, limits: limits)
        let real = CSVLimits()[keyPath: limit]
        return words(of: read.log).map { words in
            let words = over.map { words.replacing(" \($0) ", with: " \(real + 1) ") } ?? words
            return words.replacing(" \(lowered + shown) ", with: " \(real + shown) ")
        }
    }

    /// What is said of a table of measures.
    private static func measures(_ table: String) -> [String] {
        let resource = #", {"name": "m", "path": "m.csv", "apparatus": {"role": "measures"}}]}"#
        let descriptor = files["datapackage.json"]?.replacing("]}", with: resource)
        let changes = [
            "datapackage.json": descriptor ?? "", "m.csv": table,
            "s.csv": "body,period,service_id\n",
        ]
        let source = MemorySource(files.merging(changes) { $1 })
        guard let package = DataPackage.read(from: source).package else { return [] }
        return words(of: EvidenceReader.read(package, from: source, schema: schema).log)
    }

    /// What is said of a folder of the disk that is filled somehow.
    private static func listed(_ fill: (URL) throws -> Void) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try fill(folder)
        try Data("{}".utf8).write(to: folder.appending(path: "datapackage.json"))
        return words(of: DataPackage.read(from: Folder(folder.path)).log)
    }

    // MARK: What is said

    private static let words: [String: Maker] = [
        "diagnostics of one code": {
            var log = DiagnosticLog()
            for _ in 0...DiagnosticLog.kept { log.error("a.b", at: nil, "what", help: "help") }
            return ["\(log.omitted) more of the same kinds are not shown"]
        },
        "bytes of what is wrong, and of the help": {
            let text = String(repeating: "a", count: Diagnostic.longest + 1)
            let what = Diagnostic(.error, "a.b", at: nil, text, help: "help").what
            return [what.trimmingCharacters(in: ["a"])]
        },
    ]
}
