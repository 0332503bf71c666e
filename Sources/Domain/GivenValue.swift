public import Diagnostics

/// A value as somebody wrote it, before its type is looked at.
public struct GivenValue: Hashable, Sendable {
    /// The id of its input or field.
    public let id: String
    /// As written.
    public let text: String
    /// Where it stands.
    public let place: Place

    /// Makes a value from its parts.
    public init(id: String, text: String, place: Place) {
        self.id = id
        self.text = text
        self.place = place
    }
}

/// A record as somebody wrote it, with the records that belong to it.
public struct GivenRecord: Hashable, Sendable {
    /// The position of its table in the schema.
    public let table: Int
    /// Its key and fields.
    public let values: [GivenValue]
    /// The records of nested tables that belong to it.
    public let children: [GivenRecord]
    /// Where it stands.
    public let place: Place

    /// Makes a record from its parts.
    public init(table: Int, values: [GivenValue], children: [GivenRecord] = [], place: Place) {
        self.table = table
        self.values = values
        self.children = children
        self.place = place
    }
}
