/// Who comes after whom officially, in each group that is ranked among each other.
struct Standings: Sendable {
    /// So many bodies after each are kept in the result.
    static let kept = 25
    /// Of each group the bodies, best first; those with the same rank in the order of the evidence.
    let orders: [[Int]]
    /// For each body its group and its place in it, from 0; `nil` for those that are not ranked.
    private let places: [(group: Int, place: Int)?]
    private let comparisons: Int

    /// Sorts the bodies.
    ///
    /// - Parameters:
    ///   - contest: Who is ranked among whom.
    ///   - bodies: How many there are.
    ///   - comparisons: So many are made in each run for a group: in one of 512 and fewer each is
    ///     compared with all that come after it; in larger ones they do not grow with the square.
    init(_ contest: some Contest, bodies: Int, comparisons: Int = 1 << 18) {
        self.comparisons = comparisons
        orders = contest.groups.map { group in
            group.sorted { (contest.official[$0], $0) < (contest.official[$1], $1) }
        }
        var places: [(group: Int, place: Int)?] = Array(repeating: nil, count: bodies)
        for (group, order) in orders.enumerated() {
            for (place, body) in order.enumerated() { places[body] = (group, place) }
        }
        self.places = places
    }

    /// How many are ranked among each other with a body; 0 for one that is not ranked.
    func rivals(of body: Int) -> Int { places[body].map { orders[$0.group].count } ?? 0 }

    /// Those that come next after a body and are compared with it.
    func followers(of body: Int) -> ArraySlice<Int> {
        guard let (group, place) = places[body] else { return [] }
        let order = orders[group]
        return order[(place + 1)..<min(order.count, place + 1 + reach(in: order))]
    }

    /// With how many after it each of those that are ranked among each other is compared.
    func reach(in order: [Int]) -> Int { max(Self.kept, comparisons / max(order.count, 1)) }
}
