internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import JSON
internal import Methodology
internal import Scoring

/// A trace for programs: every step with its numbers, unrounded.
struct TraceJSON {
    let trace: Trace
    let wording: Wording

    private var assessment: Assessment { wording.assessment }
    private var node: Node { assessment.plan.nodes[trace.node] }

    var document: JSON {
        .object([
            JSON.Member("node", .text(node.id)),
            JSON.Member("title", .text(wording.node(trace.node))),
            JSON.Member("rule", text(node.texts.rule)),
            JSON.Member("basis", .list(trace.basis.map(citation))),
            JSON.Member("state", .text(trace.outcome.state.rawValue)),
            JSON.Member("score", number(trace.outcome.score)),
            JSON.Member("filled", .flag(trace.outcome.isFilled)),
            JSON.Member("reason", text(wording.reason(of: trace.node, at: trace.unit))),
            JSON.Member("lower", number(trace.bounds?.lower)),
            JSON.Member("upper", number(trace.bounds?.upper)),
            JSON.Member("band", text(assessment.band(of: trace.node, at: trace.unit)?.id)),
            JSON.Member("rank", rank),
            JSON.Member("official", official),
            JSON.Member("steps", .list(trace.steps.map(step))),
            JSON.Member("evidence", .list(trace.evidence.map(evidence))),
            JSON.Member("points-lost", trace.lost.map { lost($0, of: node) } ?? .null),
        ])
    }

    private var rank: JSON {
        assessment.rank(of: trace.node, at: trace.unit).map { .number(String($0)) } ?? .null
    }

    private var official: JSON {
        let official = assessment.official(trace.node, at: trace.unit)
        return .object([
            JSON.Member("official", .flag(official.isOfficial)),
            JSON.Member(
                "objections", .list(official.objections.map { .text(wording.objection($0)) })),
        ])
    }

    private func citation(_ citation: Plan.Citation) -> JSON {
        .object([
            JSON.Member("source", .text(citation.source)),
            JSON.Member("clause", text(citation.clause)),
        ])
    }

    private func evidence(_ line: Trace.EvidenceLine) -> JSON {
        .object([
            JSON.Member("name", .text(line.name)),
            JSON.Member("figure", line.figure.map { .text(Substitution.text($0)) } ?? .null),
            JSON.Member("file", text(line.file)),
            JSON.Member("rows", .list(line.rows.map { .number(String($0)) })),
            JSON.Member("provenance", .list(line.provenances.map(provenance))),
        ])
    }

    private func provenance(_ provenance: Provenance) -> JSON {
        .object([
            JSON.Member("status", .text(provenance.status.rawValue)),
            JSON.Member("source", text(provenance.source)),
            JSON.Member("proof", text(provenance.proof)),
        ])
    }

    /// A line of the points that an owner lost, or that a node beneath it did.
    private func lost(_ line: PointsLost, of owner: Node) -> JSON {
        var inner = owner
        if case .node(let child) = line.cause { inner = assessment.plan.nodes[child] }
        let cause: [JSON.Member] =
            switch line.cause {
            case .node: [JSON.Member("node", .text(inner.id))]
            case .correction(let index):
                [JSON.Member("correction", .text(owner.corrections[index].kind.rawValue))]
            case .scoreRule: [JSON.Member("cause", .text("score-rule"))]
            case .scale: [JSON.Member("cause", .text("scale"))]
            case .rounding: [JSON.Member("cause", .text("rounding"))]
            }
        // Fractions stand as texts, as in 75/14: no digit is lost.
        return .object(
            cause + [
                JSON.Member("points", .text(line.points.description)),
                JSON.Member("weight", text(line.nominal?.description)),
                JSON.Member("effective-weight", text(line.effective?.description)),
                JSON.Member("lines", .list(line.lines.map { lost($0, of: inner) })),
            ])
    }

    func text(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }

    func number(_ number: Fixed?) -> JSON { number.map { .number($0.description) } ?? .null }
}
