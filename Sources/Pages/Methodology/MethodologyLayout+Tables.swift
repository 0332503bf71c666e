internal import Domain
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The tree, the rules and the figures.
extension MethodologyLayout {
    // MARK: The tree

    func elements(_ page: inout HTMLWriter) {
        let kinds = model.weightedKinds
        let heads = kinds.isEmpty ? [Phrase(texts.methodWeight)] : kinds.map { kind in
            texts.methodWeightOfKind(kind: Phrase(kind))
        }
        let columns =
            [
                HTMLWriter.Column(Phrase(texts.methodElement)),
            ] + heads.map { HTMLWriter.Column($0, isNumber: true) } + [
                HTMLWriter.Column(Phrase(texts.methodUnit)),
                HTMLWriter.Column(Phrase(texts.methodScores), isNumber: true),
                HTMLWriter.Column(Phrase(texts.methodRestsOn)),
            ]
        page.table(
            id: "elements-table", caption: Phrase(texts.methodElementsCaption), columns, setting,
            rows: model.elements
        ) { element, row in
            row.head(depth: element.depth) { page in
                page.text(element.number + " ")
                page.phrase(element.name, setting)
            }
            for kind in heads.indices {
                row.cell { $0.phrase(model.told(model.weight(of: element.node, kind: kind)), setting) }
            }
            row.cell(element.unit ?? "")
            row.cell { page in if let scores = element.scores { page.phrase(scores, setting) } }
            row.cell { $0.phrase(element.basis, setting) }
        }
    }

    // MARK: The rules

    func rules(_ number: Int, _ page: inout HTMLWriter) {
        for element in model.elements {
            let node = model.plan.nodes[element.node]
            page.element("section", ["id": Anchor.node(node.id).id, "class": "rule-of"]) { page in
                page.element("h3") { page in
                    page.text("\(number).\(element.number) ")
                    page.phrase(element.name.withoutLinks, setting)
                }
                page.facts(model.facts(of: element), setting)
                page.element("div", ["class": "rule"]) {
                    $0.paragraphs(model.rules.rule(of: element.node), setting)
                }
            }
            page.line()
        }
    }

    // MARK: Figures

    func parameters(_ page: inout HTMLWriter) {
        let rows = model.parameters
        guard !rows.isEmpty else {
            return page.element("p", text: texts.methodParametersNone)
        }
        page.table(
            id: "parameters-table", caption: Phrase(texts.methodParametersCaption),
            [
                HTMLWriter.Column(Phrase(texts.methodParameter)),
                HTMLWriter.Column(Phrase(texts.methodValue), isNumber: true),
                HTMLWriter.Column(Phrase(texts.methodUnit)),
                HTMLWriter.Column(Phrase(texts.methodSince)),
                HTMLWriter.Column(Phrase(texts.methodRestsOn)),
            ], setting, rows: rows
        ) { parameter, row in
            row.head { page in
                guard let name = parameter.name else { return }
                let id = model.plan.parameters[parameter.parameter].id
                page.element("span", ["id": Anchor.parameter(id).id]) { $0.phrase(name, setting) }
                if parameter.isAssumed {
                    page.text(" ")
                    page.element("span", ["class": "state"], text: texts.methodAssumed)
                }
            }
            row.cell { $0.phrase(parameter.value, setting) }
            row.cell(parameter.unit)
            row.cell { $0.phrase(parameter.since, setting) }
            row.cell { $0.phrase(parameter.basis, setting) }
        }
    }

    func bands(_ page: inout HTMLWriter) {
        for sentence in model.bandSentences { page.element("p") { $0.phrase(sentence, setting) } }
        page.table(
            id: "bands-table", caption: Phrase(texts.methodBands),
            [
                HTMLWriter.Column(Phrase(texts.methodBand)),
                HTMLWriter.Column(Phrase(texts.methodBandFrom), isNumber: true),
                HTMLWriter.Column(Phrase(texts.methodBandBelow), isNumber: true),
            ], setting, rows: model.bands
        ) { band, row in
            row.head { $0.phrase(band.name, setting) }
            row.cell { $0.phrase(band.from, setting) }
            row.cell { $0.phrase(band.below, setting) }
        }
    }
}
