internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The bodies of a period without a score of one node, for one reason.
struct WithoutScore {
    let state: State
    /// Why; `nil` where nothing is told.
    let reason: Phrase?
    let bodies: [Int]

    /// So many bodies are named for one reason.
    static let mostNamed = 20

    /// Those without a score, by outcome and reason, in the order of the bodies' file.
    static func groups(_ order: LeagueOrder, _ context: PageContext) -> [WithoutScore] {
        struct Key: Hashable {
            let state: State
            let reason: Phrase?
        }
        var keys: [Key] = []
        var bodies: [Key: [Int]] = [:]
        for body in order.unscored {
            let unit = context.unit(body)
            guard let state = context.assessment.columns[order.node]?.states[unit] else { continue }
            let reason = context.wording.reasonPhrase(of: order.node, at: unit)
            let key = Key(state: state, reason: reason)
            if bodies[key] == nil { keys.append(key) }
            bodies[key, default: []].append(body)
        }
        return State.allCases.flatMap { state in
            keys.filter { $0.state == state }.map { key in
                WithoutScore(state: state, reason: key.reason, bodies: bodies[key] ?? [])
            }
        }
    }

    /// Their names, each with the bounds of what its score would be where it has some.
    func names(of node: Int, _ context: PageContext) -> Phrase {
        let texts = context.phrases
        var names = bodies.prefix(Self.mostNamed).map { body in
            let name = context.wording.bodyName(body)
            guard let bounds = context.bounds(of: node, at: context.unit(body)) else { return name }
            return texts.withinBounds(
                body: name, lower: bounds.lower.phrase, upper: bounds.upper.phrase)
        }
        let left = bodies.count - names.count
        if left > 0 { names.append(texts.andMore(number: left)) }
        return names.joined(separator: "; ")
    }

    /// Writes them as a table.
    static func write(
        _ groups: [WithoutScore], of node: Int, _ setting: Setting, to page: inout HTMLWriter
    ) {
        let context = setting.context
        let texts = context.phrases
        let id = "without-" + context.assessment.plan.nodes[node].id
        let caption = texts.leagueOf(name: context.wording.nodeName(node), period: context.period)
        let columns: [HTMLWriter.Column] = [
            .init(Phrase(texts.outcome)), .init(Phrase(texts.howMany), isNumber: true),
            .init(Phrase(texts.why)), .init(Phrase(texts.who)),
        ]
        page.table(id: id, caption: caption, columns, setting, rows: groups) { group, cells in
            cells.head { $0.state(group.state, context.wording) }
            cells.cell { $0.count(group.bodies.count, context.locale) }
            cells.cell { page in
                page.phrase(group.reason ?? Phrase(texts.noReason), setting)
            }
            cells.cell { $0.phrase(group.names(of: node, context), setting) }
        }
    }
}

extension HTMLWriter {
    /// A whole number.
    mutating func count(_ number: Int, _ locale: Locale) {
        figure(String(number), locale.count(number))
    }
}
