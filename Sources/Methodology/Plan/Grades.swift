public import Arithmetic
public import Domain

/// The grades an edition awards.
///
/// Within the plan a grade is a score: its position in ``order``, so that states, bounds, ranks
/// and corrections are those of scores. Whatever goes out shows the word.
public struct Grades: Hashable, Sendable {
    /// The id of the scale of grades, as in `pefa`.
    public let id: String
    /// What it is called.
    public let title: LanguageMap?
    /// The words, worst first, as in `D`, `C`, `B`, `A`.
    public let order: [String]

    /// The positions of the worst and the best grade.
    public var scale: Node.Scale { Node.Scale(least: .zero, greatest: score(order.count - 1)) }

    /// The score a grade's position stands for.
    public func score(_ position: Int) -> Fixed { Fixed(gradePosition: position) }

    /// The position of the grade at a score, held to those there are.
    public func position(_ score: Fixed) -> Int {
        min(max(score.gradePosition, 0), order.count - 1)
    }

    /// The word at a score; the nearest end for a score that is none of a grade.
    public func word(_ score: Fixed) -> String { order[position(score)] }
}

extension Fixed {
    /// The score that the grade at this position stands for.
    public init(gradePosition: Int) { self.init(raw: Fixed.one.raw * Int128(gradePosition)) }

    /// The position of the grade that the score stands for.
    public var gradePosition: Int { Int(clamping: raw / Fixed.one.raw) }
}

extension Node {
    /// Whether it has a grade in the place of a score.
    public var isGraded: Bool { grades != nil }

    /// Whether its value is a grade already, not a number that falls into one.
    public var isValueGrade: Bool {
        if case .asIs = score { isGraded } else { false }
    }

    /// The grade a score stands for; `nil` for a node with scores.
    public func grade(_ score: Fixed) -> String? { grades?.word(score) }

    /// A score of the node for people, in plain digits, or its grade.
    public func text(_ score: Fixed) -> String { grade(score) ?? score.description }

    /// What is shown in the place of a grade that the missing rule set, as in `D*`.
    public func mark(_ score: Fixed, isFilled: Bool) -> String? {
        guard isFilled, let missing, missing.score == score else { return nil }
        return missing.mark
    }
}
