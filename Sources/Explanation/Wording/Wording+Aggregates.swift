public import Methodology

extension Wording {
    /// What an aggregate is called, as in `weighted mean`.
    public static func name(of kind: Node.Aggregate.Kind) -> String {
        switch kind {
        case .weightedMean: "weighted mean"
        }
    }
}
