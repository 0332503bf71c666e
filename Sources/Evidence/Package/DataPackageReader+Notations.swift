internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import JSON

/// Reads how a file writes the values of its cells.
extension DataPackageReader {
    mutating func notations(of ours: PackageObject, _ standard: Defaults) -> CellNotations {
        var notations = CellNotations()
        notations.markers =
            ours.json["markers"] == nil ? standard.markers : markers(of: ours)
        if let numbers = ours.object("numbers", &log) {
            notations.numbers = self.numbers(numbers)
        }
        notations.dates = pattern("dates", ours, "DD.MM.YYYY") {
            (text) throws(WrittenPattern.Problem) in try WrittenPattern(ofDates: text)
        }
        notations.periods = pattern("periods", ours, "YYYY/YY") {
            (text) throws(WrittenPattern.Problem) in try WrittenPattern(ofPeriods: text)
        }
        if let flags = ours.object("flags", &log) { notations.flags = self.flags(flags) }
        return notations
    }

    private mutating func numbers(_ object: PackageObject) -> Notation {
        object.refuseKeys(otherThan: ["decimal-mark", "group-mark", "scientific"], &log)
        let decimal = mark("decimal-mark", among: [".", ","], object) ?? "."
        let group = mark("group-mark", among: [" ", ".", ",", "'", "\u{2019}"], object)
        if let group, group == decimal {
            log.error(
                "package.notation", at: object.json["group-mark"]?.place,
                "one mark stands before decimals and between thousands",
                help: "Write two marks: a comma and a point, or a comma and a space")
        }
        let groups: [String] =
            switch group {
            case nil: []
            case " ": NumberHint.spaces
            case "'", "\u{2019}": ["'", "\u{2019}"]
            case let mark?: [mark]
            }
        return Notation(
            decimalMark: decimal.utf8.first ?? UInt8(ascii: "."), groupMarks: groups,
            allowsExponent: object.flag("scientific", &log) ?? false)
    }

    private mutating func mark(
        _ key: String, among marks: [String], _ object: PackageObject
    ) -> String? {
        guard let text = object.text(key, &log), let place = object.json[key]?.place else {
            return nil
        }
        if NumberHint.spaces.contains(text), marks.contains(" ") { return " " }
        if marks.contains(text) { return text }
        log.error(
            "package.notation", at: place, "\"\(key)\" is \(seen(text))",
            help: "Write one of \(marks.map { "\"\($0)\"" }.joined(separator: ", "))")
        return nil
    }

    private mutating func pattern(
        _ key: String, _ object: PackageObject, _ example: String,
        _ read: (String) throws(WrittenPattern.Problem) -> WrittenPattern
    ) -> WrittenPattern? {
        guard let text = object.text(key, &log), let place = object.json[key]?.place else {
            return nil
        }
        do throws(WrittenPattern.Problem) {
            return try read(text)
        } catch {
            let (what, help) =
                switch error {
                case .letter(let word):
                    (
                        "\(seen(text)) has \(seen(word)), which stands for no number",
                        "Write YYYY, MM, DD and so on as in \"\(example)\"; put letters and digits "
                            + "that stand for themselves between apostrophes"
                    )
                case .apostrophe:
                    (
                        "\(seen(text)) has an apostrophe that is not closed",
                        "Close it; two of them stand for an apostrophe"
                    )
                case .numbers:
                    (
                        "\(seen(text)) tells no \(key == "dates" ? "day" : "period")",
                        key == "dates"
                            ? "A date has YYYY, MM or M, DD or D, each once, as in \"\(example)\""
                            : "A period has YYYY alone, YYYY and YYYY or YY of the next year, or "
                                + "YYYY with H, Q, MM or M, as in \"\(example)\""
                    )
                }
            log.error("package.notation", at: place, what, help: help)
            return nil
        }
    }

    private mutating func flags(_ object: PackageObject) -> CellNotations.FlagWords? {
        object.refuseKeys(otherThan: ["true", "false"], &log)
        for key in ["true", "false"] { _ = object.value(key, required: true, &log) }
        let yes = object.texts("true", &log)
        let no = object.texts("false", &log)
        let twice = no.first { word in yes.contains { $0.text == word.text } }
        if let twice {
            log.error(
                "package.notation", at: twice.place,
                "\(seen(twice.text)) stands for true and for false",
                help: "One word stands for one of them")
        }
        return CellNotations.FlagWords(yes: yes.map(\.text), no: no.map(\.text))
    }
}
