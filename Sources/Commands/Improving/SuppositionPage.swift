internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Pages
internal import Scoring

/// What becomes of everyone, for people: what is supposed, who it was done for, everyone else.
struct SuppositionPage {
    let made: MadeSupposition

    private var plan: Plan { made.whatIf.before.plan }

    func write(to page: inout Page) {
        let identity = plan.identity
        let title = made.before.text(identity.title).map { "\($0) (\(identity.name))" }
        page.line("\(title ?? identity.name), \(made.period)", .heading)
        page.line("Supposed: nothing of this is official, and no evidence is changed", .warning)
        supposed(to: &page)
        apparatus(to: &page)
        for moved in made.changed.prefix(Self.mostBodies) {
            page.line()
            MovedBody(made: made, moved: moved).write(to: &page)
        }
        more(made.changed.count - Self.mostBodies, to: &page)
        for body in made.unmoved {
            page.line()
            page.line("\(made.name(body)): nothing of it moves", .heading)
        }
        others(to: &page)
        // An explanation ends with what it rests on.
        guard made.explained == nil else { return explained(to: &page) }
        page.line()
        page.line("Edition   sha256 \(identity.hash)", .faint)
        page.line("Evidence  sha256 \(made.whatIf.before.evidence.hash), as it is", .faint)
    }

    /// So many bodies are told of one by one, and so many in the table of everyone else.
    private static let (mostBodies, mostOthers) = (10, 20)
    /// So many values are listed.
    private static let mostValues = 40

    private func more(_ count: Int, to page: inout Page) {
        guard count > 0 else { return }
        page.line()
        page.line("and \(Words.counted(count, "body")) more; --format csv lists all")
    }

    // MARK: What is supposed

    private func supposed(to page: inout Page) {
        let subjects = Subjects(assessment: made.whatIf.before)
        page.line()
        page.line("What is supposed", .heading)
        var table = TextTable([
            "body": .left, "value": .left, "now": .right, "then": .right, "by": .left,
        ])
        let changed = made.suppositions.changed
        for change in changed.prefix(Self.mostValues) {
            table.add([
                made.id(made.whatIf.before.body(of: change.unit)),
                subjects.name(change.subject, made.before), change.before.told(made.before),
                change.after.told(made.before) + (change.isHeld ? " (held)" : ""),
                change.by.joined(separator: ", "),
            ])
        }
        if table.isEmpty {
            page.line("  Every value is already what it would become")
        } else {
            page.table(table, indent: 2)
        }
        if changed.count > Self.mostValues {
            page.line(
                "  and \(Words.counted(changed.count - Self.mostValues, "value")) more; "
                    + "--format json lists all")
        }
        if changed.contains(where: \.isHeld) {
            page.line("  Held: more than that the input cannot be")
        }
        for (id, bodies) in made.suppositions.without {
            page.line(
                "  \(id): no value, and so nothing changes, in "
                    + Words.some(bodies.map(made.id)))
        }
    }

    // MARK: The apparatus

    func apparatus(to page: inout Page) {
        guard let before = made.verdictsBefore, let after = made.verdictsAfter,
            let was = before.diagnosis.apparatus, let now = after.diagnosis.apparatus
        else { return }
        page.line()
        let words = [before.verdict(on: was, nil), after.verdict(on: now, nil)]
            .map { $0.written(made.before.locale) }
        let told = after.verdict(now.verdict).written(made.before.locale)
        page.line(
            Words.sentence(words[0])
                + (words[0] == words[1] ? ", as it is now" : " → \(told)"), .heading)
        var table = TextTable([
            "stage": .left, before.weightName.written(made.before.locale): .left, "bodies": .left,
        ])
        for (position, (was, now)) in zip(was.stages, now.stages).enumerated()
        where was.weight != now.weight || was.attained != now.attained {
            let weights = [(was.weight, before), (now.weight, after)].map { weight, words in
                weight.map { words.percent($0).written(made.before.locale) } ?? "–"
            }
            table.add([
                before.stage(position).written(made.before.locale),
                weights.joined(separator: " → "), "\(was.attained) → \(now.attained)",
            ])
        }
        if !table.isEmpty { page.table(table, indent: 2) }
    }

    // MARK: Everyone else

    private func others(to page: inout Page) {
        page.line()
        guard !made.others.isEmpty else {
            page.line("Nobody else is moved")
            return
        }
        page.line("Everyone else who is moved", .heading)
        let columns: [(heading: String, side: TextTable.Side)] = [("body", .left), ("id", .left)]
        let verdict = plan.stages == nil ? [] : [(heading: "verdict", side: TextTable.Side.left)]
        var table = TextTable(columns + MovedBody.columns(plan) + verdict)
        var (rows, count) = ([[String]](), 0)
        for moved in made.others {
            let own = MovedBody(made: made, moved: moved)
            for row in own.rows {
                count += 1
                guard rows.count < Self.mostOthers else { continue }
                rows.append(
                    [made.before.body(moved.body), made.id(moved.body)] + row
                        + (plan.stages == nil ? [] : [own.verdict ?? ""]))
            }
        }
        for row in rows { table.add(row) }
        page.table(table, indent: 2)
        if count > rows.count {
            page.line(
                "  and \(Words.counted(count - rows.count, "outcome")) more; --format csv lists all"
            )
        }
    }

    // MARK: One figure explained

    private func explained(to page: inout Page) {
        guard let explained = made.explained else { return }
        page.line()
        page.line("As it would be", .heading)
        made.explanation(explained).write(to: &page)
    }
}
