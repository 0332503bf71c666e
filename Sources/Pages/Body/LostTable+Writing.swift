internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

extension LostTable {
    /// Writes the chart, the table, and where they stand for themselves what elements would bring.
    func write(_ setting: Setting, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        let id = "lost-" + setting.context.assessment.plan.nodes[node].id
        if let waterfall {
            waterfall.write(
                ChartFigure(
                    id: id + "-chart", title: texts.whereThePointsWent,
                    finding: finding, texts), to: &page)
        }
        table(id: id, setting, to: &page)
        for (number, gains) in gains.enumerated() {
            write(gains, id: "\(id)-gains-\(number + 1)", setting, to: &page)
        }
    }

    /// Whether nothing stands beneath the node.
    var isOneLine: Bool { lines.count == 1 && waterfall == nil && gains.isEmpty }

    /// Writes nodes that nothing stands beneath in one table.
    static func write(_ tables: [LostTable], _ setting: Setting, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        page.table(
            id: "lost", caption: Phrase(texts.pointsLost),
            [
                .init(Phrase(texts.measure)), .init(Phrase(texts.score), isNumber: true),
                .init(Phrase(texts.pointsLost), isNumber: true),
            ], setting, rows: tables
        ) { table, cells in
            cells.head { $0.phrase(table.name, setting) }
            cells.cell { page in table.lines[0].score.map { page.outcome($0) } }
            cells.cell { $0.points(table.sum, at: table.place + " lost") }
        }
    }

    private func table(id: String, _ setting: Setting, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        let hasWeights = lines.contains { $0.weight != nil }
        var columns = [HTMLWriter.Column(Phrase(texts.element))]
        if hasWeights { columns.append(.init(Phrase(texts.weight), isNumber: true)) }
        columns.append(.init(Phrase(texts.score), isNumber: true))
        columns.append(.init(Phrase(texts.pointsLost), isNumber: true))
        page.scrolling(id: id) { page in
            page.element("table", ["data-lost": place]) { page in
                page.element("caption", ["id": id]) {
                    $0.phrase(texts.pointsLostOf(name: name.withoutLinks), setting)
                }
                page.headings(columns, setting)
                page.element("tbody") { page in
                    for line in lines {
                        page.row(columns) { write(line, hasWeights, setting, &$0) }
                    }
                }
                page.element("tfoot") { page in
                    page.element("tr") { page in
                        page.element(
                            "th", ["scope": "row", "colspan": String(columns.count - 1)]
                        ) { $0.phrase(total, setting) }
                        page.element("td", ["class": "num"]) { $0.points(sum, isLine: true) }
                    }
                }
            }
        }
    }

    private func write(
        _ line: Line, _ hasWeights: Bool, _ setting: Setting,
        _ cells: inout HTMLWriter.RowWriter
    ) {
        let context = setting.context
        cells.head(depth: line.depth) { $0.phrase(line.cause, setting) }
        if hasWeights {
            cells.cell { page in
                if let weight = line.weight { page.phrase(weight, setting) }
                if let nominal = line.nominal {
                    page.text(" ")
                    page.element("small") {
                        $0.phrase(context.phrases.insteadOf(weight: nominal), setting)
                    }
                }
            }
        }
        cells.cell { page in
            if let score = line.score {
                page.outcome(score, to: line.node.flatMap { setting.link(to: .node($0)) })
            } else if let state = line.state {
                page.state(state, context.wording)
            }
        }
        cells.cell { $0.points(line.points, isLine: line.isLast) }
    }

    private func write(
        _ gains: Gains, id: String, _ setting: Setting, to page: inout HTMLWriter
    ) {
        page.element("p", ["class": "note", "data-lost-not": place]) {
            $0.phrase(gains.sentence, setting)
        }
        guard !gains.lines.isEmpty else { return }
        let texts = setting.context.phrases
        page.table(
            id: id, caption: Phrase(texts.gainsAlone),
            [.init(Phrase(texts.element)), .init(Phrase(texts.wouldBring), isNumber: true)],
            setting, rows: gains.lines
        ) { line, cells in
            cells.head { $0.phrase(line.name, setting) }
            cells.cell { $0.phrase(line.points, setting) }
        }
    }
}

extension HTMLWriter {
    /// Points lost; those of lines that add up to a sum are marked, and the sum.
    fileprivate mutating func points(
        _ points: Phrase, isLine: Bool = false, at place: String? = nil
    ) {
        guard case .figure(let exact, let shown)? = points.parts.first else { return }
        figure(exact, shown, at: place, kind: isLine ? "lost" : nil)
    }
}
