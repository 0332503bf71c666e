import Arithmetic
import Diagnostics
import Domain
import Evidence
import TestSupport
import Testing

/// Wide tables are read by columns, long ones cell by cell: each is the other's reference.
@Suite struct WideInputsTests {
    static let schema = EvidenceSchema(
        periodForm: .year, periodColumn: "period",
        inputs: [
            Field(id: "free", type: .number, isOptional: true),
            Field(id: "held", type: .percent, isOptional: true, least: .zero, greatest: .hundred),
            Field(id: "word", type: .code(["good", "bad"]), isOptional: true),
            Field(id: "staff", type: .count, isOptional: true),
            Field(id: "note", type: .text, isOptional: true),
            Field(id: "rest", type: .money("EUR"), isOptional: true),
        ], tables: [])

    static func descriptor(_ shape: String, _ markers: String) -> String {
        """
        {"name": "wide", "apparatus": {"methodology": "./m", "status": "reported",
        "markers": \(markers)}, "resources": [
        {"name": "bodies", "path": "bodies.csv", "apparatus": {"role": "bodies"}},
        {"name": "inputs", "path": "inputs.csv",
        "apparatus": {"role": "inputs", "shape": "\(shape)"}}]}
        """
    }

    /// A table in both shapes, of bodies and years in any order.
    private static func tables(
        _ random: inout SeededGenerator, bodies: Int
    ) -> (wide: String, long: String, bodies: String) {
        var wide = "body,period," + schema.inputs.map(\.id).joined(separator: ",") + "\n"
        var long = "body,period,input,value\n"
        var rows: [(body: String, year: Int)] = []
        for body in 0..<bodies {
            for year in 2020...2022 where Int.random(in: 0..<4, using: &random) > 0 {
                rows.append(("b\(body)", year))
            }
        }
        rows.shuffle(using: &random)
        for row in rows {
            wide += "\(row.body),\(row.year)"
            for input in schema.inputs {
                let text = text(of: input, &random)
                wide += ",\(text)"
                long += "\(row.body),\(row.year),\(input.id),\(text)\n"
            }
            wide += "\n"
        }
        let list = (0..<bodies).map { "b\($0),ministry\n" }.joined()
        return (wide, long, "id,kind\n" + list)
    }

    private static func text(of input: Field, _ random: inout SeededGenerator) -> String {
        func pick(_ words: [String]) -> String {
            words[Int.random(in: 0..<words.count, using: &random)]
        }
        let blanks = ["", "-9", "NA", "X"]
        if Int.random(in: 0..<8, using: &random) == 0 { return pick(blanks) }
        switch input.id {
        case "word": return pick(["good", "bad"])
        case "note": return pick(["short", "a text with more than fifteen bytes", "\"a, b\""])
        case "staff": return "\(Int.random(in: 0..<100_000, using: &random))"
        case "held":
            return "\(Int.random(in: 0..<100, using: &random)).\(pick(["5", "25", "000000001"]))"
        default:
            return pick(["", "-"]) + "\(Int.random(in: 0..<1_000_000, using: &random))"
                + pick(["", ".5", ".123456789", ".123456789012345678", "0000000000000"])
        }
    }

    private static func read(
        _ shape: String, _ table: String, bodies: String, threads: Int? = nil,
        markers: String = #"{"not-applicable": ["NA"], "withheld": ["X"], "no-data": ["-9"]}"#
    ) -> (evidence: Evidence?, log: DiagnosticLog) {
        Example.read(
            [
                "datapackage.json": descriptor(shape, markers), "bodies.csv": bodies,
                "inputs.csv": table,
            ], schema: schema, threads: threads)
    }

    @Test func `wide and long tables are the same evidence`() throws {
        var random = SeededGenerator.fresh(31)
        for _ in 0..<20 {
            let tables = Self.tables(&random, bodies: Int.random(in: 1..<40, using: &random))

            let wide = try #require(Self.read("wide", tables.wide, bodies: tables.bodies).evidence)
            let long = try #require(Self.read("long", tables.long, bodies: tables.bodies).evidence)

            for (number, input) in Self.schema.inputs.enumerated() {
                #expect(
                    same(wide.inputs[number].column, long.inputs[number].column),
                    "\(input.id), seed \(random.seed)")
            }
            #expect(wide.hash == long.hash, "seed \(random.seed)")
        }
    }

    @Test(arguments: [1, 2, 8])
    func `a table of many blocks is the same on any number of threads`(threads: Int) throws {
        var random = SeededGenerator.fresh(32)
        let tables = Self.tables(&random, bodies: 20_000)

        let read = Self.read("wide", tables.wide, bodies: tables.bodies, threads: threads)
        let one = Self.read("wide", tables.wide, bodies: tables.bodies, threads: 1)

        let (evidence, expected) = (try #require(read.evidence), try #require(one.evidence))
        #expect(tables.wide.utf8.count > 2 << 20)
        for (left, right) in zip(evidence.inputs, expected.inputs) {
            #expect(same(left.column, right.column))
            #expect(left.rows == right.rows)
        }
        #expect(evidence.files == expected.files)
    }

    @Test func `a word for a blank may look like a number`() throws {
        let table = "body,period,free,rest\na,2020,-9,-9.0\n"

        let evidence = try #require(
            Self.read("wide", table, bodies: "id,kind\na,ministry\n").evidence)

        #expect(evidence.inputs[0].column.presence(at: 0) == .unknown)
        #expect(evidence.inputs[5].column.number(at: 0) == Fixed(-9))
    }

    @Test func `every fault of a row is told in the order of its columns`() throws {
        let table = "body,period,free,held,word,staff\na,2020,1x,100.5,worst,1.5\n"

        let read = Self.read("wide", table, bodies: "id,kind\na,ministry\n")

        #expect(read.evidence == nil)
        #expect(
            read.log.entries.map(\.code) == [
                "value.not-a-number", "value.range", "value.code", "value.not-whole",
            ])
    }
}
