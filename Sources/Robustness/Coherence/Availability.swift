/// How much of a body's own evidence there is.
public struct Availability: Hashable, Sendable {
    /// How many indicators apply to it.
    public let total: Int
    /// How many of them have no value of their own.
    public let missing: Int
    /// How many of them are 0.
    public let zeros: Int

    /// Counts values; NaN where there is none.
    package init(_ values: [Double]) {
        total = values.count
        missing = values.count { $0.isNaN }
        zeros = values.count { $0 == 0 }
    }

    /// The share of the indicators that has a value; `nil` where none applies.
    public var availableShare: Double? {
        total > 0 ? 1 - Double(missing) / Double(total) : nil
    }

    /// The share of the values that are not 0; `nil` without values.
    public var nonZeroShare: Double? {
        total > missing ? 1 - Double(zeros) / Double(total - missing) : nil
    }
}
