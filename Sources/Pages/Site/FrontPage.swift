internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The page on top: the languages of the report, each a link to its overview.
enum FrontPage {
    /// A page that needs no language to be read.
    static func bytes(_ contexts: [PageContext]) -> [UInt8] {
        page(
            title: contexts.first.map(title) ?? "", tag: contexts.first?.tag ?? "en",
            contexts.first
        ) { page in
            page.element("ul", ["class": "languages", "data-front": ""]) { page in
                for context in contexts {
                    page.element("li") { page in
                        let links = Links(from: .root, in: context.tag)
                        page.language(
                            context.tag, to: links.to(.overview, inLanguage: context.tag),
                            title: title(context))
                    }
                }
            }
        }
    }

    /// A page that leads to the reports of several editions.
    ///
    /// - Parameter editions: The folder that each lies in, with a slash at its end, and its report
    ///   in its first language.
    /// - Returns: Its bytes.
    static func bytes(_ editions: [(folder: String, context: PageContext)]) -> [UInt8] {
        let title = editions.last.map { Self.title($0.context) } ?? ""
        return page(title: title, tag: editions.last?.context.tag ?? "en") { page in
            page.element("ul") { page in
                for (folder, context) in editions {
                    page.element("li") { page in
                        page.element(
                            "a",
                            [
                                "href": folder + Address.root.path(in: context.tag),
                                "lang": context.tag,
                            ], text: edition(context))
                    }
                }
            }
        }
    }

    /// As in `Annual assessment of bodies (teaching/2025), 2025`.
    private static func edition(_ context: PageContext) -> String {
        let period = context.assessment.evidence.periods[context.report.period]
        let name = context.assessment.plan.identity.name
        return "\(title(context)) (\(name)), \(period)"
    }

    /// A page that leads to another in some languages.
    static func bytes(_ title: String, _ tags: [String], to target: Address) -> [UInt8] {
        page(title: title, tag: tags.first ?? "en") { page in
            page.element("ul", ["class": "languages", "data-front": ""]) { page in
                for tag in tags {
                    page.element("li") { page in
                        page.language(
                            tag, to: Links(from: .root, in: tag).to(target, inLanguage: tag))
                    }
                }
            }
        }
    }

    private static func title(_ context: PageContext) -> String {
        let identity = context.assessment.plan.identity
        return context.wording.text(identity.title) ?? identity.name
    }

    /// A page on top with what `content` writes beneath the title.
    ///
    /// - Parameters:
    ///   - title: The heading.
    ///   - tag: The language.
    ///   - context: The report whose period stands above and whose hashes stand below.
    ///   - content: Writes what stands beneath the heading.
    /// - Returns: HTML in UTF-8.
    static func page(
        title: String, tag: String, _ context: PageContext? = nil,
        _ content: (inout HTMLWriter) -> Void
    ) -> [UInt8] {
        let document = Document(
            spoken: SpokenLanguage(tag), title: title, links: Links(from: .root, in: tag))
        return document.bytes { page in
            page.element("header", ["class": "site-header"]) { page in
                page.element("p", ["class": "report-title"]) { page in
                    page.text(title)
                    guard let context else { return }
                    let period = context.phrases.periodOf(period: context.period).plain
                    page.text(" ")
                    page.element("span", ["class": "period"], text: period)
                }
            }
            page.line()
            page.element("main", ["id": "main"]) { page in
                page.element("h1", text: title)
                page.line()
                content(&page)
            }
            guard let context else { return }
            page.line()
            page.footer(context)
        }
    }
}
