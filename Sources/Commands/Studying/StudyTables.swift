internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Pages
internal import Robustness
internal import Scoring

/// A whole answer for people: what was studied, what came of it, and on what it rests.
struct StudyTables {
    let study: MadeStudy

    private var wording: Wording { study.wording }

    func write(to page: inout Page) {
        let identity = wording.assessment.plan.identity
        let title = wording.text(identity.title).map { "\($0) (\(identity.name))" }
        page.line("\(title ?? identity.name), \(study.period)", .heading)
        if case .made(let results) = study.intervals { write(results, to: &page) }
        if case .noAlternatives = study.intervals {
            page.line("There are no intervals: \(identity.name) names no alternatives.")
        }
        for coherence in study.coherence {
            page.line()
            CoherencePage(study: study, coherence: coherence).write(to: &page)
        }
        page.line()
        page.line("Edition   sha256 \(identity.hash)", .faint)
        page.line("Evidence  sha256 \(wording.assessment.evidence.hash)", .faint)
    }

    private func write(_ results: StudyResults, to page: inout Page) {
        let whole = StudyPage(study, results)
        if let assumption = whole.runs.assumption {
            page.line(assumption.written(wording.locale), .warning)
        }
        let nodes = results.uncertainty.nodes.map(\.node)
        let standings = nodes.map { Words.sentence(wording.standing(of: $0)) }
        for (position, standing) in standings.enumerated()
        where standings.firstIndex(of: standing) == position {
            let of = zip(nodes, standings).filter { $1 == standing }.map(\.0)
            let ids = of.map { wording.assessment.plan.nodes[$0].id }.joined(separator: ", ")
            page.line(of.count == nodes.count ? standing : "\(ids): \(standing)")
        }
        page.line()
        whole.write(to: &page)
    }
}
