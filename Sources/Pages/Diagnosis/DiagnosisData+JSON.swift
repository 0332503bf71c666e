internal import Arithmetic
internal import Diagnosis
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Explanation
internal import JSON
internal import Locales
internal import Methodology
internal import Robustness
internal import Scoring

/// Everything, for programs.
extension DiagnosisData {
    /// The apparatus, each body, what they rest on and how it was made.
    package var json: [UInt8] {
        var members = [
            JSON.Member("edition", ResultJSON.edition(words.wording)),
            JSON.Member(
                "evidence", .object([JSON.Member("hash", .text(assessment.evidence.hash))])),
            JSON.Member("period", .text(period)),
            JSON.Member("official", .text(words.official().plain)),
            JSON.Member("note", words.note.map { .text($0.plain) } ?? .null),
            JSON.Member("origins", .object(origins)),
            JSON.Member("stages", .list(rule.list.map { .text($0.id) })),
        ]
        if let firmness { members.append(JSON.Member("runs", made(firmness))) }
        if only == nil, let apparatus = diagnosis.apparatus {
            members.append(JSON.Member("apparatus", told(apparatus)))
        }
        let bodies = diagnosis.bodies.enumerated().filter { isTold($1.body) }
        members.append(JSON.Member("bodies", .list(bodies.map { told($1, $0) })))
        members.append(JSON.Member("earlier", .list(earlier.map(told))))
        return JSON.object(members).file
    }

    private var origins: [JSON.Member] {
        words.origins.map { JSON.Member($0.origin?.rawValue ?? "unsaid", JSON($0.count)) }
    }

    private func made(_ firmness: Firmness) -> JSON {
        .object([
            JSON.Member("number", JSON(firmness.runs)),
            JSON.Member("seed", .number(String(firmness.seed))),
            JSON.Member("is-analysts", .flag(isAnalysts)),
            JSON.Member("factors", .list(firmness.factors.map { .text($0.kind.rawValue) })),
            JSON.Member("left-out", .list(firmness.leftOut.map { .text($0.description) })),
        ])
    }

    // MARK: The apparatus

    private func told(_ apparatus: ApparatusDiagnosis) -> JSON {
        let stages = rule.list.indices.map { stage -> JSON in
            let own = apparatus.stages[stage]
            return .object(
                self.stage(stage, apparatus.verdict, own.statistics) + [
                    JSON.Member("weight-share", Self.number(own.weight)),
                    JSON.Member("attained-by", JSON(own.attained)),
                    JSON.Member("system-mean", Self.number(own.system)),
                    JSON.Member("system-criteria", JSON(own.systemCriteria.all)),
                    JSON.Member("system-observed", JSON(own.systemCriteria.observed)),
                    JSON.Member("failed", .list(own.failed.map { .text(id($0)) })),
                ])
        }
        let cells = zip(rule.dimensions, apparatus.cells).map { dimension, cells in
            JSON.object([
                JSON.Member("dimension", .text(id(dimension.node))),
                JSON.Member("cells", .list(cells.map(Self.number))),
            ])
        }
        return .object(
            verdict(apparatus.verdict, firmness?.apparatus) + [
                JSON.Member("stages", .list(stages)), JSON.Member("cells", .list(cells)),
                JSON.Member("median", apparatus.median.map { .text(body($0)) } ?? .null),
                JSON.Member("weakest", .list(apparatus.weakest.map { .text(body($0)) })),
                JSON.Member("order", .list(apparatus.order.map { .text(body($0)) })),
                JSON.Member(
                    "without-weight", .list(apparatus.withoutWeight.map { .text(body($0)) })),
                JSON.Member("next", next(apparatus.next, words.obstacles(of: apparatus))),
            ])
    }

    // MARK: Bodies

    private func told(_ found: BodyDiagnosis, _ position: Int) -> JSON {
        let stages = rule.list.indices.map { stage in
            JSON.object(self.stage(stage, found.verdict, found.stages[stage]))
        }
        let dimensions = zip(rule.dimensions, found.cells).map { dimension, cells in
            JSON.object([
                JSON.Member("dimension", .text(id(dimension.node))),
                JSON.Member("cells", .list(cells.map(cell))),
            ])
        }
        let own = assessment.evidence.bodies[found.body]
        return .object(
            [JSON.Member("body", .text(own.id)), JSON.Member("kind", .text(own.kind))]
                + verdict(
                    found.verdict, firmness.map { $0.bodies[position] })
                + [
                    JSON.Member("weight", found.weight.map { .number("\($0)") } ?? .null),
                    JSON.Member("stages", .list(stages)),
                    JSON.Member("dimensions", .list(dimensions)),
                    JSON.Member("next", next(found.next, words.obstacles(of: found))),
                ])
    }

    private func cell(_ cell: CellResult) -> JSON {
        .object([
            JSON.Member("cell", .text(id(cell.node))),
            JSON.Member("status", .text(cell.status.rawValue)),
            JSON.Member("score", cell.score.map { .number("\($0)") } ?? .null),
            JSON.Member("partial", cell.partial.map { .number("\($0)") } ?? .null),
            JSON.Member("coverage", Self.number(cell.coverage)),
            JSON.Member("failed", .list(cell.failed.map { .text(id($0)) })),
            JSON.Member("is-gated", .flag(cell.isGated)),
        ])
    }

    // MARK: Parts

    private func verdict(_ verdict: Verdict, _ result: Firmness.Result?) -> [JSON.Member] {
        var members = [
            JSON.Member("verdict", .text(words.verdict(verdict).plain)),
            JSON.Member("attained", JSON(verdict.attained)),
            JSON.Member("cells-assessed", JSON(verdict.assessed)),
            JSON.Member("cells-of", JSON(verdict.cells)),
        ]
        guard let firmness, let result else { return members }
        members.append(JSON.Member("firmness", .text(firmness.word(result).rawValue)))
        members.append(JSON.Member("same-runs", JSON(result.same)))
        members.append(JSON.Member("attained-runs", .list(result.attained.map { JSON($0) })))
        members.append(
            JSON.Member(
                "shares",
                .list(
                    result.shares.map { share in
                        .object([
                            JSON.Member("verdict", .text(words.verdict(share.verdict).plain)),
                            JSON.Member("runs", JSON(share.runs)),
                        ])
                    })))
        return members
    }

    private func stage(
        _ stage: Int, _ verdict: Verdict, _ statistics: StageStatistics
    ) -> [JSON.Member] {
        [
            JSON.Member("stage", .text(rule.list[stage].id)),
            JSON.Member("standing", .text(Self.word(verdict.standings[stage]))),
            JSON.Member("applicable", JSON(statistics.applicable)),
            JSON.Member("assessed", JSON(statistics.assessed)),
            JSON.Member("mean", Self.number(statistics.mean)),
            JSON.Member("established", JSON(statistics.established)),
            JSON.Member("emerging", JSON(statistics.emerging)),
            JSON.Member("least", statistics.least.map { .number("\($0)") } ?? .null),
        ]
    }

    private func next(_ next: NextStage?, _ obstacles: [Phrase]) -> JSON {
        guard let next else { return .null }
        return .object([
            JSON.Member("stage", .text(rule.list[next.stage].id)),
            JSON.Member("obstacles", .list(obstacles.map { .text($0.plain) })),
            JSON.Member("lift", next.lift.map { .list($0.map { .text(id($0)) }) } ?? .null),
            JSON.Member("blocking", .list(next.blocking.map { .text(id($0)) })),
        ])
    }

    private func told(_ earlier: Diagnosis) -> JSON {
        let bodies = earlier.bodies.map { found in
            JSON.object([
                JSON.Member("body", .text(body(found.body))),
                JSON.Member("verdict", .text(words.verdict(found.verdict).plain)),
                JSON.Member("attained", JSON(found.verdict.attained)),
            ])
        }
        return .object([
            JSON.Member(
                "period", .text(assessment.evidence.periods[earlier.period].description)),
            JSON.Member(
                "apparatus",
                earlier.apparatus.map { .text(words.verdict($0.verdict).plain) } ?? .null),
            JSON.Member("bodies", .list(bodies)),
        ])
    }

    private static func number(_ fraction: Fraction?) -> JSON {
        fraction.map { .number(digits($0)) } ?? .null
    }
}
