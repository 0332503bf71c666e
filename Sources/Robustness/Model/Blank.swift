internal import Scoring

/// What stands in the place of a number that is not there: a NaN that says why.
enum Blank: UInt64 {
    case notApplicable = 1
    case excluded = 2
    case missing = 3
    /// A denominator is zero, or a function does not take its number.
    case failed = 4

    init(_ state: State) {
        switch state {
        case .notApplicable: self = .notApplicable
        case .excluded: self = .excluded
        case .missing, .score: self = .missing
        }
    }

    /// Why there is no number; `nil` where there is one.
    init?(_ value: Double) {
        guard value.isNaN else { return nil }
        self = Blank(rawValue: value.bitPattern & 7) ?? .missing
    }

    var value: Double { Double(bitPattern: Double.nan.bitPattern | rawValue) }

    /// Of two values the blank that decides; `nil` where neither is one.
    static func graver(_ first: Double, _ second: Double) -> Blank? {
        guard let one = Blank(first) else { return Blank(second) }
        guard let other = Blank(second) else { return one }
        return one.rawValue >= other.rawValue ? one : other
    }
}
