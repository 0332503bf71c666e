import Arithmetic
import Diagnostics
import Domain
import TestSupport

@testable import Evidence

/// The small workspace with measures and a plan.
enum MeasuresExample {
    /// `staff` is read by two leaves, `answered` and `open` by one, `budget` by none.
    static let schema = EvidenceSchema(
        periodForm: Example.schema.periodForm, periodColumn: Example.schema.periodColumn,
        inputs: Example.schema.inputs + [
            Field(id: "open", type: .flag, isOptional: true),
            Field(
                id: "hours", type: .number, isOptional: true, least: Fixed(10),
                greatest: Fixed(50)),
        ],
        tables: Example.schema.tables,
        nodes: [
            NodeSchema(id: "all", least: .zero, greatest: .hundred, isHeading: true),
            NodeSchema(id: "total", least: .zero, greatest: .hundred, inputs: [5]),
            NodeSchema(
                id: "speed", least: .zero, greatest: .hundred, value: .share, inputs: [0, 2]),
            NodeSchema(
                id: "care", least: .zero, greatest: .hundred, value: .number, inputs: [0, 4, 5]),
            NodeSchema(
                id: "mood", least: .zero, greatest: .hundred, value: .code(["good", "bad"]),
                inputs: [3]),
        ])

    static let head =
        "measure,title.en,title.kk,body,on,effect,cost,currency,finish,needs,excludes,owner,"
        + "evidence\n"

    /// `portal` changes three values, the last for every body.
    static let sound = """
        training,Training,Оқыту,health,staff,+5,1000.5,KZT,2024-09-01,,,health,A pilot of 2022
        portal,One portal,,labs,answered,to: 0.85,200,KZT,2025-01-31,training; rooms,paper,,
        portal,,,labs,open,to: true,,,,,,,
        portal,,,all,care,\u{2212}3.5,200.0,KZT,,rooms;training,,,
        rooms,,,all,hours,-3,0,KZT,2024-04-01,,,,
        paper,,,roads,speed,to: \u{2212}0.5,12,KZT,2024-04-01,,,,

        """

    static let planHead = "measure,since,owner,due\n"

    static let soundPlan = """
        portal,2023-24,roads,2025-06-30
        training,2023-24,,
        rooms,2022-23,,2024-04-01

        """

    static func files(
        measures: String? = sound, head: String = head, plan: String? = nil,
        planHead: String = planHead, more: String = ""
    ) -> [String: String] {
        var resources = ""
        var files = Example.files
        if let measures {
            resources +=
                #"{"name": "measures", "path": "measures.csv", "apparatus": {"role": "measures"\#(more)}},"#
            files["measures.csv"] = head + measures
        }
        if let plan {
            resources += #"{"name": "plan", "path": "plan.csv", "apparatus": {"role": "plan"}},"#
            files["plan.csv"] = planHead + plan
        }
        files["datapackage.json"] = Example.descriptor.replacing(
            #""resources": ["#, with: #""resources": [\#(resources)"#)
        return files
    }

    static func read(_ files: [String: String]) -> (evidence: Evidence?, log: DiagnosticLog) {
        Example.read(files, schema: schema)
    }
}
