internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// What a table of bodies says, in a sentence.
struct OverviewFinding {
    private let context: PageContext
    private let order: LeagueOrder

    /// The finding of one node.
    init(_ context: PageContext, _ order: LeagueOrder) {
        self.context = context
        self.order = order
    }

    private var texts: Phrases { context.phrases }
    private var node: Int { order.node }
    private var name: Phrase { context.wording.nodeName(node) }
    private var all: Int { order.bodies.count + order.unscored.count }

    /// How many reach the best band or grade, or what half of them reach; who has no score.
    var sentence: Phrase {
        guard !order.bodies.isEmpty else { return texts.overviewNobody(name: name) }
        var sentence = main
        if !order.unscored.isEmpty { sentence += texts.overviewUnscored(bodies: order.unscored.count) }
        return sentence.asSentence
    }

    private var main: Phrase {
        if all == 1, let body = order.bodies.first { return alone(body) }
        if let best = best {
            return texts.overviewReached(
                reached: order.bodies.count { best.isReached(context.unit($0)) }, bodies: all,
                level: best.title, name: name)
        }
        return half ?? Phrase([])
    }

    private func alone(_ body: Int) -> Phrase {
        let unit = context.unit(body)
        let score = context.score(of: node, at: unit)?.phrase ?? Phrase([])
        return texts.overviewAlone(body: context.wording.bodyName(body), score: score, name: name)
    }

    /// The best band or grade.
    private var best: (title: Phrase, isReached: (Int) -> Bool)? {
        let assessment = context.assessment
        if let grades = assessment.plan.nodes[node].grades, let top = grades.order.last {
            return (.code(top), { assessment.grade(of: node, at: $0) == top })
        }
        guard let bands = assessment.plan.bands, bands.nodes.contains(node),
            let band = isLowestBest ? bands.list.first : bands.list.last
        else { return nil }
        return (context.bandTitle(band), { assessment.band(of: node, at: $0) == band })
    }

    private var isLowestBest: Bool { context.assessment.plan.ranking?.best == .lowest }

    /// The best band or grade and how many reach it; `nil` where there is none.
    var reached: (level: Phrase, count: Int)? {
        best.map { best in
            (best.title, order.bodies.count { best.isReached(context.unit($0)) })
        }
    }

    /// In which of several nodes most bodies reach the best band, and in which fewest.
    static func ends(_ context: PageContext, _ orders: [LeagueOrder]) -> Phrase? {
        let counts = orders.compactMap { order in
            OverviewFinding(context, order).reached.map { (order.node, $0.level, $0.count) }
        }
        guard counts.count == orders.count, let most = counts.max(by: { $0.2 < $1.2 }),
            let least = counts.min(by: { $0.2 < $1.2 }), most.2 > least.2
        else { return nil }
        return context.phrases.overviewEnds(
            best: context.wording.nodeName(most.0), most: most.2,
            bodies: context.assessment.evidence.bodies.count, level: most.1,
            worst: context.wording.nodeName(least.0), least: least.2)
    }

    /// What half of the bodies with a score reach.
    private var half: Phrase? {
        guard let median = context.report.medians.all(node) else { return nil }
        let figure = context.phrase(median, of: node)
        let scored = order.bodies.count
        return isLowestBest
            ? texts.overviewHalfOrLess(bodies: scored, median: figure, name: name)
            : texts.overviewHalfOrMore(bodies: scored, median: figure, name: name)
    }

    /// What the spread of the scores is, in a sentence; `nil` where nobody has one.
    var spread: Phrase? {
        guard let half, order.bodies.count > 1 else { return nil }
        let column = context.assessment.columns[node]
        let scores = order.bodies.compactMap { column?.score(at: context.unit($0)) }
        guard let least = scores.min(), let greatest = scores.max() else { return nil }
        let ends = texts.overviewSpread(
            least: context.phrase(least, of: node), greatest: context.phrase(greatest, of: node))
        return (half + ends).asSentence
    }

    /// Who stands first, in a sentence; `nil` where nothing is ranked, or several do.
    var leader: Phrase? {
        let first = order.populations.flatMap { population in
            order.bodies[population.range].filter {
                context.assessment.rank(of: node, at: context.unit($0)) == 1
            }
        }
        guard first.count == 1, let body = first.first, order.bodies.count > 1,
            let score = context.score(of: node, at: context.unit(body))
        else { return nil }
        return texts.overviewLeader(body: context.wording.bodyName(body), score: score.phrase)
            .asSentence
    }

    /// How many can still change, in a sentence; `nil` for none.
    var open: Phrase? {
        let count = order.bodies.count { context.bounds(of: node, at: context.unit($0)) != nil }
        return count == 0 ? nil : texts.overviewOpen(bodies: count).asSentence
    }
}

extension Phrase {
    /// Adds another phrase.
    static func += (phrase: inout Phrase, other: Phrase) { phrase.append(other) }
}
