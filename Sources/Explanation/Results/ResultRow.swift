public import Arithmetic
internal import Domain
internal import Evidence
internal import Methodology
public import Scoring

/// One outcome as it goes out: a body, a node and a period.
public struct ResultRow: Sendable {
    /// The body and period.
    public let unit: Int
    /// The position of the node.
    public let node: Int
    /// Whether there is a score.
    public let state: State
    /// What stood before the score; `nil` when there was nothing, or a grade.
    public let value: Fixed?
    /// The score; `nil` when there is none.
    public let score: Fixed?
    /// The grade of a node that has one in the place of a score.
    public let grade: String?
    /// What is shown in the place of a grade that a missing rule set, as in `D*`.
    public let mark: String?
    /// What the score or the grade can still become; `nil` when the node is not applicable.
    public let bounds: Ends?
    /// The share of the weight beneath that has a score of its own, rounded half-even to
    /// eighteen digits; `nil` for all but aggregates.
    public let coverage: Fixed?
    /// The band's id.
    public let band: String?
    /// The rank among those it is compared with.
    public let rank: Int?
    /// Whether nothing speaks against its being official.
    public let isOfficial: Bool
    /// Why there is no score, or a filled one.
    public let reason: String?

    /// The ends of bounds: numbers in plain digits, or grades.
    public struct Ends: Sendable {
        /// The least score or the worst grade.
        public let lower: String
        /// The greatest score or the best grade.
        public let upper: String
        /// Whether they are grades.
        public let areGrades: Bool

        init(_ bounds: Bounds, _ node: Node) {
            lower = node.text(bounds.lower)
            upper = node.text(bounds.upper)
            areGrades = node.isGraded
        }
    }
}

/// Which outcomes go out, and in what order: bodies in the order of their file, then nodes in
/// the plan's order, then periods from the earliest.
public struct ResultSelection: Sendable {
    /// Positions of nodes; headings have no outcome and are left out.
    public let nodes: [Int]
    /// Positions of periods that the edition holds for.
    public let periods: [Int]

    /// All nodes that were computed and all scored periods, or those asked for.
    public init(_ assessment: Assessment, nodes: [Int]? = nil, periods: [Int]? = nil) {
        let asked = nodes.map { Set($0) }
        self.nodes = assessment.plan.nodes.indices.filter { node in
            !assessment.plan.nodes[node].isHeading && assessment.columns[node] != nil
                && (asked?.contains(node) ?? true)
        }
        self.periods = assessment.scoredPeriods.filter { periods?.contains($0) ?? true }
    }

    /// The rows of one body.
    public func rows(ofBody body: Int, _ wording: Wording) -> [ResultRow] {
        nodes.flatMap { node in
            periods.map { period in
                row(node, wording.assessment.unit(body: body, period: period), wording)
            }
        }
    }

    private func row(_ node: Int, _ unit: Int, _ wording: Wording) -> ResultRow {
        let assessment = wording.assessment
        guard let column = assessment.columns[node] else {
            preconditionFailure("only nodes that were computed are selected")
        }
        let state = column.states[unit]
        let rule = assessment.plan.nodes[node]
        let hasReason = state != .score || column.isFilled(at: unit)
        // A coverage is at most 1 and rounds within the numbers' range.
        let coverage = assessment.coverage(of: node, at: unit).flatMap { try? $0.stepResult() }
        return ResultRow(
            unit: unit, node: node, state: state,
            value: rule.isValueGrade ? nil : column.value(at: unit),
            score: rule.isGraded ? nil : column.score(at: unit),
            grade: assessment.grade(of: node, at: unit), mark: assessment.mark(of: node, at: unit),
            bounds: column.bounds(at: unit).map { ResultRow.Ends($0, rule) }, coverage: coverage,
            band: assessment.band(of: node, at: unit)?.id,
            rank: assessment.rank(of: node, at: unit),
            isOfficial: assessment.official(node, at: unit).isOfficial,
            reason: hasReason ? wording.reason(of: node, at: unit) : nil)
    }
}
