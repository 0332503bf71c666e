/// What is computed anew in every run: scores at a point of the unit cube.
protocol Experiment: Sendable {
    /// What a run works with; each thread has its own, and every run uses it again.
    associatedtype Memory: Sendable
    /// Who is ranked among whom at a node.
    associatedtype Rivalry: Contest

    /// How many numbers a point has.
    var dimension: Int { get }
    /// The positions of the bodies in the evidence, in its order.
    var bodies: [Int] { get }
    /// One for each node whose results are looked at.
    var contests: [Rivalry] { get }

    /// The memory that a run needs.
    func memory() -> Memory

    /// Computes the scores at a point, whose numbers are from 0 to below 1; nothing else but the
    /// seed bears on them.
    func compute(_ point: [Double], seed: UInt64, in memory: inout Memory)

    /// What was computed last: for each of ``contests`` the scores by the order of ``bodies``, NaN
    /// for none.
    func scores(in memory: Memory) -> [[Double]]
}

/// Who is ranked among whom at a node, and where its bands begin.
protocol Contest: Sendable {
    /// The position of the node.
    var node: Int { get }
    /// Of each group those that are officially ranked, as positions in ``Experiment/bodies``.
    var groups: [[Int]] { get }
    /// The official ranks by the order of the bodies; 0 for none.
    var official: [Int32] { get }
    /// How many bands there are; 0 where the node has none.
    var bandCount: Int { get }

    /// Ranks scores within each group, the same rank for those that are tied.
    ///
    /// - Parameters:
    ///   - scores: By the order of the bodies; NaN for none.
    ///   - ranks: Of the same length; receives 0 for bodies without a score or an official rank.
    ///   - order: Memory for the work, of the same length; any content.
    func rank(_ scores: [Double], into ranks: inout [Int32], _ order: inout [Int])

    /// The position of the band a score falls into; `nil` where there are none.
    func band(of score: Double) -> Int?
}
