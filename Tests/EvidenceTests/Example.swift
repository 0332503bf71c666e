import Arithmetic
import Diagnostics
import Domain
import Evidence

/// A small workspace with every type of value, a nested table and two periods.
enum Example {
    static let schema = EvidenceSchema(
        periodForm: PeriodForm(.fiscalYear, beginsInMonth: 4) ?? .year,
        periodColumn: "fiscal_yr",
        inputs: [
            Field(id: "staff", type: .count),
            Field(id: "budget", type: .money("CAD"), isOptional: true),
            Field(id: "answered", type: .share, isOptional: true),
            Field(id: "opinion", type: .code(["clean", "adverse"]), isOptional: true),
        ],
        tables: [
            TableSchema(
                id: "services", key: ["service_id"], parent: nil,
                fields: [
                    Field(id: "online", type: .code(["Y", "N", "NA"])),
                    Field(id: "last_improved", type: .period, isOptional: true),
                    Field(id: "opened", type: .date, isOptional: true),
                    Field(id: "note", type: .text, isOptional: true),
                    Field(id: "free", type: .flag, isOptional: true),
                ]),
            TableSchema(
                id: "standards", key: ["standard_id"], parent: 0,
                fields: [
                    Field(id: "target", type: .share, isOptional: true),
                    Field(id: "performance", type: .share, greatest: Fixed(10)),
                    Field(id: "days", type: .days, isOptional: true, least: .zero),
                    Field(id: "growth", type: .percent, isOptional: true),
                    Field(id: "rate", type: .number, isOptional: true, least: Fixed(-5)),
                ]),
        ])

    static let descriptor = """
        {
          "name": "example",
          "title": "An example",
          "licenses": [{"name": "CC0-1.0"}, {"title": "Open", "path": "https://example.org/open"}],
          "sources": [{"title": "Inventory", "path": "https://example.org/inventory"}],
          "apparatus": {
            "methodology": "./methodology",
            "status": "published",
            "source": "inventory",
            "markers": {"not-applicable": ["NA"], "no-data": ["ND"], "withheld": ["X"]}
          },
          "resources": [
            {"name": "bodies", "path": "bodies.csv", "apparatus": {"role": "bodies"}},
            {"name": "inputs", "path": "inputs.csv",
             "apparatus": {"role": "inputs", "shape": "wide"}},
            {"name": "services", "path": "data/services.csv",
             "apparatus": {"role": "records", "table": "services", "ignore": ["name"]}},
            {"name": "standards", "path": "data/standards.csv",
             "apparatus": {"role": "records", "table": "standards", "status": "reported"}}
          ]
        }
        """

    static let bodies = """
        id,kind,title.en,title.fr,parent,group,from,to,predecessors
        health,ministry,Health,Santé,,big,,,
        labs,agency,Labs,Laboratoires,health,small,2021-04-01,2023-06-30,health
        roads,ministry,Roads,,,,,,

        """

    static let inputs = """
        body,fiscal_yr,staff,budget,answered,opinion,status,source,proof
        health,2022-23,120,1000000.50,0.25,clean,,,
        labs,2022-23,NA,,X,ND,verified,"Report, p. 4",a.pdf
        health,2023-24,130,ND,1,adverse,reported,,b.pdf

        """

    static let longInputs = """
        body,fiscal_yr,input,value,status,source,proof
        labs,2022-23,staff,NA,verified,"Report, p. 4",a.pdf
        labs,2022-23,answered,X,verified,"Report, p. 4",a.pdf
        health,2023/24,opinion,adverse,reported,,b.pdf
        health,2023-2024,staff,130,reported,,b.pdf
        health,2023-24,answered,1.000,reported,,b.pdf
        health,2022-23,staff,120,,,
        health,2022-23,budget,1000000.5,,,
        health,2022-23,answered,.25,,,
        health,2022-23,opinion,clean,,,

        """

    static let services = #"""
        body,fiscal_yr,service_id,name,online,last_improved,opened,note,free
        labs,2022-23,s2,ignored,NA,,2020-02-29,"two
        lines, ""quoted""",true
        health,2022-23,s10,ignored,Y,2021-22,,,false
        health,2022-23,s1,ignored,N,2020-2021,2019-01-01,é,
        health,2023-24,s1,ignored,Y,X,ND,,NA

        """#

    static let standards = """
        body,fiscal_yr,service_id,standard_id,target,performance,days,growth,rate
        labs,2022-23,s2,b,0.8,1.5,30,120,-5
        health,2022-23,s1,b,1,0.999999999999999999,,,
        health,2022-23,s1,a,,X,0.5,-3,0
        labs,2022-23,s2,a,0.9,NA,,,12345678901234567890.5
        health,2023-24,s1,a,0.9,0,,,

        """

    static let files = [
        "datapackage.json": descriptor, "bodies.csv": bodies, "inputs.csv": inputs,
        "data/services.csv": services, "data/standards.csv": standards,
    ]

    /// The files with some of them changed.
    static func changing(_ changes: [String: String]) -> [String: String] {
        files.merging(changes) { $1 }
    }

    static func read(
        _ files: [String: String] = files, schema: EvidenceSchema = schema, threads: Int? = nil
    ) -> (evidence: Evidence?, log: DiagnosticLog) {
        read(MemorySource(files), schema: schema, threads: threads)
    }

    static func read(
        _ source: any Source, schema: EvidenceSchema = schema, threads: Int? = nil
    ) -> (evidence: Evidence?, log: DiagnosticLog) {
        let (package, log) = DataPackage.read(from: source)
        guard let package else { return (nil, log) }
        return EvidenceReader.read(package, from: source, schema: schema, threads: threads)
    }
}

/// Everything in a log, a line each.
func lines(_ log: DiagnosticLog) -> String {
    log.entries.map { "\($0.code) \($0)\n" }.joined()
}
