internal import Arithmetic
internal import Diagnostics
internal import Domain

extension EditionReader {
    mutating func readInputs() -> [Field] {
        guard let yaml = root["inputs"] else { return [] }
        guard let entries = yaml.entries else {
            reader.fail(
                "edition.shape", yaml.place, "inputs need keys, and \(yaml.shape) stands there",
                help: "Write each input under its id, as in headcount: {type: count}")
            return []
        }
        guard reader.hasRoom(for: entries.count, "inputs", at: yaml.place) else { return [] }
        inputPlaces = places(under: yaml)
        return entries.compactMap { entry in
            guard let id = name(entry, "the input"),
                let object = reader.object(entry.value, .field),
                let field = field(id, object)
            else {
                faulty.insert(entry.key)
                return nil
            }
            return field
        }
    }

    mutating func field(_ id: String, _ object: Object) -> Field? {
        guard
            let type = reader.need(
                object, "type", in: "field \(id)",
                help: "Write one of: " + Vocabulary.types.joined(separator: ", ")
            ).flatMap({ valueType($0, object) })
        else { return nil }
        let least = object["min"].flatMap { limit($0, "the least value", type) }
        let greatest = object["max"].flatMap { limit($0, "the greatest value", type) }
        checkWords(of: type, object)
        for key in ["min", "max"] where !type.isNumeric {
            if let yaml = object[key] {
                reader.fail(
                    "field.range", yaml.place, "\(type.named) has no \(key)",
                    help: "Leave it out, or declare a number")
            }
        }
        if let least, let greatest, greatest < least {
            reader.fail(
                "field.range", object.place,
                "the range of \(id) ends (\(greatest)) before it begins (\(least))",
                help: "Write the lesser number as min")
        }
        return Field(
            id: id, type: type,
            isOptional: object["optional"].flatMap { reader.flag($0, "optional") } ?? false,
            least: least, greatest: greatest,
            title: object["title"].flatMap { reader.languageMap($0, "the title") })
    }

    /// An end of a field's range, in the unit of the field.
    private mutating func limit(_ yaml: YAML, _ what: String, _ type: ValueType) -> Fixed? {
        type == .share ? reader.fixed(yaml, what) : reader.plain(yaml, what)
    }

    /// Words of a code and the currency of money would do nothing at another type.
    mutating func checkWords(
        of type: ValueType, _ object: Object, among keys: [String] = ["values", "currency"]
    ) {
        let own =
            switch type {
            case .code: "values"
            case .money: "currency"
            default: ""
            }
        for key in keys where key != own {
            guard let yaml = object[key] else { continue }
            reader.fail(
                "field.unused", yaml.place, "\(type.named) has no \(key)",
                help: key == "values"
                    ? "Leave it out, or write type: code" : "Leave it out, or write type: money")
        }
    }

    private mutating func valueType(_ yaml: YAML, _ object: Object) -> ValueType? {
        guard let word = reader.word(yaml, "the type", among: Vocabulary.types) else { return nil }
        switch word {
        case "number": return .number
        case "share": return .share
        case "percent": return .percent
        case "count": return .count
        case "days": return .days
        case "date": return .date
        case "period": return .period
        case "text": return .text
        case "flag": return .flag
        case "money":
            return reader.need(
                object, "currency", in: "money field",
                help: "Name it by its code, as in currency: KZT"
            ).flatMap { reader.text($0, "the currency") }.map(ValueType.money)
        default:
            guard
                let values = reader.need(
                    object, "values", in: "code field", help: "List the allowed words, as in [Y, N]"
                )
            else { return nil }
            let words = (reader.items(values, "values") ?? []).compactMap {
                reader.text($0, "a value")
            }
            reader.checkFilled(values, "the list of values")
            reader.checkDistinct(words, "the value", at: values.place, areWords: true)
            return words.isEmpty ? nil : .code(words)
        }
    }
}
