public import Diagnostics

/// A JSON value that was read, with the place where it begins.
public struct PlacedJSON: Sendable {
    /// What the value is.
    public indirect enum Kind: Sendable {
        case null
        case flag(Bool)
        /// The number as written, never turned into another type.
        case number(String)
        case text(String)
        case list([PlacedJSON])
        /// In the order of the file, each key once.
        case object([Member])
    }

    /// A key of an object and its value.
    public struct Member: Sendable {
        /// The key, without quotes and escapes.
        public let key: String
        /// Where the key's opening quote stands.
        public let keyPlace: Place
        /// What stands under it.
        public let value: PlacedJSON
    }

    /// What it is.
    public let kind: Kind
    /// Where its first character stands, a quote or bracket included.
    public let place: Place

    /// Reads one file.
    ///
    /// - Parameters:
    ///   - bytes: The whole file in UTF-8, with or without a byte order mark.
    ///   - file: Its name, for places.
    ///   - limit: The most bytes that are read.
    /// - Returns: The value, `nil` when the text could not be read to its end, and everything
    ///   that is wrong: `json.size`, `json.encoding`, `json.syntax`, `json.depth`,
    ///   `json.duplicate-key`. Of a repeated key the first is kept.
    public static func read(
        _ bytes: [UInt8], file: String, limit: Int = 16 << 20
    ) -> (value: PlacedJSON?, log: DiagnosticLog) {
        JSONReader.read(bytes, file: file, limit: limit)
    }
}

extension PlacedJSON {
    /// The text, when it is one.
    public var text: String? {
        guard case .text(let text) = kind else { return nil }
        return text
    }

    /// The truth value, when it is one.
    public var flag: Bool? {
        guard case .flag(let flag) = kind else { return nil }
        return flag
    }

    /// The items, when it is a list.
    public var items: [PlacedJSON]? {
        guard case .list(let items) = kind else { return nil }
        return items
    }

    /// The members, when it is an object.
    public var members: [Member]? {
        guard case .object(let members) = kind else { return nil }
        return members
    }

    /// What stands under the key; `nil` when this is no object or has no such key.
    public subscript(_ key: String) -> PlacedJSON? {
        members?.first { $0.key == key }?.value
    }

    /// What it is, for error texts, as in `a list`.
    public var kindName: String {
        switch kind {
        case .null: "null"
        case .flag: "true or false"
        case .number: "a number"
        case .text: "a text"
        case .list: "a list"
        case .object: "an object"
        }
    }

    /// The value without its places.
    public var plain: JSON {
        switch kind {
        case .null: .null
        case .flag(let flag): .flag(flag)
        case .number(let text): .number(text)
        case .text(let text): .text(text)
        case .list(let items): .list(items.map(\.plain))
        case .object(let members): .object(members.map { JSON.Member($0.key, $0.value.plain) })
        }
    }
}
