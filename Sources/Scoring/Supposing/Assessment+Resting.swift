extension Assessment {
    /// Whether the outcome of a node rests on the value of an input or a leaf, itself or through
    /// what stands beneath it.
    package func rests(_ node: Int, on subject: SupposedValue.Subject) -> Bool {
        switch subject {
        case .input(let input): dependencies[node].inputs.contains(input)
        case .leaf(let leaf): dependencies[node].nodes.contains(leaf)
        }
    }
}
