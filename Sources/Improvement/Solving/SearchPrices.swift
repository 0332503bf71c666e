/// Costs and numbers of measures in one whole number, so that less is better in the order of ties.
///
///     price = cost / divisor · scale + number
///
/// where the scale is above the number of all measures, and the divisor is common to all costs.
struct SearchPrices {
    /// What all costs are multiples of, in the smallest unit of the currency.
    let divisor: Int64
    let scale: Int64
    /// In the order of the measures.
    let prices: [Int64]
    /// The highest price a set may have: what the budget allows, at most that of all measures.
    let most: Int64

    /// Fails where the price of all measures is above 2^60.
    init?(_ problem: Problem) {
        let common = problem.measures.reduce(Int64(0)) { Self.divisor($0, $1.cost) }
        divisor = max(common, 1)
        scale = Int64(problem.measures.count) + 1
        var (prices, sum) = ([Int64](), Int64(0))
        for measure in problem.measures {
            let (scaled, isTooLarge) = (measure.cost / divisor).multipliedReportingOverflow(
                by: scale)
            guard !isTooLarge, measure.cost >= 0, scaled < 1 << 60 else { return nil }
            prices.append(scaled + 1)
            sum += scaled + 1
            guard sum <= 1 << 60 else { return nil }
        }
        self.prices = prices
        guard let budget = problem.budget else {
            most = sum
            return
        }
        let (scaled, isTooLarge) = (budget / divisor).multipliedReportingOverflow(by: scale)
        most = budget < 0 ? -1 : isTooLarge || scaled > sum ? sum : min(scaled + scale - 1, sum)
    }

    /// The cost that sets of this price, or of a higher one, have at least.
    func cost(of price: Int64) -> Int64 {
        price / scale * divisor
    }

    /// The greatest common divisor; 0 with 0 is 0.
    static func divisor<Number: BinaryInteger>(_ left: Number, _ right: Number) -> Number {
        var (left, right) = (left.magnitude, right.magnitude)
        while right != 0 { (left, right) = (right, left % right) }
        return Number(truncatingIfNeeded: left)
    }
}
