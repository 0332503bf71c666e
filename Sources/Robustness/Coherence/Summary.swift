internal import Arithmetic

/// What the values of an indicator are like.
public struct Summary: Hashable, Sendable {
    /// Why its values may say little.
    public enum Concern: String, CaseIterable, Hashable, Sendable {
        /// Fewer than 65 % of the bodies have one.
        case fewValues = "few-values"
        /// Fewer than half of them differ from 0.
        case manyZeros = "many-zeros"
        /// Fewer than half of them are different from one another.
        case fewDistinct = "few-distinct"
        /// Skewness is beyond 2 and kurtosis above 3.5: some lie far from the others.
        case outliers
    }

    /// How many bodies could have a value.
    public let total: Int
    /// How many have one; at least one.
    public let available: Int
    /// How many of them are not 0.
    public let nonZero: Int
    /// How many different values there are.
    public let unique: Int
    /// How many bodies share the value that most of them have.
    public let same: Int
    /// The least value.
    public let least: Double
    /// The greatest value.
    public let greatest: Double
    /// Their mean.
    public let mean: Double
    /// The middle value, or the mean of the two in the middle.
    public let median: Double
    /// The standard deviation of a sample, over n − 1; `nil` of one value.
    public let deviation: Double?
    /// How lopsided they are, G1; `nil` where ``Moments`` has none.
    public let skewness: Double?
    /// How heavy their tails are, G2, 0 for a normal series; `nil` where ``Moments`` has none.
    public let kurtosis: Double?

    /// Looks at values.
    ///
    /// Fails without a value.
    ///
    /// - Parameter values: One for each body that could have one; NaN where it has none.
    package init?(_ values: [Double]) {
        let sorted = values.filter { !$0.isNaN }.sorted()
        guard let least = sorted.first, let greatest = sorted.last, let moments = Moments(sorted)
        else { return nil }
        (self.least, self.greatest, mean) = (least, greatest, moments.mean)
        (total, available) = (values.count, sorted.count)
        nonZero = sorted.count { $0 != 0 }
        let middle = sorted.count / 2
        median =
            sorted.count.isMultiple(of: 2)
            ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
        (deviation, skewness) = (moments.deviation, moments.skewness)
        kurtosis = moments.kurtosis
        var (unique, same, run) = (0, 0, 0)
        var last: Double?
        for value in sorted {
            if value != last { (unique, run) = (unique + 1, 0) }
            run += 1
            same = max(same, run)
            last = value
        }
        (self.unique, self.same) = (unique, same)
    }

    /// The share of the bodies that have a value.
    public var availableShare: Double { Double(available) / Double(total) }

    /// The share of the values that are not 0.
    public var nonZeroShare: Double { Double(nonZero) / Double(available) }

    /// How many different values there are for each value.
    public var uniqueShare: Double { Double(unique) / Double(available) }

    /// The share of the values that are the one most bodies have.
    public var sameShare: Double { Double(same) / Double(available) }

    /// What is to be thought of, in the order of the cases.
    ///
    /// - Source: The limits are those of COINr 1.1.14 (`get_stats`), after the audits of the Joint
    ///   Research Centre.
    public var concerns: [Concern] {
        Concern.allCases.filter { concern in
            switch concern {
            case .fewValues: availableShare < 0.65
            case .manyZeros: nonZeroShare < 0.5
            case .fewDistinct: uniqueShare < 0.5
            case .outliers: (skewness ?? 0).magnitude > 2 && (kurtosis ?? 0) > 3.5
            }
        }
    }
}
