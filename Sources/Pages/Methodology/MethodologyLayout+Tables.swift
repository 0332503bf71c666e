internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The tree, the rules and the parameters.
extension MethodologyLayout {
    // MARK: The tree

    func elements(_ page: inout HTMLWriter) {
        let kinds = model.weightedKinds
        let heads =
            kinds.isEmpty
            ? [Phrase(texts.methodWeight)]
            : kinds.map { texts.methodWeightOfKind(kind: .code($0)) }
        let columns =
            [HTMLWriter.Column(Phrase(texts.methodElement))]
            + heads.map { HTMLWriter.Column($0, isNumber: true) } + [
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
                let weight = model.told(model.weight(of: element.node, kind: kind))
                row.cell { $0.phrase(weight, setting) }
            }
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
                page.element("p", ["class": "note"]) { $0.element("code", text: node.id) }
                page.element("div", ["class": "rule"]) {
                    $0.paragraphs(model.rules.rule(of: element.node), setting)
                }
            }
            page.line()
        }
    }

    // MARK: Parameters

    func parameters(_ page: inout HTMLWriter) {
        let parameters = model.rules.parameters
        guard !parameters.isEmpty else {
            return page.element("p", text: texts.methodParametersNone)
        }
        page.table(
            id: "parameters-table", caption: Phrase(texts.methodParametersCaption),
            [
                HTMLWriter.Column(Phrase(texts.methodParameter)),
                HTMLWriter.Column(Phrase(texts.methodUnit)),
                HTMLWriter.Column(Phrase(texts.methodValue)),
                HTMLWriter.Column(Phrase(texts.methodRestsOn)),
            ], setting, rows: parameters
        ) { parameter, row in
            row.head { page in
                page.element("span", ["id": Anchor.parameter(parameter.id).id]) { page in
                    if let title = parameter.title {
                        page.phrase(title, setting)
                        page.text(" ")
                    }
                    page.element("code", text: parameter.id)
                }
                if parameter.assumed != nil {
                    page.text(" ")
                    page.element("span", ["class": "state"], text: texts.methodAssumed)
                }
            }
            row.cell { $0.phrase(parameter.type, setting) }
            row.cell { page in
                for (number, dated) in parameter.values.enumerated() {
                    if number > 0 { page.empty("br") }
                    page.phrase(dated.value, setting)
                }
            }
            row.cell { $0.phrase(basis(of: parameter), setting) }
        }
    }

    /// Its own citations, then those of its values, each once.
    private func basis(of parameter: RuleWording.Parameter) -> Phrase {
        var basis = parameter.basis
        for citation in parameter.values.flatMap(\.basis) where !basis.contains(citation) {
            basis.append(citation)
        }
        return basis.joined(separator: "; ")
    }
}
