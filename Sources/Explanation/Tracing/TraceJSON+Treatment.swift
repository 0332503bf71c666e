internal import Arithmetic
internal import Expressions
internal import JSON
internal import Methodology
internal import Scoring

extension TraceJSON {
    /// What became of a value beside those of other bodies.
    func treated(
        _ rule: Node.Treatment, _ step: TreatmentStep, _ value: Fixed, _ json: inout JSONWriter
    ) {
        let isDrawnIn = step.points > 0
        json.member("step", "treated")
        json.member("over", rule.reach.rawValue)
        json.member("bodies", step.bodies)
        shape("limits", (rule.skewness, rule.kurtosis), &json)
        shape("before", of: step.before, &json)
        json.member("points", step.points)
        json.member("least", isDrawnIn ? step.least : nil)
        json.member("greatest", isDrawnIn ? step.greatest : nil)
        shape("drawn-in", of: step.drawnIn, &json)
        json.member("transform", step.transform?.rawValue)
        shape("after", of: step.after, &json)
        json.member("value", value)
        json.member("treated", step.value)
    }

    private func shape(
        _ key: StaticString, of shape: TreatmentStep.Shape?, _ json: inout JSONWriter
    ) {
        self.shape(key, shape.map { ($0.skewness, $0.kurtosis) }, &json)
    }

    private func shape(
        _ key: StaticString, _ shape: (skewness: Fixed?, kurtosis: Fixed?)?,
        _ json: inout JSONWriter
    ) {
        json.key(key)
        guard let shape else { return json.null() }
        json.object { json in
            json.member("skewness", shape.skewness)
            json.member("kurtosis", shape.kurtosis)
        }
    }
}
