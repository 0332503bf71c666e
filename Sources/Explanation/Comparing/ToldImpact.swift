public import Arithmetic
public import Domain
public import Locales
internal import Methodology

/// What a new edition moves of one node in one period, as a page tells it.
public struct ToldImpact: Sendable {
    /// The id of the node.
    public let node: String
    /// The node's title with its id.
    public let name: Phrase
    /// The period.
    public let period: Period
    /// How many gain, lose, and change band or rank.
    public let summary: Phrase
    /// The same by kind of body, each as a sentence; none where there is one kind.
    public let kinds: [Phrase]
    /// Those that move, the largest moves first.
    public let movers: [Row]
    /// What each change alone does, for those that do something.
    public let alone: [Alone]
    /// Which changes were not made alone; `nil` when all were.
    public let notAlone: Phrase?

    /// A body that moves.
    public struct Row: Sendable {
        /// Its id.
        public let body: String
        /// Its title, or its id.
        public let name: Phrase
        /// Score, grade or state before and now; `nil` where an edition has no such node.
        public let (old, new): (Phrase?, Phrase?)
        /// With its sign; `nil` where one of the scores is absent.
        public let move: Phrase?
        /// The same exactly; below 0 for a loss.
        public let exact: Fixed?
        /// The ranks before and now.
        public let (oldRank, newRank): (Int?, Int?)
        /// The titles of the bands before and now.
        public let (oldBand, newBand): (String?, String?)
    }

    /// What one change does alone.
    public struct Alone: Sendable {
        /// As in `change 5`.
        public let number: String
        /// What the change is.
        public let title: String
        /// How many gain by it, and how many lose.
        public let (gain, lose): (Int, Int)
        /// The largest move, and the title of the body that it moves; `nil` where none has one.
        public let largest: (move: Phrase, body: Phrase)?
    }
}

extension ImpactWording {
    /// What moves in a period, for each node that is compared.
    public func told(_ period: Period) -> [ToldImpact] {
        impact.nodes.map { node in
            let movers = impact.movers.filter { $0.node == node && $0.period == period }
            return ToldImpact(
                node: node, name: Phrase(self.node(node)), period: period,
                summary: movers.isEmpty
                    ? Phrase(phrases.impactNobodyMoves)
                    : summarised(movers, period).joined(separator: ", "),
                kinds: movers.isEmpty ? [] : ofKinds(node, period), movers: movers.map(row),
                alone: alone(movers),
                notAlone: steps.rest.isEmpty || movers.isEmpty ? nil : notAloneSentence)
        }
    }

    private func row(_ mover: Impact.Mover) -> ToldImpact.Row {
        let isGrade = mover.old?.grade != nil || mover.new?.grade != nil
        return ToldImpact.Row(
            body: mover.body, name: name(mover.body), old: mover.old.map(told),
            new: mover.new.map(told), move: mover.move.map { signed($0, isGrade) },
            exact: mover.move, oldRank: mover.old?.rank, newRank: mover.new?.rank,
            oldBand: mover.old?.band.map { band($0, isNew: false) },
            newBand: mover.new?.band.map { band($0, isNew: true) })
    }

    private func name(_ body: String) -> Phrase {
        bodies[body].flatMap { difference.text($0) } ?? Phrase(body)
    }

    private func told(_ figure: Impact.Figure) -> Phrase {
        guard figure.grade == nil, let score = figure.score else {
            return Phrase(self.figure(figure))
        }
        return .figure(exact: score.description, shown: phrases.locale.decimal(text(score)))
    }

    private func signed(_ move: Fixed, _ isGrade: Bool) -> Phrase {
        let shown = phrases.locale.decimal(text(move, isGrade: isGrade))
        return .figure(exact: move.description, shown: (move.raw > 0 ? "+" : "") + shown)
    }

    private func alone(_ movers: [Impact.Mover]) -> [ToldImpact.Alone] {
        let days = alone(phrases.impactTheDays, phrases.impactDays, movers, movers.map(\.days))
        return [days].compactMap { $0 }
            + steps.all.indices.compactMap { step in
                alone(numbers(of: step), title(of: step), movers, movers.map { $0.alone[step] })
            }
    }

    private func alone(
        _ number: String, _ title: String, _ movers: [Impact.Mover], _ moves: [Fixed?]
    ) -> ToldImpact.Alone? {
        let known = zip(movers, moves).compactMap { mover, move in
            move.map { (mover: mover, move: $0) }
        }.filter { $0.move != .zero }
        guard let largest = known.max(by: { $0.move.raw.magnitude < $1.move.raw.magnitude })
        else { return nil }
        let isGrade = largest.mover.new?.grade != nil
        return ToldImpact.Alone(
            number: number, title: title, gain: known.count { $0.move.raw > 0 },
            lose: known.count { $0.move.raw < 0 },
            largest: (signed(largest.move, isGrade), name(largest.mover.body)))
    }
}
