public import Arithmetic
internal import Diagnostics
public import Domain

/// Results that were written before, as the CSV or JSON of `assess`, to be compared with.
public struct ResultTable: Sendable {
    /// One outcome as it was written.
    public struct Entry: Hashable, Sendable {
        /// `score`, `not-applicable`, `missing` or `excluded`.
        public let state: String
        /// What stood before the score was made of it.
        public let value: Fixed?
        /// The score; `nil` when there was none, or a grade.
        public let score: Fixed?
        /// The grade of a node that has one in the place of a score.
        public let grade: String?
        /// The id of the band.
        public let band: String?
        /// The rank.
        public let rank: Int?
    }

    /// An edition that the results say they are of.
    public struct Edition: Hashable, Sendable {
        /// As in `teaching/2025`.
        public let name: String
        /// The hash of its files; `nil` in CSV, which does not hold it.
        public let hash: String?
    }

    /// At most so many outcomes are read.
    public static let mostRows = 5_000_000
    static let states = ["score", "not-applicable", "missing", "excluded"]

    /// Whose results they are, each once.
    public internal(set) var editions: [Edition] = []
    /// The ids of all bodies, in the order of the file.
    public let bodies: [String]
    /// All periods, the earliest first.
    public let periods: [Period]
    private let entries: [Key: ResultRows.Entry]
    private let words: ResultWords

    private struct Key: Hashable {
        let body: Int32
        let node: Int32
        let period: Int32
    }

    /// Joins the rows of all blocks; two about one thing are told.
    init(
        _ parts: [ResultRows], form: PeriodForm, _ log: inout DiagnosticLog
    ) {
        var words = ResultWords()
        var entries: [Key: ResultRows.Entry] = [:]
        var (bodies, periods, editions): ([Int32], Set<Int32>, [Edition]) = ([], [], [])
        var (knownBodies, knownEditions): (Set<Int32>, Set<Int32>) = ([], [])
        entries.reserveCapacity(parts.reduce(0) { $0 + $1.entries.count })
        for part in parts {
            let moved = part.words.texts.map { words.position(of: $0) }
            for entry in part.entries {
                let entry = entry.moved(to: moved)
                let key = Key(body: entry.body, node: entry.node, period: entry.period)
                if let first = entries[key] {
                    log.error(
                        "results.repeated", at: part.place(Int(entry.row), "body"),
                        "an outcome of \(seen(words.texts[Int(entry.body)])) at "
                            + "\(seen(words.texts[Int(entry.node)])) stands twice; first in "
                            + "\(part.rowWord) \(first.row)",
                        help: "Keep one of the two")
                    continue
                }
                entries[key] = entry
                periods.insert(entry.period)
                if knownBodies.insert(entry.body).inserted { bodies.append(entry.body) }
                if knownEditions.insert(entry.edition).inserted {
                    let name = words.texts[Int(entry.edition)]
                    editions.append(Edition(name: name, hash: nil))
                }
            }
        }
        self.entries = entries
        self.words = words
        self.editions = editions
        self.bodies = bodies.map { words.texts[Int($0)] }
        self.periods = periods.sorted().map { Period(form, index: Int($0)) }
    }

    /// What was written of a body and a node for a period; `nil` where nothing was.
    public func entry(body: String, node: String, period: Period) -> Entry? {
        guard let body = words.known(body), let node = words.known(node),
            let found = entries[Key(body: body, node: node, period: Int32(period.index))]
        else { return nil }
        return Entry(
            state: Self.states[Int(found.state)], value: found.value, score: found.score,
            grade: word(found.grade), band: word(found.band),
            rank: found.rank > 0 ? Int(found.rank) : nil)
    }

    /// Texts that are empty stand for none.
    private func word(_ position: Int32) -> String? {
        let text = words.texts[Int(position)]
        return text.isEmpty ? nil : text
    }
}

/// Texts that come again and again, each held once.
struct ResultWords: Sendable {
    private(set) var texts: [String] = []
    private var positions: [String: Int32] = [:]

    mutating func position(of text: String) -> Int32 {
        if let known = positions[text] { return known }
        let position = Int32(texts.count)
        texts.append(text)
        positions[text] = position
        return position
    }

    func known(_ text: String) -> Int32? { positions[text] }
}
