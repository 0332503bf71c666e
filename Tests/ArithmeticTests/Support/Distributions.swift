internal import Foundation

/// How far the share of draws below a number is from that of a distribution, at most.
///
/// The statistic of Kolmogorov and Smirnov.
func farthest(_ draws: [Double], _ share: (Double) -> Double) -> Double {
    var farthest = 0.0
    let count = Double(draws.count)
    for (index, draw) in draws.sorted().enumerated() {
        let expected = share(draw)
        farthest = max(
            farthest, expected - Double(index) / count, Double(index + 1) / count - expected)
    }
    return farthest
}

/// What so many draws reach once in 10,000 times: 2 exp(−2 d² n) = 0.0001.
func rare(_ count: Int) -> Double { (log(20_000) / (2 * Double(count))).squareRoot() }

/// The share of the standard normal distribution below a number.
func normalShare(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }
