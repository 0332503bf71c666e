internal import Arithmetic
internal import Expressions
internal import Methodology
internal import Scoring

/// The nodes whose scores a node's own is a sum of, as far down as that is so.
struct ScoreTerms: Sendable {
    /// A node, and what a point of its score adds.
    struct Term: Sendable {
        let node: Int
        /// 0 where it does not count as long as its state stays what it is.
        let factor: Fraction
    }

    /// Those that a measure moves.
    private(set) var terms: [Term] = []
    /// How many nodes are sums, each of them rounded to eighteen digits.
    private(set) var sums = 0
    private let acting: Acting
    private let unit: Int

    /// - Parameters:
    ///   - node: Its own rounding is left aside; see ``isSum``.
    ///   - unit: The body and period.
    ///   - acting: Over the measures.
    init(of node: Int, at unit: Int, _ acting: Acting) {
        (self.acting, self.unit) = (acting, unit)
        take(node, Fraction(numerator: 1, denominator: 1), isTop: true)
    }

    /// Whether the node is a sum of others; otherwise it is its own only term.
    var isSum: Bool { sums > 0 }

    private var assessment: Assessment { acting.catalogue.assessment }

    private mutating func take(_ node: Int, _ factor: Fraction, isTop: Bool = false) {
        guard acting.isMoved(node, at: unit) else { return }
        guard factor.sign > 0, let parts = parts(of: node, factor, isTop: isTop) else {
            terms.append(Term(node: node, factor: factor))
            return
        }
        sums += 1
        for part in parts { take(part.node, part.factor) }
    }

    /// The children that measures move, with what their points add to the node on top.
    private func parts(of node: Int, _ factor: Fraction, isTop: Bool) -> [Term]? {
        guard isPlain(node, isTop: isTop),
            let aggregate = assessment.computation(of: node, at: unit).aggregate,
            aggregate.kind.isSum
        else { return nil }
        var parts: [Term] = []
        for child in aggregate.children where acting.isMoved(child.node, at: unit) {
            guard child.state == .score, child.effective > 0 else {
                parts.append(Term(node: child.node, factor: Fraction(.zero)))
                continue
            }
            guard let (part, whole) = aggregate.ratio(of: child),
                let own = try? factor.multiplied(by: Fraction(numerator: part, denominator: whole))
            else { return nil }
            parts.append(Term(node: child.node, factor: own.reduced))
        }
        return parts
    }

    /// Whether nothing but the sum of the children makes the score.
    private func isPlain(_ position: Int, isTop: Bool) -> Bool {
        let node = assessment.plan.nodes[position]
        guard case .aggregate(let aggregate) = node.content, case .fixed = aggregate.weights,
            case .asIs(nil, nil) = node.score, node.corrections.isEmpty, node.treatment == nil,
            node.grades == nil, isTop || node.rounding == nil,
            assessment.setOutcome(of: position, at: unit) == nil,
            acting.now(position, at: unit).state == .score,
            !acting.now(position, at: unit).isFilled
        else { return false }
        return node.appliesWhen.map { !mayMove($0.expression) } ?? true
    }

    /// Whether a condition could come out otherwise.
    private func mayMove(_ condition: Expression) -> Bool {
        condition.contains { part in
            switch part.kind {
            case .input(let input):
                !acting.measures(on: [.input(input)], at: unit).isEmpty
            case .score, .records, .quantified, .field, .computed: true
            default: false
            }
        }
    }
}
