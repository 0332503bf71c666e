public import Arithmetic

/// A node of a scorecard, as far as something can be decided about its outcome.
public struct NodeSchema: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// The least score it can have.
    public let least: Fixed
    /// The greatest score it can have.
    public let greatest: Fixed
    /// The grades of which it has one in the place of a score, worst first; empty for scores.
    public let grades: [String]
    /// Whether it stands over its children and has no outcome of its own.
    public let isHeading: Bool
    /// What the value of a leaf is, from which its score comes; `nil` for a node whose score
    /// follows from those beneath it, and for a heading.
    public let value: ValueType?
    /// The inputs that its rules read of the period that is scored, positions in the schema, in
    /// order.
    public let inputs: [Int]

    /// Makes a node from its parts.
    public init(
        id: String, least: Fixed, greatest: Fixed, grades: [String] = [], isHeading: Bool = false,
        value: ValueType? = nil, inputs: [Int] = []
    ) {
        self.id = id
        self.least = least
        self.greatest = greatest
        self.grades = grades
        self.isHeading = isHeading
        self.value = value
        self.inputs = inputs
    }
}
