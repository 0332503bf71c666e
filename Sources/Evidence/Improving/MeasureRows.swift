internal import Arithmetic
internal import Diagnostics
internal import Domain

/// Reads the table of measures, one row for each value that a measure changes.
///
/// `measure`, `body`, `on`, `effect`, `cost`, `currency` and `finish` are required; `title`, or
/// `title.en` and so on, `needs` and `excludes`, ids with semicolons between them, `owner` and
/// `evidence` may be there.
struct MeasureRows: RowReader {
    /// What a row says.
    struct Entry: Sendable {
        let measure: String
        let row: Int
        /// `nil` where it is of another edition, or was refused.
        let action: Measure.Action?
        let title: LanguageMap
        let cost: Fixed?
        let currency: String?
        let finish: Day?
        let needs: [String]
        let excludes: [String]
        let owner: String?
        let evidence: String?
        /// What stands in the cells that all rows of a measure share, and what it means.
        let said: [Said]
        /// The headings of those among them that were refused.
        let refused: Set<String>
    }

    /// A cell that says the same in all rows of a measure, or nothing.
    struct Said: Sendable {
        let heading: String
        let text: String
        /// What it means, equal for texts that mean the same.
        let meaning: String
    }

    static let required = ["measure", "body", "on", "effect", "cost", "currency", "finish"]
    static let optional = ["needs", "excludes", "owner", "evidence"]
    /// In the place of a body: every one.
    static let everyBody = "all"

    var log = DiagnosticLog()
    private let file: String
    private let notations: CellNotations
    private let positions: [String: Int]
    private let titles: TitleColumns
    private let bodies: KnownBodies
    private let effects: MeasureEffects
    private var targets: MeasureTargets
    private var suggester = Suggester()
    private(set) var entries: [Entry] = []

    var width: Int { positions.count }

    /// Checks the heading.
    init?(
        _ heading: Heading, _ resource: DataPackage.Resource, _ targets: MeasureTargets,
        _ bodies: KnownBodies, _ log: inout DiagnosticLog
    ) {
        titles = TitleColumns("title", heading)
        let positions = heading.positions(
            required: Self.required, optional: Self.optional + titles.headings,
            ignored: resource.ignored, log: &log)
        guard let positions else { return nil }
        file = resource.path
        notations = resource.form.notations
        effects = MeasureEffects(notations)
        self.positions = positions
        self.bodies = bodies
        self.targets = targets
    }

    mutating func take(_ cells: [CSVCell], in bytes: Span<UInt8>, row: Int) {
        let row = RowTexts(cells, in: bytes, positions, file: file, row: row)
        let measure = row.identifier("measure", "measure.id", &log)
        let action = action(row)
        let cost = cost(row)
        let currency = currency(row)
        let finish = finish(row)
        let needs = ids("needs", row)
        let excludes = ids("excludes", row)
        guard let measure else { return }
        let meanings: [(heading: String, meaning: String?)] = [
            ("cost", cost?.description), ("currency", currency), ("finish", finish?.description),
            ("needs", needs?.sorted().joined(separator: ";")),
            ("excludes", excludes?.sorted().joined(separator: ";")),
        ]
        let texts = titles.headings + ["owner", "evidence"]
        entries.append(
            Entry(
                measure: measure, row: row.number, action: action, title: row.title(titles),
                cost: cost, currency: currency, finish: finish, needs: needs ?? [],
                excludes: excludes ?? [], owner: row.text("owner"),
                evidence: row.text("evidence"),
                said: (meanings + texts.map { ($0, row[$0]) }).compactMap { heading, meaning in
                    guard let meaning, let text = row.text(heading) else { return nil }
                    return Said(heading: heading, text: text, meaning: meaning)
                },
                refused: Set(
                    meanings.filter { $0.meaning == nil && row.text($0.heading) != nil }
                        .map(\.heading))))
    }

    // MARK: What is changed

    private mutating func action(_ row: RowTexts) -> Measure.Action? {
        let reach = reach(row)
        var target: MeasureTargets.Target?
        do throws(RefusedCell) {
            switch try targets.meaning(of: row["on"]) {
            case .target(let known): target = known
            // What only another edition has is told there.
            case .elsewhere: return nil
            }
        } catch { error.tell(at: row.place("on"), &log) }
        do throws(RefusedCell) {
            let written = try WrittenEffect(row["effect"], notations.numbers)
            guard let target else { return nil }
            let effect = try effects.effect(written, on: target)
            guard let reach else { return nil }
            return Measure.Action(
                reach: reach, target: target.id, effect: effect, row: row.number)
        } catch { error.tell(at: row.place("effect"), &log) }
        return nil
    }

    /// Whose value is changed; `nil` where there is no such body, or only another edition reads of
    /// it.
    private mutating func reach(_ row: RowTexts) -> Measure.Reach? {
        let body = row["body"]
        if body == Self.everyBody { return .all }
        if bodies.positions[body] != nil { return .body(body) }
        guard !bodies.isElsewhere(body) else { return nil }
        log.error(
            "measure.body", at: row.place("body"),
            body.isEmpty
                ? "the row does not say whose value is changed" : "there is no body \(seen(body))",
            help: suggester.help(
                for: body, among: bodies.ids,
                otherwise: "Write the id of a body, or \(Self.everyBody) for every one"))
        return nil
    }

    // MARK: What it takes

    private mutating func cost(_ row: RowTexts) -> Fixed? {
        guard let text = row.text("cost") else { return nil }
        do throws(RefusedCell) {
            let cost = try WrittenEffect.number(text, notations.numbers, "measure.cost")
            guard cost < .zero else { return cost }
            throw RefusedCell(
                "measure.cost", "the cost \(seen(text)) is below 0",
                help: "Write what it costs; what saves money costs 0")
        } catch { error.tell(at: row.place("cost"), &log) }
        return nil
    }

    private mutating func currency(_ row: RowTexts) -> String? {
        guard let text = row.text("currency") else { return nil }
        let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
        if text.utf8.count == 3, text.utf8.allSatisfy({ letters.contains($0) }) { return text }
        log.error(
            "measure.currency", at: row.place("currency"),
            "\(seen(text)) is not the code of a currency",
            help: "Write its three capital letters, as in KZT")
        return nil
    }

    private mutating func finish(_ row: RowTexts) -> Day? {
        guard row.text("finish") != nil else { return nil }
        return row.day("finish", "measure.finish", absence: "", notations, &log)
    }

    private mutating func ids(_ heading: String, _ row: RowTexts) -> [String]? {
        row.ids(heading, "measure.list", member: "measure", example: "portal; training", &log)
    }
}
