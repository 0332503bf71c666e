internal import Improvement

/// A made-up apparatus on its way to the second of two stages, laid out as the engine would.
///
/// Every body has 12 cells of each stage with one to four criteria, the first of which is decisive;
/// measures act on one body or on all, on up to three criteria each, and those on all cost 60 times as
/// much. Four criteria of the system must come to 70 points on average.
struct MadeApparatus {
    private struct Effect {
        let measure: Int
        let cell: Int
        let criterion: Int
        let points: Int
        let isLevel: Bool
    }

    let bodies: Int
    let measures: Int
    let shared: Int
    let hasLinks: Bool
    private var random: Random
    private var needs: [[Int]] = []
    private var exclusions: [[Int]] = []

    init(bodies: Int, measures: Int, shared: Int, hasLinks: Bool, seed: UInt64) {
        (self.bodies, self.measures, self.shared) = (bodies, measures, shared)
        self.hasLinks = hasLinks
        random = Random(state: seed)
    }

    /// Measures on all bodies come first.
    mutating func problem() -> Problem {
        let owners = (0..<measures).map { $0 < shared ? -1 : random.within(0...bodies - 1) }
        let costs = owners.map { Int64(random.within(1...1000) * ($0 < 0 ? 60 : 1)) }
        link(owners)
        let criteria = (0..<24).map { _ in random.within(1...4) }
        let common = (0..<shared).flatMap { effects($0, criteria) }
        var own = [[Effect]](repeating: [], count: bodies)
        for measure in shared..<measures {
            own[owners[measure]] += effects(measure, criteria)
        }
        var blocks = own.map { body($0 + common, criteria) }
        let weight = blocks.reduce(0) { $0 + $1.weight }
        blocks.append(system())
        return Problem(
            measures: zip(costs, needs).map { Problem.Measure(cost: $0, needs: $1) },
            exclusions: exclusions, blocks: blocks, aim: .leastCost(weight: (weight * 3 + 3) / 4),
            budget: nil)
    }

    /// One measure in ten needs another one, one in twenty excludes one: of all bodies or its own.
    private mutating func link(_ owners: [Int]) {
        var earlier: [Int: [Int]] = [:]
        for (measure, owner) in owners.enumerated() {
            let others = (earlier[-1] ?? []) + (owner < 0 ? [] : earlier[owner] ?? [])
            earlier[owner, default: []].append(measure)
            needs.append([])
            guard hasLinks, !others.isEmpty else { continue }
            if random.within(1...10) == 1 {
                let other = others[random.within(0...others.count - 1)]
                needs[measure] = Set(needs[other]).union([other]).sorted()
            } else if random.within(1...20) == 1 {
                exclusions.append([others[random.within(0...others.count - 1)], measure])
            }
        }
    }

    private mutating func effects(_ measure: Int, _ criteria: [Int]) -> [Effect] {
        (0..<random.within(1...3)).map { _ in
            let cell = random.within(0...criteria.count - 1)
            let isLevel = random.within(1...5) == 1
            let points = random.within(isLevel ? 60...100 : 5...40)
            let isHarmful = !isLevel && random.within(1...25) == 1
            return Effect(
                measure: measure, cell: cell, criterion: random.within(0...criteria[cell] - 1),
                points: isHarmful ? -points : points, isLevel: isLevel)
        }
    }

    private mutating func body(_ effects: [Effect], _ criteria: [Int]) -> Problem.Block {
        let usual = random.within(66...90)
        let groups = criteria.enumerated().map { cell, count in
            let scores = (0..<count).map { _ in
                min(max(usual + random.within(-16...16), 0), 100)
            }
            return group(effects.filter { $0.cell == cell }, scores) { points in
                let sum = points.reduce(0, +) * 60 / count
                let isStopped = points[0] < 40
                let held = isStopped ? min(sum, 60 * 70 - 6) : sum
                let mine = [Int128(held), held >= 60 * 70 ? 1 : 0]
                let others: [Int128] = [0, 0]
                return (cell < 12 ? mine + others : others + mine, held < 60 * 40)
            }
        }
        return Problem.Block(
            weight: Int64(random.within(20...2000)), isRequired: false,
            rows: [60 * 70 * 12, 9, 60 * 70 * 12, 9], groups: groups)
    }

    private mutating func system() -> Problem.Block {
        let groups = (0..<4).map { _ in
            let effects = (0..<shared).filter { _ in random.within(1...10) == 1 }.prefix(8).map {
                Effect(
                    measure: $0, cell: 0, criterion: 0, points: random.within(5...40),
                    isLevel: false)
            }
            return group(Array(effects), [random.within(40...75)]) { ([Int128($0[0])], $0[0] < 40) }
        }
        let most = groups.reduce(0) { sum, group in
            sum + (group.states.map { $0.contributions[0] }.max() ?? 0)
        }
        return Problem.Block(
            weight: 0, isRequired: true, rows: [min(most, 4 * 70)], groups: groups)
    }

    /// The table over at most eight measures; further ones do nothing here.
    private func group(
        _ all: [Effect], _ scores: [Int],
        state: ([Int]) -> (contributions: [Int128], isForbidden: Bool)
    ) -> Problem.Group {
        let acting = Set(all.map(\.measure)).sorted().suffix(8).sorted()
        let effects = all.filter { acting.contains($0.measure) }
        let places = Dictionary(uniqueKeysWithValues: acting.enumerated().map { ($1, $0) })
        let inner = acting.map { needs[$0].compactMap { places[$0] } }
        let rivals = exclusions.map { $0.compactMap { places[$0] } }.filter { $0.count > 1 }
        let states = (0..<UInt64(1) << UInt64(acting.count)).compactMap {
            members -> Problem.State? in
            func has(_ place: Int) -> Bool { members >> UInt64(place) & 1 == 1 }
            guard acting.indices.allSatisfy({ !has($0) || inner[$0].allSatisfy(has) }),
                rivals.allSatisfy({ $0.count(where: has) < 2 })
            else { return nil }
            let points = scores.enumerated().map { criterion, score in
                let taken = effects.filter {
                    $0.criterion == criterion && has(places[$0.measure] ?? 0)
                }
                let sum = taken.filter { !$0.isLevel }.reduce(score) { $0 + $1.points }
                return taken.filter(\.isLevel).reduce(min(max(sum, 0), 100)) { max($0, $1.points) }
            }
            let found = state(points)
            return Problem.State(
                members: members, contributions: found.contributions,
                isForbidden: found.isForbidden)
        }
        return Problem.Group(measures: acting, states: states)
    }
}

/// The same numbers on every machine.
///
/// - Source: SplitMix64, by G. Steele, D. Lea and C. Flood (2014).
private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed &>> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed &>> 31)
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &self)
    }
}
