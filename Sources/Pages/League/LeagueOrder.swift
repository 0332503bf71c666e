internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The bodies of a period in the order in which the table of one node lists them.
struct LeagueOrder: Sendable {
    /// Bodies that are ranked among each other.
    struct Population: Sendable {
        /// Their kind or group; `nil` where all bodies are ranked together.
        let name: String?
        /// Where they stand in the order.
        let range: Range<Int>
    }

    /// The node, by its position.
    let node: Int
    /// Whether the edition ranks it; otherwise bodies stand in alphabetical order.
    let isRanked: Bool
    /// Those with a score, population by population, the first rank first; equals by the alphabet.
    let bodies: [Int]
    /// In the order of their best bodies.
    let populations: [Population]
    /// Those without a score, as in their file.
    let unscored: [Int]
    /// The rank at each place of ``bodies``.
    private let ranks: [Int32]
    /// For each body its place in ``bodies``; -1 for one without a score.
    private let places: [Int32]

    /// How many bodies one page lists.
    static let perPage = 500

    /// The order by a node that was computed.
    ///
    /// - Parameters:
    ///   - assessment: All outcomes.
    ///   - node: Its position.
    ///   - period: Its position.
    ///   - alphabet: For each body its place among all in alphabetical order, which those of one
    ///     rank follow; `nil` for that of their file.
    init(_ assessment: Assessment, node: Int, period: Int, alphabet: [Int]? = nil) {
        self.node = node
        let all = assessment.evidence.bodies
        let ranking = assessment.plan.ranking.flatMap { $0.nodes.contains(node) ? $0 : nil }
        isRanked = ranking != nil
        var scored: [(body: Int, rank: Int)] = []
        var unscored: [Int] = []
        for body in all.indices {
            let unit = assessment.unit(body: body, period: period)
            if assessment.columns[node]?.score(at: unit) == nil {
                unscored.append(body)
            } else {
                scored.append((body, assessment.rank(of: node, at: unit) ?? 0))
            }
        }
        let alphabet = alphabet ?? Array(all.indices)
        scored.sort { ($0.rank, alphabet[$0.body]) < ($1.rank, alphabet[$1.body]) }
        let names: [String?] = scored.map { entry in
            switch ranking?.within {
            case nil, .all: nil
            case .kind: all[entry.body].kind
            case .group: all[entry.body].group ?? ""
            }
        }
        var order: [String?] = []
        for name in names where !order.contains(name) { order.append(name) }
        var bodies: [Int] = []
        populations = order.map { name in
            let start = bodies.count
            bodies += zip(scored, names).filter { $1 == name }.map(\.0.body)
            return Population(name: name, range: start..<bodies.count)
        }
        var places = [Int32](repeating: -1, count: all.count)
        for (place, body) in bodies.enumerated() { places[body] = Int32(place) }
        let ranksOf = Dictionary(uniqueKeysWithValues: scored.map { ($0.body, Int32($0.rank)) })
        ranks = bodies.map { ranksOf[$0] ?? 0 }
        (self.bodies, self.places, self.unscored) = (bodies, places, unscored)
    }

    /// How many pages list them; one where there is nobody.
    var pageCount: Int { max(1, (bodies.count + Self.perPage - 1) / Self.perPage) }

    /// The places that a page lists, from page 1.
    func places(onPage page: Int) -> Range<Int> {
        let start = min(bodies.count, (page - 1) * Self.perPage)
        return start..<min(bodies.count, start + Self.perPage)
    }

    /// The body's place in ``bodies``; `nil` without a score.
    func place(of body: Int) -> Int? { places[body] < 0 ? nil : Int(places[body]) }

    /// Among whom the body is ranked; `nil` without a score.
    func population(of body: Int) -> Population? {
        place(of: body).flatMap { place in populations.first { $0.range.contains(place) } }
    }

    /// The nearest bodies of a better and of a worse rank among those it is ranked with, at most
    /// so many on each side, in their order; empty where nothing is ranked.
    func neighbours(of body: Int, _ count: Int) -> (above: [Int], below: [Int]) {
        guard isRanked, let place = place(of: body), let range = population(of: body)?.range else {
            return ([], [])
        }
        var (first, end) = (place, place + 1)
        while first > range.lowerBound, ranks[first - 1] == ranks[place] { first -= 1 }
        while end < range.upperBound, ranks[end] == ranks[place] { end += 1 }
        let above = max(range.lowerBound, first - count)..<first
        let below = end..<min(range.upperBound, end + count)
        return (Array(bodies[above]), Array(bodies[below]))
    }
}

extension Assessment {
    /// For each body its place among all in the alphabetical order of a language.
    func alphabet(_ language: String?) -> [Int] {
        var places = [Int](repeating: 0, count: evidence.bodies.count)
        let order = Wording(self, language: language).alphabeticalBodies
        for (place, body) in order.enumerated() { places[body] = place }
        return places
    }
}

extension Wording {
    /// The positions of all bodies in the alphabetical order of the language.
    var alphabeticalBodies: [Int] {
        locale.sorted(Array(assessment.evidence.bodies.indices)) { body($0) }
    }
}
