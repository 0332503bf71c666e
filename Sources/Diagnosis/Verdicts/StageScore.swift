package import Arithmetic

/// What the rule of the verdict counts with: exact numbers where it is told, doubles in runs.
///
/// Exact numbers count as reaching what they miss by no more than the rounding of results to eighteen
/// digits can take away: criteria of 209/3, 209/3 and 212/3 are a cell of 70. Doubles count as
/// reaching what they miss by less than 10^-9, so that a run that changes nothing comes to the
/// verdict of the exact numbers.
package protocol StageScore: Sendable {
    /// What scores, or weights, add up to.
    associatedtype Total: Sendable

    init(_ exact: Fixed)

    /// The sum of nothing.
    static var nothing: Total { get }

    /// Adds a score, or a weight.
    static func add(_ score: Self, to total: inout Total)

    /// Whether it is smaller, for the least of several.
    func isBelow(_ other: Self) -> Bool

    /// Whether it is at least the edge.
    func reaches(_ edge: Self) -> Bool

    /// Whether the mean of so many scores, of which there is one, is at least the edge.
    static func mean(of total: Total, _ count: Int, reaches edge: Self) -> Bool

    /// Whether a part of a whole is at least the share; never of a whole that is not above 0.
    static func part(_ part: Total, of whole: Total, reaches share: Fraction) -> Bool

    /// Whether anything above 0 was added.
    static func isPositive(_ total: Total) -> Bool
}

extension Fixed: StageScore {
    package init(_ exact: Fixed) { self = exact }

    package static var nothing: WideSum { WideSum() }

    package static func add(_ score: Fixed, to total: inout WideSum) { total.add(score) }

    package func isBelow(_ other: Fixed) -> Bool { self < other }

    /// What the criteria of a cell and the cell itself lost, half a unit each.
    private static var lost: Int128 { 1 }

    package func reaches(_ edge: Fixed) -> Bool { raw >= edge.raw - Self.lost }

    /// The least sum of so many scores whose mean is at least the edge, as a raw value; `nil` where
    /// it has too many bits.
    package static func leastSum(of count: Int, reaching edge: Fixed) -> Int128? {
        let (sum, isOver) = (edge.raw - lost).multipliedReportingOverflow(by: Int128(count))
        return isOver ? nil : sum
    }

    package static func mean(of total: WideSum, _ count: Int, reaches edge: Fixed) -> Bool {
        var above = total
        above.add(edge, times: -Int64(count))
        above.add(Fixed(raw: lost), times: Int64(count))
        return above.sign >= 0
    }

    package static func part(_ part: WideSum, of whole: WideSum, reaches share: Fraction) -> Bool {
        guard isPositive(whole), let part = try? BigFraction(part, dividedBy: 1),
            let whole = try? BigFraction(whole, dividedBy: 1),
            // Only a sum beyond all memory throws, and fractions without limit do not.
            let edge = try? whole.multiplied(
                by: BigFraction(numerator: share.numerator, denominator: share.denominator))
        else { return false }
        return !part.isLess(than: edge)
    }

    package static func isPositive(_ total: WideSum) -> Bool { total.sign > 0 }
}

extension Double: StageScore {
    /// What a comparison of doubles overlooks, in points, or as a share.
    private static var tolerance: Double { 1e-9 }

    package static var nothing: Double { 0 }

    package static func add(_ score: Double, to total: inout Double) { total += score }

    package func isBelow(_ other: Double) -> Bool { self < other }

    package func reaches(_ edge: Double) -> Bool { self >= edge - Self.tolerance }

    package static func mean(of total: Double, _ count: Int, reaches edge: Double) -> Bool {
        total >= Double(count) * (edge - tolerance)
    }

    package static func part(_ part: Double, of whole: Double, reaches share: Fraction) -> Bool {
        let edge = Double(numerator: share.numerator, denominator: share.denominator)
        return whole > 0 && part >= whole * (edge - tolerance)
    }

    package static func isPositive(_ total: Double) -> Bool { total > 0 }
}
