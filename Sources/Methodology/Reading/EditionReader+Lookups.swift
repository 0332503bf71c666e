internal import Arithmetic
internal import Diagnostics

extension EditionReader {
    /// Tables that say which grade several grades come to.
    mutating func readLookups() {
        guard let yaml = root["lookups"] else { return }
        guard let entries = yaml.entries else {
            reader.fail(
                "edition.shape", yaml.place, "lookups need keys, and \(yaml.shape) stands there",
                help: "Write each table under its id, as in two: {rows: {D D: D, D C: C, …}}")
            return
        }
        for entry in entries {
            guard let id = reader.identifier(entry.key, "the table", at: entry.keyPlace),
                let object = reader.object(entry.value, .lookup),
                let rows = reader.need(
                    object, "rows", in: "lookup",
                    help: "Write a row for each set of grades, as in {D D: D, D C: C}")
            else { continue }
            lookupPlaces[id] = entry.keyPlace
            if let lookup = lookup(id, rows, basis: citations(object["basis"])) {
                checkOrder(lookup, at: rows.place)
                lookups[id] = lookup
            }
        }
    }

    private mutating func lookup(
        _ id: String, _ yaml: YAML, basis: [Plan.Citation]
    ) -> Lookup? {
        guard let entries = yaml.entries, !entries.isEmpty else {
            reader.fail(
                "lookup.form", yaml.place, "the table \(id) has no rows",
                help: "Write a row for each set of grades, as in {D D: D, D C: C}")
            return nil
        }
        guard reader.hasRoom(for: entries.count, "rows", at: yaml.place) else { return nil }
        var rows: [[Int]: Int] = [:]
        var size: Int?
        for entry in entries {
            let words = Self.words(of: entry.key)
            let positions = words.compactMap { grade($0, at: entry.keyPlace) }
            let result = grade(entry.value, "the grade")
            guard positions.count == words.count, let result else { return nil }
            guard words.count == size ?? words.count else {
                reader.fail(
                    "lookup.form", entry.keyPlace,
                    "the row \(entry.key) has \(words.count) grades, and others have \(size ?? 0)",
                    help: "Write a table of its own for each number of grades")
                return nil
            }
            size = words.count
            guard rows.updateValue(result, forKey: positions.sorted()) == nil else {
                reader.fail(
                    "lookup.twice", entry.keyPlace,
                    "the grades \(entry.key) stand in two rows, whatever their order",
                    help: "Keep one of the two")
                return nil
            }
        }
        return Lookup(id: id, size: size ?? 0, rows: rows, basis: basis)
    }

    /// Grades of one word each have spaces between them, others commas.
    private static func words(of key: String) -> [String] {
        key.split(separator: key.contains(",") ? "," : " ").map { word in
            var word = word.drop { $0 == " " }
            while word.last == " " { word.removeLast() }
            return String(word)
        }
    }

    /// A better grade among several never makes the result worse.
    private mutating func checkOrder(_ lookup: Lookup, at place: Place) {
        guard let grades else { return }
        func text(_ row: [Int]) -> String { row.map { grades.order[$0] }.joined(separator: " ") }
        // Of the grades that the table has, the next better one for each.
        let used = Set(lookup.rows.keys.joined()).sorted()
        let better = Dictionary(uniqueKeysWithValues: zip(used, used.dropFirst()))
        for (row, result) in lookup.rows.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            for (index, grade) in row.enumerated() {
                guard let next = better[grade] else { continue }
                var raised = row
                raised[index] = next
                raised.sort()
                guard let other = lookup.rows[raised], other < result else { continue }
                reader.fail(
                    "lookup.order", place,
                    "\(text(row)) gives \(grades.order[result]), and \(text(raised)), "
                        + "which is better, gives \(grades.order[other])",
                    help: "Correct one of the two rows")
                return
            }
        }
    }

    /// The tables that an aggregate names, no two for as many grades.
    mutating func tables(_ object: Object) -> [Lookup]? {
        guard
            let yaml = reader.need(
                object, "tables", in: "lookup",
                help: "Name tables of lookups:, one for each number of grades, as in [two, three]"),
            let items = reader.items(yaml, "tables")
        else { return nil }
        reader.checkFilled(yaml, "the list of tables")
        var tables: [Lookup] = []
        for item in items {
            guard let id = reader.text(item, "the table") else { continue }
            usedLookups.insert(id)
            guard let table = lookups[id] else {
                // What is wrong with a table that is declared has been told.
                guard lookupPlaces[id] == nil else { continue }
                let known = lookupPlaces.keys.sorted()
                reader.fail(
                    "lookup.unknown", item.place, "there is no table \"\(id)\"",
                    help: Nearest.word(to: id, among: known).map { "Did you mean \"\($0)\"?" }
                        ?? "Declare it under lookups:")
                continue
            }
            if let other = tables.first(where: { $0.size == table.size }) {
                reader.fail(
                    "lookup.size", item.place,
                    "\(other.id) and \(table.id) are both for \(table.size) grades",
                    help: "Name one table for each number of grades")
            }
            tables.append(table)
        }
        return tables.count == items.count ? tables : nil
    }

    /// Tables that no aggregate names.
    mutating func checkUseOfLookups() {
        for id in lookupPlaces.keys.sorted() where !usedLookups.contains(id) {
            reader.fail(
                "lookup.unused", lookupPlaces[id] ?? root.place, "no node uses the table \"\(id)\"",
                help: "Delete it, or name it under an aggregate")
        }
    }
}
