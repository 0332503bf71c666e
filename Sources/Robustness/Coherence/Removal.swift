/// What becomes of a node when an element beneath it does not count.
public struct Removal: Sendable {
    /// The position of the element.
    public let element: Int
    /// The scores of the node without it, by the order of ``Coherence/bodies``; `nil` for none.
    public let scores: [Double?]
    /// The ranks without it, in the same order; `nil` for bodies without a score or official rank.
    public let ranks: [Int?]
    /// The mean of |rank − official rank| over the bodies that have both; `nil` without such.
    public let meanShift: Double?
    /// The greatest |rank − official rank|; `nil` where ``meanShift`` is.
    public let greatestShift: Int?

    /// Compares ranks.
    package init(element: Int, scores: [Double?], ranks: [Int?], official: [Int?]) {
        (self.element, self.scores, self.ranks) = (element, scores, ranks)
        let shifts = zip(ranks, official).compactMap { rank, official in
            rank.flatMap { rank in official.map { abs(rank - $0) } }
        }
        greatestShift = shifts.max()
        meanShift =
            shifts.isEmpty ? nil : Double(shifts.reduce(0, +)) / Double(shifts.count)
    }
}
