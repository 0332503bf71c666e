public import Arithmetic

/// What a node yields for every unit: `unit = position of the period × bodies + position of
/// the body`.
public struct NodeColumn: Sendable {
    /// One per unit.
    public private(set) var states: [State] = []
    private var scores: [Fixed] = []
    /// Holds the memory of the scores where both are the same; see ``join()``.
    private var values: [Fixed] = []
    private var marks: [Marks] = []
    /// For each unit, one more than the position of its bounds.
    ///
    /// 0 where they are those of its score; empty while no unit has others.
    private var open: [Int32] = []
    /// Only of units whose score is absent, or can still become another.
    private var ends: [Bounds] = []
    /// For each unit of an aggregate, what of its weight is covered; empty while none is known.
    private var coverages: [Coverage] = []
    /// The floor and the cap that scores are still to be held to; `nil` where they are as they are.
    private var hold: Hold?
    /// Whether the node has bounds: none where its score depends on other bodies.
    private let hasBounds: Bool

    init(hasBounds: Bool) { self.hasBounds = hasBounds }

    /// A column in which every unit has a score of its own that cannot change any more: its value,
    /// held to a floor and a cap.
    init(values: [Fixed], _ hold: Hold, hasBounds: Bool) {
        self.values = values
        scores = values
        self.hold = hold.isNone ? nil : hold
        self.hasBounds = hasBounds
        states = [State](repeating: .score, count: values.count)
        marks = [Marks](repeating: [.value, .settled], count: values.count)
    }

    /// Between what scores are held.
    struct Hold {
        let floor: Fixed?
        let cap: Fixed?

        var isNone: Bool { floor == nil && cap == nil }
    }

    fileprivate struct Marks: OptionSet {
        let rawValue: UInt8
        static let value = Marks(rawValue: 1)
        static let filled = Marks(rawValue: 2)
        static let unverified = Marks(rawValue: 4)
        /// A score of its own that cannot change any more.
        static let settled = Marks(rawValue: 8)
    }

    /// The weight of the children that have a score of their own, and of those that are applicable.
    struct Coverage {
        let covered: Int64
        /// 0 as well where it was not counted.
        let applicable: Int64
    }

    /// What a column keeps of one unit.
    struct Entry {
        let state: State
        let score: Fixed?
        let value: Fixed?
        var isFilled = false
        let bounds: Bounds?
        /// `nil` where it was not counted along with the rest.
        var coverage: Coverage?

        /// Whether the score is absent, or can still become another.
        fileprivate var isOpen: Bool { bounds.map { $0.lower != score || !$0.isClosed } ?? false }

        fileprivate func marks(usesUnverified: Bool) -> Marks {
            var marks: Marks = []
            if value != nil { marks.insert(.value) }
            if isFilled { marks.insert(.filled) }
            if usesUnverified { marks.insert(.unverified) }
            if score != nil, !isFilled, !isOpen { marks.insert(.settled) }
            return marks
        }

        /// What stands where nothing is computed.
        static let outside = Entry(state: .notApplicable, score: nil, value: nil, bounds: nil)
    }

    /// The score; `nil` when there is none.
    public func score(at unit: Int) -> Fixed? { states[unit] == .score ? held(unit) : nil }

    private func held(_ unit: Int) -> Fixed {
        guard let hold else { return scores[unit] }
        return scores[unit].held(from: hold.floor, to: hold.cap)
    }

    /// Holds all scores, so that others can stand beside them.
    private mutating func settleHold() {
        guard let hold else { return }
        scores = scores.map { $0.held(from: hold.floor, to: hold.cap) }
        self.hold = nil
    }

    /// The score, where it is its own and cannot change any more.
    func settledScore(at unit: Int) -> Fixed? {
        marks[unit].contains(.settled) ? held(unit) : nil
    }

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
        if isOpen(at: unit) { return ends[Int(open[unit]) - 1] }
        return score(at: unit).map { Bounds($0, $0) }
    }

    /// The share of the weight beneath that has a score of its own; `nil` where it was not counted
    /// along with the rest, or nothing beneath is applicable.
    func coverage(at unit: Int) -> Fraction? {
        guard !coverages.isEmpty else { return nil }
        return coverages[unit].share
    }

    /// Whether the score can still change when something beneath is settled.
    func isOpen(at unit: Int) -> Bool { !open.isEmpty && open[unit] > 0 }

    mutating func reserve(_ count: Int) {
        states.reserveCapacity(count)
        scores.reserveCapacity(count)
        values.reserveCapacity(count)
        marks.reserveCapacity(count)
    }

    mutating func append(_ entry: Entry, usesUnverified: Bool) {
        settleHold()
        if entry.isOpen, let bounds = entry.bounds {
            ends.append(bounds)
            Self.fill(&open, 0, to: states.count)
            open.append(Int32(ends.count))
        } else if !open.isEmpty {
            open.append(0)
        }
        if let coverage = entry.coverage {
            Self.fill(&coverages, .none, to: states.count)
            coverages.append(coverage)
        } else if !coverages.isEmpty {
            coverages.append(.none)
        }
        states.append(entry.state)
        scores.append(entry.score ?? .zero)
        values.append(entry.value ?? .zero)
        marks.append(entry.marks(usesUnverified: usesUnverified))
    }

    /// Puts something else in the place of what the column began with.
    mutating func set(_ entry: Entry, at unit: Int) {
        states[unit] = entry.state
        if let score = entry.score, held(unit) != score {
            settleHold()
            scores[unit] = score
        }
        if let value = entry.value, values[unit] != value { values[unit] = value }
        marks[unit] = entry.marks(usesUnverified: usesUnverified(at: unit))
        if !coverages.isEmpty { coverages[unit] = entry.coverage ?? .none }
        guard entry.isOpen, let bounds = entry.bounds else {
            if !open.isEmpty { open[unit] = 0 }
            return
        }
        ends.append(bounds)
        Self.fill(&open, 0, to: states.count)
        open[unit] = Int32(ends.count)
    }

    /// Notes the units that use evidence which nobody checked.
    mutating func mark(unverified: [Bool]) {
        for (unit, isUnverified) in unverified.enumerated() where isUnverified {
            marks[unit].insert(.unverified)
        }
    }

    /// The same with another score for a unit.
    func with(_ score: Fixed, at unit: Int) -> NodeColumn {
        var column = self
        column.settleHold()
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
        settleHold()
        var next = next
        next.settleHold()
        let (count, all) = (states.count, states.count + next.states.count)
        if !next.open.isEmpty {
            let before = Int32(ends.count)
            Self.fill(&open, 0, to: count)
            open += next.open.lazy.map { $0 == 0 ? 0 : $0 + before }
            ends += next.ends
        } else if !open.isEmpty {
            Self.fill(&open, 0, to: all)
        }
        if !next.coverages.isEmpty {
            Self.fill(&coverages, .none, to: count)
            coverages += next.coverages
        } else if !coverages.isEmpty {
            Self.fill(&coverages, .none, to: all)
        }
        states += next.states
        scores += next.scores
        values += next.values
        marks += next.marks
    }

    /// Keeps scores and values only once where they are the same.
    mutating func join() {
        if values == scores { values = scores }
    }

    /// Makes up for units of which nothing had to be noted.
    private static func fill<Item>(_ list: inout [Item], _ item: Item, to count: Int) {
        guard list.count < count else { return }
        list.append(contentsOf: repeatElement(item, count: count - list.count))
    }
}

extension NodeColumn.Entry {
    /// What a column keeps of a path.
    init(_ computation: Computation) {
        let outcome = computation.outcome
        self.init(
            state: outcome.state, score: outcome.score, value: computation.value,
            isFilled: outcome.isFilled, bounds: computation.bounds)
    }
}

extension NodeColumn.Coverage {
    /// What was not counted.
    fileprivate static let none = NodeColumn.Coverage(covered: 0, applicable: 0)

    /// `nil` where nothing is applicable.
    var share: Fraction? {
        guard applicable > 0 else { return nil }
        return Fraction(numerator: Int128(covered), denominator: Int128(applicable)).reduced
    }
}
