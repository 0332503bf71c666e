internal import Arithmetic
internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring

/// Says in words how outcomes differ from earlier ones.
public struct ChangeWording: Sendable {
    /// A move for print; the parts add up to it, digit by digit.
    public struct Printed: Sendable {
        /// The earlier score.
        public let was: String
        /// The score now.
        public let now: String
        /// With its sign, as in `+1.20`.
        public let move: String
        /// What moved it, the largest first: its name, the points with their sign, and of a node
        /// its earlier score and the one now.
        public let parts: [(name: String, points: String, scores: String)]
    }

    private let wording: Wording
    private let earlier: EarlierResults
    /// Digits after the point, as many as the smallest move needs to be seen.
    private let digits: Int

    /// A wording for some changes, which are printed with as many digits as all need.
    public init(_ changes: [ScoreChange], _ wording: Wording, from earlier: EarlierResults) {
        self.wording = wording
        self.earlier = earlier
        let least = changes.compactMap(\.move).filter { $0 != .zero }.map(\.raw.magnitude).min()
        let first = wording.assessment.plan.display.digits
        digits =
            (first...Fixed.fractionDigits).first { digits in
                guard let least else { return true }
                let move = Fixed(raw: Int128(truncatingIfNeeded: least))
                return (try? move.rounded(to: digits, .halfUp)) != .zero
            } ?? Fixed.fractionDigits
    }

    /// The earlier outcome: a score, a grade, or the word for why there was none.
    public func was(_ change: ScoreChange) -> String {
        guard change.isKnown else { return wording.phrases.movedIsNew }
        guard let old = change.old else { return "" }
        if let grade = old.grade { return grade }
        return old.score.map { text($0) } ?? wording.stateWord(old.state)
    }

    /// The outcome now, likewise.
    public func now(_ change: ScoreChange) -> String {
        change.new.grade ?? change.new.score.map { text($0) } ?? wording.stateWord(change.new.state)
    }

    /// The title of the earlier band.
    public func band(_ change: ScoreChange) -> String {
        guard let id = change.old?.band else { return "" }
        let band = wording.assessment.plan.bands?.list.first { $0.id == id }
        return wording.text(band?.title) ?? id
    }

    /// The move with its sign; of grades the steps.
    public func move(_ change: ScoreChange) -> String {
        guard let move = printedMove(change) else { return "" }
        return move == .zero ? text(move, change) : signed(move, change)
    }

    /// A move that has parts, for print; `nil` where nothing moved, or nothing beneath the node.
    public func printed(_ change: ScoreChange) -> Printed? {
        guard let old = change.old?.score, let new = change.new.score, !change.parts.isEmpty,
            let move = printedMove(change),
            let points = PrintedPoints.apportion(change.parts.map(\.exact), move, digits)
        else { return nil }
        let parts = zip(change.parts, points).filter { $1 != .zero }.map { part, points in
            (
                name: name(part.cause, of: change), points: signed(points, change),
                scores: scores(part.cause, change)
            )
        }
        guard !parts.isEmpty, change.parts.map(\.cause) != [.node(change.node)] else {
            return nil
        }
        return Printed(
            was: text(old), now: text(new), move: self.move(change), parts: parts)
    }

    /// The printed score now less the printed earlier one.
    private func printedMove(_ change: ScoreChange) -> Fixed? {
        guard let old = change.old?.score, let new = change.new.score else { return nil }
        return try? rounded(new).subtracting(rounded(old))
    }

    /// What a cause is called, as in `penalty` of the node itself, `penalty of Service`.
    private func name(_ cause: ScoreChange.Cause, of change: ScoreChange) -> String {
        let (plan, phrases) = (wording.assessment.plan, wording.phrases)
        let word =
            switch cause {
            case .node(let node): wording.node(node)
            case .scoreRule: phrases.movedByScoreRule
            case .correction(let node, let index):
                phrases.word(plan.nodes[node].corrections[index].kind.rawValue)
            case .rounding: phrases.movedByRounding
            case .steps: phrases.movedBySteps
            case .together: phrases.movedTogether
            }
        if case .node = cause { return word }
        return cause.node == change.node ? word : "\(word), \(wording.node(cause.node))"
    }

    private func scores(_ cause: ScoreChange.Cause, _ change: ScoreChange) -> String {
        guard case .node(let node) = cause, node != change.node, let period = change.period
        else { return "" }
        let assessment = wording.assessment
        let body = assessment.evidence.bodies[assessment.body(of: change.unit)].id
        let old = earlier.unit(body, period)?.figure(node, assessment.plan)
        let new = EarlierUnit.assessed(assessment, change.unit).figure(node, assessment.plan)
        return "\(figure(old)) → \(figure(new))"
    }

    private func figure(_ figure: Impact.Figure?) -> String {
        guard let figure else { return "–" }
        return figure.grade ?? figure.score.map { text($0) } ?? wording.stateWord(figure.state)
    }

    private func rounded(_ number: Fixed) -> Fixed {
        // A number that rounding would carry beyond its range is shown in full.
        (try? number.rounded(to: digits, .halfUp)) ?? number
    }

    private func text(_ number: Fixed, _ change: ScoreChange? = nil) -> String {
        let isGrade = change.map { $0.new.grade != nil } ?? false
        return Display.text(rounded(number), digits: isGrade ? 0 : digits)
    }

    private func signed(_ number: Fixed, _ change: ScoreChange) -> String {
        (number.raw > 0 ? "+" : "") + text(number, change)
    }
}

extension ScoreChange.Cause {
    /// For programs: the node's id, with a word after it for what is not its own move.
    func id(in plan: Plan) -> String {
        let id = plan.nodes[node].id
        switch self {
        case .node: return id
        case .scoreRule: return id + ":score-rule"
        case .correction(let node, let index):
            return id + ":" + plan.nodes[node].corrections[index].kind.rawValue
        case .rounding: return id + ":rounding"
        case .steps: return id + ":steps"
        case .together: return id + ":together"
        }
    }
}
