public import Arithmetic
public import Domain
internal import Evidence
public import Methodology
public import Scoring

/// What a new edition moves in evidence that was handed in: who, by how much, and because of
/// which change.
public struct Impact: Sendable {
    /// An outcome as far as it is compared.
    public struct Figure: Hashable, Sendable {
        /// Whether there is a score.
        public let state: State
        /// The score, of a grade its position among the grades; `nil` when there is none.
        public let score: Fixed?
        /// The grade or its mark, of a node that has one in the place of a score.
        public let grade: String?
        /// The id of the band.
        public let band: String?
        /// The rank.
        public let rank: Int?
    }

    /// A body whose outcome is another one by the new edition.
    public struct Mover: Sendable {
        /// The id of the body.
        public let body: String
        /// The id of the node.
        public let node: String
        /// The period.
        public let period: Period
        /// By the old edition; `nil` where that has no such node.
        public let old: Figure?
        /// By the new edition; `nil` where that has no such node.
        public let new: Figure?
        /// The new score less the old one; `nil` where one of them is absent.
        public let move: Fixed?
        /// What the new days alone do, through dated parameters.
        public let days: Fixed?
        /// By the old edition on the new days; `nil` without steps.
        public let start: Figure?
        /// By each step; `nil` for one that cannot be computed alone.
        public let steps: [Figure?]
        /// For each step, what it moves alone; `nil` where there is no score then or before.
        public let alone: [Fixed?]
        /// What moves only when changes are made together; ``move`` is the sum of all.
        public let together: Fixed?

        /// Whether something that can be seen is another one.
        public var isMoved: Bool {
            // Where only one edition has the node, a body without a score there gains nothing.
            if old == nil || new == nil { return (old ?? new)?.state == .score }
            return old != new || steps.contains { $0 != nil && $0?.score != start?.score }
        }
    }

    /// By node, then by period, those that move most first; those that do not move are left out.
    public let movers: [Mover]
    /// The ids of the nodes that were compared: those with a total, a rank or a band.
    public let nodes: [String]
    /// The periods of the evidence.
    public let periods: [Period]
    /// How many bodies exist on the last day of one of the periods at least.
    public let bodies: Int
    /// By period, how many of them exist on its last day.
    private let existing: [Period: Int]
    /// By node, period and kind, how the bodies fare that have a score by both editions.
    public let kinds: [OfKind]
    /// By the old edition on the new days, also of nodes whose weight is another.
    let start: ComparedOutcomes?

    /// How the bodies of one kind fare.
    public struct OfKind: Sendable {
        /// The id of the node.
        public let node: String
        /// The period.
        public let period: Period
        /// The kind of body.
        public let kind: String
        /// How many bodies of the kind have a score by both editions, gain, and lose.
        public let bodies, gain, lose: Int
        /// The mean of the moves of all of them.
        public let mean: Fixed
    }
}

/// The outcomes of one edition that are compared with those of another.
public struct ComparedOutcomes: Sendable {
    private var figures: [Key: Impact.Figure] = [:]
    /// By node, the grades in their order; scores of nodes with other grades are no distance apart.
    private var grades: [String: [String]] = [:]

    private struct Key: Hashable {
        let node: String
        let period: Period
        let body: String
    }

    /// Keeps the outcomes of some nodes.
    public init(_ assessment: Assessment, nodes: [String]) {
        let evidence = assessment.evidence
        for id in nodes {
            guard let node = assessment.plan.node(id), let column = assessment.columns[node] else {
                continue
            }
            grades[id] = assessment.plan.nodes[node].grades?.order
            for period in assessment.scoredPeriods {
                for body in evidence.bodies.indices {
                    let unit = assessment.unit(body: body, period: period)
                    let key = Key(
                        node: id, period: evidence.periods[period], body: evidence.bodies[body].id)
                    figures[key] = Impact.Figure(
                        state: column.states[unit], score: column.score(at: unit),
                        grade: assessment.mark(of: node, at: unit)
                            ?? assessment.grade(of: node, at: unit),
                        band: assessment.band(of: node, at: unit)?.id,
                        rank: assessment.rank(of: node, at: unit))
                }
            }
        }
    }

    /// Whether a node has scores in both, or grades of one scale.
    func isAlike(_ other: ComparedOutcomes, at node: String) -> Bool {
        grades[node] == other.grades[node]
    }

    func figure(_ node: String, _ period: Period, _ body: String) -> Impact.Figure? {
        figures[Key(node: node, period: period, body: body)]
    }
}

extension Impact {
    /// The ids of the nodes of two editions that are compared: roots, ranked ones, those with
    /// bands; headings have no outcome.
    public static func nodes(of plans: [Plan]) -> [String] {
        var ids: [String] = []
        for plan in plans {
            let positions = plan.nodes.indices.filter { node in
                if plan.nodes[node].isHeading { return false }
                return plan.nodes[node].parent == nil
                    || plan.ranking?.nodes.contains(node) ?? false
                    || plan.bands?.nodes.contains(node) ?? false
            }
            ids += positions.map { plan.nodes[$0].id }.filter { !ids.contains($0) }
        }
        return ids
    }

    /// Compares outcomes.
    ///
    /// - Parameters:
    ///   - old: Of the old edition.
    ///   - start: Of the old edition on the days of the new one; `nil` without steps.
    ///   - steps: With each change made; `nil` for one that cannot be computed alone.
    ///   - new: Of the new edition.
    ///   - nodes: The ids of what is compared.
    ///   - bodies: Those of the evidence.
    ///   - periods: Those that are compared.
    public init(
        old: ComparedOutcomes, start: ComparedOutcomes?, steps: [ComparedOutcomes?],
        new: ComparedOutcomes, nodes: [String], bodies: [Body], periods: [Period]
    ) {
        self.nodes = nodes
        self.periods = periods
        self.bodies = bodies.count { body in periods.contains { body.existed(on: $0.lastDay) } }
        existing = Dictionary(
            periods.map { period in
                (period, bodies.count { $0.existed(on: period.lastDay) })
            }
        ) { first, _ in first }
        self.start = start
        var movers: [Mover] = []
        var kinds: [OfKind] = []
        for node in nodes {
            for period in periods {
                let all = bodies.map { body -> Mover in
                    func figure(_ outcomes: ComparedOutcomes?) -> Figure? {
                        outcomes?.figure(node, period, body.id)
                    }
                    // Scores and grades, or grades of two scales, are no distance apart.
                    func score(_ outcomes: ComparedOutcomes?) -> Fixed? {
                        guard let outcomes, outcomes.isAlike(old, at: node) else { return nil }
                        return figure(outcomes)?.score
                    }
                    let made = steps.map { figure($0) }
                    let scores = Scores(
                        old: score(old), start: score(start), steps: steps.map { score($0) },
                        new: score(new))
                    return Mover(
                        body: body.id, node: node, period: period, old: figure(old),
                        new: figure(new), move: scores.move, days: scores.days,
                        start: figure(start), steps: made, alone: scores.alone,
                        together: scores.together)
                }
                movers += Self.sorted(all.filter(\.isMoved))
                kinds += Self.kinds(all, of: bodies.map(\.kind))
            }
        }
        self.movers = movers
        self.kinds = kinds
    }

    /// How many bodies exist on the last day of a period; 0 of one that is not compared.
    public func bodies(in period: Period) -> Int { existing[period] ?? 0 }

    /// The moves by kind, in the order of the bodies.
    private static func kinds(_ movers: [Mover], of kinds: [String]) -> [OfKind] {
        var order: [String] = []
        for kind in kinds where !order.contains(kind) { order.append(kind) }
        return order.compactMap { kind in
            let moves = zip(movers, kinds).compactMap { $1 == kind ? $0.move : nil }
            var sum = WideSum()
            for move in moves { sum.add(move) }
            // Nobody of the kind has two scores, or the mean of numbers in range is in range.
            guard let mover = movers.first, let mean = try? sum.divided(by: Int128(moves.count))
            else { return nil }
            return OfKind(
                node: mover.node, period: mover.period, kind: kind, bodies: moves.count,
                gain: moves.count { $0.raw > 0 }, lose: moves.count { $0.raw < 0 }, mean: mean)
        }
    }

    /// Those that lose or gain a score first, then the largest moves; otherwise in their order.
    private static func sorted(_ movers: [Mover]) -> [Mover] {
        let sizes = movers.map { $0.move?.raw.magnitude ?? .max }
        return movers.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }.map { movers[$0] }
    }
}

/// One body's scores by all the editions on the way from the old to the new one.
private struct Scores {
    let old: Fixed?
    let start: Fixed?
    let steps: [Fixed?]
    let new: Fixed?

    var move: Fixed? { Self.difference(new, old) }
    var days: Fixed? { Self.difference(start, old) }
    var alone: [Fixed?] { steps.map { Self.difference($0, start) } }

    /// What is left of the move when all that moves alone is taken from it.
    var together: Fixed? {
        guard var left = move else { return nil }
        for part in [days] + alone {
            guard let part else { continue }
            // Scores lie far within the numbers' range.
            guard let less = try? left.subtracting(part) else { return nil }
            left = less
        }
        return left
    }

    private static func difference(_ one: Fixed?, _ other: Fixed?) -> Fixed? {
        guard let one, let other else { return nil }
        // Scores lie far within the numbers' range.
        return try? one.subtracting(other)
    }
}
