extension Change.Topic {
    /// Keys of a node whose formulas say what is computed.
    private static let ofFormulas: Set<String> = ["value", "applies-when", "bounds", "level"]
    /// Keys of a node that say how scores are put together and what stands where one is absent.
    private static let ofPolicies: Set<String> = [
        "aggregate", "missing", "treat", "empty", "coverage", "round", "assumed",
        "stage", "decisive", "proof",
    ]
    /// Kinds of elements and groups that give a score its name.
    private static let ofBands: Set<String> = ["band", "bands", "grades", "lookups", "lookup"]
    /// Kinds of elements that say what is handed in.
    private static let ofEvidence: Set<String> = [
        "input", "table", "field", "check", "effort check", "inputs", "tables", "lists",
    ]

    /// Where a change is told; a key that nothing is known about belongs to its element.
    init(of kind: String, key: String?, _ action: Change.Action) {
        let texts = Meaning.texts.union(["source", "unit"])
        switch (kind, key) {
        case ("source", _), (_, "basis"?): self = .sources
        case ("parameter", nil), ("parameter", "unit"?): self = .parameters
        case (_, let key?) where texts.contains(key): self = .texts
        case ("parameter", _): self = .parameters
        case ("field", "value"?): self = .formulas
        case (let kind, _) where Self.ofBands.contains(kind): self = .bands
        case (let kind, _) where Self.ofEvidence.contains(kind): self = .evidence
        case ("edition", let key?) where Self.ofBands.contains(key): self = .bands
        case ("edition", let key?) where Self.ofEvidence.contains(key): self = .evidence
        case ("node", nil): self = .nodes
        case ("node", "weight"?): self = .weights
        case ("node", let key?) where Self.ofFormulas.contains(key): self = .formulas
        case ("node", let key?) where Self.ofPolicies.contains(key): self = .policies
        case ("node", _): self = .scores
        default: self = .edition
        }
    }
}
