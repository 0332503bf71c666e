internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Scoring

/// What a path changes, before and after: of a body node by node, of the apparatus body by body.
struct MoveTables {
    let told: ImprovementTelling
    let path: ReportedImprovement.FoundStep

    /// So many rows are listed.
    static let most = 200

    private var texts: Phrases { told.texts }
    private var setting: Setting { told.setting }

    /// Writes the goal's figure, then the table.
    func write(to page: inout HTMLWriter) {
        page.element("dl", ["class": "facts"]) { page in
            for fact in facts { page.pair(fact.name) { $0.phrase(fact.value, setting) } }
        }
        switch path.goal {
        case .apparatus, .mostStaff: bodies(to: &page)
        case .band(let body, _, _), .score(let body, _, _), .stage(let body, _),
            .best(let body, _), .bestStage(let body, _):
            nodes(of: body, to: &page)
        }
    }

    private var facts: [Fact] {
        var facts = [
            Fact(name: figureName, value: told.words.change(path.from, path.to, of: path.goal))
        ]
        switch path.goal {
        case .apparatus, .mostStaff:
            if let moved = path.moves.apparatus {
                facts.append(verdict(moved.before.verdict, moved.after.verdict))
            }
        case .stage(let body, _), .bestStage(let body, _):
            let own = path.moves.bodies.first { $0.body == body }
            if let verdicts = own?.verdicts {
                facts.append(verdict(verdicts.before, verdicts.after))
            }
        default: break
        }
        return facts
    }

    private func verdict(_ before: Verdict, _ after: Verdict) -> Fact {
        Fact(
            name: texts.verdictWord,
            value: told.verdict(before) + " → " + told.verdict(after))
    }

    /// What the goal's figure is called.
    private var figureName: String {
        switch path.goal {
        case .stage(_, let stage), .bestStage(_, let stage):
            texts.cellsMeanOfStage(stage: told.words.stage(stage)).plain
        case .apparatus(let stage), .mostStaff(let stage):
            texts.shareInStage(input: told.words.weightName, stage: told.words.stage(stage)).plain
        case .band(_, let node, _), .score(_, let node, _), .best(_, let node):
            told.context.wording.nodeName(node).plain
        }
    }

    // MARK: Nodes of a body

    private func nodes(of body: Int, to page: inout HTMLWriter) {
        guard let own = path.moves.bodies.first(where: { $0.body == body }), !own.nodes.isEmpty
        else { return }
        some(Self.most, of: own.nodes.count, to: &page)
        page.table(
            id: "moved-nodes", caption: Phrase(texts.scoresBeforeAfter),
            [
                .init(Phrase(texts.element)), .init(Phrase(texts.beforeHead), isNumber: true),
                .init(Phrase(texts.afterHead), isNumber: true),
            ], setting, rows: own.nodes.prefix(Self.most)
        ) { moved, cells in
            cells.head { $0.phrase(name(moved.node), setting) }
            cells.cell { page in score(moved.before, of: moved.node, to: &page) }
            cells.cell { page in score(moved.after, of: moved.node, to: &page) }
        }
        let others = path.moves.bodies.count { $0.body != body }
        guard others > 0 else { return }
        page.element("p") { page in
            page.phrase(texts.othersMoveToo(bodies: others).asSentence, setting)
        }
    }

    private func name(_ node: Int) -> Phrase {
        guard let stages = told.words.stages else { return told.context.wording.nodeName(node) }
        return told.plan.nodes[node].criterion == nil ? stages.cell(node) : stages.criterion(node)
    }

    private func score(_ score: Fixed?, of node: Int, to page: inout HTMLWriter) {
        guard let score else { return page.text("–") }
        page.phrase(told.context.phrase(score, of: node), setting)
    }

    // MARK: Bodies

    private func bodies(to page: inout HTMLWriter) {
        let moved = path.moves.bodies.filter { body in
            body.verdicts.map { $0.before.phrases != $0.after.phrases } ?? false
        }
        let rest = path.moves.bodies.count - moved.count
        some(Self.most, of: moved.count, to: &page)
        if !moved.isEmpty {
            page.table(
                id: "moved-bodies", caption: Phrase(texts.verdictsBeforeAfter),
                [
                    .init(Phrase(texts.body)), .init(Phrase(texts.beforeHead)),
                    .init(Phrase(texts.afterHead)),
                ], setting, rows: moved.prefix(Self.most)
            ) { body, cells in
                cells.head { $0.phrase(told.context.wording.bodyName(body.body), setting) }
                cells.cell { $0.phrase(told.verdict(body.verdicts?.before), setting) }
                cells.cell { $0.phrase(told.verdict(body.verdicts?.after), setting) }
            }
        }
        guard rest > 0 else { return }
        page.element("p") { page in
            page.phrase(texts.moveWithoutVerdict(bodies: rest).asSentence, setting)
        }
    }

    private func some(_ shown: Int, of all: Int, to page: inout HTMLWriter) {
        guard all > shown else { return }
        page.element("p", ["class": "note"]) {
            $0.phrase(texts.showingSome(shown: shown, all: all), setting)
        }
    }
}
