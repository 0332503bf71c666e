internal import Arithmetic
internal import Domain
internal import Evidence
public import JSON
internal import Methodology
internal import Scoring

extension Trace {
    /// The trace for programs: every step with its numbers, unrounded, in plain digits.
    public func document(_ wording: Wording) -> JSON {
        TraceJSON(trace: self, wording: wording).document
    }
}

/// Writes one trace as JSON.
struct TraceJSON {
    let trace: Trace
    let wording: Wording
    let node: Node

    init(trace: Trace, wording: Wording) {
        self.trace = trace
        self.wording = wording
        node = wording.assessment.plan.nodes[trace.node]
    }

    var assessment: Assessment { wording.assessment }

    /// A score of the node as a number, or its grade as a text.
    func score(_ score: Fixed?) -> JSON { self.score(score, of: trace.node) }

    func score(_ score: Fixed?, of node: Int) -> JSON {
        guard let score else { return .null }
        return assessment.plan.nodes[node].grade(score).map { .text($0) } ?? JSON(score)
    }

    var document: JSON {
        var members = members
        if !trace.decisions.isEmpty {
            members.append(JSON.Member("decisions", .list(trace.decisions.map(decision))))
        }
        return .object(members)
    }

    private var members: [JSON.Member] {
        [
            JSON.Member("node", .text(node.id)),
            JSON.Member("title", .text(wording.node(trace.node))),
            JSON.Member("rule", JSON(node.texts.rule)),
            JSON.Member("basis", .list(trace.basis.map { JSON($0) })),
            JSON.Member("state", .text(trace.outcome.state.rawValue)),
            JSON.Member("score", node.isGraded ? .null : JSON(trace.outcome.score)),
            JSON.Member("grade", JSON(assessment.grade(of: trace.node, at: trace.unit))),
            JSON.Member("mark", JSON(assessment.mark(of: trace.node, at: trace.unit))),
            JSON.Member("filled", .flag(trace.outcome.isFilled)),
            JSON.Member("reason", JSON(wording.reason(of: trace.node, at: trace.unit))),
            JSON.Member("lower", score(trace.bounds?.lower)),
            JSON.Member("upper", score(trace.bounds?.upper)),
            JSON.Member("band", JSON(assessment.band(of: trace.node, at: trace.unit)?.id)),
            JSON.Member("rank", JSON(assessment.rank(of: trace.node, at: trace.unit))),
            JSON.Member("official", official),
            JSON.Member("steps", .list(trace.steps.map(step))),
            JSON.Member("parameters", .list(trace.parameters.map(parameter))),
            JSON.Member("evidence", .list(trace.evidence.map(evidence))),
            JSON.Member("points-lost", trace.lost.map { lost($0, of: trace.node) } ?? .null),
        ]
    }

    private var official: JSON {
        let official = assessment.official(trace.node, at: trace.unit)
        return .object([
            JSON.Member("official", .flag(official.isOfficial)),
            JSON.Member(
                "objections", .list(official.objections.map { .text(wording.objection($0)) })),
        ])
    }

    private func parameter(_ line: Trace.ParameterLine) -> JSON {
        let parameter = assessment.plan.parameters[line.parameter]
        let lastDay = assessment.evidence.periods[assessment.period(of: trace.unit)].lastDay
        return .object([
            JSON.Member("id", .text(parameter.id)),
            JSON.Member("value", JSON(line.value?.description)),
            JSON.Member("assumed", .flag(parameter.isAssumed)),
            JSON.Member("basis", .list(parameter.basis(on: lastDay).map { JSON($0) })),
        ])
    }

    private func evidence(_ line: Trace.EvidenceLine) -> JSON {
        .object([
            JSON.Member("name", .text(line.name)),
            JSON.Member("figure", JSON(line.figure.map(Substitution.text))),
            JSON.Member("file", JSON(line.file)),
            JSON.Member("rows", .list(line.rows.map { .number(String($0)) })),
            JSON.Member("provenance", .list(line.provenances.map(provenance))),
        ])
    }

    func provenance(_ provenance: Provenance) -> JSON {
        .object([
            JSON.Member("status", .text(provenance.status.rawValue)),
            JSON.Member("source", JSON(provenance.source)),
            JSON.Member("proof", JSON(provenance.proof)),
        ])
    }

    /// A line and those beneath; corrections belong to the node above them.
    private func lost(_ line: PointsLost, of owner: Int) -> JSON {
        var inner = owner
        let cause: JSON.Member
        switch line.cause {
        case .node(let node):
            inner = node
            cause = JSON.Member("node", .text(assessment.plan.nodes[node].id))
        case .correction(let index):
            let kind = assessment.plan.nodes[owner].corrections[index].kind.rawValue
            cause = JSON.Member("correction", .text(kind))
        case .value: cause = JSON.Member("cause", .text("value"))
        case .scoreRule: cause = JSON.Member("cause", .text("score-rule"))
        case .scale: cause = JSON.Member("cause", .text("scale"))
        case .rounding: cause = JSON.Member("cause", .text("rounding"))
        }
        // Fractions stand as texts, as in 75/14: no digit is lost.
        var members = [
            cause,
            JSON.Member("points", .text(line.points.description)),
            JSON.Member("weight", JSON(line.nominal?.description)),
            JSON.Member("effective-weight", JSON(line.effective?.description)),
            JSON.Member("lines", .list(line.lines.map { lost($0, of: inner) })),
        ]
        if !line.gains.isEmpty { members.append(JSON.Member("alone", .list(line.gains.map(gain)))) }
        return .object(members)
    }

    /// What the maximum of one child alone would bring.
    private func gain(_ gain: PointsLost.Gain) -> JSON {
        .object([
            JSON.Member("node", .text(assessment.plan.nodes[gain.node].id)),
            JSON.Member("points", .text(gain.points.description)),
        ])
    }
}
