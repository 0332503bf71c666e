internal import Arithmetic
internal import Expressions
internal import JSON
internal import Methodology
internal import Scoring

extension TraceJSON {
    /// What became of a value beside those of other bodies.
    func treated(_ rule: Node.Treatment, _ step: TreatmentStep, _ value: Fixed) -> JSON {
        let isDrawnIn = step.points > 0
        return object(
            "treated",
            [
                JSON.Member("over", .text(rule.reach.rawValue)),
                JSON.Member("bodies", .number(String(step.bodies))),
                JSON.Member("limits", shape(rule.skewness, rule.kurtosis)),
                JSON.Member("before", shape(step.before)),
                JSON.Member("points", .number(String(step.points))),
                JSON.Member("least", isDrawnIn ? JSON(step.least) : .null),
                JSON.Member("greatest", isDrawnIn ? JSON(step.greatest) : .null),
                JSON.Member("drawn-in", step.drawnIn.map(shape) ?? .null),
                JSON.Member("transform", JSON(step.transform?.rawValue)),
                JSON.Member("after", shape(step.after)),
                JSON.Member("value", JSON(value)), JSON.Member("treated", JSON(step.value)),
            ])
    }

    private func shape(_ shape: TreatmentStep.Shape) -> JSON {
        self.shape(shape.skewness, shape.kurtosis)
    }

    private func shape(_ skewness: Fixed?, _ kurtosis: Fixed?) -> JSON {
        .object([
            JSON.Member("skewness", JSON(skewness)), JSON.Member("kurtosis", JSON(kurtosis)),
        ])
    }
}
