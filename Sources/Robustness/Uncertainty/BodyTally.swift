/// What came of one body at one node, however many runs there are in a bounded number of counts.
struct BodyTally: Sendable {
    private(set) var ranks: RankTally
    private(set) var scores = ScoreTally()
    /// In how many runs it was in each band.
    private(set) var bands: [Int]
    /// Against each of its followers, in how many runs it lay above, less in how many below.
    private var leads: [Int32]
    /// In how many runs it and each of its followers had a rank.
    private var meetings: [Int32]

    init(rivals: Int, followers: Int, bands: Int) {
        ranks = RankTally(among: rivals)
        self.bands = Array(repeating: 0, count: bands)
        leads = Array(repeating: 0, count: followers)
        meetings = leads
    }

    /// How many numbers are held.
    var size: Int { ranks.size + scores.size + bands.count + leads.count + meetings.count }

    /// Counts the runs of some tiles.
    mutating func add(
        _ tiles: [RunTile], body: Int, followers: ArraySlice<Int>, _ contest: some Contest
    ) {
        for tile in tiles { add(tile, body, contest) }
        guard ranks.count > 0 else { return }
        for (index, follower) in followers.enumerated() {
            for tile in tiles {
                let (lead, met) = tile.lead(of: body, over: follower)
                leads[index] += lead
                meetings[index] += met
            }
        }
    }

    private mutating func add(_ tile: RunTile, _ body: Int, _ contest: some Contest) {
        for run in 0..<tile.count {
            let score = tile.score(of: body, run: run)
            guard !score.isNaN else { continue }
            scores.add(score)
            if let band = contest.band(of: score) { bands[band] += 1 }
            let rank = tile.rank(of: body, run: run)
            if rank > 0 { ranks.add(rank) }
        }
    }

    /// In which share of the runs in which both had a rank it lay above one of its followers, ties
    /// counted half; `nil` where there was no such run.
    func share(above follower: Int) -> Double? {
        let met = Int(meetings[follower])
        return met > 0 ? Double(met + Int(leads[follower])) / Double(2 * met) : nil
    }

    /// Puts the scores in order; to be called when all runs are counted.
    mutating func close() { scores.close() }
}
