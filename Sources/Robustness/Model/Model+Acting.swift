package import Diagnostics
package import Methodology
package import Scoring

extension Model {
    /// Compiles an assessment with factors that can all act on its evidence.
    ///
    /// - Parameters:
    ///   - assessment: The official results.
    ///   - alternatives: What could have been said instead.
    ///   - period: The position of one of its scored periods.
    ///   - isForgiving: Whether factors that cannot act are left out, and not refused.
    ///   - reading: For each of ``nodes`` of a model, the positions in ``bodies`` of those whose
    ///     scores there are read: a factor that moves no other score cannot act; `nil` for all.
    /// - Returns: The model, and what is said of each factor that is left out.
    /// - Throws: What is wrong, also where no factor is left.
    package static func acting(
        _ assessment: Assessment, _ alternatives: Alternatives, period: Int, isForgiving: Bool,
        reading: ((Model) -> [[Int]])? = nil
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
                let idle = model.idleness(alternatives, reading: reading?(model))
                guard !idle.isEmpty else { return (model, leftOut) }
                throw Study.Diagnostics(idle)
            } catch {
                guard isForgiving, !error.idle.isEmpty else { throw error }
                leftOut += error.idle.map(\.problem)
                alternatives = alternatives.leavingOut(error.idle)
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
