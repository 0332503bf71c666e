internal import Domain
internal import Evidence
package import Explanation
package import Improvement
internal import Locales
internal import Methodology
package import Scoring

/// What a report is about: an assessment in one of its periods, and what is told beside it.
package struct Report: Sendable {
    /// All outcomes of all periods.
    package let assessment: Assessment
    /// The position of the period that is reported; earlier ones show change and trend.
    package let period: Int
    /// Tags of the languages the report is written in, the edition's first language first.
    package var languages: [String]
    /// What is told of the report itself.
    package let about: About
    /// Figures for eyes.
    package let display: Display
    /// The bodies that have pages, by position; `nil` where all have.
    package var shown: Set<Int>?
    /// SHA-256 of the evidence, made once.
    package let evidenceHash: String
    /// The nodes that have league tables, in the order of the plan.
    package var leagueNodes: [Int] { leagues.map(\.node) }
    /// The order of the bodies in each league table.
    let leagues: [LeagueOrder]
    /// The nodes by which bodies are compared.
    let blocks: [Int]
    /// Median scores of the league nodes and the blocks.
    let medians: Medians
    /// The position of the period before that the edition scores as well; `nil` for the first.
    let previous: Int?
    /// All results, as what those of the reported period are compared with.
    let earlier: EarlierResults
    /// What fails the edition's checks in the reported period, by unit.
    let findings: [Int: [Finding]]
    /// Whether the results are official.
    let standing: Standing
    /// How much the results rest on choices that could have been others.
    package var robustness = ReportedRobustness()
    /// Where bodies and the apparatus stand on the stages; `nil` where the edition has none.
    package var diagnosis: ReportedDiagnosis?
    /// What the next stage or band takes; `nil` where the evidence has no measures, or nobody wanted to
    /// know.
    package var improvement: ReportedImprovement?
    /// What came of the measures that were planned, by the period they were planned from.
    package var plans: [ImprovementPlan] = []
    /// Plans that ask for little in the reported period; `nil` where the edition has no checks of
    /// effort.
    let effort: [EffortFinding]?
    /// Whether bodies that have pages have papers as well.
    package var hasConclusions = true

    /// Whether the edition has so many nodes that plain leaves stand in the lines of tables.
    var isLarge: Bool { assessment.plan.nodes.count > NodeTree.mostSections }

    /// Which results lie beside the overview as JSON; all of them lie there as CSV.
    ///
    /// Of a large edition those that the overview shows: all nodes of tens of thousands of bodies
    /// are more than a program reads at once.
    var overviewResults: ResultSelection {
        guard isLarge else { return ResultSelection(assessment) }
        return ResultSelection(
            assessment, nodes: leagueNodes + blocks.prefix(OverviewModel.mostBlocks),
            periods: assessment.scoredPeriods.filter { $0 <= period })
    }

    /// Whether the body has a page of its own; names of others are no links.
    package func hasPage(_ body: Int) -> Bool { shown?.contains(body) ?? true }

    /// Whether the body has a paper.
    package func hasConclusion(_ body: Int) -> Bool { hasConclusions && hasPage(body) }

    /// What is told of a report that does not come from edition or evidence alone.
    package struct About: Hashable, Sendable {
        /// The program's version, as in `0.6.0`.
        package var version: String
        /// The command that makes the same, as it would be typed.
        package var command: String
        /// Whether papers are marked *final*; otherwise they are drafts for comment.
        package var isFinal: Bool
        /// The day the papers bear, as in `2026-03-01`; `nil` where none was named.
        package var issued: String?
        /// Licences of the evidence, from its descriptor: a title and an address.
        package var licences: [Link]
        /// Sources of the evidence, from its descriptor: a title and an address.
        package var sources: [Link]

        /// A title with an address, which may be absent.
        package struct Link: Hashable, Sendable {
            package let title: String
            package let address: String?

            package init(title: String, address: String?) {
                self.title = title
                self.address = address
            }
        }

        package init(
            version: String, command: String, isFinal: Bool = false, issued: String? = nil,
            licences: [Link] = [], sources: [Link] = []
        ) {
            self.version = version
            self.command = command
            self.isFinal = isFinal
            self.issued = issued
            self.licences = licences
            self.sources = sources
        }
    }

    /// A report of one period.
    package init(_ assessment: Assessment, period: Int, about: About) {
        self.assessment = assessment
        self.period = period
        self.about = about
        let written = assessment.plan.identity.languages
        languages = written.isEmpty ? ["en"] : written
        display = Display(assessment)
        evidenceHash = assessment.evidence.hash
        let nodes = assessment.leagueNodes
        let alphabet = assessment.alphabet(written.first)
        leagues = nodes.map {
            LeagueOrder(assessment, node: $0, period: period, alphabet: alphabet)
        }
        blocks = assessment.blocks(nodes)
        medians = Medians(assessment, of: Set(nodes + blocks), period: period)
        previous = assessment.scoredPeriods.last { $0 < period }
        earlier = EarlierResults(.assessed(assessment))
        let found = assessment.findings().filter { assessment.period(of: $0.unit) == period }
        findings = Dictionary(grouping: found, by: \.unit)
        standing = Standing(assessment, of: nodes)
        effort =
            assessment.plan.effort.isEmpty
            ? nil
            : assessment.effortFindings().filter { assessment.period(of: $0.unit) == period }
    }
}

/// One page's surroundings: the report, the language, and where the page lies.
///
/// A class only so that all parts of pages share it without copying; nothing in it changes.
final class PageContext: Sendable {
    let report: Report
    let assessment: Assessment
    /// The tag of the language that the page is written in.
    let tag: String
    /// The language of our own texts.
    let locale: Locale
    let wording: Wording
    /// Our own texts.
    let phrases: Phrases
    /// The periods of the evidence as they are written.
    let periods: [String]

    /// A page of a report in one of its languages.
    init(_ report: Report, _ tag: String) {
        self.report = report
        assessment = report.assessment
        self.tag = tag
        var wording = Wording(report.assessment, language: tag)
        wording.hasLongDays = true
        wording.usesTitles = true
        self.wording = wording
        locale = wording.locale
        phrases = Phrases(locale)
        periods = assessment.evidence.periods.map(\.description)
    }

    /// The wording of data beside pages, which are those that the command writes.
    var plainWording: Wording { Wording(assessment, language: tag) }

    /// The links of one of its pages in this language.
    func links(from page: Address) -> Links { Links(from: page, in: tag) }

    /// The page of a body, perhaps the explanation of a node in it; `nil` where it has none.
    func link(from page: Address, toBody body: Int, node: Int? = nil) -> String? {
        guard report.hasPage(body) else { return nil }
        let anchor = node.map { Anchor.node(assessment.plan.nodes[$0].id) }
        return links(from: page).to(.body(assessment.evidence.bodies[body].id), anchor)
    }

    /// Where what a phrase refers to is told; `nil` where this report does not.
    ///
    /// On the page of a body a node leads to its explanation there, elsewhere to its rule.
    func link(from page: Address, to reference: Phrase.Reference) -> String? {
        let links = links(from: page)
        switch reference {
        case .body(let body): return link(from: page, toBody: body)
        case .node(let node):
            let anchor = Anchor.node(assessment.plan.nodes[node].id)
            if case .body = page { return links.to(page, anchor) }
            if let dimension = report.diagnosis?.dimension(of: node), page.isOfStages {
                return links.to(
                    .dimension(assessment.plan.nodes[dimension].id),
                    dimension == node ? nil : anchor)
            }
            return links.to(.methodology, anchor)
        case .parameter(let parameter):
            return links.to(.methodology, .parameter(assessment.plan.parameters[parameter].id))
        case .source(let key): return links.to(.methodology, .source(key))
        }
    }

    /// The body's unit in the reported period.
    func unit(_ body: Int) -> Int { assessment.unit(body: body, period: report.period) }
}
