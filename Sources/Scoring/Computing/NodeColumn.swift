public import Arithmetic

/// What a node yields for every unit: `unit = position of the period × bodies + position of
/// the body`.
public struct NodeColumn: Sendable {
    /// One per unit.
    public private(set) var states: [State] = []
    private var scores: [Fixed] = []
    private var values: [Fixed] = []
    private var marks: [Marks] = []
    /// Only units whose score is absent, or can still become another.
    private var open: [Int: Bounds] = [:]
    /// Whether the node has bounds: none where its score depends on other bodies.
    private let hasBounds: Bool

    init(hasBounds: Bool) { self.hasBounds = hasBounds }

    private struct Marks: OptionSet {
        let rawValue: UInt8
        static let value = Marks(rawValue: 1)
        static let filled = Marks(rawValue: 2)
        static let unverified = Marks(rawValue: 4)
    }

    /// The score; `nil` when there is none.
    public func score(at unit: Int) -> Fixed? { states[unit] == .score ? scores[unit] : nil }

    /// What stood before the score was made of it; `nil` when there was nothing.
    public func value(at unit: Int) -> Fixed? {
        marks[unit].contains(.value) ? values[unit] : nil
    }

    /// Whether a missing rule put the score in the place of an absent one.
    public func isFilled(at unit: Int) -> Bool { marks[unit].contains(.filled) }

    /// Whether evidence that nobody checked is used for the node or beneath it.
    public func usesUnverified(at unit: Int) -> Bool { marks[unit].contains(.unverified) }

    /// The least and the greatest score it can become; `nil` when it is not applicable, or
    /// depends on other bodies.
    public func bounds(at unit: Int) -> Bounds? {
        guard hasBounds else { return nil }
        return open[unit] ?? score(at: unit).map { Bounds($0, $0) }
    }

    /// Whether the score can still change when something beneath is settled.
    func isOpen(at unit: Int) -> Bool { open[unit] != nil }

    mutating func reserve(_ count: Int) {
        states.reserveCapacity(count)
        scores.reserveCapacity(count)
        values.reserveCapacity(count)
        marks.reserveCapacity(count)
    }

    mutating func append(_ computation: Computation, usesUnverified: Bool) {
        let outcome = computation.outcome
        if let bounds = computation.bounds, bounds.lower != outcome.score || !bounds.isClosed {
            open[states.count] = bounds
        }
        states.append(outcome.state)
        scores.append(outcome.score ?? .zero)
        values.append(computation.value ?? .zero)
        var mark: Marks = []
        if computation.value != nil { mark.insert(.value) }
        if outcome.isFilled { mark.insert(.filled) }
        if usesUnverified { mark.insert(.unverified) }
        marks.append(mark)
    }

    /// The same with another score for a unit.
    func with(_ score: Fixed, at unit: Int) -> NodeColumn {
        var column = self
        column.states[unit] = .score
        column.scores[unit] = score
        return column
    }

    /// Sets another outcome for a unit; its value and what it can become stay.
    mutating func put(_ outcome: Outcome, at unit: Int) {
        states[unit] = outcome.state
        scores[unit] = outcome.score ?? .zero
        if outcome.isFilled { marks[unit].insert(.filled) } else { marks[unit].remove(.filled) }
    }

    /// Adds the units that come after these.
    mutating func append(_ next: NodeColumn) {
        for (unit, bounds) in next.open { open[states.count + unit] = bounds }
        states += next.states
        scores += next.scores
        values += next.values
        marks += next.marks
    }
}
