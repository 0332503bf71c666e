internal import Arithmetic
internal import TestSupport
internal import Testing

@testable internal import Diagnosis
@testable internal import Methodology

@Suite struct FewestLiftsTests {
    /// The criteria of one cell and the score that the edition would give it.
    private struct Cell {
        let criteria: CellCriteria

        /// The cell's score with some criteria at the pass mark, in plain steps.
        func score(_ rule: Stages, lifted: Set<Int>) -> Fixed? {
            var (sum, isFailed) = (BigFraction(.zero), false)
            for member in criteria.members {
                let isLifted = lifted.contains(member.node)
                let score = isLifted ? rule.established : member.score
                let weight = BigFraction(numerator: Int128(member.weight), denominator: 1)
                guard let part = try? BigFraction(score).multiplied(by: weight),
                    let next = try? sum.adding(part)
                else { return nil }
                sum = next
                isFailed = isFailed || (member.isFailed && !isLifted)
            }
            let weight = BigFraction(numerator: Int128(criteria.weight), denominator: 1)
            guard var score = try? sum.divided(by: weight).stepResult() else { return nil }
            if isFailed { score = min(score, OecdStages.fixed("69.9")) }
            return criteria.isGated ? min(score, OecdStages.fixed("69.9")) : score
        }
    }

    private func cells(_ random: inout SeededGenerator) -> [Cell] {
        var node = 0
        return (0..<Int.random(in: 3...5, using: &random)).map { _ in
            let members = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                node += 1
                let score = Int.random(in: 15...95, using: &random)
                let isDecisive = Int.random(in: 0..<3, using: &random) == 0
                return CellCriteria.Member(
                    node: node, weight: Int64.random(in: 1...3, using: &random),
                    score: Fixed(score), isFilled: Int.random(in: 0..<9, using: &random) == 0,
                    isFailed: isDecisive && score < 40)
            }
            let isGated = Int.random(in: 0..<12, using: &random) == 0
            return Cell(criteria: CellCriteria(members: members, isGated: isGated))
        }
    }

    private func attains(
        _ cells: [Cell], _ rule: Stages, _ ready: VerdictRule<Fixed>, lifted: Set<Int>
    ) -> Bool {
        let scores = cells.map { $0.score(rule, lifted: lifted) ?? .zero }
        return ready.isMet(ready.tally(0) { dimension, _ in .score(scores[dimension]) })
    }

    @Test func `the fewest lifts are those that trying all sets finds`() {
        var random = SeededGenerator.fresh(70)
        var sizes: [Int: Int] = [:]
        for _ in 0..<300 {
            let cells = cells(&random)
            let rule = OecdStages.rule(dimensions: cells.count)
            let ready = VerdictRule<Fixed>(rule)
            let liftable = cells.flatMap(\.criteria.members)
                .filter { !$0.isFilled && $0.score < rule.established }.map(\.node)
            var fewest: Int?
            for subset in 0..<(1 << liftable.count)
            where fewest.map({ subset.nonzeroBitCount < $0 }) ?? true {
                let chosen = liftable.indices.filter { subset >> $0 & 1 == 1 }
                let lifted = Set(chosen.map { liftable[$0] })
                if attains(cells, rule, ready, lifted: lifted) { fewest = lifted.count }
            }

            let found = FewestLifts(
                cells: cells.map {
                    CellLifts(
                        score: $0.score(rule, lifted: []) ?? .zero, $0.criteria, rule,
                        rounding: nil, isDecided: false)
                }, least: rule.attained.least,
                established: (
                    rule.established, ready.leastEstablished(cells.count)
                ), mean: rule.attained.mean
            ).found

            #expect(found?.count == fewest, "seed \(random.seed)")
            if let found {
                #expect(Set(found).count == found.count)
                let doesAttain = attains(cells, rule, ready, lifted: Set(found))
                #expect(doesAttain, "seed \(random.seed)")
            }
            sizes[fewest ?? -1, default: 0] += 1
        }
        // Stages that are met, that no lift attains, and that need many were all among them.
        #expect([-1, 0, 1, 2, 3, 4, 5].allSatisfy { sizes[$0, default: 0] > 3 }, "\(sizes)")
    }

    @Test func `a decisive criterion is lifted before one that would bring more`() {
        // The mean is above 70 already, and only the cap holds the cell at 69.9.
        let criteria = CellCriteria(
            members: [
                .init(node: 1, weight: 1, score: Fixed(39), isFilled: false, isFailed: true),
                .init(node: 2, weight: 9, score: Fixed(60), isFilled: false, isFailed: false),
                .init(node: 3, weight: 9, score: Fixed(95), isFilled: false, isFailed: false),
            ], isGated: false)
        let rule = OecdStages.rule(dimensions: 1)
        let lifts = CellLifts(
            score: OecdStages.fixed("69.9"), criteria, rule, rounding: nil, isDecided: false)

        #expect(lifts.options.map(\.lifted) == [[], [1], [2, 1]])
        #expect(lifts.options[1].score > Fixed(70))
    }

    @Test func `of lifts that do as much the first in the file is taken`() {
        let rule = OecdStages.rule(dimensions: 2)
        let criteria = { (node: Int) in
            CellCriteria(
                members: [
                    .init(
                        node: node, weight: 1, score: Fixed(40), isFilled: false, isFailed: false),
                    .init(
                        node: node + 1, weight: 1, score: Fixed(96), isFilled: false,
                        isFailed: false),
                ], isGated: false)
        }
        let cells = [1, 3].map {
            CellLifts(score: Fixed(68), criteria($0), rule, rounding: nil, isDecided: false)
        }
        let one = FewestLifts(
            cells: cells, least: Fixed(40), established: (Fixed(70), 1), mean: Fixed(70))

        #expect(one.found == [1])
    }
}
