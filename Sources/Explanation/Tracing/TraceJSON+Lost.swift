internal import Arithmetic
internal import JSON
internal import Methodology
internal import Scoring

extension TraceJSON {
    /// A line and those beneath; corrections belong to the node above them.
    func lost(_ line: PointsLost, of owner: Int, to json: inout JSONWriter) {
        var inner = owner
        if case .node(let node) = line.cause { inner = node }
        json.object { json in
            cause(line.cause, of: owner, &json)
            // Fractions stand as texts, as in 75/14: no digit is lost.
            json.member("points", line.points.description)
            json.member("weight", line.nominal?.description)
            json.member("effective-weight", line.effective?.description)
            json.list("lines", of: line.lines) { lost($0, of: inner, to: &$1) }
            if !line.gains.isEmpty { json.list("alone", of: line.gains, gain) }
        }
    }

    private func cause(_ cause: PointsLost.Cause, of owner: Int, _ json: inout JSONWriter) {
        switch cause {
        case .node(let node): json.member("node", assessment.plan.nodes[node].id)
        case .correction(let index):
            let kind = assessment.plan.nodes[owner].corrections[index].kind
            json.member("correction", kind.rawValue)
        case .value: json.member("cause", "value")
        case .scoreRule: json.member("cause", "score-rule")
        case .scale: json.member("cause", "scale")
        case .rounding: json.member("cause", "rounding")
        }
    }

    /// What the maximum of one child alone would bring.
    private func gain(_ gain: PointsLost.Gain, _ json: inout JSONWriter) {
        json.object { json in
            json.member("node", assessment.plan.nodes[gain.node].id)
            json.member("points", gain.points.description)
        }
    }
}
