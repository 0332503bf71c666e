extension Contest {
    /// How many bodies are officially ranked.
    var rankedCount: Int { groups.reduce(0) { $0 + $1.count } }

    /// By how many places each body stands away from its official rank.
    ///
    /// A body that has no score in a run stands behind all of its group that have one.
    ///
    /// - Parameters:
    ///   - ranks: Of a run, by the order of the bodies; 0 for none.
    ///   - shifts: Of the same length; what belongs to bodies without an official rank stays.
    /// - Returns: The sum of all.
    func shift(_ ranks: [Int32], into shifts: inout [Int32]) -> Int {
        var sum = 0
        for group in groups {
            let last = Int32(group.count { ranks[$0] > 0 }) + 1
            for body in group {
                let rank = ranks[body] > 0 ? ranks[body] : last
                shifts[body] = abs(rank - official[body])
                sum += Int(shifts[body])
            }
        }
        return sum
    }
}
