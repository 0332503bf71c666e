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

        init(
            _ id: String, _ title: String,
            _ write: @escaping (_ number: Int, _ page: inout HTMLWriter) -> Void
        ) {
            self.id = id
            self.title = title
            self.write = write
        }
    }

    private var sections: [Section] {
        var sections = [
            Section("general", texts.methodGeneral) { general(&$1) },
            Section("assumptions", texts.methodAssumptions) { assumptions(&$1) },
            Section("elements", texts.methodElements) { elements(&$1) },
            Section("rules", texts.methodRules) { rules($0, &$1) },
            Section("parameters", texts.methodParameters) { parameters(&$1) },
        ]
        let told: [(String, String, Paragraph.Topic)] = [
            ("bands", texts.methodBands, .bands), ("ranking", texts.methodRanking, .ranking),
        ]
        for (id, title, topic) in told where !model.paragraphs(topic).isEmpty {
            sections.append(
                Section(id, title) { $1.paragraphs(model.paragraphs(topic), setting) })
        }
        return sections + [
            Section("hand-in", texts.methodHandIn) {
                $1.paragraphs(model.rules.handIn(), setting)
            },
            Section("objections", texts.methodObjections) { objections(&$1) },
            Section("sources", texts.methodSources) { sources(&$1) },
        ]
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

    private func general(_ page: inout HTMLWriter) {
        page.paragraphs(model.general, setting)
        page.facts(
            [Fact(name: texts.methodHash, value: .code(model.plan.identity.hash))], setting)
    }

    private func assumptions(_ page: inout HTMLWriter) {
        page.element("div", ["class": model.hasAssumptions ? "rule" : nil]) {
            $0.paragraphs(model.paragraphs(.assumptions), setting)
        }
    }

    private func objections(_ page: inout HTMLWriter) {
        let paragraphs = model.paragraphs(.objections)
        guard !paragraphs.isEmpty else {
            return page.element("p", text: texts.paperObjectionsNone)
        }
        page.paragraphs(paragraphs, setting)
    }
}
