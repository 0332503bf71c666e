internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Pages
internal import Scoring

/// A path for people: the finding first, then what is done, what comes of it, and how sure that is.
struct PathPage {
    let found: FoundPath

    private var words: ImprovementWording { found.words }

    func write(to page: inout Page) {
        let identity = found.assessment.plan.identity
        let title = found.wording.text(identity.title).map { "\($0) (\(identity.name))" }
        page.line("\(title ?? identity.name), \(found.period)", .heading)
        page.line(found.told(words.finding(found.result, found.goal)), .heading)
        if let path = found.path { page.line("  " + found.told(words.proof(path))) }
        if let day = found.lastDay, !found.chosen.isEmpty {
            page.line("  The last effect of it comes on \(day).")
        }
        asked(to: &page)
        page.line("  " + found.told(words.supposed))
        measures(to: &page)
        switch found.result {
        case .path(let path): after(path, to: &page)
        case .impossible(let shortfall): lacking(shortfall, to: &page)
        case .already: break
        }
        following(to: &page)
        margins(to: &page)
        frontier(to: &page)
        if found.isBrief {
            page.line()
            page.line(
                "Among so many bodies and measures nothing more was looked for; --frontier also tells "
                    + "the curve of cost, what would be next and how much measures may change.")
        }
        leftOut(to: &page)
        page.line()
        page.line("Edition   sha256 \(identity.hash)", .faint)
        page.line("Evidence  sha256 \(found.assessment.evidence.hash)", .faint)
    }

    /// What was asked besides the goal.
    private func asked(to page: inout Page) {
        var parts: [String] = []
        if let budget = found.asked.budget {
            parts.append("a budget of \(found.text(words.money(budget)))")
        }
        if let by = found.asked.by { parts.append("effects by \(by)") }
        guard !parts.isEmpty else { return }
        let free = found.asked.budget == .zero ? ", so measures that cost nothing" : ""
        page.line("  Asked: \(parts.joined(separator: ", "))\(free).")
    }

    // MARK: Measures

    private func measures(to page: inout Page) {
        guard let path = found.path, !path.chosen.isEmpty else { return }
        page.line()
        page.line("Measures", .heading)
        let points = MeasurePoints(found).points
        var table = TextTable([
            "id": .left, "measure": .left, "cost": .right, "owner": .left, "effect on": .left,
            "gain": .right, "what it changes": .left,
        ])
        for (position, choice) in zip(path.chosen, found.chosen) {
            let title = found.text(words.measure(position))
            table.add([
                choice.measure.id, title == choice.measure.id ? "" : title,
                found.text(words.money(choice.measure.cost)),
                words.owner(choice.measure.owner).map(found.text) ?? "",
                choice.effective.description,
                points[position].map { found.text(words.gain($0, of: found.goal)) } ?? "",
                changes(choice),
            ])
        }
        page.table(table, indent: 2)
        for (id, bodies) in ChosenMeasures(path.chosen, found.catalogue).withoutValue {
            page.line(
                "  \(id): no value, and so nothing changes, in " + Words.some(bodies.map(found.id)))
        }
        if path.chosen.contains(where: { points[$0] != nil }) {
            page.line("  Gain: what is lost if this one alone is left out.")
        }
    }

    /// As in `Complete files: +5; Merit: to 85`; of several bodies, how many.
    private func changes(_ choice: Catalogue.Choice) -> String {
        var told: [(text: String, units: Set<Int>)] = []
        for action in choice.actions {
            let text = found.text(words.effect(action))
            if let index = told.firstIndex(where: { $0.text == text }) {
                told[index].units.insert(action.unit)
            } else {
                told.append((text, [action.unit]))
            }
        }
        let parts = told.map { text, units -> String in
            let bodies = units.map { found.assessment.body(of: $0) }.sorted()
            if let only = bodies.first, bodies.count == 1 {
                return only == found.body ? text : "\(text) (\(found.id(only)))"
            }
            return "\(text) (\(Words.counted(bodies.count, "body")))"
        }
        return Words.some(parts, atMost: 4, separator: "; ")
    }

    // MARK: Before and after

    private func after(_ path: Path, to page: inout Page) {
        guard !path.chosen.isEmpty else { return }
        page.line()
        page.line("Before and after", .heading)
        page.line("  " + found.text(words.change(path.from, path.to, of: found.goal)))
        let made = MadeSupposition(
            found.question, path.after, Suppositions(of: path, found.catalogue),
            language: found.wording.spoken.asked)
        if let body = found.body {
            if let moved = path.after.moved.first(where: { $0.body == body }) {
                MovedBody(made: made, moved: moved).write(to: &page)
            }
        } else {
            SuppositionPage(made: made).apparatus(to: &page)
        }
        let others = path.after.moved.count { $0.body != found.body }
        guard others > 0 else { return }
        let who = Words.counted(others, found.body == nil ? "body" : "other body")
        page.line("  \(who) \(others == 1 ? "is" : "are") moved by it; what-if tells of each.")
    }

    private func lacking(_ shortfall: Shortfall, to page: inout Page) {
        for lines in words.shortfall(shortfall, hasDay: found.asked.by != nil) {
            page.line()
            if let title = lines.title { page.line(Words.sentence(found.text(title)), .heading) }
            for line in lines.lines { page.line("  - " + found.told(line)) }
        }
    }

    // MARK: Beside it

    private func following(to page: inout Page) {
        guard !found.following.isEmpty else { return }
        page.line()
        page.line("What would bring most for its cost after that", .heading)
        for (number, next) in found.following.enumerated() {
            page.line("  \(number + 1). \(found.told(words.next(next, found.goal)))")
        }
    }

    private func margins(to page: inout Page) {
        guard !found.margins.isEmpty else { return }
        page.line()
        page.line("How much a measure may change before the path does", .heading)
        for margin in found.margins {
            let id = found.catalogue.measures[margin.measure].measure.id
            page.line("  \(id): " + found.told(words.margin(margin)))
        }
    }

    private func frontier(to page: inout Page) {
        let points = found.frontier.points
        guard points.count > 1 else { return }
        page.line()
        page.line("Cost against result", .heading)
        var table = TextTable([
            "cost": .right, FrontierFigure.heading(found.goal): .right, "": .left,
            "measures": .left,
        ])
        let own = found.path.flatMap { path in
            points.contains { $0.chosen == path.chosen } ? nil : path
        }
        var isToldOwn = false
        for point in points {
            if let own, !isToldOwn, own.cost < point.cost {
                isToldOwn = true
                row(own, to: &table)
            }
            table.add([
                found.text(words.money(point.cost)),
                found.text(words.figure(point.reached, of: found.goal)),
                FrontierFigure.step(point, found),
                ids(point.chosen) + (point.chosen == found.path?.chosen ? " (this path)" : "")
                    + (point.isProven ? "" : " (not proven optimal)"),
            ])
        }
        if let own, !isToldOwn { row(own, to: &table) }
        page.table(table, indent: 2)
        if found.frontier.isSampled {
            page.line("  There are points between these; --frontier tells more of them.")
        }
    }

    /// The path itself, where it is none of the points.
    private func row(_ path: Path, to table: inout TextTable) {
        table.add([
            found.text(words.money(path.cost)),
            path.to.map { found.text(words.figure($0, of: found.goal)) } ?? "", "",
            ids(path.chosen) + " (this path)",
        ])
    }

    private func ids(_ positions: [Int]) -> String {
        Words.some(positions.map { found.catalogue.measures[$0].measure.id }, atMost: 6)
    }

    // MARK: Measures that cannot be chosen

    /// So many are named.
    private static let mostLeftOut = 12

    /// Those that come too late or lack another one by one, the others by their ids.
    private func leftOut(to page: inout Page) {
        let left = found.catalogue.leftOut
        guard !left.isEmpty else { return }
        page.line()
        page.line("Measures that cannot be chosen", .heading)
        let single = left.filter { $0.reason != .past && $0.reason != .withoutValue }
        for (measure, reason) in single.prefix(Self.mostLeftOut) {
            page.line("  \(measure.id): " + found.told(words.leftOut(id: measure.id, reason)))
        }
        if single.count > Self.mostLeftOut {
            page.line(
                "  and \(Words.counted(single.count - Self.mostLeftOut, "measure")) more; "
                    + "--format json lists all")
        }
        together(left, .past, "ended within the period, so that their effect is known", to: &page)
        together(left, .withoutValue, "change nothing that has a value here", to: &page)
    }

    private func together(
        _ left: [(measure: Measure, reason: Catalogue.Reason)], _ reason: Catalogue.Reason,
        _ what: String, to page: inout Page
    ) {
        let ids = left.filter { $0.reason == reason }.map(\.measure.id)
        guard !ids.isEmpty else { return }
        page.line("  \(Words.sentence(what)): \(Words.some(ids))")
    }
}
