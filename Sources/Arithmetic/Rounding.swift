/// How a number that lies between two representable ones is brought to one of them.
///
/// A tie is decided on the exact value: 0.5 is a tie, 0.4999… and 0.5000…1 are not.
public enum Rounding: String, CaseIterable, Hashable, Sendable {
    /// To the nearer; a tie goes away from zero.
    case halfUp = "half-up"
    /// To the nearer; a tie goes to the even digit.
    case halfEven = "half-even"
    /// To the nearer; a tie goes toward zero.
    case halfDown = "half-down"
    /// Away from zero.
    case up
    /// Toward zero.
    case down
    /// To the nearer of two doubles, as R does since version 4.0.0: see ``NearestCandidate``.
    ///
    /// Where a rest is exact, as in ``increment(remainder:divisor:quotient:)``, it is
    /// ``halfEven``.
    case nearestCandidate = "nearest-candidate"

    /// What the quotient of two magnitudes grows by: 1 or 0.
    ///
    /// There is no branch on the remainder, which no processor could predict.
    ///
    /// - Parameters:
    ///   - remainder: What division left, below `divisor`.
    ///   - divisor: Above 0; at most half of what `T` holds is not required.
    ///   - quotient: Its lowest bits are enough: whether it is odd decides ties.
    /// - Returns: What is added to the quotient: 0 or 1.
    @inlinable
    func increment<T: FixedWidthInteger & UnsignedInteger>(
        remainder: T, divisor: T, quotient: T
    ) -> T {
        let rest = divisor &- remainder
        return switch self {
        case .halfUp: remainder >= rest ? 1 : 0
        case .halfEven, .nearestCandidate: remainder > rest &- (quotient & 1) ? 1 : 0
        case .halfDown: remainder > rest ? 1 : 0
        case .up: remainder != 0 ? 1 : 0
        case .down: 0
        }
    }
}
