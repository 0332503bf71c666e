internal import Arithmetic
internal import Methodology

/// What the scores of children come to, in doubles.
enum Combining: Sendable {
    case mean
    /// Weights are counted over this one.
    case weightedSum(over: Double)
    case sum
    case harmonic(Zeros)
    case geometric(Zeros)
    case power(Double, Zeros)
    case median
    case least
    case greatest
    case kthBest(Int)
    /// How many bodies it outranks, less how many outrank it.
    case copeland

    /// What is done with scores that a mean has no room for.
    enum Zeros: Sendable {
        /// The node is missing.
        case refuse
        /// Of 0 and below, the mean is 0.
        case zero
        /// Scores below this one count as this one.
        case raise(Double)
        /// Of 0 the mean is 0; below, the node is missing.
        case limit

        init(_ zeros: Node.Aggregate.Zeros?) {
            switch zeros {
            case .refuse: self = .refuse
            case .raise(let least): self = .raise(Double(least))
            // Where the edition says nothing, its scales leave no room for zeros.
            case .zero, nil: self = .zero
            }
        }
    }

    /// Fails for kinds that take grades.
    init?(_ kind: Node.Aggregate.Kind) {
        switch kind {
        case .weightedMean: self = .mean
        case .weightedSum(let denominator): self = .weightedSum(over: Double(denominator))
        case .sum: self = .sum
        case .harmonic(let zeros): self = .harmonic(Zeros(zeros))
        case .geometric(let zeros): self = .geometric(Zeros(zeros))
        case .power(let exponent, let zeros): self = .power(Double(exponent), Zeros(zeros))
        case .median: self = .median
        case .least: self = .least
        case .greatest: self = .greatest
        case .kthBest(let position): self = .kthBest(position)
        case .copeland: self = .copeland
        case .weakest, .lookup: return nil
        }
    }

    /// What an alternative puts in the place of a mean, which keeps its own rule for zeros.
    init(_ alternative: Alternatives.Aggregation, for own: Node.Aggregate.Kind) {
        let zeros = own.zeros.map { Zeros($0) } ?? .limit
        switch alternative {
        case .arithmetic: self = .mean
        case .geometric: self = .geometric(zeros)
        case .harmonic: self = .harmonic(zeros)
        case .median: self = .median
        }
    }

    /// What is done with scores of 0, for kinds that have no room for them.
    var zeros: Zeros? {
        switch self {
        case .harmonic(let zeros), .geometric(let zeros): zeros
        case .power(let exponent, let zeros): exponent < 0 ? zeros : raising(zeros)
        case .mean, .weightedSum, .sum, .median, .least, .greatest, .kthBest, .copeland: nil
        }
    }

    /// A power mean has room for 0, and still raises scores where it says so.
    private func raising(_ zeros: Zeros) -> Zeros? {
        if case .raise = zeros { zeros } else { nil }
    }

    /// The least that a score counts as.
    var least: Double {
        if case .raise(let least)? = zeros { least } else { -.infinity }
    }

    /// What a mean without room for zeros comes to where there is one, or a score below; NaN for
    /// nothing.
    func atZero(isBelow: Bool) -> Double? {
        switch zeros {
        case .refuse: .nan
        case .zero: 0
        case .limit: isBelow ? .nan : 0
        // The edition raises scores to a number above 0.
        case .raise, nil: nil
        }
    }
}
