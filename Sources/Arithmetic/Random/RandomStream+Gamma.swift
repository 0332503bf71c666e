internal import Glibc

extension RandomStream {
    /// So many proposals in a row are rejected once in more than 10⁸⁰ draws; the numbers of an
    /// input must not decide whether a loop ends.
    private static let proposals = 64

    /// The next number of the gamma distribution of scale 1; its mean and variance are the shape.
    ///
    ///     d = a − 1/3,   v = (1 + x / √(9 d))³,   accepted when ln u < x²/2 + d (1 − v + ln v)
    ///
    /// with x normal and u uniform; below a shape of 1, of the shape one above times u^(1/a).
    ///
    /// - Source: G. Marsaglia, W. Tsang, A simple method for generating gamma variables (2000),
    ///   sections 3, 6 and 8.
    /// - Parameter shape: Finite; 0 and below count as 0, of which nothing but 0 comes.
    /// - Returns: d, which is next to the mode, where 64 proposals in a row are rejected.
    public mutating func gamma(shape: Double) -> Double {
        guard shape > 0 else { return 0 }
        guard shape >= 1 else {
            // The power first: a stream is read in the order of these lines.
            let power = pow(1 - uniform(), 1 / shape)
            return gamma(shape: shape + 1) * power
        }
        let d = shape - 1 / 3
        let scale = 1 / (9 * d).squareRoot()
        for _ in 0..<Self.proposals {
            let x = normal()
            let root = 1 + scale * x
            guard root > 0 else { continue }
            let v = root * root * root
            if log(1 - uniform()) < x * x / 2 + d * (1 - v + log(v)) { return d * v }
        }
        return d
    }

    /// The next shares of the Dirichlet distribution.
    ///
    /// - Source: L. Devroye, Non-uniform random variate generation (1986), XI.4.1.
    /// - Parameter shapes: Finite, none below 0, one at least above.
    /// - Returns: One for each shape, which add up to 1 but for rounding; the mean of each is its
    ///   shape over the sum of the shapes.
    public mutating func dirichlet(shapes: [Double]) -> [Double] {
        let shares = shapes.map { gamma(shape: $0) }
        let sum = shares.reduce(0, +)
        guard sum > 0 else { return whole(to: shapes) }
        return shares.map { $0 / sum }
    }

    /// All to one, as is the limit of small shapes: their gamma numbers are too small for doubles.
    private mutating func whole(to shapes: [Double]) -> [Double] {
        var rest = uniform() * shapes.reduce(0, +)
        var shares = Array(repeating: 0.0, count: shapes.count)
        let chosen = shapes.firstIndex {
            rest -= $0
            return rest < 0
        }
        if let chosen { shares[chosen] = 1 }
        return shares
    }
}
