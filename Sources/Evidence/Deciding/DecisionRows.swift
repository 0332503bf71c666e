internal import Arithmetic
internal import Diagnostics
internal import Domain

/// The rows of a table of decisions.
struct DecisionRows: RowReader {
    /// One decision, before anybody looked what it changes.
    struct Entry: Sendable {
        let body: Int32
        let period: Int32
        let row: Int32
        /// Whether what is wrong with it is told; otherwise another edition tells it.
        let isJudged: Bool
        let subject: Decision.Subject
        let kind: Decision.Kind
        /// What an input is set to; `nil` for all else.
        let value: CellValue?
        /// What a node is set to; `nil` for all else.
        let score: Fixed?
        let reason: String
        let basis: String
        let who: String
        let date: Day
    }

    static let required = ["decision", "reason", "basis", "who", "date"]
    static let optional = ["node", "input", "value"]

    var log = DiagnosticLog()
    private let file: String
    private var subject: RowSubjectReader
    private let positions: [String: Int]
    private let schema: EvidenceSchema
    private let notations: CellNotations
    private let cellReaders: [CellReader]
    private let inputs: [String: Int]
    private let nodes: [String: Int]
    /// What other editions declare, and whether decisions about it are theirs.
    private let others: (inputs: Set<String>, nodes: Set<String>, decide: Bool)
    private var suggester = Suggester()
    private(set) var entries: [Entry] = []

    var width: Int { 10 }

    /// Checks the heading.
    init?(
        _ heading: Heading, _ resource: DataPackage.Resource, _ schema: EvidenceSchema,
        _ bodies: KnownBodies, _ log: inout DiagnosticLog
    ) {
        let found = heading.positions(
            required: [RowSubjectReader.body, schema.periodColumn] + Self.required,
            optional: Self.optional, ignored: resource.ignored, log: &log)
        guard let found else { return nil }
        guard found["node"] != nil || found["input"] != nil else {
            log.error(
                "decision.subject", at: heading.place(nil),
                "neither \"node\" nor \"input\" is a heading",
                help: "Add a column that names what is decided about")
            return nil
        }
        file = resource.path
        subject = RowSubjectReader(resource, schema, bodies, found, own: [])
        positions = found
        self.schema = schema
        // What is set is a value; blanks have decisions of their own.
        var notations = resource.notations(of: "value")
        notations.markers = .none
        notations.otherWords = nil
        self.notations = notations
        cellReaders = schema.inputs.map { CellReader($0, form: schema.periodForm, notations) }
        func byId(_ ids: [String]) -> [String: Int] {
            Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        inputs = byId(schema.inputs.map(\.id))
        nodes = byId(schema.nodes.map(\.id))
        let share = bodies.elsewhere
        others = (share.inputs, share.nodes, share.leavesDecisions)
    }

    mutating func take(_ cells: [CSVCell], in bytes: Span<UInt8>, row: Int) {
        let about = subject.read(cells, in: bytes, row: row, &log)
        // What another edition tells is not told here.
        let told = about.isJudged ? nil : log
        defer { if let told { log = told } }
        let row = RowTexts(cells, in: bytes, positions, file: file, row: row)
        let words = words(row)
        guard let target = target(row), let words else { return }
        let value: (cell: CellValue?, score: Fixed?)
        do throws(Refused) { value = try self.value(of: target, words.kind, row) } catch { return }
        guard let body = about.body, let period = about.period else { return }
        entries.append(
            Entry(
                body: body, period: period, row: Int32(clamping: row.number),
                isJudged: about.isJudged, subject: target, kind: words.kind, value: value.cell,
                score: value.score, reason: row["reason"], basis: row["basis"], who: row["who"],
                date: words.date))
    }

    /// Something is wrong, and was told.
    private struct Refused: Error {}

    // MARK: What every decision says

    private mutating func words(_ row: RowTexts) -> (kind: Decision.Kind, date: Day)? {
        var isWhole = true
        for name in ["reason", "basis", "who"] where row[name].isEmpty {
            isWhole = false
            log.error(
                "decision.blank", at: row.place(name),
                name == "who" ? "the decision names nobody" : "the decision has no \(name)",
                help: "Write why it was made, on which clause it rests, who made it and when")
        }
        let date = notations.day(row["date"])
        if date == nil {
            log.error(
                "decision.date", at: row.place("date"),
                row["date"].isEmpty
                    ? "the decision has no date" : "\(seen(row["date"])) is not a date",
                help: notations.dayHelp)
        }
        let kind = Decision.Kind(rawValue: row["decision"])
        if kind == nil {
            let words = Decision.Kind.allCases.map(\.rawValue)
            log.error(
                "decision.word", at: row.place("decision"),
                row["decision"].isEmpty
                    ? "the row says nothing under decision"
                    : "\(seen(row["decision"])) is not a decision",
                help: suggester.help(
                    for: row["decision"], among: words,
                    otherwise: "Write one of \(listed(words))"))
        }
        guard let kind, let date, isWhole else { return nil }
        return (kind, date)
    }

    // MARK: What it is about

    private mutating func target(_ row: RowTexts) -> Decision.Subject? {
        let (node, input) = (row["node"], row["input"])
        guard node.isEmpty != input.isEmpty else {
            log.error(
                "decision.subject", at: row.place(),
                node.isEmpty
                    ? "the decision names neither a node nor an input"
                    : "the decision names the node \(seen(node)) and the input \(seen(input))",
                help: "Name one of the two; for both write a row each")
            return nil
        }
        return node.isEmpty ? target(input: input, row) : target(node: node, row)
    }

    private mutating func target(input: String, _ row: RowTexts) -> Decision.Subject? {
        if let position = inputs[input] { return .input(position) }
        let isOthers = others.inputs.contains(input)
        if isOthers, others.decide { return nil }
        let isTable = schema.tables.contains { $0.id == input }
        let help =
            isTable
            ? "Decide about the node that reads it"
            : nodes[input] != nil
                ? "\(input) is a node: write it under node"
                : isOthers
                    ? Self.helpForOthers
                    : suggester.help(
                        for: input, among: schema.inputs.map(\.id),
                        otherwise: "Write the id of an input of the methodology")
        log.error(
            "decision.unknown-input", at: row.place("input"),
            isTable
                ? "\(seen(input)) is a table, and records are not decided about"
                : "there is no input \(seen(input))",
            help: help)
        return nil
    }

    private static let helpForOthers =
        "Only another edition declares it, which does not hold here; take the row out, or name "
        + "the methodology without an edition"

    private mutating func target(node: String, _ row: RowTexts) -> Decision.Subject? {
        guard let position = nodes[node] else {
            let isOthers = others.nodes.contains(node)
            if isOthers, others.decide { return nil }
            let help =
                inputs[node] != nil
                ? "\(node) is an input: write it under input"
                : isOthers
                    ? Self.helpForOthers
                    : suggester.help(
                        for: node, among: schema.nodes.map(\.id),
                        otherwise: "Write the id of a node of the methodology")
            log.error(
                "decision.unknown-node", at: row.place("node"), "there is no node \(seen(node))",
                help: help)
            return nil
        }
        guard schema.nodes[position].isHeading else { return .node(position) }
        log.error(
            "decision.heading", at: row.place("node"),
            "\(seen(node)) is a heading and has no outcome",
            help: "Decide about a node beneath it")
        return nil
    }

    // MARK: What is set

    private mutating func value(
        of target: Decision.Subject, _ kind: Decision.Kind, _ row: RowTexts
    ) throws(Refused) -> (cell: CellValue?, score: Fixed?) {
        let text = row["value"]
        guard kind == .set, !text.isEmpty else {
            if kind != .set, text.isEmpty { return (nil, nil) }
            log.error(
                "decision.value", at: row.place("value"),
                kind == .set
                    ? "the decision says nothing that is set"
                    : "the decision is \"\(kind.rawValue)\" and says the value \(seen(text))",
                help: kind == .set
                    ? "Write the value; for none at all decide \"exclude\" or \"not-applicable\""
                    : "Leave the value blank, or decide \"set\"")
            throw Refused()
        }
        switch target {
        case .node(let node): return (nil, try score(text, of: schema.nodes[node], row))
        case .input(let input):
            do throws(CellProblem) {
                return (try cellReaders[input].read(text.utf8.span), nil)
            } catch {
                log.add(error.diagnostic(of: schema.inputs[input], at: row.place("value")))
                throw Refused()
            }
        }
    }

    private mutating func score(
        _ text: String, of node: NodeSchema, _ row: RowTexts
    ) throws(Refused) -> Fixed {
        guard node.grades.isEmpty else {
            if let grade = node.grades.firstIndex(of: text) { return Fixed(grade) }
            log.error(
                "decision.grade", at: row.place("value"),
                "\(seen(text)) is not a grade of \(node.id)",
                help: "Write one of \(listed(node.grades))")
            throw Refused()
        }
        let score: Fixed
        do throws(NumberProblem) {
            score = try Fixed(parsing: text.utf8.span, notations.numbers)
        } catch {
            let (what, help) = NumberHint.words(
                text, error, notations.numbers, isShare: false)
            log.error("decision.score", at: row.place("value"), what, help: help)
            throw Refused()
        }
        guard score < node.least || score > node.greatest else { return score }
        log.error(
            "decision.range", at: row.place("value"),
            "\(score) is outside the scale \(node.least) … \(node.greatest) of \(node.id)",
            help: "Set a score on the scale of the node")
        throw Refused()
    }
}
