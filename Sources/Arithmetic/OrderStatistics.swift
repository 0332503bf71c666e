/// Figures that depend on the order of values and not on their sum.
public enum OrderStatistics {
    /// The middle value, or the exact mean of the two middle ones as a sum and how many it holds.
    ///
    /// - Parameter values: In any order; sorted afterwards.
    /// - Returns: The median as `sum` / `count`, where `count` is 1 or 2; `nil` without values.
    public static func median(_ values: inout [Fixed]) -> (sum: WideSum, count: Int128)? {
        guard !values.isEmpty else { return nil }
        values.sort()
        var sum = WideSum()
        sum.add(values[values.count / 2])
        guard values.count.isMultiple(of: 2) else { return (sum, 1) }
        sum.add(values[values.count / 2 - 1])
        return (sum, 2)
    }
}
