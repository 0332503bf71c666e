/// The rows of a block in whole numbers of 128 bits; the last one counts forbidden states.
struct SearchRows {
    /// What each row of contributions is a multiple of.
    let divisors: [Int128]
    /// What each row must come to, the row of forbidden states 0.
    let needed: [Int128]

    var count: Int { needed.count }

    /// Fails where a sum could be above 2^124.
    init?(_ block: Problem.Block) {
        var (divisors, needed) = ([Int128](), [Int128]())
        for (row, wanted) in block.rows.enumerated() {
            let numbers = block.groups.map { $0.states.map { $0.contributions[row] } }
            let common = numbers.reduce(Int128(0)) { $1.reduce($0, SearchPrices.divisor) }
            let divisor = max(common, 1)
            let largest = numbers.reduce(UInt128(0)) { sum, numbers in
                let most = (numbers.map(\.magnitude).max() ?? 0) / divisor.magnitude
                return min(sum, 1 << 125) + min(most, 1 << 125)
            }
            let (whole, part) = wanted.quotientAndRemainder(dividingBy: divisor)
            let rounded = part > 0 ? whole + 1 : whole
            guard largest <= 1 << 124, rounded.magnitude <= 1 << 124 else { return nil }
            divisors.append(divisor)
            needed.append(rounded)
        }
        self.divisors = divisors
        self.needed = needed + [0]
    }
}
