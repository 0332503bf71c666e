internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

extension EditionReader {
    /// The numbers that the words of a value stand for, in the order of its type.
    ///
    /// - Returns: Empty where there is none, or anything is wrong with it.
    mutating func readCoding(_ object: Object, _ formula: Formula) -> [Fixed] {
        guard let yaml = object["coding"], case .code(let words) = formula.expression.type else {
            return []
        }
        guard let entries = yaml.entries else {
            reader.fail(
                "edition.shape", yaml.place,
                "coding needs a number for each word, and \(yaml.shape) stands there",
                help: "Write it as in {\(words.first ?? "all"): 1, …}")
            return []
        }
        for entry in entries where !words.contains(entry.key) {
            let nearest = Nearest.word(to: entry.key, among: words)
            reader.fail(
                "coding.word", entry.keyPlace, "the value is never \"\(entry.key)\"",
                help: nearest.map { "Did you mean \"\($0)\"?" }
                    ?? "Its words are " + words.joined(separator: ", "))
        }
        let numbers = words.map { word in
            entries.first { $0.key == word }.flatMap { reader.plain($0.value, "\"\(word)\"") }
        }
        let absent = words.filter { word in !entries.contains { $0.key == word } }
        if !absent.isEmpty {
            reader.fail(
                "coding.word", yaml.place,
                "nothing says what number \(absent.joined(separator: ", ")) stands for",
                help: "Write a number for each word of the value")
        }
        let known = numbers.compactMap { $0 }
        return known.count == words.count ? known : []
    }
}
