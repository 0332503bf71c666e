internal import Arithmetic
internal import Methodology

/// The part of a plain node's path that follows its value: missing rule → score → round.
///
/// The ``Scorer`` says what comes out; this comes to the same without a trace of it, and leaves
/// whatever stops an assessment to the Scorer.
struct PlainPath: Sendable {
    private let rule: Node.ScoreRule
    private let missing: Node.MissingRule?
    private let rounding: Plan.Rounded?
    private let scale: Node.Scale
    private let mayExceed: Bool
    /// Whether the node has bounds.
    let hasBounds: Bool
    private let isLeaf: Bool
    private let numbers: NumberKind

    /// Fails for a node whose path needs more than its value.
    init?(_ position: Int, _ ground: Ground) {
        let node = ground.plan.nodes[position]
        guard node.appliesWhen == nil, node.substitute == nil, node.treatment == nil,
            node.corrections.isEmpty,
            node.score.isFixed
        else { return nil }
        isLeaf = if case .formula = node.content { true } else { false }
        rule = node.score
        missing = node.missing
        rounding = node.rounding
        scale = node.scale
        mayExceed = node.mayExceed
        hasBounds = !ground.plan.relative.contains(position)
        numbers = ground.numbers
    }

    /// Between what values are held to become scores; `nil` where more is done with them.
    var hold: NodeColumn.Hold? {
        guard case .asIs(let floor, let cap) = rule, rounding == nil else { return nil }
        return NodeColumn.Hold(floor: floor, cap: cap)
    }

    /// Whether the scale has no room for the score.
    func isOutside(_ score: Fixed) -> Bool {
        score < scale.least || score > scale.greatest && !mayExceed
    }

    /// What a value comes to.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - interval: What it can become; `nil` for anything on the scale.
    /// - Returns: `nil` for a score outside the scale.
    /// - Throws: ``ArithmeticError`` for a score that cannot be.
    func entry(
        value: Fixed, _ interval: Bounds?
    ) throws(ArithmeticError) -> NodeColumn.Entry? {
        let score = try rule.score(value, numbers)
        let isSure = interval.map { $0.isClosed && $0.lower == value } ?? false
        let scored = isSure ? Bounds(score, score) : try scored(interval)
        return try entry(.score, value: value, score: score, isFilled: false, scored)
    }

    /// What the absence of a value comes to.
    ///
    /// - Parameters:
    ///   - state: Why there is none.
    ///   - interval: What the value can become, of a leaf its score; `nil` for anything on the
    ///     scale.
    /// - Returns: `nil` for a score outside the scale.
    /// - Throws: ``ArithmeticError`` for a bound that cannot be.
    func entry(
        without state: State, _ interval: Bounds?
    ) throws(ArithmeticError) -> NodeColumn.Entry? {
        let filled = state == .missing ? missing : nil
        if let filled, !filled.isOpen {
            let score = filled.score
            return try entry(
                .score, value: nil, score: score, isFilled: true, Bounds(score, score))
        }
        let scored = isLeaf ? interval : try scored(interval)
        return try entry(
            filled == nil ? state : .score, value: nil, score: filled?.score,
            isFilled: filled != nil, scored)
    }

    private func scored(_ interval: Bounds?) throws(ArithmeticError) -> Bounds? {
        guard let interval else { return nil }
        return try rule.bounds(interval, numbers)
    }

    /// Rounds, looks at the scale and settles the bounds.
    private func entry(
        _ state: State, value: Fixed?, score: Fixed?, isFilled: Bool, _ interval: Bounds?
    ) throws(ArithmeticError) -> NodeColumn.Entry? {
        var (score, interval) = (score, interval)
        if let rounding {
            if let exact = score { score = try exact.rounded(to: rounding.digits, rounding.mode) }
            if let exact = interval {
                interval = Bounds(
                    try exact.lower.rounded(to: rounding.digits, rounding.mode),
                    try exact.upper.rounded(to: rounding.digits, rounding.mode))
            }
        }
        let (least, greatest) = (scale.least, scale.greatest)
        if let score, isOutside(score) { return nil }
        var bounds: Bounds?
        if hasBounds, state != .notApplicable {
            let open = interval ?? Bounds(least, max(greatest, score ?? .zero))
            let most = mayExceed ? max(greatest, open.upper) : greatest
            bounds = Bounds(
                min(max(open.lower, least), most), max(min(open.upper, most), least))
        }
        return NodeColumn.Entry(
            state: state, score: score, value: value, isFilled: isFilled, bounds: bounds)
    }
}

extension Node.ScoreRule {
    /// Whether nothing of it is computed for a body, or compared with others.
    fileprivate var isFixed: Bool {
        switch self {
        case .asIs, .knots, .points: true
        case .line, .achievement, .comparison: false
        }
    }
}
