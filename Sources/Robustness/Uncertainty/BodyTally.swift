/// What came of one body at one node, however many runs there are in a bounded number of counts.
struct BodyTally: Sendable {
    private(set) var ranks: RankTally
    private(set) var scores = ScoreTally()
    /// In how many runs it was in each band.
    private(set) var bands: [Int]
    /// In how many runs it lay above each of its followers, times two; once for a tie.
    private var wins: [UInt32]
    /// In how many runs it and each of its followers had a rank.
    private var meetings: [UInt32]

    init(rivals: Int, followers: Int, bands: Int) {
        ranks = RankTally(among: rivals)
        self.bands = Array(repeating: 0, count: bands)
        wins = Array(repeating: 0, count: followers)
        meetings = wins
    }

    /// How many numbers are held.
    var size: Int { ranks.size + scores.size + bands.count + wins.count + meetings.count }

    /// Counts the runs of a tile.
    mutating func add(
        _ tile: RunTile, body: Int, followers: ArraySlice<Int>, _ contest: some Contest
    ) {
        for run in 0..<tile.count {
            let score = tile.score(of: body, run: run)
            guard !score.isNaN else { continue }
            scores.add(score)
            if let band = contest.band(of: score) { bands[band] += 1 }
            let rank = tile.ranks[body][run]
            if rank > 0 { ranks.add(rank) }
        }
        let own = tile.ranks[body]
        let hasRank = own .> 0
        for (index, follower) in followers.enumerated() {
            let other = tile.ranks[follower]
            meetings[index] += Self.count(hasRank .& (other .> 0))
            wins[index] += Self.count(hasRank .& (own .< other)) * 2
            wins[index] += Self.count(hasRank .& (own .== other))
        }
    }

    /// In which share of the runs in which both had a rank it lay above one of its followers, ties
    /// counted half; `nil` where there was no such run.
    func share(above follower: Int) -> Double? {
        guard meetings[follower] > 0 else { return nil }
        return Double(wins[follower]) / 2 / Double(meetings[follower])
    }

    /// Puts the scores in order; to be called when all runs are counted.
    mutating func close() { scores.close() }

    private static func count(_ mask: SIMDMask<SIMD32<Int32>>) -> UInt32 {
        let ones = SIMD32<Int32>.zero.replacing(with: 1, where: mask)
        return UInt32(truncatingIfNeeded: ones.wrappedSum())
    }
}
