internal import Arithmetic
internal import Methodology

/// Rounding of doubles that stand for exact decimals: what lies within 10⁻⁹ of a tie is one.
struct SnappedRounding: Sendable {
    private let scale: Double
    private let digits: Int
    private let mode: Rounding

    init(_ rounded: Plan.Rounded) {
        var scale = 1.0
        for _ in 0..<rounded.digits { scale *= 10 }
        (self.scale, digits, mode) = (scale, rounded.digits, rounded.mode)
    }

    /// How near to a tie, in units of the last digit.
    private static let snap = 1e-9

    func callAsFunction(_ value: Double) -> Double {
        let size = value.magnitude * scale
        // Beyond, every double is whole, and NaN stays what it is.
        guard size < 0x1p52 else { return value }
        let whole = size.rounded(.down)
        let result = (whole + (isUp(size - whole, whole) ? 1 : 0)) / scale
        return value < 0 ? -result : result
    }

    private func isUp(_ rest: Double, _ whole: Double) -> Bool {
        let (least, most) = (Self.snap, 1 - Self.snap)
        let isTie = (rest - 0.5).magnitude <= Self.snap
        return switch mode {
        case .halfUp: isTie || rest > 0.5
        case .halfDown: !isTie && rest > 0.5
        case .halfEven: isTie ? whole.remainder(dividingBy: 2) != 0 : rest > 0.5
        case .nearestCandidate: isTie ? isUpperNearer(whole) : rest > 0.5
        case .up: rest > least
        case .down: rest >= most
        }
    }

    /// Of the tie above a whole number, as the double that stands for it.
    private func isUpperNearer(_ whole: Double) -> Bool {
        let tie = (whole + 0.5) / scale
        return NearestCandidate.round(tie, digits: digits) > tie
    }
}
