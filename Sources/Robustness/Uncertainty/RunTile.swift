/// What came of up to 32 runs at one node, body by body.
struct RunTile: Sendable {
    /// How many runs a tile has room for.
    static let room = 32

    /// How many runs there are.
    private(set) var count = 0
    /// By the order of the bodies, the rank in each run; 0 for none.
    private(set) var ranks: [InlineArray<32, Int32>]
    /// By the order of the bodies, in how many runs each has a rank.
    private(set) var rankings: [Int]
    /// The score of each body in each run, all of a body next to each other; NaN for none.
    private var scores: [Double]

    init(bodies: Int) {
        ranks = Array(repeating: InlineArray(repeating: 0), count: bodies)
        rankings = Array(repeating: 0, count: bodies)
        scores = Array(repeating: .nan, count: bodies * Self.room)
    }

    /// Adds a run, of which there may be ``room``; a score that is not finite counts as none.
    mutating func add(scores run: [Double], ranks runRanks: [Int32]) {
        for body in ranks.indices where run[body].isFinite {
            ranks[body][count] = runRanks[body]
            if runRanks[body] > 0 { rankings[body] += 1 }
            scores[body * Self.room + count] = run[body]
        }
        count += 1
    }

    /// The score of a body in a run; NaN for none.
    func score(of body: Int, run: Int) -> Double { scores[body * Self.room + run] }
}
