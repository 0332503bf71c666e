internal import Arithmetic
internal import Domain
internal import Evidence
public import JSON
internal import Methodology
internal import Scoring

/// Outcomes as JSON, with the hashes of edition and evidence and what the results are.
public enum ResultJSON {
    /// How many bodies are one piece of work.
    private static let chunk = 8

    /// One object, indented, without a line end after it: what was applied to what, then the
    /// results in the order of the selection; the same bytes on any number of threads.
    ///
    /// - Parameters:
    ///   - selection: Which outcomes, and in what order.
    ///   - wording: The language of titles and reasons.
    ///   - depth: How many levels deep the object stands.
    ///   - threads: At most so many; `nil` uses all cores.
    /// - Returns: UTF-8.
    public static func document(
        _ selection: ResultSelection, _ wording: Wording, depth: Int = 0, threads: Int? = nil
    ) -> PiecedBytes {
        let rows = ResultRows(selection, wording)
        let indent = String(repeating: "  ", count: depth)
        let count = wording.assessment.evidence.bodies.count
        let hasNone = count == 0 || selection.nodes.isEmpty || selection.periods.isEmpty
        let head = head(selection, wording).bytes(isIndented: true, depth: depth)
        // The results come last: the ends of their list and of the object make room for them.
        let end = "]\n\(indent)}"
        return PiecedBytes(
            head: Array(head.dropLast(end.utf8.count)), count: hasNone ? 0 : count, chunk: chunk,
            threads: threads, tail: Array((hasNone ? end : "\n\(indent)  \(end)").utf8)
        ) { bodies in
            var json = JSONWriter(
                itemsAt: depth + 2, isIndented: true, hasItems: bodies.lowerBound > 0)
            for body in bodies {
                rows.forEach(ofBody: body) { _, _, row in result(row, wording, to: &json) }
            }
            return json.bytes
        }
    }

    /// The object with a line end, otherwise as ``document(_:_:depth:threads:)``.
    public static func file(
        _ selection: ResultSelection, _ wording: Wording, threads: Int? = nil
    ) -> PiecedBytes {
        document(selection, wording, threads: threads).adding([UInt8(ascii: "\n")])
    }

    /// The whole object at once with a line end, otherwise as
    /// ``document(_:_:depth:threads:)``.
    public static func bytes(
        _ selection: ResultSelection, _ wording: Wording, threads: Int? = nil
    ) -> [UInt8] {
        file(selection, wording, threads: threads).bytes
    }

    private static func head(_ selection: ResultSelection, _ wording: Wording) -> JSON {
        let assessment = wording.assessment
        let evidence = assessment.evidence
        let outside = evidence.periods.indices.filter { !assessment.scoredPeriods.contains($0) }
        var handedIn = [
            JSON.Member("hash", .text(evidence.hash)),
            JSON.Member("files", .list(evidence.files.map(file))),
        ]
        if !evidence.decisions.isEmpty {
            handedIn.append(JSON.Member("decisions", JSON(evidence.decisions.count)))
        }
        return .object([
            JSON.Member("edition", edition(wording)),
            JSON.Member(
                "evidence", .object(handedIn + leftOut(evidence) + rejects(evidence))),
            JSON.Member("periods", .list(selection.periods.map { period($0, assessment) })),
            JSON.Member(
                "periods-outside-the-edition", .list(outside.map { period($0, assessment) })),
            JSON.Member("results", .list([])),
        ])
    }

    /// What the edition is, with its hash.
    public static func edition(_ wording: Wording) -> JSON {
        let plan = wording.assessment.plan
        return .object([
            JSON.Member("methodology", .text(plan.identity.methodology)),
            JSON.Member("edition", .text(plan.identity.edition)),
            JSON.Member("title", JSON(wording.text(plan.identity.title))),
            JSON.Member("status", .text(plan.identity.status.rawValue)),
            JSON.Member("hash", .text(plan.identity.hash)),
        ])
    }

    private static func file(_ file: Evidence.File) -> JSON {
        .object([
            JSON.Member("name", .text(file.name)), JSON.Member("sha256", .text(file.hash)),
        ])
    }

    /// What of the files was not read, where the descriptor says so.
    private static func leftOut(_ evidence: Evidence) -> [JSON.Member] {
        guard !evidence.leftOut.isEmpty else { return [] }
        let files = evidence.leftOut.map { leftOut in
            JSON.object([
                JSON.Member("file", .text(leftOut.file)),
                JSON.Member("rows-by-conditions", .number("\(leftOut.rows)")),
                JSON.Member("rows-about-unknown-bodies", .number("\(leftOut.bodyRows)")),
                JSON.Member("unknown-bodies", .list(leftOut.bodies.map(JSON.text))),
                JSON.Member("columns", .number("\(leftOut.columns)")),
            ])
        }
        return [JSON.Member("left-out", .list(files))]
    }

    /// How many rows were left out because of errors, in all and by file, where they are.
    private static func rejects(_ evidence: Evidence) -> [JSON.Member] {
        guard let rejects = evidence.rejects else { return [] }
        let files = rejects.counts.sorted { $0.key < $1.key }.map { name, rows in
            JSON.object([JSON.Member("name", .text(name)), JSON.Member("rows", JSON(rows))])
        }
        return [
            JSON.Member(
                "rejects",
                .object([
                    JSON.Member("rows", JSON(rejects.count)), JSON.Member("files", .list(files)),
                ]))
        ]
    }

    private static func period(_ position: Int, _ assessment: Assessment) -> JSON {
        .text(assessment.evidence.periods[position].description)
    }

    /// One outcome.
    static func result(_ row: ResultRow, _ wording: Wording, to json: inout JSONWriter) {
        let assessment = wording.assessment
        let (body, period) = (assessment.body(of: row.unit), assessment.period(of: row.unit))
        json.object { json in
            json.member("body", assessment.evidence.bodies[body].id)
            json.member("body-title", wording.body(body))
            json.member("node", assessment.plan.nodes[row.node].id)
            json.member("period", assessment.evidence.periods[period].description)
            json.member("state", row.state.rawValue)
            json.member("value", row.value)
            json.member("score", row.score)
            json.member("grade", row.grade)
            json.member("mark", row.mark)
            end("lower", row.ends?.lower, row.bounds?.lower, &json)
            end("upper", row.ends?.upper, row.bounds?.upper, &json)
            json.member("coverage", row.coverage)
            json.member("band", row.band)
            json.member("rank", row.rank)
            json.member("official", row.isOfficial)
            json.member("reason", row.reason)
        }
    }

    /// One end of the bounds, which is a word for a node that has grades.
    private static func end(
        _ key: StaticString, _ grade: String?, _ score: Fixed?, _ json: inout JSONWriter
    ) {
        if let grade { json.member(key, grade) } else { json.member(key, score) }
    }
}
