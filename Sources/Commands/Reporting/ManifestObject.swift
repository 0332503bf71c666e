internal import Diagnostics
internal import JSON

/// An object of a manifest, with the keys it must have and no others.
struct ManifestObject {
    private let json: PlacedJSON
    /// What it is, as in `a file`.
    private let name: String

    /// - Throws: When it is no object, a key is absent or unknown.
    init(_ json: PlacedJSON, _ keys: Set<String>, _ name: String) throws(ManifestReader.Broken) {
        self.json = json
        self.name = name
        guard let members = json.members else { throw broken("is no object") }
        for member in members where !keys.contains(member.key) {
            throw broken("has an unknown key \"\(member.key.prefix(80))\"")
        }
        for key in keys.sorted() where json[key] == nil { throw broken("has no \"\(key)\"") }
    }

    /// What is wrong with it.
    func broken(_ what: String) -> ManifestReader.Broken {
        ManifestReader.Broken(what: "\(name) \(what)", line: json.line)
    }

    func text(_ key: String) throws(ManifestReader.Broken) -> String {
        guard let text = json[key]?.text else { throw broken("has no text as \"\(key)\"") }
        return text
    }

    /// `nil` for null.
    func optionalText(_ key: String) throws(ManifestReader.Broken) -> String? {
        if case .null? = json[key]?.kind { return nil }
        return try text(key)
    }

    func flag(_ key: String) throws(ManifestReader.Broken) -> Bool {
        guard let flag = json[key]?.flag else {
            throw broken("has neither yes nor no as \"\(key)\"")
        }
        return flag
    }

    /// A whole number, not below 0.
    func count(_ key: String) throws(ManifestReader.Broken) -> Int {
        guard case .number(let text)? = json[key]?.kind, let number = Int(text), number >= 0 else {
            throw broken("has no whole number as \"\(key)\"")
        }
        return number
    }

    /// `nil` for null.
    func optionalCount(_ key: String) throws(ManifestReader.Broken) -> Int? {
        if case .null? = json[key]?.kind { return nil }
        return try count(key)
    }

    /// 64 lower-case hexadecimal digits.
    func hash(_ key: String) throws(ManifestReader.Broken) -> String {
        let text = try text(key)
        let isHash =
            text.utf8.count == 64
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
        guard isHash else { throw broken("has no SHA-256 as \"\(key)\"") }
        return text
    }

    func list(_ key: String) throws(ManifestReader.Broken) -> [PlacedJSON] {
        guard let items = json[key]?.items else { throw broken("has no list as \"\(key)\"") }
        return items
    }

    func object(_ key: String) throws(ManifestReader.Broken) -> PlacedJSON {
        guard let value = json[key] else { throw broken("has no \"\(key)\"") }
        return value
    }
}

extension PlacedJSON {
    /// Where it begins.
    var line: Int? { place.line }
}
