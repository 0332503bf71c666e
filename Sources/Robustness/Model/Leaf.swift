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
    /// Columns by choice, the edition's own first; empty where they are computed in each run.
    let choices: [Column]

    init(
        node: Int, slot: Int, official: Column, values: LeafValues?, open: [Open],
        rounding: SnappedRounding?, choices: [Column] = []
    ) {
        (self.node, self.slot, self.official) = (node, slot, official)
        (self.values, self.open, self.rounding) = (values, open, rounding)
        self.choices = choices
    }

    /// The same with columns by choice.
    func filled(with choices: [Column]) -> Leaf {
        Leaf(
            node: node, slot: slot, official: official, values: values, open: open,
            rounding: rounding, choices: choices)
    }

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
        _ settings: Settings, into column: inout Column, _ work: inout Work
    ) {
        let bounds = open.isEmpty ? nil : settings.bounds
        if let values, values.isChanged(settings) {
            let choice = choices.isEmpty || values.isSampled(settings) ? nil : values.choice(settings)
            if let choice {
                put(choices[choice], into: &column)
            } else {
                values.run(settings, into: &column, &work)
            }
        } else {
            put(official, into: &column)
        }
        guard let bounds else { return }
        for place in open {
            let score = place.lower + (place.upper - place.lower) * bounds[place.index]
            column.scores[place.body] = rounding.map { $0(score) } ?? score
            column.marks[place.body] = .score
        }
        column.settle()
    }

    /// Shares memory only where nothing is ever written to it.
    private func put(_ made: Column, into column: inout Column) {
        let isReadOnly = open.isEmpty && values.map { $0.errors.isEmpty && !choices.isEmpty } ?? true
        if isReadOnly { column = made } else { column.take(made) }
    }
}
