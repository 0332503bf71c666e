internal import Arithmetic
internal import Methodology
internal import Scoring

/// What a body has at a node in a run.
package enum Mark: UInt8, Sendable {
    /// A score of its own.
    case score
    /// A score that a rule put in the place of an absent one.
    case filled
    case notApplicable
    case missing
    case excluded
    /// Nothing, because all that it would rest on was left out of the run.
    case leftOut

    /// Of an official outcome.
    init(_ state: State, isFilled: Bool) {
        switch state {
        case .score: self = isFilled ? .filled : .score
        case .notApplicable: self = .notApplicable
        case .missing: self = .missing
        case .excluded: self = .excluded
        }
    }

    /// Of a value that cannot be computed.
    init(_ empty: Node.EmptyRule) {
        switch empty {
        case .notApplicable: self = .notApplicable
        case .missing: self = .missing
        case .excluded: self = .excluded
        }
    }

    /// Whether there is a score.
    package var hasScore: Bool { rawValue <= Mark.filled.rawValue }
}

/// What a node yields for every body in a run.
struct Column: Sendable {
    /// By the order of ``Model/bodies``; NaN where there is none.
    var scores: [Double]
    /// As many.
    var marks: [Mark]
    /// Whether every body has a score.
    var isFull: Bool
    /// Whether every body has a score of its own.
    var isOwn: Bool

    /// What stands in the place of a column while it is worked on.
    static let none = Column(scores: [], marks: [], isFull: false, isOwn: false)

    /// A column without a score, to be worked on.
    init(count: Int) {
        scores = [Double](repeating: .nan, count: count)
        marks = [Mark](repeating: .missing, count: count)
        (isFull, isOwn) = (false, false)
    }

    private init(scores: [Double], marks: [Mark], isFull: Bool, isOwn: Bool) {
        (self.scores, self.marks) = (scores, marks)
        (self.isFull, self.isOwn) = (isFull, isOwn)
    }

    /// Official outcomes as doubles.
    init(_ official: NodeColumn, at units: [Int]) {
        self.init(count: units.count)
        for (body, unit) in units.enumerated() {
            let score = official.score(at: unit)
            scores[body] = score.map { Double($0) } ?? .nan
            marks[body] = Mark(official.states[unit], isFilled: official.isFilled(at: unit))
        }
        settle()
    }

    /// Notes whether all have scores, after marks were set.
    mutating func settle() {
        var (isFull, isOwn) = (true, true)
        for mark in marks {
            if mark != .score { isOwn = false }
            if !mark.hasScore { isFull = false }
        }
        (self.isFull, self.isOwn) = (isFull, isOwn)
    }

    /// Marks every body as having a score of its own.
    mutating func fill() {
        if !isOwn { for body in marks.indices { marks[body] = .score } }
        (isFull, isOwn) = (true, true)
    }

    /// The same outcomes without sharing memory with another column.
    mutating func take(_ other: Column) {
        for body in scores.indices {
            scores[body] = other.scores[body]
            marks[body] = other.marks[body]
        }
        (isFull, isOwn) = (other.isFull, other.isOwn)
    }
}
