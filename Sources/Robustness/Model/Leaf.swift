internal import Methodology

/// A leaf whose scores runs can change.
struct Leaf: Sendable {
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
    var choices: [Column] = []

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
