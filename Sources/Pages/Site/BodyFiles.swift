internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Scoring

/// The files of bodies that have pages: a page, its data and a paper in each language.
struct BodyFiles: Sendable {
    private let report: Report
    private let languages: [(context: PageContext, results: BodyResults)]
    /// Positions of bodies, in the order of their file.
    private let bodies: [Int]
    /// The nodes whose outcomes are explained.
    private let nodes: [Int]

    init(_ report: Report, _ contexts: [PageContext]) {
        self.report = report
        languages = contexts.map { ($0, BodyResults($0.plainWording)) }
        bodies = report.assessment.evidence.bodies.indices.filter(report.hasPage)
        nodes = ResultSelection(report.assessment).nodes
    }

    var count: Int { bodies.count }

    var names: [String] {
        bodies.flatMap { body in
            addresses(body).flatMap { address, forms in
                languages.flatMap { language in
                    forms.map { address.path(in: language.context.tag, as: $0) }
                }
            }
        }
    }

    private func addresses(_ body: Int) -> [(Address, [Address.Form])] {
        let id = report.assessment.evidence.bodies[body].id
        var pages = [Address.body(id)]
        if report.hasConclusion(body) { pages.append(.conclusion(id)) }
        if report.hasPath(body) { pages.append(.path(id)) }
        return pages.map { ($0, Address.Form.allCases) }
    }

    /// The files of the body at a position among those that have pages.
    func files(_ position: Int) -> [Site.File] {
        let body = bodies[position]
        let id = report.assessment.evidence.bodies[body].id
        let unit = report.assessment.unit(body: body, period: report.period)
        // Traces tell the same in every language.
        let traces = nodes.map { Trace(report.assessment, node: $0, at: unit) }
        var files: [Site.File] = []
        for (context, results) in languages {
            let (address, tag) = (Address.body(id), context.tag)
            files += [
                Site.File(
                    address.path(in: tag), BodyPage.bytes(context, body: body, traces: traces)),
                Site.File(address.path(in: tag, as: .csv), results.csv(body)),
                Site.File(
                    address.path(in: tag, as: .json),
                    results.json(body, period: report.period, traces: traces)),
            ]
            files += paths(context, body, id)
            guard report.hasConclusion(body) else { continue }
            let paper = Address.conclusion(id)
            let conclusion = Conclusion(context, body: body, traces: traces)
            files += [
                Site.File(paper.path(in: tag), ConclusionPage.bytes(conclusion)),
                Site.File(paper.path(in: tag, as: .csv), ConclusionPage.csv(conclusion)),
                Site.File(
                    paper.path(in: tag, as: .json), ConclusionPage.json(conclusion)),
            ]
        }
        return files
    }

    /// The page about the way of a body to its next step; nothing where it has none.
    private func paths(_ context: PageContext, _ body: Int, _ id: String) -> [Site.File] {
        guard report.hasPath(body) else { return [] }
        let (address, tag) = (Address.path(id), context.tag)
        let data = ImprovementData(context, only: body)
        return [
            Site.File(address.path(in: tag), PathPage.bytes(context, body: body) ?? []),
            Site.File(address.path(in: tag, as: .csv), data?.csv ?? []),
            Site.File(address.path(in: tag, as: .json), data?.json ?? []),
        ]
    }
}
