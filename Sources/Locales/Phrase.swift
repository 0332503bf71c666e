/// A sentence or a piece of one, that knows which of its parts are more than text.
///
/// A terminal shows ``plain``; a page makes figures machine-readable, links what is referred to
/// and marks what stands in another language.
public struct Phrase: Hashable, Sendable {
    /// A part of a phrase.
    public enum Part: Hashable, Sendable {
        /// Words of the phrase's own language.
        case text(String)
        /// A formula or an id, as it is written in a file; never translated.
        case code(String)
        /// A number: its exact value in plain digits or as a fraction, and how it is shown.
        case figure(exact: String, shown: String)
        /// The name of something that has a place of its own; with a tag where the name stands in
        /// another language.
        case reference(Reference, String, tag: String? = nil)
        /// A text that stands in another language, with that language's tag.
        case foreign(String, tag: String)
    }

    /// What is referred to, by its position where it has one.
    public enum Reference: Hashable, Sendable {
        /// A node of the scorecard.
        case node(Int)
        /// A body.
        case body(Int)
        /// A parameter.
        case parameter(Int)
        /// A source that rules cite, by its key.
        case source(String)
    }

    /// In their order.
    public private(set) var parts: [Part]

    /// A phrase of some parts.
    public init(_ parts: [Part]) { self.parts = parts }

    /// Words alone.
    public init(_ text: String) { parts = text.isEmpty ? [] : [.text(text)] }

    /// As it is written in a file.
    public static func code(_ text: String) -> Phrase { Phrase([.code(text)]) }

    /// A number and how it is shown.
    public static func figure(exact: String, shown: String) -> Phrase {
        Phrase([.figure(exact: exact, shown: shown)])
    }

    /// What it says, as text alone.
    public var plain: String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let words), .code(let words), .figure(_, let words),
                .reference(_, let words, _), .foreign(let words, _):
                text += words
            }
        }
        return text
    }

    /// Whether it says nothing.
    public var isEmpty: Bool { parts.isEmpty }

    /// Adds another phrase.
    public mutating func append(_ other: Phrase) {
        guard !parts.isEmpty else {
            parts = other.parts
            return
        }
        for part in other.parts { append(part) }
    }

    /// Adds words.
    public mutating func append(_ words: String) {
        if !words.isEmpty { append(.text(words)) }
    }

    private mutating func append(_ part: Part) {
        if case .text(let words) = part, case .text(let before)? = parts.last {
            parts[parts.count - 1] = .text(before + words)
        } else {
            parts.append(part)
        }
    }

    /// One phrase after the other.
    public static func + (first: Phrase, second: Phrase) -> Phrase {
        var sum = first
        sum.append(second)
        return sum
    }
}

extension Phrase: ExpressibleByStringLiteral {
    /// Words alone.
    public init(stringLiteral text: String) { self.init(text) }
}

extension Phrase: ExpressibleByStringInterpolation {
    /// Takes words and phrases between words.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var phrase = Phrase([])

        /// Empty; the sizes are only guesses.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Adds words.
        public mutating func appendLiteral(_ words: String) { phrase.append(words) }

        /// Adds words.
        public mutating func appendInterpolation(_ words: String) { phrase.append(words) }

        /// Adds a phrase.
        public mutating func appendInterpolation(_ other: Phrase) { phrase.append(other) }
    }

    /// From words and phrases between words.
    public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.phrase }
}

extension Collection<Phrase> {
    /// One phrase of all, with words between them.
    public func joined(separator: String) -> Phrase {
        var whole = Phrase([])
        for (index, phrase) in enumerated() {
            if index > 0 { whole.append(separator) }
            whole.append(phrase)
        }
        return whole
    }
}
