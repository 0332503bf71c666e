internal import Diagnostics
internal import Domain

/// Looks at the rows of a table of reforms together: titles that differ, measures that repeat,
/// criteria that are no nodes.
struct ReformsChecker {
    private let file: String
    private let schema: EvidenceSchema
    private let nodes: [String: Int]
    /// The nodes that other editions declare.
    private let others: Set<String>
    private var suggester = Suggester()
    private var log: DiagnosticLog
    /// Criteria that only other editions have, and the first row that names one.
    private var elsewhere: (ids: [String], known: Set<String>) = ([], [])
    private var firstElsewhere: Int?

    /// - Parameters:
    ///   - entries: In the order of their file.
    ///   - file: Its name.
    ///   - schema: What the edition expects.
    ///   - share: What other editions declare.
    ///   - own: An empty log that holds as much as is wanted.
    ///   - log: Takes what is wrong.
    /// - Returns: The reforms in the order of their first rows.
    static func reforms(
        _ entries: [ReformRows.Entry], file: String, _ schema: EvidenceSchema,
        _ share: EvidenceShare, log own: DiagnosticLog, _ log: inout DiagnosticLog
    ) -> [Reform] {
        var checker = ReformsChecker(file: file, schema, share, own)
        let reforms = checker.joined(entries)
        checker.tellElsewhere()
        log.add(checker.log)
        return reforms
    }

    private init(
        file: String, _ schema: EvidenceSchema, _ share: EvidenceShare, _ log: DiagnosticLog
    ) {
        self.file = file
        self.schema = schema
        self.log = log
        nodes = Dictionary(
            schema.nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        others = share.nodes
    }

    /// A reform of which not all rows have been seen.
    private struct Gathered {
        let id: String
        /// The texts, and the rows they stand in, in the order of their first rows.
        var texts: [(entry: LanguageMap.Entry, row: Int)] = []
        /// Their positions by language.
        var languages: [String: Int] = [:]
        var measures: [Reform.Measure] = []
        /// The rows of measures by id.
        var rows: [String: Int] = [:]
    }

    private mutating func joined(_ entries: [ReformRows.Entry]) -> [Reform] {
        var all: [Gathered] = []
        var positions: [String: Int] = [:]
        for entry in entries {
            let position = positions[entry.reform] ?? all.count
            if position == all.count {
                positions[entry.reform] = position
                all.append(Gathered(id: entry.reform))
            }
            add(entry, to: &all[position])
        }
        return all.map { reform in
            Reform(
                id: reform.id, title: LanguageMap(reform.texts.map(\.entry)),
                measures: reform.measures, file: file)
        }
    }

    private mutating func add(_ entry: ReformRows.Entry, to reform: inout Gathered) {
        let measure = entry.measure
        for text in entry.title.texts {
            guard let position = reform.languages[text.language] else {
                reform.languages[text.language] = reform.texts.count
                reform.texts.append((text, measure.row))
                continue
            }
            let said = reform.texts[position]
            if said.entry.text != text.text { tell(text, said, of: reform.id, measure.row) }
        }
        if let first = reform.rows[measure.id] {
            log.error(
                "reform.repeated", at: Place(file: file, row: measure.row, field: "measure"),
                "the measure \(measure.id) of \(reform.id) stands twice; first in row \(first)",
                help: "Keep one of the two rows, or give the other measure an id of its own")
        }
        reform.rows[measure.id] = reform.rows[measure.id] ?? measure.row
        check(measure)
        reform.measures.append(measure)
    }

    private mutating func tell(
        _ text: LanguageMap.Entry, _ said: (entry: LanguageMap.Entry, row: Int), of reform: String,
        _ row: Int
    ) {
        let heading =
            "reform-title" + (text.language == BodiesReader.anyLanguage ? "" : ".\(text.language)")
        log.error(
            "reform.title", at: Place(file: file, row: row, field: heading),
            "\(reform) is called \(seen(text.text)), and \(seen(said.entry.text)) in row "
                + "\(said.row)",
            help: "Write the title the same in all rows, or only in the first")
    }

    private mutating func check(_ measure: Reform.Measure) {
        for id in measure.criteria {
            let place = Place(file: file, row: measure.row, field: "criteria")
            if let node = nodes[id] {
                guard schema.nodes[node].isHeading else { continue }
                log.error(
                    "reform.heading", at: place, "\(seen(id)) is a heading and has no outcome",
                    help: "Name the nodes beneath it")
            } else if others.contains(id) {
                if elsewhere.known.insert(id).inserted { elsewhere.ids.append(id) }
                firstElsewhere = firstElsewhere ?? measure.row
            } else {
                log.error(
                    "reform.unknown-criterion", at: place, "there is no node \(seen(id))",
                    help: suggester.help(
                        for: id, among: schema.nodes.map(\.id),
                        otherwise: "Write the id of a node of the methodology, or leave it out"))
            }
        }
    }

    /// What only other editions have is theirs; it is said once for the file.
    private mutating func tellElsewhere() {
        guard let row = firstElsewhere else { return }
        log.warning(
            "reform.elsewhere", at: Place(file: file, row: row, field: "criteria"),
            "the reforms name \(elsewhere.ids.count == 1 ? "a criterion" : "criteria") that only "
                + "another edition has: \(listed(elsewhere.ids))",
            help: "Nothing is to be done where that is meant; --edition picks the other one")
    }
}
