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
    static func tau(_ one: RankedColumn, _ other: RankedColumn) -> Double? {
        let order = one.order.filter { other.levels[$0] >= 0 }
        var seconds = order.map { other.levels[$0] }
        var (tied, both, start) = (0, 0, 0)
        while start < order.count {
            var end = start + 1
            while end < order.count, one.levels[order[end]] == one.levels[order[start]] { end += 1 }
            if end > start + 1 {
                seconds[start..<end].sort()
                tied += pairs(end - start)
                both += ties(seconds[start..<end])
            }
            start = end
        }
        let all = pairs(order.count)
        let swaps = sort(&seconds)
        let otherTied = ties(seconds[...])
        guard all > tied, all > otherTied else { return nil }
        let balance = all - tied - otherTied + both - 2 * swaps
        let scale = Double(all - tied).squareRoot() * Double(all - otherTied).squareRoot()
        return min(max(Double(balance) / scale, -1), 1)
    }

    private static func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }

    /// How many pairs of a sorted series are the same.
    private static func ties(_ sorted: ArraySlice<Int>) -> Int {
        guard var last = sorted.first else { return 0 }
        var (sum, run) = (0, 0)
        for value in sorted {
            if value != last { (sum, run, last) = (sum + pairs(run), 0, value) }
            run += 1
        }
        return sum + pairs(run)
    }

    /// Sorts by merging, and counts how many pairs stood in the other order.
    private static func sort(_ values: inout [Int]) -> Int {
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
