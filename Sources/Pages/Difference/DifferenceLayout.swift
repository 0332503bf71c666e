internal import Arithmetic
internal import Domain
internal import Explanation
internal import Locales
internal import Methodology

/// Lays the page about a difference out.
struct DifferenceLayout {
    let model: DifferenceModel

    private var texts: Phrases { model.texts }

    func write(to page: inout HTMLWriter) {
        page.element("p", ["class": "finding"]) { page in
            page.unlinked(model.finding)
            if let moves = model.moves {
                page.text(" ")
                page.unlinked(moves)
            }
        }
        page.element("dl", ["class": "facts"]) { page in
            for (name, value) in model.editions { page.pair(name) { $0.unlinked(value) } }
        }
        if let warning = model.warning { page.element("p", ["class": "note"], text: warning) }
        let (topics, impacts) = (model.topics, model.impacts)
        contents(topics, hasImpact: !impacts.isEmpty, &page)
        if !impacts.isEmpty { self.impacts(impacts, &page) }
        for topic in topics { changes(topic, &page) }
    }

    private func contents(
        _ topics: [DifferenceModel.Topic], hasImpact: Bool, _ page: inout HTMLWriter
    ) {
        guard topics.count > 1 || hasImpact else { return }
        page.element("nav", ["class": "contents", "aria-labelledby": "contents"]) { page in
            page.element("h2", ["id": "contents"], text: texts.differenceContents)
            page.element("ul") { page in
                if hasImpact {
                    page.element("li") {
                        $0.element("a", ["href": "#impact"], text: texts.differenceImpact)
                    }
                }
                for topic in topics {
                    page.element("li") {
                        $0.element("a", ["href": "#" + topic.id], text: topic.heading)
                        $0.text(" – " + texts.differenceCount(changes: topic.changes.count).plain)
                    }
                }
            }
        }
    }

    // MARK: Changes

    /// Each change is a body of rows of its own, which its first row names.
    private func changes(_ topic: DifferenceModel.Topic, _ page: inout HTMLWriter) {
        page.element("h2", ["id": topic.id], text: topic.heading)
        scrolling(topic.id, &page) { page in
            page.element("table", ["class": "changes"]) { page in
                page.element("caption", ["class": "visually-hidden"], text: topic.heading)
                headings(
                    [
                        texts.differenceNumber, texts.differenceWhat, texts.differenceBefore,
                        texts.differenceAfter,
                    ], &page)
                for change in topic.changes {
                    page.element("tbody", ["id": "change-\(change.number)"]) { body(change, &$0) }
                }
            }
        }
    }

    private func body(_ change: ToldChange, _ page: inout HTMLWriter) {
        page.element("tr") { page in
            page.element("td", ["class": "num"], text: "\(change.number)")
            page.element("th", ["scope": "rowgroup", "colspan": "3"]) { page in
                page.unlinked(change.subject)
                if !change.aspect.isEmpty {
                    if !change.subject.isEmpty { page.text(" – ") }
                    page.element("span", ["class": "aspect"], text: change.aspect)
                }
            }
        }
        for row in change.rows {
            page.element("tr") { page in
                page.element("td", text: "")
                page.element("td", ["class": "aspect"], text: row.name)
                side(row.old, &page)
                side(row.new, &page)
            }
        }
        for note in change.notes {
            page.element("tr") { page in
                page.element("td", text: "")
                page.element("td", ["colspan": "3", "class": "citation"]) { $0.unlinked(note) }
            }
        }
    }

    private func side(_ text: Phrase?, _ page: inout HTMLWriter) {
        page.element("td") { page in
            if let text {
                page.unlinked(text)
            } else {
                page.element("span", ["class": "note"], text: texts.differenceAbsent)
            }
        }
    }

    // MARK: Who moves

    private func impacts(_ impacts: [ToldImpact], _ page: inout HTMLWriter) {
        page.element("h2", ["id": "impact"], text: texts.differenceImpact)
        page.element("p", ["class": "note"], text: texts.differenceImpactNote)
        for impact in impacts {
            let id = "impact-\(impact.node)-\(impact.period)"
            page.element("h3", ["id": id]) { page in
                page.unlinked(
                    texts.differenceMoved(
                        node: impact.name, period: Phrase(impact.period.description)))
            }
            page.element("p") { $0.unlinked(impact.summary.asSentence) }
            if !impact.kinds.isEmpty {
                page.element("ul") { page in
                    for kind in impact.kinds { page.element("li") { $0.unlinked(kind) } }
                }
            }
            if !impact.movers.isEmpty { movers(impact, id, &page) }
            if !impact.alone.isEmpty { alone(impact, id, &page) }
            if let sentence = impact.notAlone {
                page.element("p", ["class": "note"]) { $0.unlinked(sentence.asSentence) }
            }
        }
    }

    private func movers(_ impact: ToldImpact, _ id: String, _ page: inout HTMLWriter) {
        let shown = impact.movers.prefix(DifferenceModel.mostMovers)
        scrolling(id, &page) { page in
            page.element("table") { page in
                page.element("caption", ["class": "visually-hidden"]) { $0.unlinked(impact.name) }
                headings(
                    [
                        texts.differenceBody, texts.differenceBefore, texts.differenceAfter,
                        texts.differenceMove, texts.differenceRank, texts.differenceBand,
                    ], numbers: [1, 2, 3, 4], &page)
                page.element("tbody") { page in for row in shown { mover(row, &page) } }
            }
        }
        guard shown.count < impact.movers.count else { return }
        page.element("p", ["class": "note"]) { page in
            page.unlinked(
                texts.differenceShowing(shown: shown.count, all: impact.movers.count))
        }
    }

    private func mover(_ row: ToldImpact.Row, _ page: inout HTMLWriter) {
        page.element("tr") { page in
            page.element("th", ["scope": "row"]) { $0.element("bdi") { $0.unlinked(row.name) } }
            for figure in [row.old, row.new] {
                page.element("td", ["class": "num"]) { $0.unlinked(figure ?? "–") }
            }
            page.element("td", ["class": "num"]) { page in
                guard let move = row.move, let exact = row.exact else { return }
                let way = exact.raw > 0 ? "up" : exact.raw < 0 ? "down" : "same"
                page.element("span", ["class": "change \(way)"]) { $0.unlinked(move) }
            }
            let ranks = [row.oldRank, row.newRank].map { $0.map { texts.locale.count($0) } }
            page.element("td", ["class": "num"], text: pair(ranks[0], ranks[1]))
            page.element("td", text: pair(row.oldBand, row.newBand))
        }
    }

    private func pair(_ old: String?, _ new: String?) -> String {
        if old == new { return old ?? "" }
        return "\(old ?? "–") → \(new ?? "–")"
    }

    private func alone(_ impact: ToldImpact, _ id: String, _ page: inout HTMLWriter) {
        page.element("h4", ["id": "alone-" + id], text: texts.differenceAlone)
        scrolling("alone-" + id, &page) { page in
            page.element("table") { page in
                page.element("caption", ["class": "visually-hidden"], text: texts.differenceAlone)
                headings(
                    [
                        texts.differenceChange, texts.differenceGain, texts.differenceLose,
                        texts.differenceLargest, texts.differenceBody,
                    ], numbers: [1, 2, 3], &page)
                page.element("tbody") { page in
                    for step in impact.alone { alone(step, &page) }
                }
            }
        }
    }

    private func alone(_ step: ToldImpact.Alone, _ page: inout HTMLWriter) {
        page.element("tr") { page in
            page.element("th", ["scope": "row"], text: "\(step.number): \(step.title)")
            for count in [step.gain, step.lose] {
                page.element("td", ["class": "num"]) { page in
                    page.figure(String(count), texts.locale.count(count))
                }
            }
            page.element("td", ["class": "num"]) { page in
                if let largest = step.largest { page.unlinked(largest.move) }
            }
            page.element("td") { page in
                guard let largest = step.largest else { return }
                page.element("bdi") { $0.unlinked(largest.body) }
            }
        }
    }

    // MARK: Tables

    private func scrolling(
        _ label: String, _ page: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void
    ) {
        page.element(
            "div",
            ["class": "table-scroll", "role": "region", "tabindex": "0", "aria-labelledby": label],
            content)
    }

    private func headings(
        _ names: [String], numbers: Set<Int> = [], _ page: inout HTMLWriter
    ) {
        page.element("thead") { page in
            page.element("tr") { page in
                for (index, name) in names.enumerated() {
                    page.element(
                        "th", ["scope": "col", "class": numbers.contains(index) ? "num" : nil],
                        text: name)
                }
            }
        }
    }
}
