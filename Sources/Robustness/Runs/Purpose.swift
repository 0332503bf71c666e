/// What streams of random numbers are for; each factor's own numbers use its position.
enum Purpose {
    /// The point of a run.
    static let run = UInt32.max
    /// The points of a row of a design.
    static let design = UInt32.max - 1
    /// Which rows are drawn again.
    static let resampling = UInt32.max - 2
    /// The points at which factors are tried.
    static let probe = UInt32.max - 3
}
