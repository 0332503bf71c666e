internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// What stands around the content of every page: where one is, where one can go, and what the
/// page rests on.
struct Frame {
    /// A page above this one.
    struct Crumb {
        let name: Phrase
        let address: Address
    }

    /// The page and its surroundings.
    let setting: Setting
    /// The heading, which is also what the browser shows.
    let title: Phrase
    /// The pages between the overview and this one, the outermost first.
    let crumbs: [Crumb]
    /// Whether tables of the page lie beside it as CSV and JSON.
    let hasData: Bool
    /// Whether the content has the heading in it, as a paper does.
    let ownsHeading: Bool

    /// The frame of a page.
    init(
        _ context: PageContext, at address: Address, title: Phrase, crumbs: [Crumb] = [],
        hasData: Bool = true, ownsHeading: Bool = false
    ) {
        setting = Setting(context, at: address)
        self.title = title
        self.crumbs = crumbs
        self.hasData = hasData
        self.ownsHeading = ownsHeading
    }

    /// The whole page.
    ///
    /// - Parameter content: Writes what stands beneath the heading.
    /// - Returns: HTML in UTF-8.
    func bytes(_ content: (inout HTMLWriter) -> Void) -> [UInt8] {
        Document(spoken: context.wording.spoken, title: windowTitle, links: links).bytes { page in
            header(&page)
            page.line()
            main(&page, content)
            page.line()
            page.footer(context)
        }
    }

    private var context: PageContext { setting.context }
    private var texts: Phrases { context.phrases }
    private var links: Links { setting.links }
    private var plan: Plan { context.assessment.plan }

    // MARK: Parts

    private var windowTitle: String {
        setting.address == .overview
            ? "\(reportTitle.plain), \(period)"
            : "\(title.plain) – \(reportTitle.plain), \(period)"
    }

    /// What the edition is called.
    private var reportTitle: Phrase {
        context.wording.phrase(plan.identity.title) ?? Phrase(plan.identity.name)
    }

    private var period: String {
        context.assessment.evidence.periods[context.report.period].description
    }

    private func header(_ page: inout HTMLWriter) {
        page.element("header", ["class": "site-header"]) { page in
            page.element("p", ["class": "report-title"]) { page in
                page.link(reportTitle, to: links.to(.overview), setting)
                page.text(" ")
                page.element("span", ["class": "period"]) {
                    $0.phrase(texts.periodOf(period: Phrase(period)), setting)
                }
            }
            standing(&page)
            navigation(&page)
            page.languages(context.report.languages, links, texts)
        }
    }

    /// Whether the results are official, in one line.
    private func standing(_ page: inout HTMLWriter) {
        let standing = context.report.standing
        // A draft of a paper is not official yet.
        if case .conclusion = setting.address, !context.report.about.isFinal, standing.isOfficial {
            return page.element("p", ["class": "note"], text: texts.paperOfficialWhenFinal)
        }
        page.element("p", ["class": standing.isOfficial ? "official" : "not-official"]) { page in
            guard let node = standing.node else {
                return page.text(standing.isMixed ? texts.officialInPart : texts.noneOfficial)
            }
            page.phrase(context.wording.standingPhrase(of: node).asSentence, setting)
        }
    }

    private func navigation(_ page: inout HTMLWriter) {
        var entries: [(String, Address)] = [
            (texts.overview, .overview), (texts.bodies, .bodies(page: 1)),
            (texts.methodology, .methodology),
        ]
        if context.report.improvement != nil { entries.append((texts.improvement, .improvement)) }
        if !context.report.plans.isEmpty { entries.append((texts.planEntry, .plan)) }
        if context.report.effort != nil { entries.append((texts.effortEntry, .effort)) }
        if context.hasReforms { entries.append((texts.reforms, .reforms)) }
        if context.report.robustness.hasPage { entries.append((texts.robustness, .robustness)) }
        entries.append((texts.data, .data))
        page.element(
            "nav", ["class": "site-nav", "aria-label": texts.pagesOfTheReport]
        ) { page in
            page.element("ul") { page in
                for (name, target) in entries {
                    page.element("li") { page in
                        let isHere = target == setting.address
                        page.element(
                            "a",
                            ["href": links.to(target), "aria-current": isHere ? "page" : nil],
                            text: name)
                    }
                }
            }
        }
    }

    private func main(_ page: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void) {
        page.element("main", ["id": "main", "tabindex": "-1"]) { page in
            if setting.address != .overview { path(&page) }
            if !ownsHeading { page.element("h1") { $0.phrase(title, setting) } }
            page.line()
            content(&page)
            if hasData { page.dataLinks(links, texts) }
        }
    }

    private func path(_ page: inout HTMLWriter) {
        page.element("nav", ["class": "crumbs", "aria-label": texts.youAreHere]) { page in
            page.element("ol") { page in
                let above = [Crumb(name: Phrase(texts.overview), address: .overview)] + crumbs
                for crumb in above {
                    page.element("li") {
                        $0.link(crumb.name, to: links.to(crumb.address), setting)
                    }
                }
                page.element("li", ["aria-current": "page"]) { $0.phrase(title, setting) }
            }
        }
    }
}

extension HTMLWriter {
    /// What a report rests on, and how it is made again.
    mutating func footer(_ context: PageContext) {
        let (texts, about) = (context.phrases, context.report.about)
        let identity = context.assessment.plan.identity
        element("footer") { page in
            page.element("dl", ["class": "facts"]) { page in
                page.pair(texts.editionHash) { page in
                    page.text(identity.name + " ")
                    page.element("code", ["class": "hash"], text: identity.hash)
                }
                page.pair(texts.evidenceHash) { page in
                    page.element("code", ["class": "hash"], text: context.report.evidenceHash)
                }
                page.pair(texts.program) { $0.text("apparatus " + about.version) }
                page.pair(texts.madeBy) { $0.element("code", text: about.command) }
            }
        }
    }
}
