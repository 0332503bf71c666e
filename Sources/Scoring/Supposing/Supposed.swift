internal import Arithmetic
internal import Evidence

/// What stands in the place of what is known.
struct Supposed: Sendable {
    /// What inputs held before, by input and unit, as columns of one row.
    private(set) var inputs: [Int: [Int: Column]] = [:]
    /// The values of leaves before their score rules, by node and unit.
    private(set) var leaves: [Int: [Int: Fixed]] = [:]

    /// Nothing is supposed.
    init() {}

    var isEmpty: Bool { inputs.isEmpty && leaves.isEmpty }

    /// The same with more values.
    ///
    /// - Returns: The evidence with the values of inputs in their places as well.
    func adding(
        _ values: [SupposedValue], to evidence: Evidence
    ) -> (supposed: Supposed, evidence: Evidence) {
        var supposed = self
        var cells: [Int: [Evidence.SupposedCell]] = [:]
        for value in values {
            switch (value.subject, value.level) {
            case (.leaf(let leaf), .number(let number)):
                supposed.leaves[leaf, default: [:]][value.unit] = number
            // No leaf has a flag for its value.
            case (.leaf, .flag): break
            case (.input(let input), let level):
                let column = evidence.inputs[input].column
                guard column.presence(at: value.unit) == .known, let cell = level.cell(of: column)
                else { continue }
                cells[input, default: []].append(
                    Evidence.SupposedCell(unit: value.unit, cell: cell))
                if supposed.inputs[input]?[value.unit] == nil {
                    supposed.inputs[input, default: [:]][value.unit] = column.cell(at: value.unit)
                }
            }
        }
        return (supposed, cells.isEmpty ? evidence : evidence.supposing(cells))
    }
}

extension SupposedValue.Level {
    /// A column of one row of the same type as another; `nil` for one of another type.
    fileprivate func cell(of column: Column) -> Column? {
        switch (self, column.values) {
        case (.number(let number), .numbers): Column(values: .numbers([number]), presence: [])
        case (.flag(let flag), .flags): Column(values: .flags([flag]), presence: [])
        default: nil
        }
    }
}
