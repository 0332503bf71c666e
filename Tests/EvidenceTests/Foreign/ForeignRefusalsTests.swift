import Diagnostics
import Domain
import TestSupport
import Testing

@testable import Evidence

/// Every refusal of foreign files with its exact text.
@Suite struct ForeignRefusalsTests {
    /// The descriptor of the example with other keys in the resource of inputs.
    private func descriptor(beside: String = "", within: String = "") -> String {
        Example.descriptor.replacing(
            #""path": "inputs.csv","#, with: #""path": "inputs.csv", \#(beside)"#
        ).replacing(#""shape": "wide"}"#, with: #""shape": "wide"\#(within)}"#)
    }

    private func refusal(_ name: String, _ files: [String: [UInt8]]) -> String {
        let plain = Example.files.mapValues { Array($0.utf8) }
        let read = Example.read(MemorySource(bytes: plain.merging(files) { $1 }))
        #expect(read.evidence == nil, "\(name) is refused")
        return "# \(name)\n\(lines(read.log))\n"
    }

    private func refusal(
        _ name: String, beside: String = "", within: String = "", inputs: String? = nil
    ) -> String {
        var files = ["datapackage.json": Array(descriptor(beside: beside, within: within).utf8)]
        if let inputs { files["inputs.csv"] = Array(inputs.utf8) }
        return refusal(name, files)
    }

    @Test func `a descriptor that cannot be followed says where and how to mend it`() {
        let columns = #""body": "body", "fiscal_yr": "fiscal_yr", "staff": "#
        func column(_ text: String) -> String { #", "columns": {\#(columns)\#(text)}"# }
        expectGolden(
            [
                refusal("an encoding", beside: #""encoding": "windows-1250","#),
                refusal("an encoding that is none", beside: #""encoding": 1251,"#),
                refusal("a dialect", beside: #""dialect": {"delimiter": "; ", "header": false},"#),
                refusal(
                    "keys of a dialect",
                    beside: #""dialect": {"separator": ";", "headerRws": [2], "#
                        + #""lineTerminator": ""},"#),
                refusal(
                    "keys in another place",
                    within: #", "delimiter": ";", "headerRows": [2], "encoding": "utf-16""#),
                refusal("heading rows", beside: #""dialect": {"headerRows": [1, 2]},"#),
                refusal("the row before the first", beside: #""dialect": {"headerRows": [0]},"#),
                refusal(
                    "marks of numbers",
                    within: #", "numbers": {"decimal-mark": ";", "group-mark": "_", "sign": "-"}"#),
                refusal(
                    "one mark for two things",
                    within: #", "numbers": {"decimal-mark": ",", "group-mark": ","}"#),
                refusal("a pattern of dates", within: #", "dates": "DD.MM.YY""#),
                refusal("a word in a pattern", within: #", "dates": "DD MMM YYYY""#),
                refusal("an open apostrophe", within: #", "periods": "'Q YYYY""#),
                refusal("a pattern of periods", within: #", "periods": "MM""#),
                refusal("flags", within: #", "flags": {"true": ["Y"], "false": ["N", "Y"]}"#),
                refusal("one flag", within: #", "flags": {"true": ["Y"]}"#),
                refusal("no columns", within: #", "columns": {}"#),
                refusal(
                    "ignore beside columns", within: column(#""staff""#) + #", "ignore": ["x"]"#),
                refusal("a column that is a number", within: column("1")),
                refusal(
                    "a constant from somewhere", within: column(#"{"constant": "1", "from": "x"}"#)),
                refusal(
                    "NUL characters", within: column(##"{"constant": "\u0000"}"##)),
                refusal("a column from nowhere", within: column(#"{"values": {}}"#)),
                refusal(
                    "two parts",
                    within: column(
                        #"{"from": "staff", "split": {"at": "-", "part": 1}, "characters": [1, 2]}"#
                    )),
                refusal(
                    "no part",
                    within: column(#"{"from": "staff", "split": {"at": "\"", "part": 0}}"#)
                ),
                refusal(
                    "characters backwards",
                    within: column(#"{"from": "staff", "characters": [3, 1]}"#)
                ),
                refusal(
                    "values and words",
                    within: column(#"{"from": "staff", "values": {"a": 1}, "words": "nodata"}"#)),
                refusal(
                    "conditions",
                    within: #", "rows": [{"column": "staff"}, {"colum": "staff", "is": ["1"]}, "#
                        + #"{"column": "staff", "is": [1]}, "#
                        + #"{"column": "staff", "is": ["1"], "is-not": ["1"]}]"#),
                refusal("only", within: #", "only": "knownbodies""#),
            ].joined(), "refused-declarations.txt")
    }

    @Test func `files that are not as declared say where and how to mend it`() {
        let head = "body,fiscal_yr,staff\n"
        let utf16: [UInt8] = [0xFF, 0xFE] + head.utf8.flatMap { [$0, 0] }
        func file(_ bytes: [UInt8], _ encoding: String) -> [String: [UInt8]] {
            [
                "inputs.csv": bytes,
                "datapackage.json": Array(descriptor(beside: #""encoding": "\#(encoding)","#).utf8),
            ]
        }
        expectGolden(
            [
                refusal("a workbook", ["inputs.csv": Array("PK\u{3}\u{4}xl/workbook.xml".utf8)]),
                refusal("a PDF", ["inputs.csv": Array("%PDF-1.4".utf8)]),
                refusal("a compressed file", ["inputs.csv": [0x1F, 0x8B, 0x08]]),
                refusal("an undeclared mark", ["inputs.csv": utf16]),
                refusal("no mark", file(Array(head.utf8), "utf-16")),
                refusal("the mark of UTF-8", file([0xEF, 0xBB, 0xBF] + head.utf8, "utf-16")),
                refusal("a mark before bytes", file([0xEF, 0xBB, 0xBF] + head.utf8, "cp1251")),
                refusal(
                    "half a letter", file(utf16 + [0x61, 0x00, 0x00, 0xDC, 0x0A, 0x00], "utf-16")),
                refusal(
                    "a byte without a letter",
                    file(Array((head + "health,2022-23,1\nhealth,").utf8) + [0x98], "windows-1251")),
                refusal(
                    "a row beyond the end", beside: #""dialect": {"headerRows": [9]},"#,
                    inputs: "a\nb"),
                refusal(
                    "a quote above the headings", beside: #""dialect": {"headerRows": [2]},"#,
                    inputs: "15\" and more\nbody,fiscal_yr,staff\nhealth,2022-23,1\n"),
                refusal(
                    "ragged rows", beside: #""dialect": {"delimiter": ";", "headerRows": [2]},"#,
                    inputs: "title\nbody;fiscal_yr;staff\nhealth;2022-23\n\"a\"b;c;d\n"),
                refusal(
                    "another separator than declared", beside: #""dialect": {"delimiter": ";"},"#,
                    inputs: head),
                refusal(
                    "another separator under a mapping",
                    within:
                        #", "columns": {"body": "body", "fiscal_yr": "fiscal_yr", "staff": "x"}"#,
                    inputs: "body;fiscal_yr;x\n"),
                refusal(
                    "another separator with a comma in a heading",
                    within:
                        #", "columns": {"body": "Код", "fiscal_yr": "Год", "staff": "Доля, %"}"#,
                    inputs: "Код;Год;Доля, %\n"),
                refusal(
                    "another separator with a comma in quotes",
                    inputs: "body;fiscal_yr;\"staff, all\"\n"),
                refusal(
                    "another separator with a comma in a heading, without a mapping",
                    inputs: "body;fiscal_yr;staff;a, b\n"),
            ].joined(), "refused-foreign-files.txt")
    }

    @Test func `columns and rows that are not there are told`() {
        let inputs = "Org,year,code,n,n\nhealth,2022-23,A-1,5,5\nlabs,2022-23,A,6,6\n"
        func within(_ staff: String, _ more: String = "") -> String {
            #", "columns": {"body": "Org", "fiscal_yr": "year", "staff": \#(staff)\#(more)}"#
        }
        expectGolden(
            [
                refusal("a heading", within: within(#""cod""#), inputs: inputs),
                refusal("a heading that stands twice", within: within(#""n""#), inputs: inputs),
                refusal(
                    "a heading with no other near", within: within(#""zzzzzz""#), inputs: inputs),
                refusal(
                    "headings in another row", within: within(#""code""#),
                    inputs: "Table 1,,,,\n,,,,\n" + inputs),
                refusal(
                    "headings in no row", within: within(#""code""#),
                    inputs: inputs.replacing("Org,year,code", with: "Ort,Jahr,Schlüssel")),
                refusal(
                    "headings in another row, without a mapping",
                    inputs: "Table 1,,\nbody,fiscal_yr,staff\n"),
                refusal(
                    "a condition", within: #", "rows": [{"column": "org", "is": ["x"]}]"#,
                    inputs: inputs),
                refusal(
                    "targets", within: #", "columns": {"bdy": "Org", "xyz": "year"}"#,
                    inputs: inputs),
                refusal(
                    "a part that is missing",
                    within: within(#"{"from": "code", "split": {"at": "-", "part": 2}}"#),
                    inputs: inputs),
                refusal(
                    "characters that are missing",
                    within: within(#"{"from": "code", "characters": [3, 3]}"#), inputs: inputs),
                refusal(
                    "a value and a body under other names",
                    within: within(#""code""#), inputs: inputs.replacing("labs", with: "lab")),
                refusal(
                    "numbers, dates and periods as declared",
                    within: #", "numbers": {"decimal-mark": ",", "group-mark": " "}, "#
                        + #""periods": "YYYY/YYYY""#,
                    inputs: "body,fiscal_yr,staff,budget\nhealth,2022-23,1.5,1\n"
                        + "labs,2022/2023,\"12 34\",12%\n"),
                refusal(
                    "words in a column of another type",
                    within: within(
                        "\"code\"", #", "opinion": {"from": "code", "words": "no-data"}"#),
                    inputs: inputs),
                refusal(
                    "an input that is not named",
                    within: #", "columns": {"body": "Org", "fiscal_yr": "year"}"#, inputs: inputs),
                refusal(
                    "a constant that is no period",
                    within: #", "columns": {"body": "Org", "fiscal_yr": {"constant": "2022"}, "#
                        + #""staff": "x"}"#, inputs: "Org,x\nhealth,1\nlabs,2\n"),
                refusal(
                    "thousands with a decimal mark alone",
                    within: #", "numbers": {"decimal-mark": ","}"#,
                    inputs: "body,fiscal_yr,staff\nhealth,2022-23,1 200\n"),
                refusal(
                    "decimals read as thousands",
                    within: #", "numbers": {"decimal-mark": ",", "group-mark": "."}"#,
                    inputs: "body,fiscal_yr,staff\nhealth,2022-23,-95.950\n"),
                refusal(
                    "periods of another length", within: #", "periods": "YYYY-MM""#),
            ].joined(), "refused-mappings.txt")
    }

    @Test func `a body left out that is written nearly as a known one is named with it`() {
        let inputs = """
            body,fiscal_yr,staff
            health,2022-23,1
            Labs,2022-23,2
            lab2,2022-23,2

            """
        let plain = Example.files.mapValues { Array($0.utf8) }
        let files = [
            "datapackage.json": Array(descriptor(within: #", "only": "known-bodies""#).utf8),
            "inputs.csv": Array(inputs.utf8),
        ]
        let read = Example.read(MemorySource(bytes: plain.merging(files) { $1 }))
        expectGolden(lines(read.log) + "\n", "warned-bodies.txt")
    }

    @Test func `fields in files of their own say what is wrong with them`() {
        let resource = """
            {"name": "more", "path": "more.csv", "apparatus": {"role": "fields", "table": "services"}},
            {"name": "standards"
            """
        let services = Example.services.replacing(",online,", with: ",onl,")
        let descriptor = Example.descriptor.replacing(#"{"name": "standards""#, with: resource)
            .replacing(#"["name"]"#, with: #"["name", "onl"]"#)
        func fields(_ more: String, _ services: String = services) -> [String: [UInt8]] {
            [
                "datapackage.json": Array(descriptor.utf8), "more.csv": Array(more.utf8),
                "data/services.csv": Array(services.utf8),
            ]
        }
        let head = "body,fiscal_yr,service_id,online\n"
        expectGolden(
            [
                refusal(
                    "rows",
                    fields(
                        head + "labs,2022-23,s2,NA\nlabs,2022-23,s2,Y\nlabs,2022-23,s3,Y\n"
                            + "health,2022-23,s10,maybe\nhealth,2022-23,s1,\n")),
                refusal("no field", fields("body,fiscal_yr,service_id\n")),
                refusal(
                    "a field twice",
                    fields(
                        head.replacing("online", with: "note,online") + "labs,2022-23,s2,,NA\n")),
                refusal(
                    "a table that is not there",
                    [
                        "datapackage.json": Array(
                            descriptor.replacing(
                                #""fields", "table": "services""#,
                                with: #""fields", "table": "servces""#
                            )
                            .utf8), "more.csv": Array(head.utf8),
                    ]),
            ].joined(), "refused-fields.txt")
    }
}
