package import Diagnostics
package import Methodology
package import Scoring

extension Model {
    /// Compiles an assessment with those factors that can act on its evidence.
    ///
    /// - Returns: The model, and what is said of each factor that is left out.
    /// - Throws: What else is wrong, and everything where no factor is left.
    package static func acting(
        _ assessment: Assessment, _ alternatives: Alternatives, period: Int
    ) throws(Study.Diagnostics) -> (model: Model, leftOut: [Diagnostic]) {
        var alternatives = alternatives
        var leftOut: [Diagnostic] = []
        guard alternatives.areSome else {
            throw Study.Diagnostics([nothingDrawn(alternatives)])
        }
        // Each round leaves out one factor at least, or one node of a factor.
        while true {
            do throws(Study.Diagnostics) {
                let model = try Model(assessment, alternatives, period: period)
                let idle = model.idleness(alternatives)
                guard !idle.isEmpty else { return (model, leftOut) }
                throw Study.Diagnostics(idle)
            } catch {
                leftOut += error.idle.map(\.problem)
                alternatives = alternatives.leavingOut(error.idle)
                if error.idle.isEmpty { throw error }
                if !alternatives.areSome { throw Study.Diagnostics(leftOut) }
            }
        }
    }
}

extension Alternatives {
    /// Whether they name anything that is drawn.
    fileprivate var areSome: Bool {
        !weights.isEmpty || hasEqualWeights || !aggregates.isEmpty || !scores.isEmpty
            || !winsorised.isEmpty || !missing.isEmpty || leavesOneOut || rangesOverBounds
            || passMarks != nil || !samplingErrors.isEmpty
    }
}
