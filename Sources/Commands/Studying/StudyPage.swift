internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Pages
internal import Robustness
internal import Scoring

/// What a study came to, for people: words first, then the bodies, then how it was made.
struct StudyPage {
    let study: MadeStudy
    let results: StudyResults
    /// The words of the report, so that both say the same.
    let runs: UncertaintyWording

    private var wording: Wording { study.wording }
    private var plan: Plan { wording.assessment.plan }
    private var evidence: Evidence { wording.assessment.evidence }

    init(_ study: MadeStudy, _ results: StudyResults) {
        self.study = study
        self.results = results
        runs = UncertaintyWording(results, study.wording, Display(study.wording.assessment))
    }

    func write(to page: inout Page) {
        findings(to: &page)
        page.line()
        drawn(to: &page)
        for node in results.uncertainty.nodes {
            page.line()
            bodies(node, to: &page)
        }
        if let drivers = SensitivityPage(study, results) { drivers.write(to: &page) }
        page.line()
        page.line("How exact it is", .heading)
        for line in runs.method { page.line("  " + text(line)) }
    }

    private func text(_ phrase: Phrase) -> String { phrase.written(wording.locale) }

    /// One paragraph for each node: what can be told apart, and what drives it.
    private func findings(to page: inout Page) {
        let drivers = SensitivityWording(results, wording)
        for node in results.uncertainty.nodes.map(\.node) {
            let told = [
                runs.ranking(at: node), drivers?.finding(at: node), drivers?.shift(at: node),
            ]
            let sentences = told.compactMap { $0?.asSentence }.map(text).joined(separator: " ")
            page.line("\(study.title(of: node)): \(sentences)")
        }
    }

    private func drawn(to page: inout Page) {
        page.line(text(runs.drawing))
        for line in runs.drawn { page.line("  - \(text(line))") }
        if let scales = runs.scales { page.line(text(scales)) }
        if let basis = runs.basis { page.line(text(basis)) }
    }

    // MARK: Bodies

    private static let columns: [(heading: String, side: TextTable.Side)] = [
        ("rank", .right), ("body", .left), ("id", .left), ("among", .left), ("5 %", .right),
        ("median", .right), ("95 %", .right), ("score, 5 % … 95 %", .right), ("scored", .right),
        ("group", .left),
    ]

    private func bodies(_ node: NodeUncertainty, to page: inout Page) {
        page.line(study.title(of: node.node), .heading)
        let rows = runs.rows(at: node.node)
        let ranked = rows.filter { $0.group != nil }
        if ranked.count > 1, rows.allSatisfy(\.isSteady) {
            page.line(
                "  Every rank and score is the same in 90 % of the runs; CSV and JSON have them one "
                    + "by one.")
        } else if !ranked.isEmpty {
            page.table(table(ranked.map(cells)), indent: 2)
        }
        unranked(rows.filter { $0.group == nil }, node.node, to: &page)
    }

    /// Columns that hold nothing for any body are left out.
    private func table(_ rows: [[String]]) -> TextTable {
        let kept = Self.columns.indices.filter { column in
            rows.contains { !$0[column].isEmpty }
        }
        var table = TextTable(kept.map { Self.columns[$0] })
        for row in rows { table.add(kept.map { row[$0] }) }
        return table
    }

    private func cells(_ row: RunRow) -> [String] {
        let scores = row.scores.map { scores in
            scores.lower == scores.upper ? scores.lower : "\(scores.lower) … \(scores.upper)"
        }
        return [
            row.rank.map { String($0) } ?? "", wording.body(row.body), evidence.bodies[row.body].id,
            population(of: row.body), row.ranks?.lower ?? "", row.ranks?.median ?? "",
            row.ranks?.upper ?? "", scores ?? "", row.scored ?? "", row.group ?? "",
        ]
    }

    /// Among whom a body is ranked; empty where it is among all.
    private func population(of body: Int) -> String {
        switch plan.ranking?.within {
        case nil, .all: ""
        case .kind: evidence.bodies[body].kind
        case .group: evidence.bodies[body].group ?? "without a group"
        }
    }

    // MARK: Without a rank

    private static let mostTold = 20

    /// Those with a score each on a line of its own, and those without one together.
    private func unranked(_ rows: [RunRow], _ node: Int, to page: inout Page) {
        let scored = rows.filter(\.hasScore)
        for row in scored.prefix(Self.mostTold) {
            let told = [
                runs.rank(of: row.body, at: node), runs.score(of: row.body, at: node),
                runs.bounds(of: row.body, at: node),
            ]
            page.line(
                "  \(name(row.body)): " + told.compactMap(\.self).map(text).joined(separator: "; "))
        }
        if scored.count > Self.mostTold {
            page.line("  … and \(scored.count - Self.mostTold) more that are not ranked")
        }
        let rest = rows.filter { !$0.hasScore }
        guard !rest.isEmpty else { return }
        let verb = rest.count == 1 ? "has" : "have"
        page.line(
            "  \(Words.counted(rest.count, "body")) \(verb) no score in any run, and so no "
                + "interval: \(Words.some(rest.map { name($0.body) }, separator: "; "))")
    }

    private func name(_ body: Int) -> String {
        "\(wording.body(body)) (\(evidence.bodies[body].id))"
    }
}
