import Diagnostics
import Domain
import TestSupport
import Testing

@testable import Evidence

/// Every refusal of tables with its exact text.
@Suite struct RejectsTests {
    /// What is changed in the example, by what the change is.
    private func refusals(_ cases: [(name: String, files: [String: String])]) -> String {
        cases.map { name, files in
            let read = Example.read(Example.changing(files))
            #expect(read.evidence == nil, "\(name) is refused")
            return "# \(name)\n\(lines(read.log))\n"
        }.joined()
    }

    @Test func `tables that break the form say where and how to mend it`() {
        let head = "body,fiscal_yr,staff\n"
        expectGolden(
            refusals([
                ("an empty file", ["inputs.csv": ""]),
                ("no headings but an empty line", ["inputs.csv": "\n"]),
                ("semicolons", ["inputs.csv": "body;fiscal_yr;staff\nhealth;2022-23;1\n"]),
                ("tabs", ["inputs.csv": "body\tfiscal_yr\tstaff\n"]),
                ("ragged rows", ["inputs.csv": head + "health,2022-23\nhealth,2022-23,1,2\n\n"]),
                (
                    "an unclosed quote",
                    ["inputs.csv": head + "labs,2022-23,1\nhealth,2022-23,\"1\nx\n"]
                ),
                ("a quote within a field", ["inputs.csv": head + "health,2022-23,1\"2\n"]),
                ("text after a quote", ["inputs.csv": head + "health,2022-23,\"1\"2\n"]),
                ("a lonely carriage return", ["inputs.csv": head + "health,2022-23,1\rx,y,z\n"]),
                ("a NUL byte", ["inputs.csv": head + "health,2022-23,\0\n"]),
                ("a duplicate heading", ["inputs.csv": "body,fiscal_yr,staff,staff\n"]),
                ("a blank heading", ["inputs.csv": "body,fiscal_yr,staff,\n"]),
                ("missing and unknown headings", ["inputs.csv": "bdy,fiscal_yr,staff,budgets,x\n"]),
                ("an input no table has", ["inputs.csv": "body,fiscal_yr,budget\n"]),
                (
                    "headings to ignore",
                    [
                        "datapackage.json": Example.descriptor.replacing(
                            #""ignore": ["name"]"#, with: #""ignore": ["nam", "online", "zzz"]"#)
                    ]
                ),
                ("no bodies", ["bodies.csv": "id,kind\n"]),
            ]), "refused-tables.txt")
    }

    @Test func `bytes that are not UTF-8 are refused with their row`() {
        var files = Example.files.mapValues { Array($0.utf8) }
        files["inputs.csv"] =
            Array("body,fiscal_yr,staff\nhealth,2022-23,1\nlabs,2022-23,".utf8) + [0xE9, 0x0A]

        let read = Example.read(MemorySource(bytes: files))

        expectGolden(lines(read.log), "refused-encoding.txt")
    }

    @Test func `rows of inputs say what is wrong with them`() {
        let rows = """
            body,fiscal_yr,staff,budget,answered,opinion,status
            helth,2022-23,1,,,,
            ,2022-23,1,,,,
            health,2022,1,,,,
            health,,1,,,,
            labs,2022-23,,,,,
            labs,2023-24,1.5,"1,5",1.1,Clean,seen
            roads,2022-23,-1,"1,234,567",-0.1,klean,publishd
            roads,2023-24,many,"1,234",12%,xyz,
            health,2023-24,1e3, 5,0.1234567890123456789,,
            health,2024-25,100000000000000000000,1 000 000,0.5,NA,
            health,2024-25,1,,,,
            health,2025-26,ND,,,,

            """
        let long = """
            body,fiscal_yr,input,value,row
            health,2022-23,staf,1,
            health,2022-23,,1,
            health,2022-23,staff,,
            health,2022-23,answered,0.5,
            health,2022/23,answered,0.5,

            """
        let descriptor = Example.descriptor.replacing(
            #""shape": "wide""#, with: #""shape": "long""#)
        expectGolden(
            refusals([
                ("wide inputs", ["inputs.csv": rows]),
                ("long inputs", ["datapackage.json": descriptor, "inputs.csv": long]),
            ]), "refused-inputs.txt")
    }

    @Test func `rows of records say what is wrong with them`() {
        let services = """
            body,fiscal_yr,service_id,name,online,last_improved,opened,note,free
            health,2022-23,s1,,y,,,,
            health,2022-23,s2,,,2022-24,2023-02-29,,yes
            health,2022-23,s2,,Y,,,,
            health,2022-23,,,Y,,,,
            healthy,2022-23,s3,,Y,,,,
            labs,2022-23,s1,,Y,2022,1/2/2023,,TRUE

            """
        let standards = """
            body,fiscal_yr,service_id,standard_id,target,performance,days,growth,rate
            health,2022-23,s1,a,1.01,10.5,-1,x,-5.1
            health,2022-23,s9,a,,1,,,
            labs,2022-23,s2,a,,1,,,
            health,2022-23,s1,b,,,,,
            health,2022-23,s1,b,,1,,,

            """
        expectGolden(
            refusals([
                ("records", ["data/services.csv": services, "data/standards.csv": standards])
            ]), "refused-records.txt")
    }

    @Test func `bodies say what is wrong with them`() {
        let bodies = """
            id,kind,title,parent,from,to,predecessors
            a,ministry,A,b,,,
            b,ministry,B,c,,,
            c,ministry,C,a,,,
            d,ministry,D,d,2024-02-30,2024-1-1,x d
            e,ministry,E,a,2024-01-02,2024-01-01,a b
            A,ministry,A2,,,,
            e,ministry,E2,,,,
            no id,mini stry,F,,,,
            ,,G,,,,
            ministry-of-health,ministry,H,minstry-of-health,,,

            """
        let descriptor = """
            {"apparatus": {"methodology": "a/b", "status": "published"}, "resources": [
            {"name": "b", "path": "bodies.csv", "apparatus": {"role": "bodies"}}]}
            """
        let schema = EvidenceSchema(
            periodForm: .year, periodColumn: "year", inputs: [], tables: [])

        let read = Example.read(
            ["datapackage.json": descriptor, "bodies.csv": bodies], schema: schema)

        #expect(read.evidence == nil)
        expectGolden(lines(read.log), "refused-bodies.txt")
    }

    @Test func `a long ring of parents is named by its beginning and its end`() {
        let rows = (0..<1000).map { "c\($0),agency,c\(($0 + 1) % 1000)\n" }.joined()

        let read = Example.read(Example.changing(["bodies.csv": "id,kind,parent\n" + rows]))

        let ring = read.log.entries.first { $0.code == "bodies.ring" }
        #expect(
            ring?.what == "the parents lead in a ring: c0 → c1 → c2 → c3 → c4 → c5 → c6 → c7 → … "
                + "→ c999 → c0")
    }

    @Test func `of a million bad rows a few are held and the rest counted`() {
        let rows = String(repeating: "nobody,2022-23,1\n", count: 5000)

        let read = Example.read(Example.changing(["inputs.csv": "body,fiscal_yr,staff\n" + rows]))

        #expect(read.log.entries.count == DiagnosticLog.kept)
        #expect(read.log.counts == ["row.unknown-body": 5000])
    }
}
