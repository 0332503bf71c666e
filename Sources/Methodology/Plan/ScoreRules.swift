public import Arithmetic
public import Diagnostics
public import Domain
public import Expressions

extension Node {
    /// A number that a value is measured against, in the unit of the value.
    public enum Edge: Sendable {
        /// The same for every body and period.
        case number(Fixed)
        /// Computed for each body and period.
        case formula(Formula)

        /// Its formula; `nil` for a number.
        public var formula: Formula? {
            if case .formula(let formula) = self { formula } else { nil }
        }
    }

    /// Straight lines between a few values, level outside.
    public struct Line: Sendable {
        /// Which values those are.
        public enum Form: String, Sendable {
            /// From `worst`, which earns the least score, to `best`, which earns the greatest.
            case goalposts
            /// The greatest score between two values, the least at two others around them.
            case targetRange = "target-range"
            /// The greatest score at `to`, the least so far `below` or `above` it.
            case distance
        }

        /// One of the values, under its name.
        public struct NamedEdge: Sendable {
            /// As in `worst`.
            public let name: String
            /// The value.
            public let edge: Edge
        }

        /// Which values those are.
        public let form: Form
        /// In the order that the form has for them.
        ///
        /// Goalposts: worst, best. Target range: zero, full, full, zero, rising. Distance: to,
        /// then below, above, one of which may be absent.
        public let edges: [NamedEdge]
        /// The least and the greatest score they earn.
        public let scores: Scale
        /// Where it stands in the edition.
        public let place: Place
    }

    /// How far a target is achieved.
    public struct TargetAchievement: Sendable {
        /// What is to be achieved.
        public let target: Edge
        /// Whether less is better.
        public let isLowerBetter: Bool
        /// Where the way to the target begins; `nil` for at zero.
        public let baseline: Edge?
        /// The score; `nil` for the part of the way to the target that was made.
        public let credit: Formula?
        /// The score where the target is just achieved.
        public let full: Fixed
        /// The score where nothing is achieved.
        public let least: Fixed
        /// The least score; `nil` for none.
        public let floor: Fixed?
        /// The greatest score; `nil` for none.
        public let cap: Fixed?
        /// What happens where no part of a way can be told.
        public let traps: [Trap: Outcome]
        /// Where it stands in the edition.
        public let place: Place

        /// Where no part of a way can be told.
        public enum Trap: String, CaseIterable, Hashable, Sendable {
            /// The target is zero.
            case zeroTarget = "zero-target"
            /// The actual value is zero, and less is better.
            case zeroActual = "zero-actual"
            /// The target is no better than the baseline.
            case flatTarget = "flat-target"
        }

        /// What comes out there.
        public enum Outcome: Sendable {
            /// A score, and how it was written, as in `full`.
            case score(Fixed, word: String)
            /// The full score where the value is as good as the target, otherwise the least.
            case allOrNothing
            /// No score, and why.
            case noScore(EmptyRule, reason: LanguageMap?)
        }
    }
}

extension Node.Line {
    /// The knots at computed values, in the order of ``edges``; `nil` when those are out of order.
    ///
    /// - Throws: ``ArithmeticError/overflow`` for values of 10^20 or more.
    public func knots(_ values: [Fixed]) throws(ArithmeticError) -> [Node.Knot]? {
        let (least, greatest) = (scores.least, scores.greatest)
        var knots: [Node.Knot] = []
        switch form {
        case .goalposts:
            knots = [
                Node.Knot(value: values[0], score: least),
                Node.Knot(value: values[1], score: greatest),
            ]
            if values[1] < values[0] { knots.reverse() }
        case .targetRange:
            knots = zip(values, [least, greatest, greatest, least]).map {
                Node.Knot(value: $0, score: $1)
            }
            if values[1] == values[2] { knots.remove(at: 2) }
        case .distance:
            knots = [Node.Knot(value: values[0], score: greatest)]
            for (edge, value) in zip(edges, values).dropFirst() {
                guard .zero < value else { return nil }
                let isBelow = edge.name == "below"
                let end = isBelow ? try values[0].subtracting(value) : try values[0].adding(value)
                let knot = Node.Knot(value: end, score: least)
                knots.insert(knot, at: isBelow ? 0 : knots.count)
            }
        }
        let isRising = zip(knots, knots.dropFirst()).allSatisfy { $0.value < $1.value }
        return isRising ? knots : nil
    }
}

extension Node.Line.Form {
    /// The order that its values need.
    public var order: String {
        switch self {
        case .goalposts: "The worst and the best value must differ"
        case .targetRange:
            "Write zero around full, as in {full: [40, 60], zero: [20, 90]}; values rise"
        case .distance: "A distance is above 0"
        }
    }
}

extension Node.ScoreRule {
    /// How it is called in the language.
    public var word: String {
        switch self {
        case .asIs: "as-is"
        case .knots: "knots"
        case .points: "points"
        case .line(let line): line.form.rawValue
        case .achievement: "target-achievement"
        case .comparison(let comparison): comparison.kind.word
        }
    }

    /// The formulas of what it measures against, each with the key it stands under.
    public var namedFormulas: [(name: String, formula: Formula)] {
        let edges: [(String, Formula?)] =
            switch self {
            case .asIs, .knots, .points: []
            case .comparison(let comparison): [("target", comparison.target?.formula)]
            case .line(let line): line.edges.map { ($0.name, $0.edge.formula) }
            case .achievement(let rule):
                [
                    ("target", rule.target.formula), ("baseline", rule.baseline?.formula),
                    ("credit", rule.credit),
                ]
            }
        return edges.compactMap { name, formula in formula.map { (name, $0) } }
    }

    /// The formulas of what it measures against.
    public var formulas: [Formula] { namedFormulas.map(\.formula) }
}
