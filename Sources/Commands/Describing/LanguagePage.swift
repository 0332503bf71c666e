/// The page that explains the language, as far as it says what keys mean.
///
/// Two kinds of tables do: `key of ELEMENT | … | what it says`, and `in | key | what it says`.
struct LanguagePage {
    private var words: [String: [String: String]] = [:]
    /// What stands under `key of any element`.
    private static let anywhere = "any element"

    /// Reads the tables of a page in Markdown.
    init(_ text: String) {
        var heading: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("|") else {
                heading = []
                continue
            }
            let cells = Self.cells(line)
            if heading.isEmpty { heading = cells } else { add(cells, under: heading) }
        }
    }

    /// What a key of an element means; `nil` where the page does not say.
    func words(for key: String, of element: String) -> String? {
        words[element]?[key] ?? words[Self.anywhere]?[key]
    }

    /// Values that the words name as examples, as in `2025` and `2023-24`.
    static func examples(in words: String) -> [String] {
        guard let start = words.firstRange(of: "as in `") else { return [] }
        var rest = words[words.index(before: start.upperBound)...]
        var examples: [String] = []
        while rest.first == "`", let end = rest.dropFirst().firstIndex(of: "`") {
            var example = rest[rest.index(after: rest.startIndex)..<end]
            if example.count > 1, example.first == "\"", example.last == "\"" {
                example = example.dropFirst().dropLast()
            }
            examples.append(String(example))
            rest = rest[rest.index(after: end)...]
            for joint in [" or ", " and ", ", "] where rest.hasPrefix(joint) {
                rest = rest.dropFirst(joint.count)
                break
            }
        }
        return examples
    }

    private mutating func add(_ cells: [String], under heading: [String]) {
        let isRule = cells.allSatisfy { $0.allSatisfy { $0 == "-" || $0 == ":" } }
        guard !isRule, cells.count == heading.count, let words = cells.last else { return }
        if heading[0].hasPrefix("key of ") {
            add(words, to: Self.codes(in: cells[0]), of: String(heading[0].dropFirst(7)))
        } else if heading.prefix(2) == ["in", "key"] {
            for element in Self.codes(in: cells[0]) {
                add(words, to: Self.codes(in: cells[1]), of: element)
            }
        }
    }

    private mutating func add(_ words: String, to keys: [String], of element: String) {
        for key in keys { self.words[element, default: [:]][key] = Self.withoutLinks(words) }
    }

    /// The cells of a row; a bar within code has a backslash before it.
    private static func cells(_ line: Substring) -> [String] {
        var cells = [""]
        var isEscaped = false
        for character in line.dropFirst() {
            if character == "|", !isEscaped {
                cells.append("")
            } else if character != "\\" {
                cells[cells.count - 1].append(character)
            }
            isEscaped = character == "\\"
        }
        return cells.dropLast().map(trimmed)
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    /// What stands between backticks.
    private static func codes(in cell: String) -> [String] {
        let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
        return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
    }

    /// `[a page](page.md)` as `a page`.
    private static func withoutLinks(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "["),
            let middle = rest[open...].firstRange(of: "]("),
            let close = rest[middle.upperBound...].firstIndex(of: ")")
        {
            result += rest[..<open] + rest[rest.index(after: open)..<middle.lowerBound]
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
