internal import Arithmetic
internal import Diagnosis
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Pages
internal import Robustness
internal import Scoring

/// The verdict on one body, its ladder of cells and its history, for people.
struct BodyVerdict {
    let made: MadeDiagnosis
    let body: BodyDiagnosis

    private var words: DiagnosisWording { made.words }
    private var rule: Stages { made.diagnosis.rule }

    func write(to page: inout Page) {
        let verdict = words.verdict(body.verdict, made.firmness, made.result(body))
        page.line("\(made.name(body.body)): \(made.text(verdict))", .heading)
        made.beside(to: &page)
        next(to: &page)
        ladder(to: &page)
        statistics(to: &page)
        history(to: &page)
    }

    private func next(to page: inout Page) {
        guard let next = body.next else { return }
        page.line()
        page.line("What is lacking to \"\(made.text(words.stage(next.stage)))\"", .heading)
        for obstacle in words.obstacles(of: body) {
            page.line("  - \(made.text(obstacle.asSentence))")
        }
        if let lift = words.lift(next) { page.line("  - \(made.text(lift.asSentence))") }
        let blocking = words.blocking(of: body.body)
        guard !blocking.isEmpty else { return }
        page.line("  What holds it back most:")
        for (number, criterion) in blocking.enumerated() {
            page.line("  \(number + 1). \(made.text(criterion.asSentence))")
        }
    }

    // MARK: The ladder

    private func ladder(to page: inout Page) {
        page.line()
        page.line("Ladder", .heading)
        let stages = rule.list.indices.map {
            (heading: made.text(words.stage($0)), side: TextTable.Side.left)
        }
        var table = TextTable([(heading: "dimension", side: .left)] + stages)
        for (dimension, cells) in zip(rule.dimensions, body.cells) {
            let node = made.wording.assessment.plan.nodes[dimension.node]
            table.add(
                ["\(node.id) \(made.wording.node(dimension.node))"] + cells.map(cell))
        }
        page.table(table, indent: 2)
        for cell in body.cells.joined() {
            guard let cap = words.cap(cell) else { continue }
            page.line("  \(made.text(words.cell(cell.node))): \(made.text(cap.asSentence))")
        }
    }

    /// As in `72.4 established`.
    private func cell(_ cell: CellResult) -> String {
        if let partial = words.partial(cell) { return made.text(partial) }
        let score = cell.score.map { made.text(words.figure($0)) } ?? ""
        return "\(score) \(made.text(words.status(cell.status)))"
    }

    private func statistics(to page: inout Page) {
        page.line()
        page.line("Stages", .heading)
        var table = TextTable([
            "stage": .left, "verdict": .left, "assessed": .right, "mean": .right,
            "established": .right, "least": .right, "runs": .right,
        ])
        let result = made.result(body)
        for (position, stage) in body.stages.enumerated() {
            let runs = made.firmness.flatMap { firmness in
                result.map { made.text(words.share($0.attained[position], firmness.runs)) }
            }
            table.add([
                made.text(words.stage(position)),
                made.text(words.standing(body.verdict.standings[position])),
                "\(stage.assessed) of \(stage.applicable)",
                stage.mean.map { made.text(words.figure($0)) } ?? "", String(stage.established),
                stage.least.map { made.text(words.figure($0)) } ?? "", runs ?? "",
            ])
        }
        page.table(table, indent: 2)
        if made.firmness != nil, body.verdict.isRated {
            page.line("  Runs are those in which the stage is attained.")
        }
    }

    // MARK: History

    private func history(to page: inout Page) {
        let entries = made.history.entries(of: body.body).filter {
            $0.period < made.diagnosis.period
        }
        let told = words.history(of: body.body)
        guard !entries.isEmpty || !told.isEmpty else { return }
        page.line()
        page.line("Earlier", .heading)
        for sentence in told { page.line("  \(made.text(sentence.asSentence))") }
        let periods = made.wording.assessment.evidence.periods
        for entry in entries.sorted(by: { $0.period > $1.period }) {
            let verdict = words.verdict(
                entry.verdict, in: periods[entry.period].description,
                of: entry.body == body.body ? nil : entry.body)
            page.line("  \(made.text(verdict))")
        }
    }
}
