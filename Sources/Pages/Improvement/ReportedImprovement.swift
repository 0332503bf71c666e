package import Arithmetic
internal import Domain
internal import Evidence
package import Improvement
internal import Methodology
internal import Scoring

/// What a report tells of improving: the cheapest way of the whole apparatus, and of each body, to
/// its next stage or band.
package struct ReportedImprovement: Sendable {
    /// A path, with what it moves.
    package struct FoundStep: FoundPath, Sendable {
        package let goal: Goal
        package let chosen: [Int]
        package let cost: Fixed
        package let proof: Path.Proof
        package let from: Fraction?
        package let to: Fraction?
        /// What it comes to.
        let moves: PathMoves
        /// What would bring most on top of it.
        let next: [NextMeasure]
        /// How much its measures may change.
        let margins: [Margin]

        /// A path with what is told beside it.
        package init(
            _ path: Path, moves: PathMoves, next: [NextMeasure] = [], margins: [Margin] = []
        ) {
            goal = path.goal
            chosen = path.chosen
            cost = path.cost
            proof = path.proof
            from = path.from
            to = path.to
            self.moves = moves
            self.next = next
            self.margins = margins
        }

        /// A path from its parts.
        package init(
            goal: Goal, chosen: [Int], cost: Fixed, proof: Path.Proof, from: Fraction?,
            to: Fraction?, moves: PathMoves, next: [NextMeasure] = [], margins: [Margin] = []
        ) {
            self.goal = goal
            self.chosen = chosen
            self.cost = cost
            self.proof = proof
            self.from = from
            self.to = to
            self.moves = moves
            self.next = next
            self.margins = margins
        }
    }

    /// What came of looking for a way.
    package enum Found: Sendable {
        /// It takes these measures.
        case path(FoundStep)
        /// It cannot be had.
        case impossible(Shortfall)
        /// Nothing has to be done.
        case already(from: Fraction?)
    }

    /// The next step of somebody.
    package struct Step: Sendable {
        /// Where it leads.
        package let goal: Goal
        /// What came of it.
        package let found: Found
        /// What other costs would bring; `nil` where it was not computed.
        package let frontier: Frontier?

        /// A step from its parts.
        package init(goal: Goal, found: Found, frontier: Frontier? = nil) {
            self.goal = goal
            self.found = found
            self.frontier = frontier
        }

        /// The path; `nil` where none does.
        var path: FoundStep? {
            guard case .path(let path) = found else { return nil }
            return path
        }
    }

    /// Why somebody has no next step.
    package enum Rest: Hashable, Sendable {
        /// There is no stage or band above.
        case attained
        /// There is no score or verdict to begin from.
        case unrated
    }

    /// A body and its next step.
    package struct Body: Sendable {
        /// Its position.
        package let body: Int
        /// `nil` where it has none.
        package let step: Step?
        /// Why it has none.
        package let rest: Rest?

        /// A body with a step.
        package init(_ body: Int, _ step: Step) { (self.body, self.step, rest) = (body, step, nil) }

        /// A body without a step.
        package init(_ body: Int, _ rest: Rest) { (self.body, step, self.rest) = (body, nil, rest) }
    }

    /// What can be chosen.
    package let catalogue: Catalogue
    /// The step of the whole apparatus; `nil` where the edition looks at bodies alone.
    package let apparatus: Step?
    /// Whether the apparatus has attained every stage.
    package let isApparatusAtEnd: Bool
    /// In the order of the evidence.
    package let bodies: [Body]
    /// The node whose band is meant; `nil` where the edition has stages, or no bands.
    package let node: Int?
    /// Whether the edition has stages.
    package let hasStages: Bool

    /// What a report tells of improving.
    package init(
        _ catalogue: Catalogue, hasStages: Bool, node: Int? = nil, apparatus: Step? = nil,
        isApparatusAtEnd: Bool = false, bodies: [Body]
    ) {
        self.catalogue = catalogue
        self.hasStages = hasStages
        self.node = node
        self.apparatus = apparatus
        self.isApparatusAtEnd = isApparatusAtEnd
        self.bodies = bodies
    }

    /// The step of a body; `nil` where it has none.
    func of(_ body: Int) -> Body? { bodies.first { $0.body == body } }
}
