internal import Diagnostics
internal import Domain
internal import Evidence

/// A workspace of which one file is whatever comes.
struct TableBench: Sendable {
    let file: String
    let package: DataPackage
    let files: [String: [UInt8]]

    static let schema = EvidenceSchema(
        periodForm: .year, periodColumn: "period",
        inputs: [
            Field(id: "n", type: .number, isOptional: true), Field(id: "staff", type: .count),
            Field(id: "cost", type: .money("KZT"), isOptional: true),
            Field(id: "part", type: .share, isOptional: true),
            Field(id: "due", type: .date, isOptional: true),
            Field(id: "since", type: .period, isOptional: true),
            Field(id: "open", type: .flag, isOptional: true),
            Field(id: "opinion", type: .code(["clean", "adverse"]), isOptional: true),
        ],
        tables: [
            TableSchema(
                id: "services", key: ["service"], parent: nil,
                fields: [Field(id: "note", type: .text, isOptional: true)]),
            TableSchema(
                id: "standards", key: ["standard"], parent: 0,
                fields: [Field(id: "days", type: .days), Field(id: "rate", type: .percent)]),
        ])

    private static let tables = [
        "bodies.csv": "id,kind,parent,from,to\na,ministry,,,\nb,agency,a,2020-01-01,\n",
        "inputs.csv": "body,period,staff,n,status\na,2024,1,2.5,verified\nb,2024,NA,,\n",
        "services.csv": "body,period,service,note\na,2024,s1,x\na,2024,s2,\n",
        "standards.csv": "body,period,service,standard,days,rate\na,2024,s1,t1,3,50\n",
    ]

    /// Every table as it is written ordinarily, and in ways of others.
    static let all: [TableBench] =
        roles.map { make($0.file, $0.ours) }
        + ways.map { make($0.file, $0.ours, resource: $0.resource) }

    private static let roles = [
        (file: "bodies.csv", ours: #""role": "bodies""#),
        (file: "inputs.csv", ours: #""role": "inputs", "shape": "wide""#),
        (file: "services.csv", ours: #""role": "records", "table": "services""#),
        (file: "standards.csv", ours: #""role": "records", "table": "standards""#),
    ]

    private static let ways = [
        (
            file: "inputs.csv", ours: #""role": "inputs", "shape": "long""#,
            resource: #", "encoding": "utf-16""#
        ),
        (
            file: "inputs.csv",
            ours: #"""
            "role": "inputs", "shape": "wide", "dates": "D.M.YYYY", "periods": "YYYY 'a'",
            "numbers": {"decimal-mark": ",", "group-mark": " ", "scientific": true},
            "flags": {"true": ["Y"], "false": ["N"]}
            """#,
            resource: #"""
            , "encoding": "windows-1251", "dialect": {"delimiter": ";", "headerRows": [2]}
            """#
        ),
        (
            file: "inputs.csv",
            ours: #"""
            "role": "inputs", "shape": "wide", "only": "known-bodies",
            "columns": {
              "body": {"from": "key", "split": {"at": "/", "part": 1}},
              "period": {"from": "key", "characters": [3, 6]},
              "staff": {"from": "s", "words": "no-data"},
              "opinion": {"from": "o", "values": {"x": "clean"}}, "open": {"constant": "true"}
            },
            "rows": [{"column": "o", "is-not": [""]}, {"column": "s", "is": ["1", "2", "?"]}]
            """#,
            resource: #", "encoding": "windows-1252", "dialect": {"delimiter": "\t"}"#
        ),
        (
            file: "standards.csv",
            ours: #"""
            "role": "records", "table": "standards", "only": "known-bodies", "source": "a"
            """#,
            resource: #", "dialect": {"delimiter": "|", "headerRows": [3]}"#
        ),
    ]

    private static func make(
        _ file: String, _ ours: String, resource: String = ""
    ) -> TableBench {
        let resources = roles.map { other in
            let isIt = other.file == file
            return #"{"name": "\#(other.file)", "path": "\#(other.file)"\#(isIt ? resource : ""), "#
                + #""apparatus": {\#(isIt ? ours : other.ours)}}"#
        }
        var files = tables.mapValues { Array($0.utf8) }
        files["datapackage.json"] = Array(
            #"""
            {"apparatus": {"methodology": "bench/1", "status": "reported",
             "markers": {"not-applicable": ["NA"], "withheld": ["X"]}},
             "resources": [\#(resources.joined(separator: ", "))]}
            """#.utf8)
        let (package, log) = DataPackage.read(from: MemorySource(bytes: files))
        guard let package else { preconditionFailure("the bench is sound: \(log.entries)") }
        return TableBench(file: file, package: package, files: files)
    }
}
