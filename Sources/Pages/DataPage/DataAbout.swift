internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// What is to be known of the data that a report is made of.
struct DataAbout {
    let context: PageContext

    init(_ context: PageContext) { self.context = context }

    private var texts: Phrases { context.phrases }
    private var evidence: Evidence { context.assessment.evidence }
    private var plan: Plan { context.assessment.plan }

    /// Licences of the evidence.
    var licences: [Report.About.Link] { context.report.about.licences }
    /// Where it comes from.
    var sources: [Report.About.Link] { context.report.about.sources }

    /// What the report is about.
    var facts: [Fact] {
        let identity = plan.identity
        let name: Phrase = "\(Phrase.code(identity.name))"
        var facts = [
            Fact(
                name: texts.datapageRulesOf,
                value: days.map { "\(name), \(texts.datapageInForce(days: $0))" } ?? name),
            Fact(name: texts.datapagePeriod, value: Phrase(period(context.report.period))),
            Fact(
                name: texts.datapagePeriods,
                value: Phrase(evidence.periods.map(\.description).joined(separator: ", "))),
            Fact(name: texts.datapageBodies, value: context.count(evidence.bodies.count)),
        ]
        if let issued = context.report.about.issued.flatMap({ Day($0) }) {
            facts.append(
                Fact(name: texts.datapageIssued, value: Phrase(context.locale.date(issued))))
        }
        return facts
    }

    /// As in `2024-01-01 – 2025-12-31`; `nil` for no limit.
    private var days: Phrase? {
        let (from, to) = (plan.identity.from, plan.identity.to)
        guard from != nil || to != nil else { return nil }
        let ends = [from, to].map { $0.map { context.locale.date($0) } ?? "…" }
        return Phrase(ends.joined(separator: " – "))
    }

    private func period(_ position: Int) -> String { evidence.periods[position].description }

    /// Whether results are official, once for each kind of answer.
    var standings: [(sentence: Phrase, isOfficial: Bool)] {
        var standings: [(sentence: Phrase, isOfficial: Bool)] = []
        for node in context.report.leagueNodes {
            let sentence = context.wording.standingPhrase(of: node).asSentence
            if !standings.contains(where: { $0.sentence == sentence }) {
                standings.append((sentence, context.assessment.standing(node).isEmpty))
            }
        }
        return standings
    }

    /// A file that was read.
    struct File {
        let name: String
        let hash: String
        /// How many rows were rejected; `nil` where errors are refused.
        let rejected: Int?
        /// What of it was not read.
        let leftOut: [Phrase]
    }

    var files: [File] {
        let leftOut = Dictionary(evidence.leftOut.map { ($0.file, $0) }) { first, _ in first }
        return evidence.files.map { file in
            File(
                name: file.name, hash: file.hash,
                rejected: evidence.rejects.map { $0.counts[file.name] ?? 0 },
                leftOut: leftOut[file.name].map(told) ?? [])
        }
    }

    private func told(_ leftOut: LeftOut) -> [Phrase] {
        var told: [Phrase] = []
        if leftOut.rows > 0 { told.append(texts.datapageLeftOutRows(rows: leftOut.rows)) }
        if leftOut.bodyRows > 0 {
            let named = leftOut.bodies.joined(separator: ", ")
            told.append(
                texts.datapageLeftOutBodies(
                    rows: leftOut.bodyRows,
                    bodies: .code(named + (leftOut.hasMoreBodies ? ", …" : ""))))
        }
        if leftOut.columns > 0 {
            told.append(texts.datapageLeftOutColumns(columns: leftOut.columns))
        }
        return told
    }

    /// Rows that were rejected, in a sentence; `nil` where there are none.
    var rejected: Phrase? {
        guard let rows = evidence.rejects?.count, rows > 0 else { return nil }
        return texts.datapageRejectedRows(rows: rows)
    }

    /// The columns of the table of all results, each with what it means.
    var columns: [(name: String, meaning: String)] {
        let meanings = [
            texts.columnMethodology, texts.columnEdition, texts.columnBody, texts.columnNode,
            texts.columnPeriod, texts.columnState, texts.columnValue, texts.columnScore,
            texts.columnGrade, texts.columnMark, texts.columnLower, texts.columnUpper,
            texts.columnCoverage, texts.columnBand, texts.columnRank, texts.columnOfficial,
            texts.columnReason,
        ]
        return zip(ResultCSV.columns, meanings).map { ($0, $1) }
    }

    /// Which of the results of all bodies stand in which file, where they are not all in both.
    var largeResults: Phrase? {
        guard context.report.isLarge else { return nil }
        return texts.datapageLargeResults(nodes: context.assessment.plan.nodes.count)
    }

    /// What can be downloaded besides the data of single bodies.
    var downloads: [(name: String, address: Address)] {
        let runs: [(name: String, address: Address)] =
            context.report.robustness.hasPage ? [(texts.datapageAllRuns, .robustness)] : []
        return [
            (texts.datapageAllResults, .overview), (texts.datapageAllBodies, .bodies(page: 1)),
        ] + runs + [(texts.datapageAllRules, .methodology), (texts.datapageAllFiles, .data)]
    }
}
