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
    /// What the score or the position of the grade can still become; `nil` when the node is not
    /// applicable.
    public let bounds: Bounds?
    /// The bounds as words, for a node that has grades; `nil` for one with scores.
    public let ends: Ends?
    /// The share of the weight beneath that has a score of its own, rounded half-even to
    /// eighteen digits; `nil` for all but aggregates.
    public let coverage: Fixed?
    /// The band's id.
    public let band: String?
    /// The rank among those it is compared with.
    public let rank: Int?
    /// Whether nothing speaks against its being official.
    public let isOfficial: Bool
    /// Why there is no score, or a filled or decided one.
    public let reason: String?

    /// The ends of the bounds of a grade.
    public struct Ends: Sendable {
        /// The worst grade.
        public let lower: String
        /// The best grade.
        public let upper: String
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
}

/// The outcomes of a selection, with what all rows of a node have in common made ready once.
struct ResultRows: Sendable {
    private let nodes: [NodeRows]
    private let periods: [Int]
    private let assessment: Assessment

    init(_ selection: ResultSelection, _ wording: Wording) {
        assessment = wording.assessment
        nodes = selection.nodes.map { NodeRows($0, wording) }
        periods = selection.periods
    }

    /// Calls for every row of a body, with the positions of its node and period among those that
    /// were selected.
    func forEach(ofBody body: Int, _ take: (_ node: Int, _ period: Int, ResultRow) -> Void) {
        for (position, node) in nodes.enumerated() {
            for (period, value) in periods.enumerated() {
                take(position, period, node.row(assessment.unit(body: body, period: value)))
            }
        }
    }
}

/// What goes out of one node.
///
/// A class only so that millions of rows share it without copying; nothing in it changes.
private final class NodeRows: Sendable {
    private let node: Int
    private let rule: Node
    private let column: NodeColumn
    private let wording: Wording
    private let isAggregate: Bool
    private let isGraded: Bool
    private let bands: Plan.Bands?
    /// The ids of the bands.
    private let bandIDs: [String]
    private let ranks: [Int32]
    private let standing: [Official.Objection]

    init(_ node: Int, _ wording: Wording) {
        let assessment = wording.assessment
        guard let column = assessment.columns[node] else {
            preconditionFailure("only nodes that were computed are selected")
        }
        self.node = node
        self.column = column
        self.wording = wording
        rule = assessment.plan.nodes[node]
        isAggregate = if case .aggregate = rule.content { true } else { false }
        isGraded = rule.isGraded
        bands = assessment.plan.bands.flatMap { $0.nodes.contains(node) ? $0 : nil }
        bandIDs = bands?.list.map(\.id) ?? []
        ranks = assessment.ranks[node]
        standing = assessment.standing(node)
    }

    func row(_ unit: Int) -> ResultRow {
        let state = column.states[unit]
        let score = column.score(at: unit)
        let hasReason =
            state != .score || column.isFilled(at: unit)
            || wording.assessment.decision(of: node, at: unit) != nil
        let bounds = column.bounds(at: unit)
        return ResultRow(
            unit: unit, node: node, state: state,
            value: rule.isValueGrade ? nil : column.value(at: unit),
            score: isGraded ? nil : score,
            grade: isGraded ? score.flatMap(rule.grade) : nil,
            mark: hasReason ? wording.assessment.mark(of: node, at: unit) : nil,
            bounds: bounds, ends: isGraded ? bounds.map(ends) : nil,
            coverage: isAggregate ? coverage(unit) : nil,
            band: score.flatMap(band), rank: rank(unit),
            isOfficial: standing.isEmpty
                && wording.assessment.official(node, at: unit, standing: standing).isOfficial,
            reason: hasReason ? wording.reason(of: node, at: unit) : nil)
    }

    private func ends(_ bounds: Bounds) -> ResultRow.Ends {
        ResultRow.Ends(lower: rule.text(bounds.lower), upper: rule.text(bounds.upper))
    }

    private func coverage(_ unit: Int) -> Fixed? {
        // A coverage is at most 1 and rounds within the numbers' range.
        wording.assessment.coverage(of: node, at: unit).flatMap { try? $0.stepResult() }
    }

    private func band(_ score: Fixed) -> String? {
        // Rounding leaves the numbers' range only at 10^20, which no score reaches.
        guard let bands, let position = try? bands.position(of: score) else { return nil }
        return bandIDs[position]
    }

    private func rank(_ unit: Int) -> Int? {
        guard !ranks.isEmpty, ranks[unit] > 0 else { return nil }
        return Int(ranks[unit])
    }
}
