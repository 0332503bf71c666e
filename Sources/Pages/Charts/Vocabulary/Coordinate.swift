/// A place along a chart's width: a share of the width, and pixels from there.
///
/// Shares make a drawing as wide as its page without scripts, while texts and marks keep their
/// size, so that nothing has to be read at half its size on a telephone.
struct Across: Hashable, Sendable {
    /// 0 at the left edge, 1 at the right edge.
    let share: Double
    /// To the right of there.
    let pixels: Double

    init(_ share: Double, pixels: Double = 0) {
        self.share = share
        self.pixels = pixels
    }

    /// At the left edge.
    static let left = Across(0)
    /// At the right edge.
    static let right = Across(1)
    /// In the middle.
    static let middle = Across(0.5)

    /// Pixels from the left edge.
    static func pixels(_ pixels: Double) -> Across { Across(0, pixels: pixels) }
}

/// Numbers of a drawing as text, which is the same on every machine.
enum Coordinate {
    /// At most two digits after the point, as in `12.5`; what is beyond a million is held there.
    static func text(_ number: Double) -> String {
        let held = number.isNaN ? 0 : min(max(number, -1_000_000), 1_000_000)
        let hundredths = Int((held * 100).rounded())
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return sign + String(whole) }
        let (tenth, last) = rest.quotientAndRemainder(dividingBy: 10)
        return "\(sign)\(whole).\(tenth)" + (last == 0 ? "" : String(last))
    }

    /// A share of the width, as in `12.5%`.
    static func percent(_ share: Double) -> String { text(share * 100) + "%" }
}
