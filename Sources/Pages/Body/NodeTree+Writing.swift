internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

extension NodeTree {
    /// Writes a section for each node, those beneath it within it.
    func write(_ setting: Setting, to page: inout HTMLWriter) {
        page.element("div", ["class": "tree"]) { page in
            Self.write(roots[...], setting, to: &page)
        }
    }

    /// Writes sections, and a table for lines that follow each other.
    fileprivate static func write(
        _ entries: ArraySlice<Entry>, _ setting: Setting, to page: inout HTMLWriter
    ) {
        var rest = entries
        while let first = rest.first {
            let lines = rest.prefix { $0.line != nil }
            if lines.isEmpty {
                first.write(setting, to: &page)
                rest.removeFirst()
            } else {
                NodeLines(lines, setting).write(to: &page)
                rest.removeFirst(lines.count)
            }
        }
    }
}

extension NodeTree.Entry {
    fileprivate func write(_ setting: Setting, to page: inout HTMLWriter) {
        // Browsers open what a link points into, so the place lies within the details.
        page.element("section", ["id": isHeading ? id : nil]) { page in
            if isHeading {
                page.element("p", ["class": "name"]) { $0.phrase(name.withoutLinks, setting) }
            } else {
                page.element("details") { page in
                    page.element("summary") { summary(setting, to: &$0) }
                    page.element("div", ["class": "explanation", "id": id]) {
                        body(setting, to: &$0)
                    }
                }
            }
            page.line()
            NodeTree.write(beneath[...], setting, to: &page)
        }
        page.line()
    }

    /// Title, score or why there is none, band, rank, bounds and points lost, in one line.
    private func summary(_ setting: Setting, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        page.element("span", ["class": "name"]) { $0.phrase(name.withoutLinks, setting) }
        page.text(" ")
        if let score {
            page.element("strong") { $0.outcome(score) }
        } else {
            page.state(state, setting.context.wording)
        }
        if let band {
            page.text(" ")
            page.band(band, setting)
        }
        if let rank {
            page.element("span", ["class": "num"]) { page in
                page.text(texts.rank + " ")
                page.outcome(rank)
            }
        }
        if let bounds {
            page.element("span", ["class": "num"]) { page in
                page.text(texts.canStillBecome + " ")
                page.bounds(bounds, setting)
            }
        }
        if let lost { page.element("span", ["class": "num"]) { $0.phrase(lost, setting) } }
    }

    private func body(_ setting: Setting, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        if let reason { page.element("p") { $0.phrase(reason.asSentence, setting) } }
        if rule.isEmpty {
            let id = setting.context.assessment.plan.nodes[node].id
            page.element("p", ["class": "citation"]) { page in
                page.element(
                    "a", ["href": setting.links.to(.methodology, .node(id))], text: texts.ruleInFull
                )
            }
        } else {
            page.element("div", ["class": "rule"]) { page in
                page.element("p") { $0.element("strong", text: texts.theRule) }
                page.paragraphs(rule, setting)
            }
        }
        page.paragraphs(explanation, setting)
    }
}
