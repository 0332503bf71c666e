/// A decimal number of at most eighteen digits, as nearly all evidence is, in nine bytes.
///
/// The value is `digits` · 10^-`fraction`; zeros at its end are kept as they were written.
public struct ShortDecimal: Hashable, Sendable {
    /// All digits as one whole number, below 10^18 in size.
    public let digits: Int64
    /// How many of them stand after the point, 0…18.
    public let fraction: UInt8

    /// The number of so many digits, of which some stand after the point.
    ///
    /// - Parameters:
    ///   - digits: Below 10^18 in size.
    ///   - fraction: 0…18.
    public init(digits: Int64, fraction: UInt8) {
        self.digits = digits
        self.fraction = min(fraction, UInt8(Fixed.fractionDigits))
    }

    /// Reads digits with perhaps a hyphen before them and a decimal mark among them.
    ///
    /// `nil` says only that the text is not written like this: ``Fixed/init(parsing:_:)``
    /// decides whether it is a number. What is read here means the same there.
    ///
    /// - Parameters:
    ///   - bytes: The whole text in UTF-8.
    ///   - decimalMark: The mark before the fraction in ASCII; not a digit.
    public init?(parsing bytes: Span<UInt8>, decimalMark: UInt8 = UInt8(ascii: ".")) {
        guard (1...20).contains(bytes.count) else { return nil }
        let isNegative = bytes[0] == UInt8(ascii: "-")
        let start = isNegative ? 1 : 0
        var size: UInt64 = 0
        var mark = bytes.count
        for index in start..<bytes.count {
            let digit = bytes[index] &- UInt8(ascii: "0")
            if digit < 10 {
                size = size &* 10 &+ UInt64(digit)
            } else if bytes[index] == decimalMark, mark == bytes.count {
                mark = index
            } else {
                return nil
            }
        }
        let fraction = bytes.count - mark - 1
        let count = bytes.count - start - (fraction >= 0 ? 1 : 0)
        guard (1...18).contains(count), fraction != 0 else { return nil }
        let digits = Int64(truncatingIfNeeded: size)
        self.digits = isNegative ? 0 &- digits : digits
        self.fraction = UInt8(truncatingIfNeeded: max(fraction, 0))
    }
}

extension ShortDecimal {
    /// Reads a part of a text as ``init(parsing:decimalMark:)`` reads a whole one.
    ///
    /// Fifteen bytes or less are read at once, without going through them: what stands in them
    /// is chance, and a processor that guesses at it is wrong every other time.
    ///
    /// - Parameters:
    ///   - bytes: A text in UTF-8.
    ///   - range: Where the number stands in it.
    ///   - decimalMark: The mark before the fraction in ASCII; not a digit.
    public init?(
        in bytes: Span<UInt8>, _ range: Range<Int>, decimalMark: UInt8 = UInt8(ascii: ".")
    ) {
        guard range.count < 16, range.lowerBound >= 0, range.lowerBound + 16 <= bytes.count else {
            self.init(parsing: bytes.extracting(range), decimalMark: decimalMark)
            return
        }
        let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
        let start = range.lowerBound
        self.init(
            bytes.sixteen(from: start) &>> (isNegative ? 8 : 0),
            count: range.count - (isNegative ? 1 : 0), isNegative: isNegative, decimalMark)
    }

    /// Reads the first `count` bytes, at most fifteen, the first of them being the lowest.
    @inline(__always)
    private init?(_ bytes: UInt128, count: Int, isNegative: Bool, _ decimalMark: UInt8) {
        guard count > 0 else { return nil }
        let text = bytes & (UInt128.max &>> (128 - 8 * count))
        let marks = (text ^ (UInt128(decimalMark) &* Self.ones)).zeroBytes
        let mark = marks == 0 ? count : marks.trailingZeroBitCount &>> 3
        let fraction = max(count - mark - 1, 0)
        let digits = mark < count ? count - 1 : count
        guard digits > 0, mark == count || fraction > 0 else { return nil }
        // The bytes behind the mark move up by one, and all of them to the upper end.
        let before = (UInt128(1) &<< (8 * mark)) &- 1
        let joined = (text & before) | ((text &>> 8) & ~before)
        let zeros = (Self.ones &* 0x30) & ~(UInt128.max &<< (8 * digits))
        let values = (joined ^ zeros) &<< (128 - 8 * digits)
        // A byte above 9 gets its upper bit, or has it already.
        guard ((values &+ Self.ones &* 0x76) | values) & (Self.ones &* 0x80) == 0 else {
            return nil
        }
        let size =
            Self.number(UInt64(truncatingIfNeeded: values)) &* 100_000_000
            &+ Self.number(UInt64(truncatingIfNeeded: values &>> 64))
        self.digits = isNegative ? 0 &- Int64(size) : Int64(size)
        self.fraction = UInt8(truncatingIfNeeded: fraction)
    }

    /// The number whose eight digits are the bytes, the first of them being the lowest.
    private static func number(_ bytes: UInt64) -> UInt64 {
        let pairs = (bytes &* 2561) &>> 8 & 0x00FF_00FF_00FF_00FF
        let fours = (pairs &* 6_553_601) &>> 16 & 0x0000_FFFF_0000_FFFF
        return (fours &* 42_949_672_960_001) &>> 32
    }

    /// A 1 in every byte.
    private static var ones: UInt128 { 0x0101_0101_0101_0101_0101_0101_0101_0101 }
}

extension UInt128 {
    /// The upper bit of the lowest byte that is 0, and perhaps of some above it.
    fileprivate var zeroBytes: UInt128 {
        (self &- 0x0101_0101_0101_0101_0101_0101_0101_0101)
            & ~self & 0x8080_8080_8080_8080_8080_8080_8080_8080
    }
}

extension Span<UInt8> {
    /// Sixteen bytes, the first of them being the lowest.
    fileprivate func sixteen(from start: Int) -> UInt128 {
        let bytes = unsafe self.bytes
        let low = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
        let high = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start + 8, as: UInt64.self)
        return UInt128(UInt64(littleEndian: high)) &<< 64 | UInt128(UInt64(littleEndian: low))
    }
}

extension Fixed {
    /// The same number.
    public init(_ short: ShortDecimal) {
        let unit = WholeNumbers.powersOfTen[Self.fractionDigits - Int(short.fraction)]
        self.init(raw: Int128(short.digits) &* Int128(unit))
    }
}
