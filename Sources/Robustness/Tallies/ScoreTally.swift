/// The scores a body had.
///
/// The first 1,024 are held as they are, so that the quantiles of as many runs are exact. From the
/// next on they are counted in 2,048 bins over the range of those, widened by half of it to either side;
/// of what lies beyond, the number and the furthest are held. A quantile is the middle of its bin,
/// and so no further from the exact one than half the width of a bin.
struct ScoreTally: Tally {
    private static let held = 1024
    private static let binned = 2048

    private(set) var count = 0
    /// In their order until all are in.
    private var scores: [Double] = []
    private var bins: Bins?

    /// How many numbers are held.
    var size: Int { scores.count + (bins?.counts.count ?? 0) }

    /// Counts a score, which is finite.
    mutating func add(_ score: Double) {
        count += 1
        if bins == nil {
            guard scores.count == Self.held else {
                scores.append(score)
                return
            }
            bins = Bins(Self.binned, scores)
            scores = []
        }
        bins?.add(score)
    }

    /// Puts them in order; to be called when all are counted, and before any is asked for.
    mutating func close() { scores.sort() }

    func figure(_ position: Int) -> ClosedRange<Double> {
        guard let bins else { return scores[position]...scores[position] }
        return bins.figure(position)
    }

    /// Counts of scores that lie next to each other.
    private struct Bins {
        /// The first and the last are of what lies below and above the range.
        private(set) var counts: [UInt32]
        private var least: Double
        private var greatest: Double
        private let lower: Double
        private let upper: Double
        private let width: Double

        init(_ bins: Int, _ scores: [Double]) {
            least = scores.reduce(scores[0], min)
            greatest = scores.reduce(scores[0], max)
            let half = greatest / 2 - least / 2
            lower = max(least - half, -.greatestFiniteMagnitude)
            upper = min(greatest + half, .greatestFiniteMagnitude)
            width = upper / Double(bins) - lower / Double(bins)
            counts = Array(repeating: 0, count: bins + 2)
            for score in scores { add(score) }
        }

        mutating func add(_ score: Double) {
            least = min(least, score)
            greatest = max(greatest, score)
            counts[place(of: score)] += 1
        }

        private func place(of score: Double) -> Int {
            if score < lower { return 0 }
            let last = counts.count - 1
            if score > upper { return last }
            let bins = (score - lower) / width
            return bins < Double(last - 1) ? Int(bins) + 1 : last - 1
        }

        func figure(_ position: Int) -> ClosedRange<Double> {
            var rest = position
            for (place, held) in counts.enumerated() {
                rest -= Int(held)
                if rest < 0 { return range(place) }
            }
            preconditionFailure("a figure lies below the count of all")
        }

        private func range(_ place: Int) -> ClosedRange<Double> {
            if place == 0 { return least...lower }
            if place == counts.count - 1 { return upper...greatest }
            let start = max(least, min(lower + Double(place - 1) * width, greatest))
            return start...max(start, min(lower + Double(place) * width, greatest))
        }
    }
}
