internal import AssessmentSupport
internal import Scoring

/// An edition of 8 dimensions and 3 stages whose cells have one criterion of bodies each, with five
/// criteria of the system, and evidence for it from score matrices.
enum Instrument {
    static let dimensions = ["A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4"]
    static let stages = ["P", "S", "I"]

    /// T1 of the instrument, by stage.
    static let t1 = [
        [82, 75, 78, 71, 80, 74, 72, 76], [66, 48, 71, 52, 58, 61, 55, 45],
        [30, 22, 35, 28, 20, 35, 25, 24],
    ]

    private static let innovative = """
            - id: innovative
              title: {en: innovative}
              phrases:
                transition: {en: in transition to innovative}
                elements: {en: with elements of innovative}
                isolated: {en: with isolated innovative practices}
                not-assessed: {en: "(innovative: not assessed)"}

        """

    /// Inputs of the system's criteria: three of the first stage, the first of them decisive.
    static let system = ["yP1", "yP2", "yP3", "yS1", "yI1"]

    private static var inputs: [String] {
        dimensions.flatMap { dimension in stages.map { "x\(dimension)\($0)" } } + system
    }

    static var edition: String {
        let declared = inputs.map { "  \($0): {type: number, min: 0, max: 100, optional: true}\n" }
        let nodes = dimensions.map { dimension in
            "    - id: \(dimension)\n      aggregate: none\n      nodes:\n"
                + stages.map { cell(dimension, $0) }.joined()
        }
        return Workbench.edition(
            "inputs:\n  staff: {type: number, optional: true}\n\(declared.joined())"
                + "stages:\n\(Workbench.firstStages)\(innovative)\(Workbench.verdictNumbers)"
                + "scorecard:\n  id: diagnosis\n  aggregate: none\n"
                + "  nodes:\n\(nodes.joined())",
            head: ["applies-to": "[ministry, apparatus]"])
    }

    private static func cell(_ dimension: String, _ stage: String) -> String {
        func criterion(_ id: String, _ more: String) -> String {
            "            - {id: \(dimension)-\(id), proof: result, value: \(more)}\n"
        }
        var lines =
            "        - id: \(dimension)-\(stage)\n          stage: "
            + ["P": "professional", "S": "strategic", "I": "innovative"][stage, default: ""]
            + "\n          nodes:\n" + criterion("\(stage)0", "x\(dimension)\(stage), score: as-is")
        if dimension == "B1" {
            lines += system.filter { $0.dropFirst().hasPrefix(stage) }.map { input in
                criterion(
                    String(input.dropFirst()),
                    "\(input), score: as-is, level: system"
                        + (input == "yP1" ? ", decisive: true" : ""))
            }.joined()
        }
        return lines
    }

    /// One body in one period.
    struct Row {
        var body: String
        var period = "2024"
        var staff = ""
        /// By stage, then by dimension; `nil` for what is not known.
        var scores: [[Int?]] = []
        var system: [Int?] = []

        fileprivate var line: String {
            let cells = dimensions.indices.flatMap { dimension in
                stages.indices.map { stage in
                    stage < scores.count ? scores[stage][dimension] : nil
                }
            }
            let all = cells + Instrument.system.indices.map { $0 < system.count ? system[$0] : nil }
            let texts = all.map { $0.map(String.init) ?? "" }
            return ([body, period, staff] + texts).joined(separator: ",") + "\n"
        }
    }

    /// Assesses rows; bodies are those of the rows, and `all` is the apparatus.
    static func assess(
        _ rows: [Row], bodies: String? = nil, more: [String: String] = [:],
        edition: String = edition
    ) throws -> Assessment {
        var seen: Set<String> = []
        let ids = rows.map(\.body).filter { seen.insert($0).inserted }
        let listed =
            "id,kind\n"
            + ids.map { "\($0),\($0 == "all" ? "apparatus" : "ministry")\n" }.joined()
        let heading = (["body", "period", "staff"] + inputs).joined(separator: ",") + "\n"
        return try Workbench.assess(
            edition,
            more.merging([
                "bodies": bodies ?? listed, "inputs": heading + rows.map(\.line).joined(),
            ]) { $1 })
    }

    /// Two bodies whose means weighted by staff, 80 and 20, are those of T1; one attains the first
    /// stage.
    static func t9(staff: (String, String) = ("80", "20"), system: [Int?]) -> [Row] {
        // 82 = 0.8 · 92 + 0.2 · 42, and 75 = 0.8 · 89 + 0.2 · 19.
        var (large, small) = (t1, t1)
        (large[0][0], small[0][0]) = (92, 42)
        (large[0][1], small[0][1]) = (89, 19)
        return [
            Row(body: "large", staff: staff.0, scores: large),
            Row(body: "small", staff: staff.1, scores: small), Row(body: "all", system: system),
        ]
    }
}
