internal import Arithmetic
internal import Foundation

/// The same numbers for both sides, made before the clock runs.
///
/// They look like what is assessed: up to six digits before the point and two to six after it,
/// a tenth of them negative, none of them 0.
struct Operands {
    let fixed: [Fixed]
    let decimal: [Decimal]

    init(count: Int, seed: UInt64) throws {
        var state = seed
        let texts = (0..<count).map { _ in Self.text(&state) }
        fixed = try texts.map { (text) throws(NumberProblem) in try Fixed(text) }
        decimal = texts.compactMap { Decimal(string: $0, locale: nil) }
        precondition(decimal.count == count, "Decimal cannot read an operand")
    }

    private static func text(_ state: inout UInt64) -> String {
        let sign = below(10, &state) == 0 ? "-" : ""
        let whole = below([10, 100, 1000, 1_000_000][below(4, &state)], &state)
        var fraction = ""
        for _ in 0..<(1 + below(5, &state)) { fraction += String(below(10, &state)) }
        return "\(sign)\(whole).\(fraction)\(1 + below(9, &state))"
    }

    /// A linear congruential step; its upper bits are random enough for operands.
    ///
    /// - Source: D. Knuth, The Art of Computer Programming, volume 2 (1997), section 3.3.4.
    private static func below(_ limit: Int, _ state: inout UInt64) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(truncatingIfNeeded: (state >> 33) % UInt64(limit))
    }
}
