internal import Expressions
internal import Methodology

/// The units for which values are supposed, by what reads them.
struct SupposedUnits {
    private var inputs: [Int: Set<Int>] = [:]
    private var leaves: [Int: Set<Int>] = [:]
    private let plan: Plan

    init(_ values: [SupposedValue], _ plan: Plan) {
        self.plan = plan
        for value in values {
            switch value.subject {
            case .input(let input): inputs[input, default: []].insert(value.unit)
            case .leaf(let leaf): leaves[leaf, default: []].insert(value.unit)
            }
        }
    }

    /// Whether a field of records is computed from one of the inputs.
    var areReadByFields: Bool {
        guard !inputs.isEmpty else { return false }
        return plan.computed.joined().contains { field in
            field.formula.expression.contains { part in
                guard case .input(let input) = part.kind else { return false }
                return inputs[input] != nil
            }
        }
    }

    /// Those for which something changes that the node's own rule reads, nodes apart.
    func of(_ node: Int, _ dependencies: Dependencies) -> Set<Int> {
        var units = leaves[node] ?? []
        for input in dependencies.ownInputs {
            if let own = inputs[input] { units.formUnion(own) }
        }
        // A missing value is expected beside the values of these.
        for leaf in plan.nodes[node].substitute?.leaves ?? [] {
            if let own = leaves[leaf] { units.formUnion(own) }
        }
        return units
    }
}
