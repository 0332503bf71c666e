/// What of a file was not read, because the descriptor says so.
public struct LeftOut: Hashable, Sendable {
    /// How many ids of bodies are held.
    public static let named = 12

    /// The file's name within the workspace.
    public let file: String
    /// How many rows the conditions left out.
    public let rows: Int
    /// How many rows are about bodies that are not in the table of bodies.
    public let bodyRows: Int
    /// The first ids of those bodies, in the order of the file.
    public let bodies: [String]
    /// Whether there are more such bodies than ``bodies`` names.
    public let hasMoreBodies: Bool
    /// How many columns are not named under `columns`.
    public let columns: Int

    /// `nil` where nothing was left out.
    init?(_ file: String, _ tally: RowTally, columns: Int) {
        guard tally.count + columns > 0 else { return nil }
        self.file = file
        rows = tally.rows
        bodyRows = tally.bodyRows
        bodies = Array(tally.bodies.prefix(Self.named))
        hasMoreBodies = tally.bodies.count > Self.named
        self.columns = columns
    }
}

/// Counts the rows that are left out.
struct RowTally: Sendable {
    /// By conditions.
    var rows = 0
    /// Because of their bodies.
    private(set) var bodyRows = 0
    /// The first of those bodies, one more than are named.
    private(set) var bodies: [String] = []
    /// The first of them that are written nearly as a known one, with that one.
    private(set) var near: [(body: String, known: String)] = []

    var count: Int { rows + bodyRows }

    /// Counts a row about a body that is not known, but perhaps one that is nearly the same.
    mutating func add(body: String, near known: String?) {
        bodyRows += 1
        name(body)
        if let known { name(body, near: known) }
    }

    /// Adds what was counted further down in the file.
    mutating func add(_ other: RowTally) {
        rows += other.rows
        bodyRows += other.bodyRows
        for body in other.bodies { name(body) }
        for (body, known) in other.near { name(body, near: known) }
    }

    private mutating func name(_ body: String, near known: String) {
        guard near.count < LeftOut.named, !near.contains(where: { $0.body == body }) else { return }
        near.append((body, known))
    }

    private mutating func name(_ body: String) {
        if bodies.count <= LeftOut.named, !bodies.contains(body) { bodies.append(body) }
    }
}
