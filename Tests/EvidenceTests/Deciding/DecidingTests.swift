import Arithmetic
import Diagnostics
import Digest
import Domain
import Foundation
import TestSupport
import Testing

@testable import Evidence

/// Decisions are read, refused and applied to inputs.
@Suite struct DecidingTests {
    private static let schema = Example.schema.with([
        NodeSchema(id: "all", least: .zero, greatest: .hundred, isHeading: true),
        NodeSchema(id: "speed", least: .zero, greatest: .hundred),
        NodeSchema(
            id: "care", least: .zero, greatest: Fixed(2), grades: ["poor", "fair", "good"]),
    ])

    private static let head = "body,fiscal_yr,node,input,decision,value,reason,basis,who,date\n"
    private static let tail = "Why,\"Order 7, 12\",Commission,2025-02-01"

    private static func files(_ rows: String, head: String = head) -> [String: String] {
        Example.changing([
            "datapackage.json": Example.descriptor.replacing(
                #""resources": ["#,
                with: #""resources": [{"name": "decisions", "path": "decisions.csv", "#
                    + #""apparatus": {"role": "decisions"}},"#),
            "decisions.csv": head + rows,
        ])
    }

    private static func evidence(_ rows: String) throws -> Evidence {
        let read = Example.read(files(rows), schema: schema)
        return try #require(read.evidence, "\(lines(read.log))")
    }

    // Units: 2022-23 health 0, labs 1, roads 2; 2023-24 health 3, labs 4, roads 5.

    @Test func `what is set takes the place of what was handed in, and both are kept`() throws {
        let evidence = try Self.evidence("health,2022-23,,staff,set,100,\(Self.tail)\n")

        let staff = evidence.inputs[0]
        #expect(staff.column.number(at: 0) == Fixed(100))
        #expect(staff.file(at: 0) == "decisions.csv")
        #expect(staff.rows[0] == 2)
        #expect(
            evidence.provenances[Int(staff.provenance[0])]
                == Provenance(
                    status: .verified, source: "decision of Commission, 2025-02-01",
                    proof: "Order 7, 12"))
        let before = try #require(evidence.decisions.first?.before)
        #expect(before.cell.number(at: 0) == Fixed(120))
        #expect(before.file == "inputs.csv")
        #expect(before.row == 2)
        #expect(evidence.provenances[Int(before.provenance)].status == .published)
        #expect(evidence.decisions.first?.reason == "Why")
        #expect(evidence.decisions.first?.row == 2)
        // Nobody else is touched.
        #expect(staff.column.number(at: 3) == Fixed(130))
        #expect(staff.file(at: 3) == "inputs.csv")
    }

    @Test func `a value is set also where nothing was handed in`() throws {
        let evidence = try Self.evidence("roads,2023-24,,staff,set,7,\(Self.tail)\n")

        #expect(evidence.inputs[0].column.number(at: 5) == Fixed(7))
        #expect(evidence.inputs[0].file(at: 5) == "decisions.csv")
        let before = try #require(evidence.decisions.first?.before)
        #expect(before.file == nil)
        #expect(before.row == 0)
        #expect(before.cell.presence(at: 0) == .unknown)
    }

    @Test func `every type of value is set, and every blank`() throws {
        let evidence = try Self.evidence(
            """
            health,2022-23,,budget,set,0.5,\(Self.tail)
            health,2022-23,,answered,exclude,,\(Self.tail)
            health,2022-23,,opinion,set,adverse,\(Self.tail)
            health,2023-24,,answered,not-applicable,,\(Self.tail)

            """)

        #expect(evidence.inputs[1].column.number(at: 0)?.description == "0.5")
        #expect(evidence.inputs[2].column.presence(at: 0) == .withheld)
        #expect(evidence.inputs[2].column.presence(at: 3) == .notApplicable)
        guard case .codes(let codes) = evidence.inputs[3].column.values else {
            Issue.record("opinion is a code")
            return
        }
        #expect(codes[0] == 1)
        #expect(evidence.inputs[3].column.presence(at: 0) == .known)
    }

    @Test func `what is accepted is verified and stays where it stands`() throws {
        let evidence = try Self.evidence(
            """
            health,2023-24,,staff,accept,,\(Self.tail)
            health,2022-23,,staff,accept,,\(Self.tail)
            roads,2022-23,,staff,accept,,\(Self.tail)

            """)

        let staff = evidence.inputs[0]
        #expect(staff.column.number(at: 3) == Fixed(130))
        #expect(staff.file(at: 3) == "inputs.csv")
        #expect(
            evidence.provenances[Int(staff.provenance[3])]
                == Provenance(status: .verified, source: "inventory", proof: "b.pdf"))
        #expect(evidence.provenances[Int(staff.provenance[0])].status == .published)
        #expect(staff.rows[2] == 0)
    }

    @Test func `without its decisions evidence is what was handed in`() throws {
        let rows = """
            health,2022-23,,staff,set,100,\(Self.tail)
            roads,2023-24,,staff,set,7,\(Self.tail)
            health,2022-23,,answered,exclude,,\(Self.tail)
            health,2022-23,speed,,set,80,\(Self.tail)
            health,2023-24,,staff,accept,,\(Self.tail)

            """
        let evidence = try Self.evidence(rows)
        let plain = try #require(Example.read().evidence)

        let left = evidence.leavingOut(Set(evidence.decisions.indices))

        #expect(evidence.hash != plain.hash)
        #expect(left.hash == plain.hash)
        let one = try Self.evidence("roads,2023-24,,staff,set,7,\(Self.tail)\n")
        #expect(evidence.leavingOut([0, 2, 3, 4]).hash == one.hash)
    }

    @Test func `a package without its decisions is read as if there were none`() throws {
        let source = MemorySource(Self.files("nobody,2022-23,x,y,what,,,,,\n"))
        let package = try #require(DataPackage.read(from: source).package)

        let read = EvidenceReader.read(
            package.withoutDecisions, from: source, schema: Self.schema)

        #expect(package.hasDecisions)
        #expect(read.evidence?.hash == Example.read().evidence?.hash)
    }

    /// `Golden/canonical-form-decided.txt` was written by hand from the description of the form.
    @Test func `the hash is that of the form as it is described`() throws {
        let evidence = try Self.evidence(
            """
            roads,2023-24,,staff,set,7,\(Self.tail)
            health,2022-23,care,,set,good,\(Self.tail)
            health,2022-23,speed,,exclude,,\(Self.tail)
            health,2022-23,,staff,set,100,\(Self.tail)

            """)
        let form = try String(
            contentsOf: Folders.project.appending(
                path: "Tests/EvidenceTests/Golden/canonical-form-decided.txt"), encoding: .utf8)

        #expect(SHA256.hex(of: Array(form.utf8)) == evidence.hash)
    }

    @Test func `the order of rows and the names of files are no part of the evidence`() throws {
        let rows = [
            "health,2022-23,,staff,set,100,\(Self.tail)", "labs,2022-23,speed,,set,80,\(Self.tail)",
        ]
        let one = try Self.evidence(rows.joined(separator: "\n") + "\n")
        let other = try Self.evidence(rows.reversed().joined(separator: "\n") + "\n")

        #expect(one.hash == other.hash)
    }

    @Test func `every refusal of a decision says where it is and how to mend it`() {
        let cases: [(name: String, rows: String, head: String)] = [
            (
                "who, what and when",
                """
                helth,2022-23,speed,,exclude,,\(Self.tail)
                health,2022,speed,,exclude,,\(Self.tail)
                health,2052-53,speed,,exclude,,\(Self.tail)
                health,2022-23,sped,,exclude,,\(Self.tail)
                health,2022-23,elsewhere-altogether,,exclude,,\(Self.tail)
                health,2022-23,all,,exclude,,\(Self.tail)
                health,2022-23,,staf,exclude,,\(Self.tail)
                health,2022-23,,services,exclude,,\(Self.tail)
                health,2022-23,speed,staff,exclude,,\(Self.tail)
                health,2022-23,,,exclude,,\(Self.tail)
                health,2022-23,speed,,excluded,,\(Self.tail)
                health,2022-23,speed,,,,\(Self.tail)
                health,2022-23,speed,,exclude,,,,,1/2/2025
                health,2022-23,speed,,exclude,,Why,Order 7,Commission,

                """, Self.head
            ),
            (
                "what is set",
                """
                health,2022-23,speed,,set,,\(Self.tail)
                health,2022-23,speed,,exclude,5,\(Self.tail)
                health,2022-23,speed,,set,100.01,\(Self.tail)
                health,2022-23,speed,,set,-1,\(Self.tail)
                health,2022-23,speed,,set,"1,5",\(Self.tail)
                health,2022-23,care,,set,1,\(Self.tail)
                health,2022-23,,staff,set,NA,\(Self.tail)
                health,2022-23,,staff,set,1.5,\(Self.tail)
                health,2022-23,,answered,set,1.01,\(Self.tail)
                health,2022-23,,opinion,set,Clean,\(Self.tail)

                """, Self.head
            ),
            (
                "two about one thing",
                """
                health,2022-23,speed,,set,5,\(Self.tail)
                health,2022-23,,staff,set,5,\(Self.tail)
                health,2022-23,speed,,accept,,\(Self.tail)
                health,2022-2023,,staff,exclude,,\(Self.tail)

                """, Self.head
            ),
            ("headings", "", "body,fiscal_yr,nod,decision,value,reason,basis,who\n"),
            (
                "neither node nor input", "",
                "body,fiscal_yr,decision,value,reason,basis,who,date\n"
            ),
        ]
        let told = cases.map { name, rows, head in
            let read = Example.read(Self.files(rows, head: head), schema: Self.schema)
            #expect(read.evidence == nil, "\(name) is refused")
            return "# \(name)\n\(lines(read.log))\n"
        }
        expectGolden(told.joined(), "refused-decisions.txt")
    }

    @Test func `a decision that another edition judges is told by it, and applied where it can be`()
        throws
    {
        let source = MemorySource(
            Self.files(
                """
                health,2022-23,,staff,set,100,\(Self.tail)
                health,2022-23,,staff,set,200,\(Self.tail)
                health,2022-23,theirs,,set,5,\(Self.tail)

                """))
        let package = try #require(DataPackage.read(from: source).package)
        let form = Example.schema.periodForm
        func read(_ period: String) throws -> (evidence: Evidence?, log: [String]) {
            let share = EvidenceShare(
                others: [
                    Example.schema.with([NodeSchema(id: "theirs", least: .zero, greatest: .one)])
                ],
                kinds: nil,
                judged: [
                    EvidenceShare.Subject(
                        kind: "ministry", period: try #require(form.period(period)))
                ])
            let read = EvidenceReader.read(
                package, from: source, schema: Self.schema, share: share)
            return (read.evidence, read.log.entries.map(\.code))
        }

        let other = try read("2023-24")
        #expect(other.log == [])
        #expect(other.evidence?.inputs[0].column.number(at: 0) == Fixed(100))
        #expect(other.evidence?.decisions.count == 1)
        let own = try read("2022-23")
        #expect(own.log == ["decision.unknown-node", "decision.repeated"])
    }

    /// What is told where a single edition is named, and others declare `theirs` and `foreign`.
    private static func told(
        _ row: String, leavesDecisions: Bool = false
    ) throws -> (count: Int?, told: [String]) {
        let source = MemorySource(files("\(row),\(tail)\n"))
        let package = try #require(DataPackage.read(from: source).package)
        let other = EvidenceSchema(
            periodForm: schema.periodForm, periodColumn: schema.periodColumn,
            inputs: [schema.inputs[0], Field(id: "foreign", type: .flag)], tables: [],
            nodes: schema.nodes + [NodeSchema(id: "theirs", least: .zero, greatest: .one)])
        let share = EvidenceShare(
            others: [other], kinds: nil, judged: nil, leavesDecisions: leavesDecisions)
        let read = EvidenceReader.read(package, from: source, schema: schema, share: share)
        return (
            read.evidence?.decisions.count,
            read.log.entries.map { "\($0.code) \($0.description)" }
        )
    }

    private static let unknownNode =
        "decision.unknown-node decisions.csv: row 2, column node: error: there is no node "
    private static let unknownInput =
        "decision.unknown-input decisions.csv: row 2, column input: error: there is no input "
    private static let others =
        "Only another edition declares it, which does not hold here; take the row out, or name "
        + "the methodology without an edition"

    @Test(arguments: [
        (
            ",speed,exclude,",
            unknownInput + "\"speed\" — help: speed is a node: write it under node"
        ),
        (
            "staff,,exclude,",
            unknownNode + "\"staff\" — help: staff is an input: write it under input"
        ),
        ("theirs,,set,1", unknownNode + "\"theirs\" — help: \(others)"),
        (",foreign,exclude,", unknownInput + "\"foreign\" — help: \(others)"),
        (
            ",theirs,exclude,",
            unknownInput + "\"theirs\" — help: Write the id of an input of the methodology"
        ),
        (
            "foreign,,exclude,",
            unknownNode + "\"foreign\" — help: Write the id of a node of the methodology"
        ),
    ])
    func `no decision is dropped because another edition knows the word`(
        subject: String, told: String
    ) throws {
        let read = try Self.told("health,2022-23,\(subject)")
        #expect(read.count == nil)
        #expect(read.told == [told])
    }

    @Test func `where editions are compared, what only another one declares is left to it`() throws
    {
        for subject in ["theirs,,set,1", ",foreign,exclude,"] {
            let read = try Self.told("health,2022-23,\(subject)", leavesDecisions: true)
            #expect(read.count == 0)
            #expect(read.told == [])
        }
        for subject in [",speed,exclude,", "staff,,exclude,", ",theirs,exclude,"] {
            let read = try Self.told("health,2022-23,\(subject)", leavesDecisions: true)
            #expect(read.count == nil)
            #expect(read.told.count == 1)
        }
    }
}
