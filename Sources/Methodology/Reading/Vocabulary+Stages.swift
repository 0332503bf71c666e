/// The keys of stages, their rule and their criteria.
extension Vocabulary {
    static let stages = Vocabulary(
        element: "stages",
        keys: [
            "list", "established", "emerging", "coverage", "decisive", "proof", "attained",
            "presence", "apparatus", "basis", "note",
        ])
    static let stage = Vocabulary(
        element: "stage", keys: ["id", "title", "phrases", "basis", "note"])
    static let phrases = Vocabulary(
        element: "phrases", keys: Stages.Phrase.allCases.map(\.rawValue))
    static let decisive = Vocabulary(
        element: "decisive rule", keys: ["below", "caps-at", "basis", "note"])
    static let proofGate = Vocabulary(
        element: "proof gate", keys: ["kinds", "of", "at-least", "caps-at", "basis", "note"])
    static let attained = Vocabulary(
        element: "attained rule", keys: ["mean", "established", "least", "basis", "note"])
    static let presence = Vocabulary(
        element: "presence",
        keys: Stages.Presence.allCases.filter { $0 != .none }.map(\.rawValue) + ["basis", "note"])
    static let presenceRule = Vocabulary(
        element: "presence rule", keys: ["mean", "established", "emerging", "one-of"])
    static let presenceShares = Vocabulary(
        element: "one-of", keys: ["established", "emerging"])
    static let apparatus = Vocabulary(
        element: "apparatus",
        keys: ["kind", "weight", "attained", "mean", "basis", "note"])
    static let thresholds = Vocabulary(element: "thresholds", keys: ["floor", "pass", "full"])
    /// Keys that make a leaf a criterion.
    static let criterionKeys = ["decisive", "level", "proof", "origin"]
}
