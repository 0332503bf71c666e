internal import Arithmetic

/// Exact sums over the children of one unit, from which a mean and its bounds are divided.
///
/// Whoever adds makes sure that weights times scores stay below 2^126 in all; see ``PlainMean``.
struct MeanTally {
    /// Weights times scores of the children that have one for good; they count for the mean and
    /// for its bounds.
    var settled = Part()
    /// The other children that count for the mean.
    private var counted = Part()
    /// The other children at their least, and at their greatest.
    private var lower = Part()
    private var upper: Int128 = 0
    private var isOpen = false
    /// Of the other children: nominal weights of those that are applicable, and of those with a
    /// score of their own.
    private var applicable: Int64 = 0
    private var covered: Int64 = 0
    private var hasOtherScore = false
    private var isExcludedAlone = true
    private(set) var isRefused = false
    private var hasOther = false

    /// A sum and its weights.
    struct Part {
        fileprivate var sum: Int128 = 0
        fileprivate var weight: Int64 = 0
        fileprivate var isEmpty = true

        mutating func add(_ score: Fixed, _ weight: Int64) {
            sum &+= score.raw &* Int128(weight)
            self.weight += weight
            isEmpty = false
        }
    }

    /// Adds what counts of another child for the mean.
    mutating func count(_ score: Fixed, _ weight: Int64) { counted.add(score, weight) }

    /// Adds what another child can become.
    mutating func range(_ bounds: Bounds, _ weight: Int64) {
        guard weight > 0 else { return }
        lower.add(bounds.lower, weight)
        upper &+= bounds.upper.raw &* Int128(weight)
        isOpen = isOpen || !bounds.isClosed
    }

    /// Notes what became of another child.
    mutating func note(
        _ state: State, isLeftOut: Bool, isRefused: Bool, hasOwnScore: Bool, _ weight: Int64
    ) {
        if state != .notApplicable { applicable += weight }
        if hasOwnScore { covered += weight }
        if isLeftOut, state == .notApplicable { return }
        hasOther = true
        if isRefused { self.isRefused = true }
        if state == .score { hasOtherScore = true }
        if state != .excluded { isExcludedAlone = false }
    }

    /// Whether any child is, or counts although it is not.
    var isApplicable: Bool { !settled.isEmpty || hasOther }

    /// Whether any child has a score.
    var hasScore: Bool { !settled.isEmpty || hasOtherScore }

    /// Whether all that is applicable is excluded.
    var isExcluded: Bool { isExcludedAlone && settled.isEmpty }

    /// What of the weight is applicable and has a score of its own.
    var coverage: NodeColumn.Coverage {
        NodeColumn.Coverage(
            covered: settled.weight + covered, applicable: settled.weight + applicable)
    }

    /// The mean of what counts; `nil` where nothing has a weight.
    func mean() throws(ArithmeticError) -> Fixed? { try mean(of: counted.sum, counted.weight) }

    /// What a mean can become that is as it is now; `nil` for anything on the scale.
    func bounds(of mean: Fixed?) throws(ArithmeticError) -> Bounds? {
        if lower.weight == 0, counted.weight == 0, let mean { return Bounds(mean, mean) }
        guard let least = try self.mean(of: lower.sum, lower.weight) else { return nil }
        guard isOpen else { return Bounds(least, least) }
        return try self.mean(of: upper, lower.weight).map { Bounds(least, $0) }
    }

    /// The mean of what is settled and something else; `nil` where nothing has a weight.
    private func mean(of other: Int128, _ weight: Int64) throws(ArithmeticError) -> Fixed? {
        let weight = settled.weight + weight
        guard weight > 0 else { return nil }
        var sum = WideSum()
        sum.add(Fixed(raw: settled.sum &+ other))
        return try sum.divided(by: Int128(weight))
    }
}
