internal import Arithmetic
internal import Methodology

/// What the values of a score's table stand for.
struct ScoreScale: Sendable {
    /// The score that nothing is added to, before the node's rounding where ``rounding`` says so.
    let now: Fixed
    /// Values are raw scores times this.
    let grain: Int128
    /// -1 where less is better, so that values rise as scores fall.
    let sign: Int128
    /// Whether scores were computed with every set, rather than added up.
    let isExact: Bool
    /// By how many raw units a sum may differ from what the engine rounds step by step.
    let slack: Int128
    /// What is still to be done with a sum.
    let rounding: Plan.Rounded?

    /// The least value with which a score may be as is wanted.
    ///
    /// - Parameter isMet: Whether a score will do; all better ones do as well.
    /// - Returns: `nil` where no score does.
    func value(reaching isMet: (Fixed) -> Bool) -> Int128? {
        let limit = Fixed.hundred.raw * 100_000_000_000_000_000
        var (low, high) = (-limit, limit)
        guard isMet(final(sign * high)) else { return nil }
        while low < high {
            let middle = low + (high - low) / 2
            if isMet(final(sign * middle)) { high = middle } else { low = middle + 1 }
        }
        let change = high - sign * now.raw - (isExact ? 0 : slack)
        let (value, isOver) = change.multipliedReportingOverflow(by: grain)
        return isOver ? nil : value
    }

    /// The score of a value.
    func score(of value: Int128) -> Fixed {
        let (whole, rest) = value.quotientAndRemainder(dividingBy: grain)
        let half = 2 * rest.magnitude > grain.magnitude ? rest.signum() : 0
        return final(now.raw.addingReportingOverflow(sign * (whole + half)).partialValue)
    }

    private func final(_ raw: Int128) -> Fixed {
        let score = Fixed(raw: raw)
        // Scores have room to be rounded.
        return rounding.flatMap { try? score.rounded(to: $0.digits, $0.mode) } ?? score
    }
}
