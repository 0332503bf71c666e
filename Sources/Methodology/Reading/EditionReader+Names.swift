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

    /// One name for two things would be ambiguous in formulas.
    mutating func checkNames() {
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
        for table in scope.schema.tables {
            for field in table.fields {
                guard let owner = owners[field.id.lowercased()], owner != "a list" else { continue }
                reader.fail(
                    "name.twice", root["tables"]?.place ?? root.place,
                    "\"\(field.id)\" is the name of a field of \(table.id) and of \(owner)",
                    help: "Rename one of them")
            }
        }
    }
}
