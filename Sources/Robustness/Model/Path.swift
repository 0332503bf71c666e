internal import Methodology

/// The steps of a node after its value: treatment → score rule → missing rule → corrections →
/// rounding.
struct Path: Sendable {
    let treating: Treating?
    /// How values become scores in the edition itself.
    let rule: Rule
    /// The same with another pass mark in each run; `nil` where it stays.
    let passMark: PassMark?
    /// The score that the missing rule sets; `nil` where missing stays missing.
    let missing: Double?
    let corrections: [Correction]
    let rounding: SnappedRounding?
    /// Outcomes that are not computed, and those that no run changes.
    let overrides: [Override]

    /// What a correction comes to, by body.
    struct Correction: Sendable {
        let kind: Node.Correction.Kind
        /// NaN where it is not applied.
        let amounts: [Double]
        /// Where it cannot be told, and the node is missing for that.
        let isUnknown: [Bool]
    }

    /// An outcome that stands whatever is computed.
    struct Override: Sendable {
        let body: Int
        let score: Double
        let mark: Mark
    }

    /// How values become scores in a run.
    func rule(in settings: Settings) -> Rule {
        guard let passMark, let places = settings.passMarks else { return rule }
        return passMark.rule(places[passMark.index])
    }

    /// Makes scores of values.
    ///
    /// - Parameters:
    ///   - column: Values, and marks for what has none.
    ///   - rule: How they become scores.
    ///   - fill: The score in the place of what is missing; `nil` for none.
    ///   - before: What bodies had before values took the place of missing ones; empty for the
    ///     same.
    ///   - points: At most so many points are drawn in; `nil` for as many as the edition says.
    ///   - caps: What scores are held to at most, by body; empty for nothing.
    ///   - work: Memory.
    func finish(
        _ column: inout Column, by rule: Rule, filling fill: Double?, before: [Mark] = [],
        points: Int? = nil, caps: [Double] = [], _ work: inout Work
    ) {
        for override in overrides where !override.mark.hasScore {
            column.scores[override.body] = .nan
            column.marks[override.body] = override.mark
            (column.isFull, column.isOwn) = (false, false)
        }
        treating?.apply(to: &column, points: points)
        // A body that nothing tells from others has a value; no missing rule covers it.
        if case .compared(let compared) = rule {
            compared.takeOut(&column)
            self.fill(fill, &column)
        }
        rule.apply(to: &column, &work)
        if case .compared = rule {} else { self.fill(fill, &column) }
        treating?.settle(&column)
        if !before.isEmpty { mark(before, in: &column) }
        for correction in corrections { correct(correction, &column) }
        // What is no number stays so.
        for body in caps.indices {
            column.scores[body] = min(column.scores[body], caps[body])
        }
        if let rounding {
            for body in column.scores.indices {
                column.scores[body] = rounding(column.scores[body])
            }
        }
        guard !overrides.isEmpty else { return }
        for override in overrides {
            column.scores[override.body] = override.score
            column.marks[override.body] = override.mark
        }
        column.settle()
    }

    private func fill(_ score: Double?, _ column: inout Column) {
        guard let score, !column.isFull else { return }
        for body in column.marks.indices where column.marks[body] == .missing {
            column.scores[body] = score
            column.marks[body] = .filled
        }
        column.settle()
    }

    /// Marks scores as filled where there was no value before.
    private func mark(_ before: [Mark], in column: inout Column) {
        for body in before.indices where before[body] == .missing {
            if column.marks[body] == .score { column.marks[body] = .filled }
        }
        column.settle()
    }

    private func correct(_ correction: Correction, _ column: inout Column) {
        var isSettled = true
        for body in column.scores.indices where column.marks[body].hasScore {
            if correction.isUnknown[body] {
                column.scores[body] = .nan
                column.marks[body] = .missing
                isSettled = false
            }
            let (score, amount) = (column.scores[body], correction.amounts[body])
            guard !amount.isNaN else { continue }
            column.scores[body] =
                switch correction.kind {
                case .bonus: score + amount
                case .penalty: score - amount
                case .cap, .gate: min(score, amount)
                case .floor: max(score, amount)
                }
        }
        if !isSettled { column.settle() }
    }
}
