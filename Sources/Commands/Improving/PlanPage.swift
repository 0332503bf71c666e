internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Scoring

/// A plan for people: what came of it first, then measures, results, owners, and what else moved.
struct PlanPage {
    let followed: FollowedPlan

    private var plan: ImprovementPlan { followed.plan }
    private var words: PlanWords { PlanWords(followed: followed) }

    /// So many rows of a table are told.
    private static let most = 40

    func write(to page: inout Page) {
        let identity = followed.assessment.plan.identity
        let title = followed.wording.text(identity.title).map { "\($0) (\(identity.name))" }
        page.line("\(title ?? identity.name), planned from \(plan.since)", .heading)
        page.line(finding, .heading)
        page.line(
            "  Expected is what the measures were to bring then; gained is what the scores are more "
                + "now. That both go together claims no cause.")
        if followed.body != nil {
            page.line("  Points and costs of measures and owners are those of all bodies together.")
        }
        measures(to: &page)
        results(to: &page)
        owners(to: &page)
        values(to: &page)
        beside(to: &page)
        page.line()
        page.line("Edition   sha256 \(identity.hash)", .faint)
        page.line("Evidence  sha256 \(followed.assessment.evidence.hash)", .faint)
    }

    private var finding: String {
        let items = followed.items
        let cost = Words.counted(items.count, "measure")
        let whose = followed.body.map { " for \(followed.name($0))" } ?? ""
        guard let now = plan.now else {
            return
                "\(Words.sentence(cost))\(whose): no later period is scored yet, so nothing can be "
                + "compared"
        }
        let due = items.count { $0.standing == .due }
        let start = "\(cost)\(whose), \(due) due by \(now): "
        // Cells stand side by side, so that none of them tells of all.
        let isRanked = followed.assessment.plan.ranking != nil
        guard let head = followed.results.first, isRanked else {
            return start + told("the scores they act on were", followed.leaves.compactMap(\.points))
        }
        let of = followed.results.filter { $0.node == head.node }
        let bodies = Words.counted(of.count, "body")
        return start
            + told("\(followed.nodeName(head.node)) of \(bodies) was", of.compactMap(\.points))
    }

    private func told(_ what: String, _ points: [ImprovementPlan.Points]) -> String {
        guard !points.isEmpty else { return "nothing was expected of any score" }
        let gained = points.compactMap(\.gained)
        return "\(what) to gain "
            + words.points(Self.sum(points.map(\.due))) + " and gained "
            + (gained.isEmpty ? "what is not known" : words.points(Self.sum(gained)))
    }

    private static func sum(_ parts: [BigFraction]) -> BigFraction {
        parts.reduce(BigFraction(Fixed.zero)) { sum, part in (try? sum.adding(part)) ?? sum }
    }

    // MARK: Tables

    private func measures(to page: inout Page) {
        page.line()
        page.line("Measures", .heading)
        var table = TextTable([
            "id": .left, "measure": .left, "owner": .left, "due": .left, "standing": .left,
            "cost": .right, "expected": .right, "of it due": .right, "gained": .right,
        ])
        for item in followed.items.prefix(Self.most) {
            let title = followed.title(item.measure)
            table.add([
                item.measure.id, title == item.measure.id ? "" : title, followed.owner(item.owner),
                item.due.description, words.standing(item),
                "\(item.measure.cost) \(item.measure.currency)",
                words.points(item.points.expected), words.points(item.points.due),
                words.gained(item.points),
            ])
        }
        page.table(table, indent: 2)
        more(followed.items.count, "measure", to: &page)
        page.line("  Points of the scores of the criteria or indicators that a measure acts on.")
    }

    private func results(to page: inout Page) {
        let results = followed.results
        guard !results.isEmpty else { return }
        page.line()
        page.line("What comes of it", .heading)
        var table = TextTable([
            "body": .left, "node": .left, "then": .right, "expected": .right, "now": .right,
            "to gain": .right, "gained": .right, "otherwise": .right,
        ])
        for result in results.prefix(Self.most) {
            table.add([
                followed.id(result.body), followed.nodeName(result.node),
                words.score(result.before), words.score(result.due), words.now(result.now),
                words.points(result.points?.due), result.points.map(words.gained) ?? "",
                words.points(result.beside),
            ])
        }
        page.table(table, indent: 2)
        more(results.count, "result", to: &page)
        page.line(
            "  Expected: with what is due by now. Otherwise: what moved without a measure, or only "
                + "together.")
    }

    private func owners(to page: inout Page) {
        guard followed.body == nil, plan.owners.count > 1 else { return }
        page.line()
        page.line("By who answers", .heading)
        var table = TextTable([
            "owner": .left, "measures": .right, "cost": .right, "expected": .right,
            "of it due": .right, "gained": .right,
        ])
        for owner in plan.owners.prefix(Self.most) {
            table.add([
                owner.owner == nil ? "nobody is named" : followed.owner(owner.owner),
                String(owner.items.count), owner.cost.description,
                words.points(owner.points.expected), words.points(owner.points.due),
                words.gained(owner.points),
            ])
        }
        page.table(table, indent: 2)
        more(plan.owners.count, "owner", to: &page)
    }

    private func values(to page: inout Page) {
        let values = followed.values
        guard !values.isEmpty else { return }
        let subjects = Subjects(assessment: followed.assessment)
        page.line()
        page.line("Values", .heading)
        var table = TextTable([
            "body": .left, "value": .left, "then": .right, "expected": .right, "now": .right,
        ])
        for value in values.prefix(Self.most) {
            table.add([
                followed.id(value.body), subjects.name(value.subject, followed.wording),
                value.before.told(followed.wording), value.due.told(followed.wording),
                words.now(value.now),
            ])
        }
        page.table(table, indent: 2)
        more(values.count, "value", to: &page)
    }

    private func beside(to page: inout Page) {
        let beside = followed.beside
        guard !beside.isEmpty else { return }
        page.line()
        page.line("What moved without a measure", .heading)
        var table = TextTable(["body": .left, "node": .left, "then": .right, "now": .right])
        for leaf in beside.prefix(Self.most) {
            table.add([
                followed.id(leaf.body), followed.nodeName(leaf.node), words.score(leaf.before),
                words.now(leaf.now),
            ])
        }
        page.table(table, indent: 2)
        more(beside.count, "score", to: &page)
    }

    private func more(_ count: Int, _ word: String, to page: inout Page) {
        guard count > Self.most else { return }
        page.line("  and \(Words.counted(count - Self.most, word)) more; --format json lists all")
    }
}
