internal import Methodology

/// A leaf whose scores runs can change; a class, so that no run copies what it holds.
final class Leaf: Sendable {
    /// The position of the node in the plan.
    let node: Int
    /// Where its column stands.
    let slot: Int
    let official: Column
    /// How its scores follow from values; `nil` where only its bounds matter.
    let values: LeafValues?
    /// Scores that are open.
    let open: [Open]
    let rounding: SnappedRounding?
    /// Where columns stand by choice.
    let strides: Choice.Strides
    /// Columns by choice, the official one first; empty where they are computed in each run.
    let choices: [Column]

    init(
        node: Int, slot: Int, official: Column, values: LeafValues?, open: [Open],
        rounding: SnappedRounding?, strides: Choice.Strides, choices: [Column] = []
    ) {
        (self.node, self.slot, self.official) = (node, slot, official)
        (self.values, self.open, self.rounding) = (values, open, rounding)
        (self.strides, self.choices) = (strides, choices)
    }

    /// The same with columns by choice.
    func filled(with choices: [Column]) -> Leaf {
        Leaf(
            node: node, slot: slot, official: official, values: values, open: open,
            rounding: rounding, strides: strides, choices: choices)
    }

    /// Whether all columns there can be are known, so that memory is shared with a run.
    var isSettled: Bool { open.isEmpty && !choices.isEmpty }

    /// What can still become another score.
    struct Open: Sendable {
        let body: Int
        let lower: Double
        let upper: Double
        /// Its position in ``Settings/bounds``.
        let index: Int
    }

    /// Computes its column.
    func run(
        _ settings: Settings, _ choice: Choice, into column: inout Column, _ work: inout Work
    ) {
        let place = strides.position(of: choice)
        if let values, place != 0 || values.isSampled(settings) || values.isMarked(settings) {
            if let place, !choices.isEmpty {
                column.take(choices[place])
            } else {
                values.run(settings, into: &column, &work)
            }
        } else {
            column.take(official)
        }
        guard let bounds = settings.bounds else { return }
        for place in open {
            let score = place.lower + (place.upper - place.lower) * bounds[place.index]
            column.scores[place.body] = rounding.map { $0(score) } ?? score
            column.marks[place.body] = .score
        }
        column.settle()
    }
}
