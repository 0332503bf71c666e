/// A table that says which grade several grades come to, in any order.
public struct Lookup: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// How many grades each row has.
    public let size: Int
    /// The grade for the positions of several, rising.
    public let rows: [[Int]: Int]
    /// On what it rests.
    public let basis: [Plan.Citation]
}
