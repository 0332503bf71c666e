internal import Locales
internal import Methodology

/// Changes as lines of a terminal.
extension DifferenceWording {
    /// Longer texts stand on lines of their own.
    private static let longest = 40

    func lines(_ position: Int) -> [String] {
        let change = difference.changes[position]
        let number = number(of: position)
        let margin = String(repeating: " ", count: max(0, 4 - number.count))
        var lines = change.action == .moved ? [move(change).plain] : []
        let isWhole = change.key == nil || change.subject.id.isEmpty
        var head = (isWhole ? title(of: position) : subject(change.subject)).plain
        let texts = parts(change)
        if change.subject.id.isEmpty, texts.count == 1, change.parts.first?.path.isEmpty ?? false {
            head += phrases.colon + texts[0]
        } else {
            lines += texts
        }
        if let other = sameRule(change) { lines.append(other.plain) }
        lines += grounds(change).map(\.plain)
        return ["\(margin)\(number)  \(head)"] + lines.map { "        " + $0 }
    }

    private func parts(_ change: Change) -> [String] {
        let isWhole = change.key == nil && change.action != .moved
        let parts = isWhole ? change.parts.filter { $0.path.first != "title" } : change.parts
        if let key = change.key, change.action != .changed, parts.contains(where: \.isWithin) {
            // A group of keys that came or went is one thing.
            let texts = parts.map { part in
                let path = part.path.map(phrases.word).joined(separator: ", ")
                return (path.isEmpty ? "" : path + phrases.colon) + (part.new ?? part.old ?? "")
            }
            let name = change.subject.id.isEmpty ? "" : phrases.word(key) + ", "
            return [name + word(change.action) + phrases.colon + texts.joined(separator: "; ")]
        }
        return parts.flatMap { part -> [String] in
            let path = path(part, change)
            let head = path.isEmpty ? "" : path + phrases.colon
            switch (part.old, part.new) {
            case (let text?, nil) where isWhole, (nil, let text?) where isWhole:
                return [head + text]
            case (let old?, let new?):
                if old.count <= Self.longest, new.count <= Self.longest {
                    return ["\(head)\(old) → \(new)"]
                }
                let width = max(phrases.impactBefore.count, phrases.impactNow.count) + 2
                return (path.isEmpty ? [] : [path])
                    + [(phrases.impactBefore, old), (phrases.impactNow, new)].map { word, text in
                        "  " + word + String(repeating: " ", count: width - word.count) + text
                    }
            case (nil, let new?): return ["\(head)\(absent(beside: new)) → \(new)"]
            case (let old?, nil): return ["\(head)\(old) → \(absent(beside: old))"]
            case (nil, nil): return []
            }
        }
    }

    /// What an absent key says: a flag is off where nothing stands, in the words of the other side.
    func absent(beside text: String) -> String {
        switch text {
        case "yes": "no"
        case "true": "false"
        default: phrases.differenceNothing
        }
    }

    private func path(_ part: Change.Part, _ change: Change) -> String {
        let isDated = change.isDatedValue
        let path = part.path.map { word in
            isDated
                ? phrases.differenceFromDay(day: Phrase(word)).plain : phrases.word(word)
        }
        // What the first line names is not said again.
        let isNamed = change.key == nil || change.subject.id.isEmpty || isDated
        let isEdges = change.subject.kind == "band" && change.key == "from"
        let key = isNamed || isEdges ? [] : [phrases.word(change.key ?? "")]
        return (key + path).joined(separator: ", ")
    }
}

extension Change {
    /// Whether it is about the values of a parameter, whose parts are named by their days.
    var isDatedValue: Bool { subject.kind == "parameter" && key == "value" }
}

extension Change.Part {
    /// Whether it is a part of the key's value, not all of it.
    var isWithin: Bool { !path.isEmpty }
}
