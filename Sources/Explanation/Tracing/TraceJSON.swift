internal import Arithmetic
internal import Domain
internal import Evidence
public import JSON
internal import Methodology
internal import Scoring

extension Trace {
    /// Writes the trace for programs: every step with its numbers, unrounded, in plain digits.
    public func write(_ wording: Wording, to json: inout JSONWriter) {
        TraceJSON(trace: self, wording: wording).write(to: &json)
    }
}

/// Writes one trace as JSON.
struct TraceJSON {
    let trace: Trace
    let wording: Wording

    var assessment: Assessment { wording.assessment }

    /// Writes a score of the node as a number, or its grade as a text.
    func score(_ key: StaticString, _ score: Fixed?, to json: inout JSONWriter) {
        self.score(key, score, of: trace.node, to: &json)
    }

    func score(_ key: StaticString, _ score: Fixed?, of node: Int, to json: inout JSONWriter) {
        if let score, let grade = assessment.plan.nodes[node].grade(score) {
            json.member(key, grade)
        } else {
            json.member(key, score)
        }
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            outcome(&json)
            json.list("steps", of: trace.steps, step)
            json.list("parameters", of: trace.parameters, parameter)
            json.list("evidence", of: trace.evidence, evidence)
            json.key("points-lost")
            if let lost = trace.lost {
                self.lost(lost, of: trace.node, to: &json)
            } else {
                json.null()
            }
            if !trace.decisions.isEmpty {
                json.list("decisions", of: trace.decisions, decision)
            }
        }
    }

    private func outcome(_ json: inout JSONWriter) {
        let (node, unit) = (trace.node, trace.unit)
        json.member("node", assessment.plan.nodes[node].id)
        json.member("title", wording.node(node))
        json.member("rule", assessment.plan.nodes[node].texts.rule)
        json.list("basis", of: trace.basis) { $1.citation($0) }
        json.member("state", trace.outcome.state.rawValue)
        json.member(
            "score", assessment.plan.nodes[node].isGraded ? nil as Fixed? : trace.outcome.score)
        json.member("grade", assessment.grade(of: node, at: unit))
        json.member("mark", assessment.mark(of: node, at: unit))
        json.member("filled", trace.outcome.isFilled)
        json.member("reason", wording.reason(of: node, at: unit))
        score("lower", trace.bounds?.lower, to: &json)
        score("upper", trace.bounds?.upper, to: &json)
        json.member("band", assessment.band(of: node, at: unit)?.id)
        json.member("rank", assessment.rank(of: node, at: unit))
        json.object("official", official)
    }

    private func official(_ json: inout JSONWriter) {
        let official = assessment.official(trace.node, at: trace.unit)
        json.member("official", official.isOfficial)
        json.list("objections", of: official.objections) { $1.text(wording.objection($0)) }
    }

    private func parameter(_ line: Trace.ParameterLine, _ json: inout JSONWriter) {
        let parameter = assessment.plan.parameters[line.parameter]
        let lastDay = assessment.evidence.periods[assessment.period(of: trace.unit)].lastDay
        json.object { json in
            json.member("id", parameter.id)
            json.member("value", line.value?.description)
            json.member("assumed", parameter.isAssumed)
            json.list("basis", of: parameter.basis(on: lastDay)) { $1.citation($0) }
        }
    }

    private func evidence(_ line: Trace.EvidenceLine, _ json: inout JSONWriter) {
        json.object { json in
            json.member("name", line.name)
            json.member("figure", line.figure.map(Substitution.text))
            if let known = line.known {
                json.member("known", Substitution.text(known))
            }
            json.member("file", line.file)
            json.list("rows", of: line.rows) { $1.number($0) }
            json.list("provenance", of: line.provenances, provenance)
        }
    }

    func provenance(_ provenance: Provenance, _ json: inout JSONWriter) {
        json.object { json in
            json.member("status", provenance.status.rawValue)
            json.member("source", provenance.source)
            json.member("proof", provenance.proof)
        }
    }
}
