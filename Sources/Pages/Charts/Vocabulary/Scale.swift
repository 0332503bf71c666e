/// Turns numbers into places: shares of a chart's width, or pixels of its height.
///
/// Along the width it reaches from edge to edge, in line with the texts; half a mark may stand
/// out at either side.
struct Scale: Hashable, Sendable {
    /// The number at the beginning.
    let low: Double
    /// The number at the end; greater than ``low``.
    let high: Double
    /// The place of ``low``.
    let start: Double
    /// The place of ``high``.
    let end: Double

    /// A scale over all the numbers; around one number alone it reaches one half to either side.
    ///
    /// - Parameters:
    ///   - numbers: What has to lie on it; 0…1 where there are none.
    ///   - start: The place of the least.
    ///   - end: The place of the greatest; less than `start` for a scale that runs upwards.
    init(over numbers: [Double], start: Double = 0, end: Double = 1) {
        // A finite end on both sides keeps every place below finite.
        let held = numbers.filter { !$0.isNaN }.map { min(max($0, -1e150), 1e150) }
        let least = held.min() ?? 0
        let greatest = held.max() ?? 1
        // Near 10^18 one half is lost against the number; a part of it is not.
        let room = least < greatest ? 0 : max(0.5, greatest.magnitude * 1e-6)
        low = least - room
        high = greatest + room
        self.start = start
        self.end = end
    }

    /// A scale over a range and everything that lies beyond it.
    init(_ range: PlotRange, and others: [Plotted], start: Double = 0, end: Double = 1) {
        let numbers = [range.lowest, range.highest] + others
        self.init(over: numbers.map(\.position), start: start, end: end)
    }

    /// Where a number lies; one beyond the ends lies at the end.
    func place(_ number: Double) -> Double {
        start + (end - start) * min(max(part(number), 0), 1)
    }

    /// Where a number lies.
    func place(_ number: Plotted) -> Double { place(number.position) }

    /// Where a number lies along the width.
    func across(_ number: Plotted, pixels: Double = 0) -> Across {
        Across(place(number), pixels: pixels)
    }

    /// The part of the way from the lower to the upper end; outside 0…1 beyond them.
    func part(_ number: Double) -> Double {
        number.isNaN ? 0 : (number - low) / (high - low)
    }
}
