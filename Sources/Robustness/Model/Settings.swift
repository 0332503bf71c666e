package import Methodology

/// What one run chooses; `nil` is what the edition itself says.
package struct Settings: Sendable {
    /// What takes the place of the means.
    package var aggregation: Alternatives.Aggregation?
    /// How values become scores, a position in ``Alternatives/scores``.
    package var scoring: Int?
    /// At most so many points are drawn in.
    package var points: Int?
    /// What is done with what is missing.
    package var missing: Alternatives.Missing?
    /// By which number the weight of each node beneath its parent is multiplied, by its position in
    /// the plan; `nil`: each by 1.
    package var weights: [Double]?
    /// Whether all children that have a weight have the same; ``weights`` are not looked at then.
    package var hasEqualWeights = false
    /// The position of the leaf that is left out.
    package var leftOut: Int?
    /// How far between its bounds lies each of ``Model/openCount`` scores that are open, from 0 to
    /// 1; `nil` leaves them as they are.
    package var bounds: [Double]?
    /// How far between the least and the greatest it can be lies each of ``Model/passMarkCount``
    /// pass marks, from 0 to below 1; `nil` leaves them as they are.
    package var passMarks: [Double]?
    /// By how many standard errors each of ``Model/sampledCount`` values is larger; `nil` leaves
    /// them as they are.
    package var sampling: [Double]?

    /// What the edition itself says.
    package init() {}
}
