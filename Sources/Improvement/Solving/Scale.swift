/// Whole numbers of any size as doubles that a solver of linear programs keeps apart.
///
/// Numbers are counted in their greatest common divisor where their sums then are not above a
/// limit; then sums are exact. Else a sum's greatest is the limit, and two sums are told apart where
/// they differ by more than 10⁻⁹ of it.
struct Scale {
    /// What 1 is.
    let unit: Int128
    /// Whether two different sums differ by 1 at least.
    let isExact: Bool

    /// For sums of one number out of each list.
    init(ofSums lists: [[Int128]], limit: Int128) {
        let greatest = lists.reduce(UInt128(0)) { $0 + ($1.map(\.magnitude).max() ?? 0) }
        let divisor = lists.joined().reduce(UInt128(0)) { Self.divisor($0, $1.magnitude) }
        let common = Int128(max(1, divisor))
        isExact = Int128(greatest) / common <= limit
        unit = isExact ? common : max(1, Int128(greatest) / limit)
    }

    /// How many units a number is.
    func part(_ number: Int128) -> Double { Double(number) / Double(unit) }

    /// The same, whole where sums are.
    func floor(of number: Int128) -> Double {
        isExact ? Double(number / unit) : part(number)
    }

    /// Two sums that differ by less are taken to be equal, in units.
    var doubt: Double { isExact ? 0.4 : 1e-9 * Double(Self.valueLimit) }

    /// For what columns that are not whole add up to.
    static let valueLimit: Int128 = 1_000_000
    /// For what whole columns add up to.
    static let wholeLimit = Int128(1) << 50

    /// As a number again; held to what has 126 bits.
    func number(_ part: Double) -> Int128 {
        let limit = Double(Int128(1) << 126)
        return Int128(max(-limit, min(limit, part * Double(unit))))
    }

    private static func divisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
        var (greater, less) = (first, second)
        while less != 0 { (greater, less) = (less, greater % less) }
        return greater
    }
}
