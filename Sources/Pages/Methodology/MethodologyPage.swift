internal import Domain
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The page about the methodology: the annex of an order, made from the plan.
enum MethodologyPage {
    /// The page as HTML.
    static func bytes(_ context: PageContext) -> [UInt8] {
        let model = MethodologyModel(context)
        let frame = Frame(
            context, at: .methodology, title: context.phrases.methodTitle(title: model.title))
        return frame.bytes { page in
            MethodologyLayout(model: model, setting: frame.setting).write(to: &page)
        }
    }
}

/// Lays the page out: numbered sections, and a list of them on top.
struct MethodologyLayout {
    let model: MethodologyModel
    let setting: Setting

    var texts: Phrases { model.texts }

    /// A numbered part of the page.
    private struct Section {
        let id: String
        let title: String
        let write: (_ number: Int, _ page: inout HTMLWriter) -> Void
    }

    private var sections: [Section] {
        var sections = [
            Section(id: "general", title: texts.methodGeneral) { $1.facts(model.general, setting) },
            Section(id: "assumptions", title: texts.methodAssumptions) { assumptions(&$1) },
            Section(id: "elements", title: texts.methodElements) { elements(&$1) },
            Section(id: "rules", title: texts.methodRules) { rules($0, &$1) },
            Section(id: "parameters", title: texts.methodParameters) { parameters(&$1) },
        ]
        if model.plan.bands != nil {
            sections.append(Section(id: "bands", title: texts.methodBands) { bands(&$1) })
        }
        sections += [
            Section(id: "ranking", title: texts.methodRanking) {
                sentences(model.rankingSentences, &$1)
            },
            Section(id: "rounding", title: texts.methodRounding) {
                sentences(model.roundingSentences, &$1)
            },
            Section(id: "hand-in", title: texts.methodHandIn) { handIn(&$1) },
            Section(id: "objections", title: texts.methodObjections) { objections(&$1) },
            Section(id: "sources", title: texts.methodSources) { sources(&$1) },
        ]
        return sections
    }

    func write(to page: inout HTMLWriter) {
        let sections = sections
        contents(sections, &page)
        for (index, section) in sections.enumerated() {
            page.element("section", ["aria-labelledby": section.id]) { page in
                page.element("h2", ["id": section.id], text: "\(index + 1). \(section.title)")
                section.write(index + 1, &page)
            }
            page.line()
        }
    }

    private func contents(_ sections: [Section], _ page: inout HTMLWriter) {
        page.element("nav", ["class": "contents", "aria-labelledby": "contents"]) { page in
            page.element("h2", ["id": "contents"], text: texts.methodContents)
            page.element("ol") { page in
                for section in sections {
                    page.element("li") { page in
                        page.element("a", ["href": "#" + section.id], text: section.title)
                    }
                }
            }
        }
    }

    // MARK: Plain sections

    private func sentences(_ sentences: [Phrase], _ page: inout HTMLWriter) {
        for sentence in sentences { page.element("p") { $0.phrase(sentence, setting) } }
    }

    private func assumptions(_ page: inout HTMLWriter) {
        let assumptions = model.assumptions
        guard !assumptions.isEmpty else {
            return page.element("p", text: texts.methodAssumptionsNone)
        }
        page.element("div", ["class": "rule"]) { page in
            page.element("p", ["class": "not-official"], text: texts.methodAssumptionsSome)
            page.element("ul") { page in
                for assumption in assumptions {
                    page.element("li") { $0.phrase(assumption, setting) }
                }
            }
        }
    }

    private func objections(_ page: inout HTMLWriter) {
        guard let objections = Objections(model.context, issued: nil) else {
            return page.element("p", text: texts.paperObjectionsNone)
        }
        page.facts(objections.facts, setting)
    }

    private func sources(_ page: inout HTMLWriter) {
        let sources = model.sources
        guard !sources.isEmpty else {
            return page.element("p", text: texts.methodSourcesNone)
        }
        for source in sources {
            page.element("section", ["id": Anchor.source(source.key).id, "class": "source"]) { page in
                page.element("h3") { $0.phrase(source.title, setting) }
                page.facts(source.facts, setting)
                if let link = source.link {
                    page.element("p", ["class": "citation"]) { page in
                        page.text(texts.methodLink + ": ")
                        page.outside(link, link)
                    }
                }
            }
        }
    }
}
