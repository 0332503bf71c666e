internal import Domain
internal import Locales
internal import Methodology

/// Where plans are looked at beside what came of them.
extension RuleWording {
    /// What each check of effort finds, and on what that rests; nothing where there is none.
    var effort: [Paragraph] {
        guard !plan.effort.isEmpty else { return [] }
        let contents = plan.effort.flatMap { check -> [Paragraph.Content] in
            [.line(line(of: check), depth: 0)] + details(of: check).map { .line($0, depth: 1) }
        }
        let rest: Paragraph.Content = .line(Phrase(phrases.handedChecksScore), depth: 0)
        return [Paragraph(.checks, phrases.effortTitle, contents + [rest])]
    }

    private func line(of check: Plan.EffortCheck) -> Phrase {
        phrases.effortBeside(
            name: phrase(check.title) ?? .code(check.id), plan: name(check.plan, of: check),
            actual: name(check.actual, of: check))
    }

    private func details(of check: Plan.EffortCheck) -> [Phrase] {
        let better =
            switch check.better {
            case .higher: Phrase(phrases.effortHigher)
            case .lower: Phrase(phrases.effortLower)
            case .field(let field, _, _): phrases.effortBetter(field: name(field, of: check))
            }
        let revised = check.revision.map {
            phrases.effortRevised(field: name($0.field, of: check), days: $0.days)
        }
        let row = check.periods.map { phrases.effortRow(periods: $0) }
        let assumed = check.isAssumed ? Phrase(phrases.effortAssumed) : nil
        return [better, revised, row, restsOn(check.basis), assumed].compactMap { $0 }
    }

    /// A field of the check's table, or an input.
    private func name(_ position: Int, of check: Plan.EffortCheck) -> Phrase {
        let fields = check.table.map { plan.schema.tables[$0].fields } ?? plan.schema.inputs
        return quoted(phrase(fields[position].title) ?? .code(fields[position].id))
    }
}
