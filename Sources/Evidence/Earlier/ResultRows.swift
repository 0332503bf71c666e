internal import Arithmetic
internal import Diagnostics
internal import Domain

/// The rows of results, whether they came as CSV or JSON: texts in, typed outcomes out.
struct ResultRows: Sendable {
    /// One outcome; texts as positions among the words.
    struct Entry: Sendable {
        var body: Int32
        var node: Int32
        var edition: Int32
        var grade: Int32
        var band: Int32
        let period: Int32
        let state: Int32
        let rank: Int32
        let row: Int32
        let value: Fixed?
        let score: Fixed?

        /// The same among other words.
        func moved(to positions: [Int32]) -> Entry {
            var entry = self
            entry.body = positions[Int(body)]
            entry.node = positions[Int(node)]
            entry.edition = positions[Int(edition)]
            entry.grade = positions[Int(grade)]
            entry.band = positions[Int(band)]
            return entry
        }
    }

    /// What stands in a row, as texts; empty for what is not there.
    struct Texts {
        var edition = ""
        var body = ""
        var node = ""
        var period = ""
        var state = ""
        var value = ""
        var score = ""
        var grade = ""
        var band = ""
        var rank = ""
    }

    let file: String
    let form: PeriodForm
    /// What a row is called: `row` of a table, `line` of JSON.
    let rowWord: String
    var log = DiagnosticLog()
    private(set) var words = ResultWords()
    private(set) var entries: [Entry] = []

    init(file: String, form: PeriodForm, rowWord: String) {
        self.file = file
        self.form = form
        self.rowWord = rowWord
    }

    /// Where something stands.
    func place(_ row: Int, _ field: String) -> Place {
        rowWord == "row"
            ? Place(file: file, row: row, field: field) : Place(file: file, line: row)
    }

    /// Takes in an outcome, or tells what is wrong with it.
    mutating func take(_ texts: Texts, row: Int) {
        // Bodies that an earlier comparison did not find any more have no outcome.
        guard texts.state != "gone" else { return }
        let errors = log.counts
        let state = state(texts, row)
        for (field, text) in [("body", texts.body), ("node", texts.node)] where text.isEmpty {
            log.error(
                "results.blank", at: place(row, field), "the outcome names no \(field)",
                help: "Compare with a file as apparatus assess writes it")
        }
        let period = period(texts.period, row)
        let value = number(texts.value, "value", row)
        let score = number(texts.score, "score", row)
        let rank = rank(texts.rank, row)
        if errors == log.counts, state == 0, score == nil, texts.grade.isEmpty {
            log.error(
                "results.state", at: place(row, "state"),
                "the state is \"score\" and there is no score",
                help: "Compare with a file as apparatus assess writes it")
        }
        guard errors == log.counts, let state, let period else { return }
        entries.append(
            Entry(
                body: words.position(of: texts.body), node: words.position(of: texts.node),
                edition: words.position(of: texts.edition),
                grade: words.position(of: texts.grade), band: words.position(of: texts.band),
                period: period, state: state, rank: rank, row: Int32(clamping: row),
                value: value, score: state == 0 ? score : nil))
    }

    private mutating func state(_ texts: Texts, _ row: Int) -> Int32? {
        if let state = ResultTable.states.firstIndex(of: texts.state) { return Int32(state) }
        log.error(
            "results.state", at: place(row, "state"), "\(seen(texts.state)) is no state",
            help: "A state is " + ResultTable.states.joined(separator: ", "))
        return nil
    }

    private mutating func period(_ text: String, _ row: Int) -> Int32? {
        if let period = form.period(text) { return Int32(clamping: period.index) }
        log.error(
            "results.period", at: place(row, "period"),
            "\(seen(text)) is not a period as in \(form.example)",
            help: "Compare results of editions that assess the same periods")
        return nil
    }

    private mutating func number(_ text: String, _ field: String, _ row: Int) -> Fixed? {
        guard !text.isEmpty else { return nil }
        do {
            return try Fixed(text)
        } catch {
            let (what, _) = NumberHint.words(text, error, .plain, isShare: false)
            log.error(
                "results.number", at: place(row, field), what,
                help: "Results have plain digits with a point; compare with the file itself, "
                    + "not with one that a spreadsheet saved")
            return nil
        }
    }

    private mutating func rank(_ text: String, _ row: Int) -> Int32 {
        guard !text.isEmpty else { return 0 }
        if text.utf8.allSatisfy({ $0 &- 48 < 10 }), let rank = Int32(text), rank > 0 {
            return rank
        }
        log.error(
            "results.rank", at: place(row, "rank"), "\(seen(text)) is no rank",
            help: "A rank is a whole number from 1")
        return 0
    }
}
