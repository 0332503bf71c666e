/// Something that is drawn anew in every run.
public struct Factor: Hashable, Sendable {
    /// What it is about.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// How much the children of nodes count.
        case weights
        /// How children are put together.
        case aggregation = "aggregate"
        /// How values become scores.
        case scoring = "score"
        /// How many points far from the others are drawn in.
        case treatment = "treat"
        /// What is done with what is missing.
        case missing
        /// Which leaf is left out.
        case leaveOneOut = "leave-one-out"
        /// Where between its bounds lies what is open.
        case bounds
        /// Which values of criteria earn the pass mark.
        case passMarks = "pass-marks"
        /// How far a value that was measured on a sample lies from the true one.
        case sampling
    }

    /// What it is about.
    public let kind: Kind
    /// How many ways it can come out; `nil` where it is drawn from a range.
    public let options: Int?

    package init(kind: Kind, options: Int?) {
        (self.kind, self.options) = (kind, options)
    }
}
