internal import Diagnostics

/// Finds what somebody means by an id, a title in any language, or the beginning of either.
package struct Lookup: Sendable {
    /// What can be meant.
    package struct Entry: Hashable, Sendable {
        /// Its id.
        package let id: String
        /// Its titles in all languages.
        package let titles: [String]

        /// An id and its titles.
        package init(id: String, titles: [String]) {
            self.id = id
            self.titles = titles
        }

        var name: String { titles.first.map { "\(id) (\($0))" } ?? id }
    }

    /// In the order in which suggestions are made.
    private let entries: [Entry]

    /// Among these.
    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// The position of the one that is meant.
    ///
    /// An id as written comes before everything else; then, whatever the case, ids, titles,
    /// beginnings of ids and beginnings of titles.
    ///
    /// - Parameters:
    ///   - asked: What somebody wrote.
    ///   - kind: What is looked for, as in `body`.
    /// - Returns: A position among the entries.
    /// - Throws: ``Refusal`` with suggestions when none is meant, or several are.
    package func find(_ asked: String, _ kind: String) throws(Refusal) -> Int {
        if let exact = entries.firstIndex(where: { $0.id == asked }) { return exact }
        let wanted = Self.folded(asked)
        let ways: [(Entry) -> Bool] = [
            { Self.folded($0.id) == wanted },
            { $0.titles.contains { Self.folded($0) == wanted } },
            { entry in
                !wanted.isEmpty
                    && ([entry.id] + entry.titles).contains { Self.folded($0).hasPrefix(wanted) }
            },
        ]
        for way in ways {
            let found = entries.indices.filter { way(entries[$0]) }
            if found.count == 1 { return found[0] }
            guard found.isEmpty else { throw ambiguous(asked, kind, found) }
        }
        throw unknown(asked, kind, wanted)
    }

    private func ambiguous(_ asked: String, _ kind: String, _ found: [Int]) -> Refusal {
        Refusal(
            .wrongCommand, "command.\(kind)",
            "\"\(asked)\" can be any of \(found.count) \(Words.plural(kind)): "
                + Words.some(found.map { entries[$0].name }, separator: "; "),
            help: "Write more of the name, or the id")
    }

    private func unknown(_ asked: String, _ kind: String, _ wanted: String) -> Refusal {
        let holding = entries.filter { entry in
            !wanted.isEmpty && entry.titles.contains { Self.folded($0).contains(wanted) }
        }
        let known = entries.flatMap { [$0.id] + $0.titles }
        let help =
            if !holding.isEmpty {
                "Did you mean " + Words.some(holding.map(\.name), separator: "; ") + "?"
            } else if let nearest = Nearest.word(to: asked, among: known) {
                "Did you mean \"\(nearest)\"?"
            } else {
                "There are " + Words.some(entries.map(\.name), separator: "; ")
            }
        return Refusal(
            .wrongCommand, "command.\(kind)", "there is no \(kind) \"\(asked)\"", help: help)
    }

    /// Small letters, and one kind of apostrophe: people type the one on their keyboard.
    private static func folded(_ text: String) -> String {
        String(text.lowercased().map { $0 == "’" ? "'" : $0 })
    }
}
