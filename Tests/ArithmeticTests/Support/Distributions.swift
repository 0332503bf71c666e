internal import Foundation

/// How far the share of draws below any number is from the share that a distribution has there, at
/// most: the statistic of Kolmogorov and Smirnov.
func farthest(_ draws: [Double], _ share: (Double) -> Double) -> Double {
    var farthest = 0.0
    for (index, draw) in draws.sorted().enumerated() {
        let expected = share(draw)
        let (before, after) = (Double(index), Double(index + 1))
        farthest = max(
            farthest, expected - before / Double(draws.count), after / Double(draws.count) - expected)
    }
    return farthest
}

/// What so many draws reach once in 10,000 times: 2 exp(−2 d² n) = 0.0001.
func rare(_ count: Int) -> Double { (log(20_000) / (2 * Double(count))).squareRoot() }

/// The share of the standard normal distribution below a number.
func normalShare(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }
