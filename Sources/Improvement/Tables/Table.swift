internal import Arithmetic

/// The tables of everything that counts for a goal, ready to be made a problem of.
struct Table: Sendable {
    /// The positions in the catalogue of the problem's measures, in order.
    let measures: [Int]
    /// What is still to be made of the rows of the blocks; see ``Problem/Block``.
    let drafts: [BlockDraft]
    /// Why what is solved over them may not be the best.
    let doubt: Path.Doubt?
    /// What values and weights stand for.
    let scale: Scale
    private let groups: [[Problem.Group]]
    private let links: (measures: [Problem.Measure], exclusions: [[Int]])

    /// What the numbers of a problem stand for.
    enum Scale: Sendable {
        /// Values are what a score gains.
        case score(ScoreScale)
        /// Values are raw scores of cells; what those come to that nothing moves, and how many
        /// cells there are.
        case mean(rest: Int128, count: Int)
        /// Weights are raw ones over a whole number.
        case staff(whole: Int64, needed: Int64)
        /// There is nothing but conditions.
        case conditions
    }

    init(_ drafts: [BlockDraft], scale: Scale, doubt: Path.Doubt?, _ catalogue: Catalogue) {
        (self.drafts, self.scale, self.doubt) = (drafts, scale, doubt)
        var reached: Set<Int> = []
        for draft in drafts {
            for measure in draft.groups.flatMap(\.measures) {
                reached.insert(measure)
                reached.formUnion(catalogue.measures[measure].needs)
            }
        }
        let measures = reached.sorted()
        let positions = Dictionary(uniqueKeysWithValues: measures.enumerated().map { ($1, $0) })
        self.measures = measures
        groups = drafts.map { draft in draft.groups.map { $0.group(positions) } }
        links = (
            measures.map { measure in
                Problem.Measure(
                    cost: catalogue.cost(of: measure),
                    needs: catalogue.measures[measure].needs.compactMap { positions[$0] })
            },
            measures.flatMap { measure in
                catalogue.measures[measure].excludes.filter { $0 > measure }.compactMap { other in
                    positions[measure].flatMap { own in positions[other].map { [own, $0] } }
                }
            }
        )
    }

    /// What is solved.
    ///
    /// - Parameters:
    ///   - aim: What is wanted.
    ///   - budget: In the smallest unit of the currency; `nil` for none.
    ///   - value: The least value, where the table has values; `nil` for any.
    ///   - cuts: Sets of the problem's measures that are not wanted.
    /// - Returns: Over the table's measures.
    func problem(
        _ aim: Problem.Aim, budget: Int64? = nil, value: Int128? = nil, without cuts: [[Int]] = []
    ) -> Problem {
        let blocks = zip(drafts, groups).map { draft, groups in
            Problem.Block(
                weight: draft.weight, isRequired: draft.isRequired,
                rows: draft.rows.enumerated().map { index, row in
                    guard case .value = row.about else { return row.needed }
                    return value ?? Self.least(groups, row: index)
                }, isImpossible: draft.isImpossible, groups: groups)
        }
        return Problem(
            measures: links.measures, exclusions: links.exclusions,
            blocks: blocks + cuts.map { cut($0) }, aim: aim, budget: budget)
    }

    /// What a row comes to at least, whatever is chosen.
    private static func least(_ groups: [Problem.Group], row: Int) -> Int128 {
        groups.reduce(0) { sum, group in
            sum.heldAdding(group.states.lazy.map { $0.contributions[row] }.min() ?? 0)
        }
    }

    /// A condition that every set but one meets: some measure is taken that it lacks, or the other
    /// way round.
    private func cut(_ set: [Int]) -> Problem.Block {
        let members = Set(set)
        let groups = measures.indices.map { measure in
            let isIn = members.contains(measure)
            return Problem.Group(
                measures: [measure],
                states: [
                    Problem.State(members: 0, contributions: [isIn ? 1 : 0]),
                    Problem.State(members: 1, contributions: [isIn ? 0 : 1]),
                ])
        }
        return Problem.Block(weight: 0, isRequired: true, rows: [1], groups: groups)
    }

    /// Positions in the catalogue.
    func chosen(_ solution: Solution) -> [Int] { solution.chosen.map { measures[$0] } }
}

extension Int128 {
    /// The sum; where it has too many bits, half of the number that is farthest out, which no sum
    /// of scores comes to.
    func heldAdding(_ other: Int128) -> Int128 {
        let (sum, isOver) = addingReportingOverflow(other)
        return isOver ? (self < 0 ? .min / 2 : .max / 2) : sum
    }
}
