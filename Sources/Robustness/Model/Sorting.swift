/// Sorting in place: what the standard library does takes memory of its own.
enum Sorting {
    /// - Source: M. Ciura, Best increments for the average case of Shellsort (2001).
    private static let gaps: InlineArray<12, Int> = [
        40_985, 17_759, 7_765, 3_389, 1_577, 701, 301, 132, 57, 23, 10, 4,
    ]

    /// Puts the first positions in the order of their keys, rising.
    static func sort(_ positions: inout [Int], count: Int, by keys: [Double]) {
        var index = 0
        while index <= gaps.count {
            let gap = index < gaps.count ? gaps[index] : 1
            index += 1
            guard gap < count else { continue }
            for start in gap..<count {
                let position = positions[start]
                let key = keys[position]
                var hole = start
                while hole >= gap, keys[positions[hole - gap]] > key {
                    positions[hole] = positions[hole - gap]
                    hole -= gap
                }
                positions[hole] = position
            }
        }
    }
}
