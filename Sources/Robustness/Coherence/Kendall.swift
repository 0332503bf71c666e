/// Kendall's rank correlation in n log n steps.
///
/// - Source: W. R. Knight, A computer method for calculating Kendall's tau with ungrouped data,
///   Journal of the American Statistical Association 61 (1966); ties as in tau-b.
enum Kendall {
    /// Concordant less discordant pairs, in proportion to those that are not tied.
    ///
    ///     (n0 − n1 − n2 + n3 − 2 d) / √((n0 − n1) (n0 − n2))
    ///
    /// with n0 all pairs, n1 and n2 those tied in one and the other series, n3 in both, and d
    /// those in opposite order.
    ///
    /// - Returns: `nil` where a series is constant.
    static func tau(_ one: [Double], _ other: [Double]) -> Double? {
        let order = one.indices.sorted {
            one[$0] != one[$1] ? one[$0] < one[$1] : other[$0] < other[$1]
        }
        let all = pairs(order.count)
        let tied = ties(order) { one[$0] == one[$1] }
        let both = ties(order) { one[$0] == one[$1] && other[$0] == other[$1] }
        var seconds = order.map { other[$0] }
        let swaps = sort(&seconds)
        let otherTied = ties(Array(seconds.indices)) { seconds[$0] == seconds[$1] }
        guard all > tied, all > otherTied else { return nil }
        let balance = all - tied - otherTied + both - 2 * swaps
        let scale = Double(all - tied).squareRoot() * Double(all - otherTied).squareRoot()
        return min(max(Double(balance) / scale, -1), 1)
    }

    private static func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }

    /// How many pairs are the same, where those that are stand side by side.
    private static func ties(_ order: [Int], _ isSame: (Int, Int) -> Bool) -> Int {
        var (sum, run) = (0, 1)
        for place in order.indices.dropFirst() {
            if isSame(order[place - 1], order[place]) {
                run += 1
            } else {
                (sum, run) = (sum + pairs(run), 1)
            }
        }
        return sum + pairs(run)
    }

    /// Sorts by merging, and counts how many pairs stood in the other order.
    private static func sort(_ values: inout [Double]) -> Int {
        var (swaps, width) = (0, 1)
        var merged = values
        while width < values.count {
            for start in stride(from: 0, to: values.count, by: 2 * width) {
                let middle = min(start + width, values.count)
                let end = min(middle + width, values.count)
                var (left, right) = (start, middle)
                for place in start..<end {
                    if right == end || (left < middle && values[left] <= values[right]) {
                        merged[place] = values[left]
                        left += 1
                    } else {
                        merged[place] = values[right]
                        right += 1
                        swaps += middle - left
                    }
                }
            }
            swap(&values, &merged)
            width *= 2
        }
        return swaps
    }
}
