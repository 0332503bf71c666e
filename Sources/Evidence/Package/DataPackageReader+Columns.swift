internal import Diagnostics
internal import JSON

/// Reads which columns and rows of a file are read, and as what.
extension DataPackageReader {
    /// The words for what a text is that is no number.
    private enum BlankWord: String, CaseIterable {
        case notApplicable = "not-applicable"
        case noData = "no-data"
        case withheld

        var presence: Presence {
            switch self {
            case .notApplicable: .notApplicable
            case .noData: .unknown
            case .withheld: .withheld
            }
        }
    }

    /// Bytes of the text at which a cell is split: it is looked for at every place of a cell.
    private static let longestMark = 100

    private enum Known: String, CaseIterable { case knownBodies = "known-bodies" }

    /// The columns that are named; `nil` where there is no `columns`.
    mutating func columns(of ours: PackageObject) -> ColumnChoice? {
        guard let object = ours.object("columns", &log) else { return nil }
        if let ignore = ours.json["ignore"] {
            log.error(
                "package.columns", at: ignore.place,
                "\"ignore\" stands beside \"columns\", which leaves out what it does not name",
                help: "Take one of them out")
        }
        let members = object.json.members ?? []
        guard PackageObject.hasRoom(for: members.count, "columns", object.json, &log) else {
            return nil
        }
        if members.isEmpty {
            log.error(
                "package.columns", at: object.json.place, "\"columns\" names no column",
                help: "Name each as in \"body\": \"a heading of the file\", or take the key out")
        }
        return ColumnChoice(
            targets: members.compactMap { target($0) }, place: object.json.place)
    }

    private mutating func target(_ member: PlacedJSON.Member) -> ColumnTarget? {
        var target = ColumnTarget(name: member.key, place: member.keyPlace)
        if let heading = member.value.text, !heading.isEmpty {
            target.source = heading
            return target
        }
        guard member.value.members != nil else {
            PackageObject.wrongType(
                member.key, member.value,
                "a heading of the file, or an object with \"from\" or "
                    + "\"constant\"", &log)
            return nil
        }
        let object = PackageObject(json: member.value, name: "the column \(seen(member.key))")
        if object.json["constant"] != nil {
            object.refuseKeys(otherThan: ["constant"], &log)
            // A blank constant says nothing that leaving the column out would not say.
            target.constant = object.text("constant", &log) ?? ""
            refuseNUL(target.constant, object.json["constant"])
            return target
        }
        object.refuseKeys(otherThan: ["from", "split", "characters", "values", "words"], &log)
        guard let source = object.text("from", required: true, &log) else { return nil }
        target.source = source
        target.part = part(of: object)
        target.values = values(of: object)
        target.words = object.word("words", of: BlankWord.self, &log)?.presence
        return target
    }

    private mutating func part(of object: PackageObject) -> ColumnTarget.Part {
        if let characters = object.json["characters"] {
            if object.json["split"] != nil {
                log.error(
                    "package.columns", at: characters.place,
                    "\(object.name) has \"characters\" and \"split\"",
                    help: "Take one of them out")
            }
            let numbers = characters.items?.compactMap { $0.whole(1...1_000_000) } ?? []
            guard characters.items?.count == 2, numbers.count == 2, numbers[0] <= numbers[1] else {
                PackageObject.wrongType(
                    "characters", characters,
                    "the first and the last character, counted from 1, as in [1, 3]", &log)
                return .whole
            }
            return .characters(numbers[0], numbers[1])
        }
        guard let split = object.object("split", &log) else { return .whole }
        split.refuseKeys(otherThan: ["at", "part"], &log)
        let mark = split.text("at", required: true, &log)
        if let mark, let place = split.json["at"]?.place, mark.utf8.count > Self.longestMark {
            log.error(
                "package.size", at: place,
                "\(object.name) is split at a text of more than \(Self.longestMark) bytes",
                help: "Split it at a shorter text")
        }
        if let mark, mark.contains("\""), let place = split.json["at"]?.place {
            log.error(
                "package.columns", at: place, "\(object.name) is split at a double quote",
                help: "Split it at another text")
        }
        guard let part = split.value("part", required: true, &log) else { return .whole }
        guard let number = part.whole(1...10_000) else {
            PackageObject.wrongType("part", part, "a number from 1 to 10000", &log)
            return .whole
        }
        return mark.map { .split(at: Array($0.utf8), part: number) } ?? .whole
    }

    private mutating func values(of object: PackageObject) -> [(from: String, to: String)] {
        guard let values = object.object("values", &log) else { return [] }
        let members = values.json.members ?? []
        guard PackageObject.hasRoom(for: members.count, "values", values.json, &log) else {
            return []
        }
        return members.compactMap { member in
            guard let text = member.value.text else {
                PackageObject.wrongType(member.key, member.value, "a text", &log)
                return nil
            }
            refuseNUL(text, member.value)
            return (member.key, text)
        }
    }

    /// No cell of a table has one.
    private mutating func refuseNUL(_ text: String, _ value: PlacedJSON?) {
        guard text.utf8.contains(0) else { return }
        log.error(
            "package.columns", at: value?.place, "\(seen(text)) holds a NUL character",
            help: "Take it out")
    }

    /// What holds for the rows that are read.
    mutating func conditions(of ours: PackageObject) -> [RowCondition] {
        let all = ours.objects("rows", &log)
        guard let list = ours.json["rows"],
            PackageObject.hasRoom(
                for: all.count, most: PackageObject.mostCompared, "rows", list, &log)
        else { return [] }
        return all.compactMap { json in
            let object = PackageObject(json: json, name: "the condition of \"rows\"")
            object.refuseKeys(otherThan: ["column", "is", "is-not"], &log)
            let column = object.text("column", required: true, &log)
            let kinds = ["is", "is-not"].filter { object.json[$0] != nil }
            guard let column, kinds.count == 1, let list = object.json[kinds[0]] else {
                if kinds.count != 1 {
                    log.error(
                        "package.columns", at: json.place,
                        "a condition of \"rows\" has \(kinds.isEmpty ? "neither" : "both") \"is\" "
                            + "\(kinds.isEmpty ? "nor" : "and") \"is-not\"",
                        help: "Write one of them, as in {\"column\": \"type\", \"is\": [\"A\"]}")
                }
                return nil
            }
            let words = list.items?.compactMap(\.text) ?? []
            guard !words.isEmpty, words.count == list.items?.count else {
                PackageObject.wrongType(kinds[0], list, "a list of texts, as in [\"A\"]", &log)
                return nil
            }
            return RowCondition(
                column: column, words: words, isOneOf: kinds[0] == "is", place: json.place)
        }
    }

    /// Whether only rows about known bodies are read.
    mutating func takesOnlyKnownBodies(_ ours: PackageObject) -> Bool {
        ours.word("only", of: Known.self, &log) != nil
    }
}
