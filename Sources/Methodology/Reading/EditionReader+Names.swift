internal import Diagnostics
internal import Domain
internal import Expressions

extension EditionReader {
    /// An id that formulas use: not one of the words they keep for themselves.
    mutating func name(_ entry: YAML.Entry, _ what: String) -> String? {
        guard let id = reader.identifier(entry.key, what, at: entry.keyPlace) else { return nil }
        return isFree(id, what, at: entry.keyPlace) ? id : nil
    }

    /// Whether neither formulas nor tables of evidence use the word for something else.
    mutating func isFree(_ id: String, _ what: String, at place: Place) -> Bool {
        let isWord = Scope.reserved.contains(id.lowercased())
        guard isWord || id == periodColumn else { return true }
        reader.fail(
            "id.reserved", place,
            "\(what) is called \"\(id)\", "
                + (isWord ? "a word of formulas" : "as the column of the period is"),
            help: "Choose another id, as in \(id)_value")
        return false
    }

    /// Where each key stands.
    func places(under yaml: YAML?) -> [String: Place] {
        Dictionary((yaml?.entries ?? []).map { ($0.key, $0.keyPlace) }) { first, _ in first }
    }

    /// One name for two things would be ambiguous in formulas.
    mutating func checkNames(_ tables: [DeclaredTable]) {
        var owners: [String: String] = [:]
        func claim(_ name: String, _ what: String, at place: Place) -> (String, String)? {
            if let owner = owners[name.lowercased()] { return (owner, what) }
            owners[name.lowercased()] = what
            return nil
        }
        var claims: [(String, String, Place)] = []
        for input in scope.schema.inputs {
            claims.append((input.id, "an input", inputPlaces[input.id] ?? root.place))
        }
        for (parameter, place) in zip(parameters, parameterPlaces) {
            claims.append((parameter.id, "a parameter", place))
        }
        for table in scope.schema.tables {
            claims.append((table.id, "a table", root["tables"]?.place ?? root.place))
        }
        for list in lists.keys.sorted() {
            claims.append((list, "a list", root["lists"]?.place ?? root.place))
        }
        for (name, what, place) in claims {
            guard let (owner, other) = claim(name, what, at: place) else { continue }
            used.words.insert(name)
            reader.fail(
                "name.twice", place, "\"\(name)\" is the name of \(owner) and of \(other)",
                help: "Rename one of them; names that differ only in case count as the same")
        }
        for table in tables {
            let places = places(under: table.fields)
            for id in table.schema.fields.map(\.id) + table.computed.map(\.id) {
                guard let owner = owners[id.lowercased()] else { continue }
                reader.fail(
                    "name.twice", places[id] ?? table.place,
                    "\"\(id)\" is the name of a field of \(table.schema.id) and of \(owner)",
                    help: "Rename one of them; names that differ only in case count as the same")
            }
        }
    }

    /// The parameters of an indicator's file hide nothing.
    mutating func checkOwnNames(from first: Int) {
        var owners: [String: String] = [:]
        let schema = scope.schema
        for list in lists.keys { owners[list.lowercased()] = "a list" }
        for (table, computed) in zip(schema.tables, scope.computed) {
            for id in table.fields.map(\.id) + computed.map(\.id) {
                owners[id.lowercased()] = "a field of \(table.id)"
            }
        }
        for table in schema.tables { owners[table.id.lowercased()] = "a table" }
        for parameter in scope.parameters where !parameter.id.isEmpty {
            owners[parameter.id.lowercased()] = "a parameter of the edition"
        }
        for input in schema.inputs { owners[input.id.lowercased()] = "an input" }
        for (parameter, place) in zip(parameters, parameterPlaces).dropFirst(first) {
            let name = parameter.id
            if let owner = owners.updateValue("a parameter", forKey: name.lowercased()) {
                reader.fail(
                    "name.twice", place,
                    "\"\(name)\" is the name of \(owner) and of a parameter of this indicator",
                    help: "Rename it; names that differ only in case count as the same")
            }
        }
    }
}
