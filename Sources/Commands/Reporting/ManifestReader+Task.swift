internal import Domain
internal import JSON

extension ManifestReader {
    /// What was asked for.
    static func task(_ json: PlacedJSON) throws(Broken) -> ReportTask {
        switch json["command"]?.text {
        case "assess"?: return try assess(json)
        case "compare"?: return try compare(json)
        default:
            throw Broken(what: "the options name no command that writes reports", line: json.line)
        }
    }

    private static func assess(_ json: PlacedJSON) throws(Broken) -> ReportTask {
        let object = try ManifestObject(
            json,
            [
                "command", "workspace", "edition", "period", "language", "without-decisions",
                "rejects", "top", "bodies", "final", "issued", "without-conclusions",
                "no-robustness", "no-improvement", "alternatives",
            ], "the object of options")
        var request = Workspace.Request(
            folder: try object.text("workspace"), edition: try object.optionalText("edition"),
            period: try object.optionalText("period"),
            language: try object.optionalText("language"),
            rejects: try object.optionalText("rejects"))
        request.isWithoutDecisions = try object.flag("without-decisions")
        var bodies: [String] = []
        for item in try object.list("bodies") {
            guard let body = item.text else { throw object.broken("names a body without a text") }
            bodies.append(body)
        }
        let issued = try object.optionalText("issued")
        let day = issued.flatMap { Day($0) }
        guard (day == nil) == (issued == nil) else {
            throw object.broken("has no day as \"issued\"")
        }
        return .assess(
            request,
            ReportOptions(
                top: try object.optionalCount("top"), bodies: bodies,
                isFinal: try object.flag("final"), issued: day,
                isWithoutConclusions: try object.flag("without-conclusions"),
                isWithoutRobustness: try object.flag("no-robustness"),
                isWithoutImprovement: try object.flag("no-improvement"),
                alternatives: try object.optionalText("alternatives")))
    }

    private static func compare(_ json: PlacedJSON) throws(Broken) -> ReportTask {
        let object = try ManifestObject(
            json, ["command", "old", "new", "evidence", "period", "language"],
            "the object of options")
        return .compare(
            Compare.Request(
                from: try object.text("old"), to: try object.text("new"),
                evidence: try object.optionalText("evidence"),
                period: try object.optionalText("period"),
                language: try object.optionalText("language")))
    }
}
