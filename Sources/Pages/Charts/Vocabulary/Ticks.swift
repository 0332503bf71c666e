/// A round number on a scale.
struct Tick: Hashable, Sendable {
    /// Where it lies, in the units of the scale.
    let position: Double
    /// The number in plain digits, as in `-0.25`.
    let plain: String
}

/// Round numbers: whole multiples of 1, 2 or 5 times a power of ten.
///
/// They are whole numbers until they are written, so that 0.3 is never 0.30000000000000004.
struct Ticks: Hashable, Sendable {
    /// Lowest first.
    let list: [Tick]

    /// The round numbers within a scale that are no closer than an equal division would have them.
    ///
    /// - Parameters:
    ///   - scale: Whose ends they lie within.
    ///   - count: Into how many parts the scale is divided at most; at least 1.
    init(_ scale: Scale, atMost count: Int) {
        list = Self.around(scale, count).filter {
            scale.low <= $0.position && $0.position <= scale.high
        }
    }

    /// The same, and the next one beyond either end that is not round itself.
    init(covering scale: Scale, atMost count: Int) {
        let all = Self.around(scale, count)
        let first = all.lastIndex { $0.position <= scale.low } ?? all.startIndex
        let last = all.firstIndex { $0.position >= scale.high } ?? all.endIndex - 1
        list = first <= last ? Array(all[first...last]) : []
    }

    /// Those within a scale and one more or two at either end: -0.3 divided by 0.1 is above -3.
    private static func around(_ scale: Scale, _ count: Int) -> [Tick] {
        let least = (scale.high - scale.low) / Double(max(count, 1))
        guard let step = Step(atLeast: least) else { return [] }
        let first = (scale.low / step.size).rounded(.down) - 1
        let last = (scale.high / step.size).rounded(.up) + 1
        // Above 2^53 neighbouring multiples are one and the same number.
        guard first.magnitude < 9e15, last.magnitude < 9e15, last - first < 1000 else { return [] }
        return (Int(first)...Int(last)).map { step.tick($0) }
    }

    /// One of 1, 2, 5 times a power of ten.
    private struct Step {
        let digit: Int
        let exponent: Int
        let size: Double

        /// The least such number that is not less than another.
        init?(atLeast least: Double) {
            guard least.isFinite, least > 0 else { return nil }
            for exponent in -18...24 {
                for digit in [1, 2, 5] {
                    let size = Step.size(digit, exponent)
                    if size >= least {
                        self.digit = digit
                        self.exponent = exponent
                        self.size = size
                        return
                    }
                }
            }
            return nil
        }

        func tick(_ times: Int) -> Tick {
            let digits = times * digit
            return Tick(
                position: Step.size(digits, exponent), plain: Step.plain(digits, exponent))
        }

        /// Rounded once, because powers of ten up to the twenty-second are doubles.
        private static func size(_ digits: Int, _ exponent: Int) -> Double {
            var power = 1.0
            for _ in 0..<exponent.magnitude { power *= 10 }
            return exponent < 0 ? Double(digits) / power : Double(digits) * power
        }

        private static func plain(_ digits: Int, _ exponent: Int) -> String {
            let sign = digits < 0 ? "-" : ""
            var text = String(digits.magnitude)
            if digits == 0 { return "0" }
            if exponent >= 0 { return sign + text + String(repeating: "0", count: exponent) }
            let places = -exponent
            if text.count <= places {
                text = String(repeating: "0", count: places + 1 - text.count) + text
            }
            var fraction = text.suffix(places)
            while fraction.last == "0" { fraction.removeLast() }
            let whole = text.dropLast(places)
            return sign + whole + (fraction.isEmpty ? "" : "." + fraction)
        }
    }
}
