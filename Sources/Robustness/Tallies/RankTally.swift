/// How often a body had each rank.
///
/// No more than 4,096 counts however many runs there are: among more bodies one count is for
/// several ranks next to each other. Only those from the best to the worst rank it had are held.
struct RankTally: Tally {
    private static let bins = 4096

    private(set) var count = 0
    /// How many ranks share a count.
    private let width: Int
    /// Which of all counts is the first that is held.
    private var first = 0
    private var counts: [UInt32] = []

    /// Begins to count.
    ///
    /// - Parameter bodies: How many are ranked among each other.
    init(among bodies: Int) { width = max(1, (bodies + Self.bins - 1) / Self.bins) }

    /// How many numbers are held.
    var size: Int { counts.count }

    /// Counts a rank, from 1.
    mutating func add(_ rank: Int32) {
        let bin = width == 1 ? Int(rank) - 1 : (Int(rank) - 1) / width
        if counts.isEmpty { first = bin }
        if bin < first {
            counts.insert(contentsOf: repeatElement(0, count: first - bin), at: 0)
            first = bin
        }
        let missing = bin - first + 1 - counts.count
        if missing > 0 { counts.append(contentsOf: repeatElement(0, count: missing)) }
        counts[bin - first] += 1
        count += 1
    }

    func figure(_ position: Int) -> ClosedRange<Double> {
        var rest = position
        for (index, held) in counts.enumerated() {
            rest -= Int(held)
            guard rest < 0 else { continue }
            let best = (first + index) * width + 1
            return Double(best)...Double(best + width - 1)
        }
        preconditionFailure("a figure lies below the count of all")
    }
}
