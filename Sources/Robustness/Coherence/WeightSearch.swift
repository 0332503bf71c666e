/// A search for the weights at which something is least.
///
/// From each start, every weight in turn is made larger by a step, and smaller where that was no
/// better; what is better is kept. Where a round was better, the whole change is made once more as
/// long as that is better still. Where none was, the step is halved. Nothing is drawn, so the same
/// start ends at the same weights. It ends at a point that no such step improves, which need not
/// be the best of all.
///
/// - Source: R. Hooke, T. A. Jeeves, "Direct search" solution of numerical and statistical
///   problems, Journal of the ACM 8 (1961).
struct WeightSearch {
    /// How small a step may become, for weights that sum to 1.
    static let leastStep = 1e-7
    /// At most so many multiplications are spent from a start, as many as weights to the square
    /// for each that is tried; and at most 20,000 are tried.
    static let work = 200_000_000

    /// The best weights so far; they sum to 1.
    private(set) var weights: [Double]
    /// What the objective is there.
    private(set) var value: Double
    private var tried = 0
    private let limit: Int
    private let objective: ([Double]) -> Double

    /// Searches from one start after the other, and keeps the best end.
    ///
    /// - Parameters:
    ///   - starts: Weights of at least 0 that do not sum to 0; at least one.
    ///   - objective: Of weights that sum to 1; infinite where it has no value.
    init?(from starts: [[Double]], _ objective: @escaping ([Double]) -> Double) {
        var best: WeightSearch?
        for start in starts {
            guard let weights = Self.normalised(start) else { continue }
            var search = WeightSearch(at: weights, objective)
            search.run()
            if search.value < best?.value ?? .infinity { best = search }
        }
        guard let best else { return nil }
        self = best
    }

    private init(at weights: [Double], _ objective: @escaping ([Double]) -> Double) {
        self.weights = weights
        self.objective = objective
        value = objective(weights)
        limit = min(20_000, Self.work / (weights.count * weights.count))
    }

    private mutating func run() {
        var step = 0.5 / Double(weights.count)
        while step > Self.leastStep, tried < limit {
            let before = weights
            for place in weights.indices where !improves(at: place, by: step) {
                _ = improves(at: place, by: -step)
            }
            guard weights != before else {
                step /= 2
                continue
            }
            var last = before
            while tried < limit {
                let ahead = zip(weights, last).map { max(0, 2 * $0 - $1) }
                last = weights
                guard isBetter(ahead) else { break }
            }
        }
    }

    private mutating func improves(at place: Int, by step: Double) -> Bool {
        var next = weights
        next[place] = max(0, next[place] + step)
        return isBetter(next)
    }

    /// Goes there where it is better.
    private mutating func isBetter(_ next: [Double]) -> Bool {
        guard let next = Self.normalised(next) else { return false }
        tried += 1
        let there = objective(next)
        guard there < value else { return false }
        (weights, value) = (next, there)
        return true
    }

    /// The same in proportion, with a sum of 1; `nil` where they sum to 0.
    static func normalised(_ weights: [Double]) -> [Double]? {
        let sum = weights.reduce(0, +)
        guard sum > 0, sum.isFinite else { return nil }
        return weights.map { $0 / sum }
    }
}
