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

    /// How many reach the best band or grade, or what half of them reach; who has no score.
    var sentence: Phrase {
        guard !order.bodies.isEmpty else { return texts.overviewNobody(name: name) }
        var sentence = main
        if !order.unscored.isEmpty {
            sentence += texts.overviewUnscored(bodies: order.unscored.count)
        }
        return sentence.asSentence
    }

    private var main: Phrase {
        if order.bodies.count == 1, let body = order.bodies.first { return alone(body) }
        if let best = best {
            return texts.overviewReached(
                reached: order.bodies.count { best.isReached(context.unit($0)) },
                bodies: order.bodies.count,
                level: best.title, name: name)
        }
        return half ?? Phrase([])
    }

    private func alone(_ body: Int) -> Phrase {
        texts.overviewAlone(
            body: context.wording.bodyName(body), score: score(at: context.unit(body)), name: name)
    }

    /// The score with its band, as in `60.00 (“Fair”)`.
    private func score(at unit: Int) -> Phrase {
        let score = context.score(of: node, at: unit)?.phrase ?? Phrase([])
        guard let band = context.band(of: node, at: unit) else { return score }
        return texts.scoreAndLevel(score: score, level: band.title)
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
    private var reached: (level: Phrase, count: Int)? {
        best.map { best in
            (best.title, order.bodies.count { best.isReached(context.unit($0)) })
        }
    }

    /// In which of several nodes the greatest share of the bodies that have a score reaches the
    /// best band, and in which the least.
    static func ends(_ context: PageContext, _ orders: [LeagueOrder]) -> Phrase? {
        let shares = orders.compactMap { Share(context, $0) }
        guard shares.count == orders.count, let most = shares.max(),
            let least = shares.min(), least < most
        else { return nil }
        return context.phrases.overviewEnds(
            best: context.wording.nodeName(most.node), most: most.reached, bodies: most.scored,
            level: most.level, worst: context.wording.nodeName(least.node), least: least.reached,
            others: least.scored)
    }

    /// How many of the bodies with a score of a node reach its best band.
    private struct Share: Comparable {
        let node: Int
        let level: Phrase
        let reached: Int
        let scored: Int

        /// The share of a node; `nil` where it has no bands or nobody has a score.
        init?(_ context: PageContext, _ order: LeagueOrder) {
            guard let reached = OverviewFinding(context, order).reached, !order.bodies.isEmpty
            else {
                return nil
            }
            (node, level) = (order.node, reached.level)
            (self.reached, scored) = (reached.count, order.bodies.count)
        }

        /// Whether the share is smaller; both are of few enough bodies to be multiplied.
        static func < (one: Share, other: Share) -> Bool {
            one.reached * other.scored < other.reached * one.scored
        }
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

    /// Who is best and worst, and what changed since the period before, each in a sentence.
    var news: [Phrase] { [places, moves].compactMap { $0?.asSentence } }

    /// Who stands first and who last; `nil` where nothing is ranked, or not all together.
    var places: Phrase? {
        guard order.isRanked, order.populations.count == 1, order.bodies.count > 1,
            let best = order.bodies.first, let worst = order.bodies.last
        else { return nil }
        func rank(_ body: Int) -> Int? { context.assessment.rank(of: node, at: context.unit(body)) }
        let first = texts.overviewLeader(body:score:)
        let last = texts.overviewLast(body:score:)
        let above = order.bodies.prefix { rank($0) == rank(best) }.count
        let below = order.bodies.reversed().prefix { rank($0) == rank(worst) }.count
        let leader = place(best, above, first, texts.overviewLeaders(bodies:score:))
        guard rank(best) != rank(worst) else { return leader }
        return texts.firstAndLast(
            first: leader, last: place(worst, below, last, texts.overviewLasts(bodies:score:)))
    }

    /// A body that stands there alone, or how many do.
    private func place(
        _ body: Int, _ count: Int, _ one: (Phrase, Phrase) -> Phrase,
        _ several: (Int, Phrase) -> Phrase
    ) -> Phrase {
        let score = self.score(at: context.unit(body))
        return count == 1 ? one(context.wording.bodyName(body), score) : several(count, score)
    }

    /// How many scores rose and fell; of a single body what it had before.
    private var moves: Phrase? {
        guard let period = context.report.previous else { return nil }
        let compared = order.bodies.compactMap { body in
            context.move(of: node, at: context.unit(body)).map { (body, $0) }
        }.filter { !$1.isDecided }
        if order.bodies.count == 1, let (body, _) = compared.first {
            let before = context.assessment.unit(body: body, period: period)
            return texts.overviewBefore(period: context.previousPeriod, score: score(at: before))
        }
        // Of a single one among many its row tells.
        guard compared.count > 1 else { return nil }
        let down = compared.count { $1.exact.hasPrefix("-") }
        let same = compared.count { $1.exact == "0" }
        return texts.overviewMoves(
            period: context.previousPeriod, up: compared.count - down - same, down: down,
            same: same, bodies: compared.count)
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
