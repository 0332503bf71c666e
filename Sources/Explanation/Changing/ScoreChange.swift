public import Arithmetic
public import Domain
internal import Evidence
internal import Methodology
public import Scoring

/// How one outcome differs from an earlier one, and what moved it.
public struct ScoreChange: Sendable {
    /// What moved a score.
    public enum Cause: Hashable, Sendable {
        /// A node: its own score, or that it came to count or counts no more.
        case node(Int)
        /// The score rule of a node with others beneath it.
        case scoreRule(Int)
        /// A correction of a node with others beneath it, by its position.
        case correction(Int, Int)
        /// The last rounding of a node with others beneath it.
        case rounding(Int)
        /// All that stands between the value and the score of a node with others beneath it,
        /// where earlier results do not tell more.
        case steps(Int)
        /// What the nodes beneath move only together, with their weights or by a rule that is
        /// no sum.
        case together(Int)

        /// The node that it is of.
        public var node: Int {
            switch self {
            case .node(let node), .scoreRule(let node), .correction(let node, _),
                .rounding(let node), .steps(let node), .together(let node):
                node
            }
        }
    }

    /// A part of a move.
    public struct Part: Sendable {
        /// What moved the score.
        public let cause: Cause
        /// By how much, in points of the node that is asked about.
        public let points: Fixed
        let exact: BigFraction
    }

    /// The node, by its position.
    public let node: Int
    /// The body and period.
    public let unit: Int
    /// Whether the body was among the earlier ones.
    public let isKnown: Bool
    /// The earlier period; `nil` where there is none to compare with.
    public let period: Period?
    /// The earlier outcome; `nil` where there is none.
    public let old: Impact.Figure?
    /// The outcome now.
    public let new: Impact.Figure
    /// The score now less the earlier one; `nil` where one is absent, of grades the steps.
    public let move: Fixed?
    /// What made the move, the largest first; together exactly the move.
    ///
    /// Empty where nothing moved, and for grades.
    public let parts: [Part]

    /// Whether something that can be seen is another one.
    public var isMoved: Bool { old != new }
}

extension ScoreChange {
    /// Compares an outcome.
    ///
    /// - Parameters:
    ///   - node: One of those that were computed.
    ///   - unit: The body and period.
    ///   - assessment: The results now.
    ///   - earlier: What they are compared with.
    ///   - period: The earlier period; `nil` for none.
    public init(
        of node: Int, at unit: Int, in assessment: Assessment, from earlier: EarlierResults,
        _ period: Period?
    ) {
        let body = assessment.evidence.bodies[assessment.body(of: unit)].id
        let before = period.flatMap { earlier.unit(body, $0) }
        self.node = node
        self.unit = unit
        self.period = period
        isKnown = earlier.has(body)
        let old = before?.figure(node, assessment.plan)
        let new =
            EarlierUnit.assessed(assessment, unit).figure(node, assessment.plan)
            ?? Impact.Figure(
                state: .missing, score: nil, grade: nil, band: nil, rank: nil)
        (self.old, self.new) = (old, new)
        guard let before, let was = old?.score, let now = new.score,
            // Scores lie far within the numbers' range.
            let move = try? now.subtracting(was)
        else {
            (move, parts) = (nil, [])
            return
        }
        self.move = move
        guard !assessment.plan.nodes[node].isGraded, old?.grade == nil else {
            parts = []
            return
        }
        var walk = ChangeWalk(assessment: assessment, unit: unit, before: before)
        // Fractions without limit do not overflow.
        try? walk.node(node, now: now, was: was, share: BigFraction(Fixed.one))
        parts = Self.parts(walk.parts, move)
    }

    /// Rounded to eighteen digits so that they add up to the move, the largest first.
    private static func parts(_ exact: [(Cause, BigFraction)], _ move: Fixed) -> [Part] {
        var points: [Fixed] = []
        var left = move
        for (_, part) in exact {
            guard let rounded = try? part.rounded(to: Fixed.fractionDigits, .halfEven),
                let rest = try? left.subtracting(rounded)
            else { return [] }
            points.append(rounded)
            left = rest
        }
        // What rounding left goes to the largest part that was rounded.
        let isRounded = zip(exact, points).map { !$0.1.isEqual(to: BigFraction($1)) }
        let largest = points.indices.max { first, second in
            (isRounded[first] ? 1 : 0, points[first].raw.magnitude, second)
                < (isRounded[second] ? 1 : 0, points[second].raw.magnitude, first)
        }
        if let largest, left != .zero, let sum = try? points[largest].adding(left) {
            points[largest] = sum
        }
        let parts = zip(exact, points).map { Part(cause: $0.0, points: $1, exact: $0.1) }
        return parts.enumerated().filter { $1.points != .zero }.sorted {
            ($1.element.points.raw.magnitude, $0.offset)
                < ($0.element.points.raw.magnitude, $1.offset)
        }.map(\.element)
    }
}
