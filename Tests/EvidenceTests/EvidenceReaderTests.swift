import Arithmetic
import Diagnostics
import Domain
import Evidence
import TestSupport
import Testing

@Suite struct EvidenceReaderTests {
    @Test func `bodies keep their order and what is said of them`() throws {
        let evidence = try #require(Example.read().evidence)

        #expect(evidence.bodies.map(\.id) == ["health", "labs", "roads"])
        #expect(
            evidence.bodies[1]
                == Body(
                    id: "labs",
                    title: LanguageMap([
                        .init(language: "en", text: "Labs"),
                        .init(language: "fr", text: "Laboratoires"),
                    ]),
                    kind: "agency", parent: "health", group: "small", from: Day("2021-04-01"),
                    to: Day("2023-06-30"), predecessors: ["health"]))
        #expect(evidence.bodies[2].title.texts.map(\.language) == ["en"])
        #expect(evidence.periods.map(\.description) == ["2022-23", "2023-24"])
    }

    @Test func `inputs stand by unit with their blanks, rows and provenance`() throws {
        let evidence = try #require(Example.read().evidence)
        let staff = evidence.inputs[0]
        let answered = evidence.inputs[2]

        // Units: health, labs and roads for 2022-23, then for 2023-24.
        #expect(numbers(staff.column) == [Fixed(120), .zero, .zero, Fixed(130), .zero, .zero])
        #expect(
            staff.column.presence
                == [.known, .notApplicable, .unknown, .known, .unknown, .unknown])
        #expect(staff.rows == [2, 3, 0, 4, 0, 0])
        #expect(staff.file == "inputs.csv")
        #expect(answered.column.presence(at: 1) == .withheld)
        #expect(codes(evidence.inputs[3].column)[3] == 1)
        #expect(
            staff.provenance.map { evidence.provenances[Int($0)] }[0...3]
                == [
                    Provenance(status: .published, source: "inventory"),
                    Provenance(status: .verified, source: "Report, p. 4", proof: "a.pdf"),
                    evidence.provenances[0],
                    Provenance(status: .reported, source: "inventory", proof: "b.pdf"),
                ][0...3])
    }

    @Test func `records stand by unit, parent and key`() throws {
        let evidence = try #require(Example.read().evidence)
        let (services, standards) = (evidence.tables[0], evidence.tables[1])

        #expect(Array(services.keys) == [["s1"], ["s10"], ["s2"], ["s1"]])
        #expect(services.rows == [4, 3, 2, 5])
        #expect(services.unitOffsets == [0, 2, 3, 3, 4, 4, 4])
        #expect(services.parentOffsets == [])
        #expect(Array(standards.keys) == [["a"], ["b"], ["a"], ["b"], ["a"]])
        #expect(standards.parentOffsets == [0, 2, 2, 4, 5])
        #expect(standards.unitOffsets == [0, 2, 4, 4, 5, 5, 5])
        #expect(standards.rows == [4, 3, 5, 2, 6])
    }

    @Test func `every type comes out as it was written`() throws {
        let evidence = try #require(Example.read().evidence)
        let services = evidence.tables[0].columns
        let standards = evidence.tables[1].columns

        #expect(codes(services[0]) == [1, 0, 2, 0])
        #expect(services[1].presence == [.known, .known, .unknown, .withheld])
        #expect(services[2].presence == [.known, .unknown, .known, .unknown])
        guard case .periods(let improved) = services[1].values,
            case .dates(let opened) = services[2].values,
            case .texts(let notes) = services[3].values,
            case .flags(let free) = services[4].values
        else {
            Issue.record("the columns have other types")
            return
        }
        #expect(improved[0...1] == [2020, 2021])
        #expect(opened[0] == Day("2019-01-01")?.number)
        #expect(notes[0] == "é")
        #expect(notes[2] == "two\nlines, \"quoted\"")
        #expect(free[1...2] == [false, true])
        #expect(services[4].presence == [.unknown, .known, .known, .notApplicable])
        let performance = numbers(standards[1])
        #expect(performance[1] == Fixed(raw: 999_999_999_999_999_999))
        #expect(performance[3] == Fixed(raw: 1_500_000_000_000_000_000))
        #expect(standards[1].presence[0] == .withheld)
        #expect(numbers(standards[4])[3] == Fixed(-5))
        #expect(numbers(standards[4])[2].description == "12345678901234567890.5")
    }

    @Test func `wide and long inputs are the same evidence`() throws {
        let descriptor = Example.descriptor.replacing(
            #""shape": "wide""#, with: #""shape": "long""#)
        let wide = try #require(Example.read().evidence)

        let long = try #require(
            Example.read(
                Example.changing([
                    "datapackage.json": descriptor, "inputs.csv": Example.longInputs,
                ])
            ).evidence)

        #expect(long.hash == wide.hash)
        for (left, right) in zip(long.inputs, wide.inputs) {
            #expect(same(left.column, right.column))
        }
        #expect(long.inputs[0].rows == [7, 2, 0, 5, 0, 0])
    }

    @Test func `a row in the source of a value is a part of its source`() throws {
        let long = """
            body,fiscal_yr,input,value,source,row
            health,2022-23,staff,1,old.csv,17
            health,2023-24,staff,1,,18

            """
        let descriptor = Example.descriptor.replacing(
            #""shape": "wide""#, with: #""shape": "long""#)

        let evidence = try #require(
            Example.read(
                Example.changing(["datapackage.json": descriptor, "inputs.csv": long])
            ).evidence)

        let sources = evidence.inputs[0].provenance.map { evidence.provenances[Int($0)].source }
        #expect(sources[0] == "old.csv, row 17")
        #expect(sources[3] == "inventory, row 18")
    }

    @Test func `a column row that is left out says nothing of where a value comes from`() throws {
        let wide = "body,fiscal_yr,row,staff\nhealth,2023-24,18,1\n"
        let descriptor = Example.descriptor.replacing(
            #""shape": "wide""#, with: #""shape": "wide", "ignore": ["row"]"#)

        let read = Example.read(
            Example.changing(["datapackage.json": descriptor, "inputs.csv": wide]))

        let evidence = try #require(read.evidence, "\(lines(read.log))")
        let number = evidence.inputs[0].provenance[3]
        #expect(evidence.provenances[Int(number)].source == "inventory")
    }

    @Test func `a field that is called like a provenance is a field`() throws {
        let schema = EvidenceSchema(
            periodForm: .year, periodColumn: "year", inputs: [],
            tables: [
                TableSchema(
                    id: "t", key: ["row"], parent: nil,
                    fields: [Field(id: "status", type: .code(["achieved", "missed"]))])
            ])
        let descriptor = """
            {"apparatus": {"methodology": "a/b", "status": "verified"}, "resources": [
            {"name": "b", "path": "bodies.csv", "apparatus": {"role": "bodies"}},
            {"name": "t", "path": "t.csv", "apparatus": {"role": "records", "table": "t"}}]}
            """

        let read = Example.read(
            [
                "datapackage.json": descriptor, "bodies.csv": "id,kind\nb,k\n",
                "t.csv": "body,year,row,status,source\nb,2024,1,missed,act\n",
            ], schema: schema)

        let evidence = try #require(read.evidence, "\(lines(read.log))")
        #expect(codes(evidence.tables[0].columns[0]) == [1])
        #expect(
            evidence.provenances[Int(evidence.tables[0].provenance[0])]
                == Provenance(status: .verified, source: "act"))
    }

    /// The example with a second table of inputs, which comes first.
    private static let twoTables: String = {
        let second =
            #"{"name": "more", "path": "more.csv", "apparatus": {"role": "inputs", "#
            + #""shape": "wide"}},"#
        return Example.descriptor.replacing(
            #""resources": ["#, with: #""resources": [\#(second)"#)
    }()

    @Test func `inputs spread over files come together`() throws {
        let more = "body,fiscal_yr,staff\nroads,2023-24,7\n"

        let evidence = try #require(
            Example.read(
                Example.changing(["datapackage.json": Self.twoTables, "more.csv": more])
            ).evidence)

        #expect(numbers(evidence.inputs[0].column)[5] == Fixed(7))
        #expect(evidence.inputs[0].file(at: 5) == "more.csv")
        #expect(evidence.inputs[0].file(at: 0) == "inputs.csv")
        #expect(evidence.inputs[0].file(at: 4) == nil)
    }

    @Test func `an input that stands in two files names both places`() throws {
        let more = "body,fiscal_yr,staff\nhealth,2023-24,7\n"

        let read = Example.read(
            Example.changing(["datapackage.json": Self.twoTables, "more.csv": more]))

        #expect(read.evidence == nil)
        #expect(
            lines(read.log) == """
                inputs.repeated inputs.csv: row 4, column staff: error: the input staff of health \
                for 2023-24 stands here and in more.csv, row 2 — help: Keep one of the two

                """)
    }

    @Test func `files are named with the hashes of their bytes`() throws {
        let evidence = try #require(Example.read().evidence)

        #expect(
            evidence.files.map(\.name) == [
                "bodies.csv", "data/services.csv", "data/standards.csv", "datapackage.json",
                "inputs.csv",
            ])
        // By sha256sum of GNU coreutils over the text of Example.bodies.
        #expect(
            evidence.files[0].hash
                == "d273c4284172675fdc62868110df371ccfa1804469741e78bbd37389069db10b")
    }
}

func numbers(_ column: Column) -> [Fixed] {
    guard case .numbers(let numbers) = column.values else { return [] }
    return numbers
}

func codes(_ column: Column) -> [Int32] {
    guard case .codes(let codes) = column.values else { return [] }
    return codes
}

/// Whether two columns hold the same values and blanks.
func same(_ left: Column, _ right: Column) -> Bool {
    guard left.presence == right.presence else { return false }
    return switch (left.values, right.values) {
    case (.numbers(let left), .numbers(let right)): left == right
    case (.codes(let left), .codes(let right)): left == right
    case (.periods(let left), .periods(let right)): left == right
    case (.dates(let left), .dates(let right)): left == right
    case (.texts(let left), .texts(let right)): left == right
    case (.flags(let left), .flags(let right)): left == right
    default: false
    }
}
