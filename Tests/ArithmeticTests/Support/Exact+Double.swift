internal import BigInt

extension Exact {
    /// The exact value of a finite double.
    init(_ value: Double) {
        guard value != 0 else {
            self.init(0, 1)
            return
        }
        // The significand has 53 bits, so 2^52 times it is whole.
        let bits = BigInt(Int64(value.significand * 4_503_599_627_370_496))
        let power = Int(value.exponent) - 52
        let size = power < 0 ? Exact(bits, BigInt(1) << -power) : Exact(bits << power, 1)
        self = value < 0 ? Exact(-size.upper, size.lower) : size
    }

    /// How far two numbers are apart.
    func distance(to other: Exact) -> Exact {
        let difference = self - other
        return Exact(BigInt(difference.upper.magnitude), BigInt(difference.lower.magnitude))
    }

    /// Whether no other double is nearer, and of two as near the even one is taken.
    func hasNearest(_ found: Double) -> Bool {
        let own = distance(to: Exact(found))
        for other in [found.nextUp, found.nextDown] {
            let theirs = distance(to: Exact(other))
            let (left, right) = (own.upper * theirs.lower, theirs.upper * own.lower)
            if left > right { return false }
            if left == right, !found.significandBitPattern.isMultiple(of: 2) { return false }
        }
        return true
    }
}
