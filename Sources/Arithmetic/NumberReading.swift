/// One pass over a written number, keeping its digits without the zeros around them.
///
/// The value is `coefficient` · 10^`power`, where `coefficient` ends in a digit other than 0.
/// So the number of zeros someone wrote decides nothing, and the limits can be told from
/// `significant` and `power` alone, before anything could overflow.
struct NumberReading {
    private let notation: Notation
    private var index = 0
    private var coefficient: UInt128 = 0
    /// How many digits `coefficient` has; it is complete up to 38.
    private var significant = 0
    /// How many zeros came after the last other digit.
    private var zeros = 0
    private var power = 0

    init(_ notation: Notation) { self.notation = notation }

    mutating func number(_ bytes: Span<UInt8>) throws(NumberProblem) -> Fixed {
        guard !bytes.isEmpty else { throw .empty }
        let isNegative = skip(bytes, UInt8(ascii: "-"))
        if !isNegative { _ = skip(bytes, UInt8(ascii: "+")) }
        let whole = try readWhole(bytes)
        var fraction = 0
        if skip(bytes, notation.decimalMark) {
            fraction = readDigits(bytes)
            guard fraction > 0 else { throw .notANumber }
        }
        guard whole + fraction > 0 else { throw .notANumber }
        let exponent = try readExponent(bytes)
        guard index == bytes.count else { throw .notANumber }
        guard significant > 0 else { return .zero }
        power = zeros - fraction + exponent
        guard significant + power <= 20 else { throw .tooLarge }
        guard power >= -Fixed.fractionDigits else { throw .tooManyDigits }
        return Fixed(raw: isNegative ? 0 &- scaled : scaled)
    }

    /// The raw value; at most 38 digits, because both limits were checked.
    private var scaled: Int128 {
        var raw = coefficient
        for _ in 0..<(power + Fixed.fractionDigits) { raw &*= 10 }
        return Int128(truncatingIfNeeded: raw)
    }

    private mutating func skip(_ bytes: Span<UInt8>, _ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    /// Reads digits and says how many there were.
    private mutating func readDigits(_ bytes: Span<UInt8>) -> Int {
        let start = index
        while index < bytes.count {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            index += 1
            if digit == 0 {
                if significant > 0 { zeros += 1 }
                continue
            }
            significant += zeros + 1
            if significant <= 38 {
                for _ in 0...zeros { coefficient &*= 10 }
                coefficient &+= UInt128(digit)
            }
            zeros = 0
        }
        return index - start
    }

    /// Reads the digits before the decimal mark, in groups of three if there are group marks.
    ///
    /// The first group has a digit other than 0 at its front: `0,125` is more likely one eighth
    /// with another decimal mark than a hundred and twenty-five.
    private mutating func readWhole(_ bytes: Span<UInt8>) throws(NumberProblem) -> Int {
        let start = index
        var digits = readDigits(bytes)
        guard let mark = groupMark(bytes) else { return digits }
        guard (1...3).contains(digits), bytes[start] != UInt8(ascii: "0") else {
            throw .notANumber
        }
        while isAt(bytes, mark) {
            index += mark.count
            guard readDigits(bytes) == 3 else { throw .notANumber }
            digits += 3
        }
        return digits
    }

    private func isAt(_ bytes: Span<UInt8>, _ mark: [UInt8]) -> Bool {
        guard let first = mark.first, first != notation.decimalMark,
            index + mark.count <= bytes.count
        else { return false }
        for offset in mark.indices where bytes[index + offset] != mark[offset] { return false }
        return true
    }

    private func groupMark(_ bytes: Span<UInt8>) -> [UInt8]? {
        for mark in notation.groupBytes where isAt(bytes, mark) { return mark }
        return nil
    }

    /// The power of ten after `e` or `E`; one beyond ±1,000,000,000 counts as that.
    private mutating func readExponent(_ bytes: Span<UInt8>) throws(NumberProblem) -> Int {
        guard notation.allowsExponent,
            skip(bytes, UInt8(ascii: "e")) || skip(bytes, UInt8(ascii: "E"))
        else { return 0 }
        let isNegative = skip(bytes, UInt8(ascii: "-"))
        if !isNegative { _ = skip(bytes, UInt8(ascii: "+")) }
        let start = index
        var size = 0
        while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 {
            size = min(size * 10 + Int(bytes[index] &- UInt8(ascii: "0")), 1_000_000_000)
            index += 1
        }
        guard index > start else { throw .notANumber }
        return isNegative ? -size : size
    }
}
