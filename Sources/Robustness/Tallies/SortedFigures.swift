/// Figures that are all held.
struct SortedFigures: Tally {
    private let figures: [Double]

    /// Holds figures in any order, none of them NaN.
    init(_ figures: [Double]) { self.figures = figures.sorted() }

    var count: Int { figures.count }

    func figure(_ position: Int) -> ClosedRange<Double> { figures[position]...figures[position] }
}
