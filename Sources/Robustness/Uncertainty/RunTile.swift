/// What came of up to 32 runs at one node, body by body.
struct RunTile: Sendable {
    /// How many runs a tile has room for.
    static let room = 32

    /// How many runs there are.
    private(set) var count = 0
    /// The rank of each body in each run, all of a body next to each other; 0 for none.
    private var ranks: [Int32]
    /// By the order of the bodies, in how many runs each has a rank.
    private var rankings: [Int]
    /// The score of each body in each run, all of a body next to each other; NaN for none.
    private var scores: [Double]

    init(bodies: Int) {
        ranks = Array(repeating: 0, count: bodies * Self.room)
        rankings = Array(repeating: 0, count: bodies)
        scores = Array(repeating: .nan, count: bodies * Self.room)
    }

    /// Adds a run, of which there may be ``room``; a score that is not finite counts as none.
    mutating func add(scores run: [Double], ranks runRanks: [Int32]) {
        for body in rankings.indices where run[body].isFinite {
            ranks[body * Self.room + count] = runRanks[body]
            if runRanks[body] > 0 { rankings[body] += 1 }
            scores[body * Self.room + count] = run[body]
        }
        count += 1
    }

    /// The rank of a body in a run; 0 for none.
    func rank(of body: Int, run: Int) -> Int32 { ranks[body * Self.room + run] }

    /// The score of a body in a run; NaN for none.
    func score(of body: Int, run: Int) -> Double { scores[body * Self.room + run] }

    /// In how many runs a body has a better rank than another, less in how many a worse one, of
    /// those runs in which both have one, and how many those are.
    func lead(of body: Int, over other: Int) -> (lead: Int32, met: Int32) {
        let own = ranks.span.extracting(body * Self.room..<(body + 1) * Self.room)
        let others = ranks.span.extracting(other * Self.room..<(other + 1) * Self.room)
        guard rankings[body] == count, rankings[other] == count else {
            return Self.meet(own, others)
        }
        return (Self.lead(own, others), Int32(count))
    }

    /// The lead where no rank is missing; what follows the last run is 0 in both.
    ///
    /// Without branches, so that it is done on many runs at a time.
    private static func lead(_ own: Span<Int32>, _ others: Span<Int32>) -> Int32 {
        precondition(own.count == others.count, "a tile has the same room for each body")
        var lead: Int32 = 0
        for run in own.indices {
            lead &+= (own[run] < others[run] ? 1 : 0) &- (others[run] < own[run] ? 1 : 0)
        }
        return lead
    }

    private static func meet(_ own: Span<Int32>, _ others: Span<Int32>) -> (Int32, Int32) {
        var (lead, met): (Int32, Int32) = (0, 0)
        for run in own.indices where own[run] > 0 && others[run] > 0 {
            lead += (others[run] - own[run]).signum()
            met += 1
        }
        return (lead, met)
    }
}
