internal import Arithmetic
internal import Domain

/// What measures may act on: the inputs and the leaves of an edition.
struct MeasureTargets: Sendable {
    /// An input or a leaf.
    struct Target: Sendable {
        let id: String
        let type: ValueType
        /// The declared range, or that of the type; a leaf has none.
        let range: (least: Fixed?, greatest: Fixed?)
        /// The leaves that read it; `nil` for a leaf, which is its own.
        let readers: [String]?
    }

    /// What an id stands for.
    enum Meaning: Sendable {
        case target(Target)
        /// Only another edition has it.
        case elsewhere
    }

    private let schema: EvidenceSchema
    private let inputs: [String: Target]
    private let nodes: [String: NodeSchema]
    /// What other editions declare.
    private let others: Set<String>
    private var suggester = Suggester()

    init(_ schema: EvidenceSchema, _ share: EvidenceShare) {
        self.schema = schema
        others = share.inputs.union(share.nodes)
        var readers = Array(repeating: [String](), count: schema.inputs.count)
        for node in schema.nodes where node.value != nil {
            for input in node.inputs where readers.indices.contains(input) {
                readers[input].append(node.id)
            }
        }
        inputs = Dictionary(
            zip(schema.inputs, readers).map { field, readers in
                let reader = CellReader(field, form: schema.periodForm, markers: .none)
                return (
                    field.id,
                    Target(
                        id: field.id, type: field.type,
                        range: (reader.least, reader.greatest), readers: readers)
                )
            }, uniquingKeysWith: { first, _ in first })
        nodes = Dictionary(
            schema.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What an id stands for; where an input and a leaf have one id, the input is meant.
    mutating func meaning(of id: String) throws(RefusedCell) -> Meaning {
        if let input = inputs[id] { return .target(input) }
        if let node = nodes[id] {
            guard let type = node.value else { throw Self.inner(node) }
            return .target(Target(id: id, type: type, range: (nil, nil), readers: nil))
        }
        guard !others.contains(id) else { return .elsewhere }
        throw unknown(id)
    }

    private static func inner(_ node: NodeSchema) -> RefusedCell {
        RefusedCell(
            "measure.inner",
            "\(seen(node.id)) is \(node.isHeading ? "a heading" : "no leaf"): "
                + (node.isHeading
                    ? "it has no score of its own" : "its score follows from those beneath it"),
            help: "Act on a leaf beneath it, or on an input that one of them reads")
    }

    private mutating func unknown(_ id: String) -> RefusedCell {
        guard !id.isEmpty else {
            return RefusedCell(
                "measure.unknown-target", "the row does not say what is changed",
                help: "Write the id of an input or a leaf of the methodology")
        }
        if schema.tables.contains(where: { $0.id == id }) {
            return RefusedCell(
                "measure.unknown-target", "\(seen(id)) is a table, and records are not changed",
                help: "Act on the leaf that reads it")
        }
        let known = schema.inputs.map(\.id) + schema.nodes.filter { $0.value != nil }.map(\.id)
        return RefusedCell(
            "measure.unknown-target", "there is no input and no leaf \(seen(id))",
            help: suggester.help(
                for: id, among: known,
                otherwise: "Write the id of an input or a leaf of the methodology"))
    }
}
