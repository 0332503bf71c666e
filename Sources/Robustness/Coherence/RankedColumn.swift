/// A series in its order, so that many pairs are compared and each is sorted once.
struct RankedColumn: Sendable {
    /// As they are; NaN where there is none.
    let values: [Double]
    /// The places that have a value, from the least.
    let order: [Int]
    /// For each place how many different values lie below its own; -1 where there is none.
    let levels: [Int]

    init(_ values: [Double]) {
        self.values = values
        order = values.indices.filter { !values[$0].isNaN }.sorted { values[$0] < values[$1] }
        var levels = [Int](repeating: -1, count: values.count)
        var level = 0
        for (index, place) in order.enumerated() {
            if index > 0, values[place] != values[order[index - 1]] { level += 1 }
            levels[place] = level
        }
        self.levels = levels
    }

    /// Ranks of the places where another has a value as well, in the order of the places; 1 for
    /// the least, and those that are equal share the mean of their ranks.
    func ranks(beside other: RankedColumn) -> [Double] {
        let shared = order.filter { other.levels[$0] >= 0 }
        var ranks = [Double](repeating: .nan, count: values.count)
        var start = 0
        while start < shared.count {
            var end = start
            while end < shared.count, levels[shared[end]] == levels[shared[start]] { end += 1 }
            for index in start..<end { ranks[shared[index]] = Double(start + 1 + end) / 2 }
            start = end
        }
        return ranks.filter { !$0.isNaN }
    }
}
