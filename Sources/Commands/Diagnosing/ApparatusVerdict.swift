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

/// The verdict on the whole apparatus and on every body, for people.
struct ApparatusVerdict {
    let made: MadeDiagnosis

    private var diagnosis: Diagnosis { made.diagnosis }
    private var words: DiagnosisWording { made.words }
    private var rule: Stages { diagnosis.rule }

    func write(to page: inout Page) {
        if let apparatus = diagnosis.apparatus {
            let verdict = words.verdict(on: apparatus, made.firmness)
            page.line(Words.sentence(made.text(verdict)), .heading)
        }
        made.beside(to: &page)
        if let apparatus = diagnosis.apparatus { next(apparatus, to: &page) }
        stages(to: &page)
        bodies(to: &page)
        distribution(to: &page)
        earlier(to: &page)
    }

    // MARK: What holds it back

    private func next(_ apparatus: ApparatusDiagnosis, to page: inout Page) {
        guard let next = apparatus.next else { return }
        page.line()
        page.line("What is lacking to \"\(made.text(words.stage(next.stage)))\"", .heading)
        for obstacle in words.obstacles(of: apparatus) {
            page.line("  - \(made.text(obstacle.asSentence))")
        }
        if let lift = words.lift(next) { page.line("  - \(made.text(lift.asSentence))") }
        let blocking = words.blockingApparatus()
        guard !blocking.isEmpty else { return }
        page.line("  What holds it back most:")
        for (number, criterion) in blocking.enumerated() {
            page.line("  \(number + 1). \(made.text(criterion.asSentence))")
        }
    }

    private func stages(to page: inout Page) {
        guard let apparatus = diagnosis.apparatus else { return }
        page.line()
        page.line("Stages", .heading)
        var table = TextTable([
            "stage": .left, "verdict": .left, made.text(words.weightName): .right,
            "bodies": .right, "system criteria": .right, "of them observed": .right,
            "mean of cells": .right,
        ])
        for (position, stage) in apparatus.stages.enumerated() {
            table.add([
                made.text(words.stage(position)),
                made.text(words.standing(apparatus.verdict.standings[position])),
                stage.weight.map { made.text(words.percent($0)) } ?? "",
                String(stage.attained), stage.system.map { made.text(words.figure($0)) } ?? "",
                "\(stage.systemCriteria.observed) of \(stage.systemCriteria.all)",
                stage.statistics.mean.map { made.text(words.figure($0)) } ?? "",
            ])
        }
        page.table(table, indent: 2)
        let without = apparatus.withoutWeight
        guard !without.isEmpty else { return }
        page.line(
            "  Left out of the share, because \(made.text(words.weightName)) is not known: "
                + Words.some(without.map(made.name), separator: "; "))
    }

    // MARK: Bodies

    /// So many bodies that are not rated are named.
    private static let mostNamed = 20

    private func bodies(to page: inout Page) {
        page.line()
        page.line("Bodies", .heading)
        let rated = diagnosis.bodies.filter(\.verdict.isRated)
        var table = TextTable([
            "body": .left, "id": .left, "verdict": .left, "how sure": .left,
            "what is lacking first": .left,
        ])
        for body in ordered(rated) {
            let sure = made.result(body).flatMap { result in
                made.firmness.map { made.text(words.brief(result, of: $0)) }
            }
            table.add([
                made.wording.body(body.body), made.id(body.body),
                made.text(words.verdict(body.verdict)), sure ?? "",
                words.brief(of: body).map(made.text) ?? "",
            ])
        }
        if !table.isEmpty { page.table(table, indent: 2) }
        let rest = diagnosis.bodies.filter { !$0.verdict.isRated }
        for body in rest.prefix(Self.mostNamed) {
            page.line("  \(made.name(body.body)): \(made.text(words.verdict(body.verdict)))")
        }
        if rest.count > Self.mostNamed {
            page.line("  … and \(rest.count - Self.mostNamed) more that are not rated")
        }
    }

    /// The furthest first.
    private func ordered(_ bodies: [BodyDiagnosis]) -> [BodyDiagnosis] {
        guard let order = diagnosis.apparatus?.order else { return bodies }
        let byBody = Dictionary(bodies.map { ($0.body, $0) }) { first, _ in first }
        return order.reversed().compactMap { byBody[$0] }
    }

    private func distribution(to page: inout Page) {
        page.line()
        page.line("Distribution", .heading)
        var table = TextTable(["highest stage attained": .left, "bodies": .right])
        for stage in rule.list.indices.reversed() {
            let count = diagnosis.bodies.count { $0.verdict.attained == stage + 1 }
            table.add([made.text(words.stage(stage)), String(count)])
        }
        let none = diagnosis.bodies.count { $0.verdict.isRated && $0.verdict.attained == 0 }
        table.add(["none", String(none)])
        let unrated = diagnosis.bodies.count { !$0.verdict.isRated }
        if unrated > 0 { table.add(["not rated", String(unrated)]) }
        page.table(table, indent: 2)
        for sentence in [words.medianBody, words.weakestTenth].compactMap(\.self) {
            page.line("  \(made.text(sentence.asSentence))")
        }
    }

    private func earlier(to page: inout Page) {
        let verdicts = made.earlier.compactMap { diagnosis in
            diagnosis.apparatus.map { (diagnosis.period, $0.verdict) }
        }
        guard !verdicts.isEmpty else { return }
        page.line()
        page.line("Earlier", .heading)
        let periods = made.wording.assessment.evidence.periods
        for (period, verdict) in verdicts {
            let told = words.verdict(verdict, in: periods[period].description)
            page.line("  \(made.text(told))")
        }
    }
}
