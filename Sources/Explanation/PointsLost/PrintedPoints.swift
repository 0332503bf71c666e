public import Arithmetic

/// Points lost for print: the lines add up to their total, digit by digit.
public struct PrintedPoints: Sendable {
    /// What took the points, with its weights.
    public let line: PointsLost
    /// Rounded to the digits asked for.
    public let points: Fixed
    /// The lines beneath; their points add up to ``points``.
    public let lines: [PrintedPoints]

    /// Rounds a tree of points by the largest remainder, ties to the first, level by level.
    ///
    /// Fails when a figure leaves the numbers' range.
    ///
    /// - Parameters:
    ///   - lost: The unrounded tree.
    ///   - digits: After the point, 0…18.
    /// - Source: M. L. Balinski, H. P. Young, Fair Representation (1982), Hamilton's method.
    public init?(_ lost: PointsLost, digits: Int) {
        guard let total = try? lost.points.rounded(to: digits, .halfUp) else { return nil }
        self.init(lost, points: total, digits: digits)
    }

    private init?(_ lost: PointsLost, points: Fixed, digits: Int) {
        line = lost
        self.points = points
        guard let shares = Self.apportion(lost.lines.map(\.points), points, digits) else {
            return nil
        }
        var lines: [PrintedPoints] = []
        for (beneath, share) in zip(lost.lines, shares) {
            guard let printed = PrintedPoints(beneath, points: share, digits: digits) else {
                return nil
            }
            lines.append(printed)
        }
        self.lines = lines
    }

    /// Each part rounded down to the digits, and the units that are left given to the largest
    /// remainders; `nil` when a figure leaves the numbers' range.
    public static func apportion(
        _ parts: [BigFraction], _ total: Fixed, _ digits: Int
    ) -> [Fixed]? {
        guard !parts.isEmpty else { return [] }
        guard let unit = try? Fixed.one.divided(by: Self.power(digits)) else { return nil }
        var floors: [Fixed] = []
        var remainders: [(index: Int, rest: BigFraction)] = []
        var left = total
        for (index, part) in parts.enumerated() {
            guard let floor = floor(of: part, digits, unit),
                let rest = try? part.subtracting(BigFraction(floor)),
                let after = try? left.subtracting(floor)
            else { return nil }
            floors.append(floor)
            remainders.append((index, rest))
            left = after
        }
        remainders.sort { first, second in
            first.rest.isEqual(to: second.rest)
                ? first.index < second.index : second.rest.isLess(than: first.rest)
        }
        // The total lies between the parts' sum rounded down and up, so at most one unit for
        // each part is left, and none is owed.
        var next = 0
        while left >= unit {
            let index = remainders[next % remainders.count].index
            guard let more = try? floors[index].adding(unit),
                let after = try? left.subtracting(unit)
            else { return nil }
            floors[index] = more
            left = after
            next += 1
        }
        return floors
    }

    /// The part rounded towards less; `nil` beyond the numbers' range.
    private static func floor(of part: BigFraction, _ digits: Int, _ unit: Fixed) -> Fixed? {
        guard let floor = try? part.rounded(to: digits, .down) else { return nil }
        if part.sign >= 0 || part.isEqual(to: BigFraction(floor)) { return floor }
        return try? floor.subtracting(unit)
    }

    private static func power(_ digits: Int) -> Fixed {
        var power = 1
        for _ in 0..<digits { power *= 10 }
        return Fixed(power)
    }
}
