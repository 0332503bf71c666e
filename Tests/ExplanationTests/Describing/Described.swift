import AssessmentSupport
import Diagnostics
import Domain
import Explanation
import Foundation
import Locales
import Methodology
import TestSupport

/// Editions whose rules are put into words, and those words as text.
enum Described {
    /// The tags of all languages.
    static let languages = Locale.allCases.map(\.tag)

    /// Every shipped edition, by its folders.
    static let editions: [String] = {
        let root = Folders.project.appending(path: "methodologies").path
        let files = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
        return files.filter { $0.hasSuffix("/edition.yaml") }.map { String($0.dropLast(13)) }
            .sorted()
    }()

    /// The examples of `docs/language.md`: complete editions, and parts put into the first one.
    static let examples: [String] = {
        let url = Folders.project.appending(path: "docs/language.md")
        let page = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        var blocks: [(info: Substring, text: String)] = []
        for (index, piece) in page.components(separatedBy: "```").enumerated()
        where !index.isMultiple(of: 2) {
            let lines = piece.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            if lines.count == 2 { blocks.append((lines[0], String(lines[1]))) }
        }
        let complete = blocks.filter { $0.info == "yaml edition" }.map(\.text)
        guard let first = complete.first else { return [] }
        let parts = blocks.filter {
            $0.info == "yaml part" || $0.info.hasPrefix("yaml pattern")
        }
        return complete + parts.map { put($0.text, into: first) }
    }()

    /// Reads an edition of one file.
    static func plan(_ text: String) throws -> Plan {
        let (plan, log) = EditionReader.read(from: MemorySource(["edition.yaml": text]))
        guard let plan else { throw Workbench.Refused(diagnostics: log.entries) }
        return plan
    }

    /// The keys of a part in the place of those with the same names.
    private static func put(_ part: String, into edition: String) -> String {
        let parts = chunks(part)
        func name(_ key: String) -> String { key == "scorecards" ? "scorecard" : key }
        let kept = chunks(edition).filter { own in
            !parts.contains { name($0.key) == name(own.key) }
        }
        return (kept + parts).map(\.text).joined()
    }

    /// Keys that stand in column 1, each with everything beneath it.
    private static func chunks(_ text: String) -> [(key: String, text: String)] {
        var chunks: [(key: String, text: String)] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let key = line.prefix { $0 != ":" }
            if let first = line.first, first.isLetter, key.count < line.count {
                chunks.append((String(key), "\(line)\n"))
            } else if let last = chunks.indices.last {
                chunks[last].text += "\(line)\n"
            }
        }
        return chunks
    }

    // MARK: As text

    /// Everything that is said of an edition.
    static func text(_ rules: RuleWording) -> String {
        var text = self.text(rules.edition())
        for node in rules.plan.nodes.indices {
            text += "\n## \(rules.nodeName(node).plain) (\(rules.plan.nodes[node].id))\n"
            text += self.text(rules.rule(of: node))
        }
        text += "\n## handed in\n" + self.text(rules.handIn())
        for parameter in rules.parameters {
            let values = parameter.values.map { value, basis in
                ([value] + basis).map(\.plain).joined(separator: " <- ")
            }
            let about = [parameter.title, parameter.type, parameter.assumed].compactMap {
                $0?.plain
            }
            text += "\n## \(parameter.id): \(about.joined(separator: ", "))\n"
            text += (values + parameter.basis.map(\.plain)).map { "- \($0)\n" }.joined()
        }
        for source in rules.sources {
            let about = [source.publisher, source.date, source.lastChecked].compactMap { $0?.plain }
            text += "\n## \(source.key): \(source.title.plain)\n"
            text += about.joined(separator: ", ") + "\n"
            for (clause, rules) in source.clauses {
                text += "- \(clause?.plain ?? "–"): \(rules.map(\.plain).joined(separator: "; "))\n"
            }
        }
        return text
    }

    private static func text(_ paragraphs: [Paragraph]) -> String {
        var text = ""
        for paragraph in paragraphs {
            text += "[\(paragraph.topic)] \(paragraph.title)\n"
            for content in paragraph.contents {
                switch content {
                case .line(let phrase, let depth):
                    text += String(repeating: "  ", count: depth + 1) + phrase.plain + "\n"
                case .table(let table):
                    text += "  | " + table.columns.map(\.heading).joined(separator: " | ") + "\n"
                    for row in table.rows {
                        text += "  | " + row.cells.map(\.plain).joined(separator: " | ") + "\n"
                    }
                }
            }
        }
        return text
    }

    /// All phrases of paragraphs.
    static func phrases(_ paragraphs: [Paragraph]) -> [Phrase] {
        paragraphs.flatMap(\.contents).flatMap { content in
            switch content {
            case .line(let phrase, _): [phrase]
            case .table(let table): table.rows.flatMap(\.cells)
            }
        }
    }
}
