internal import Arithmetic
public import Domain
internal import Locales
internal import Methodology

/// A piece of a text: lines, or a table.
public enum TextBlock: Sendable {
    case heading(String)
    case line(String)
    case table(TextTable)
}

extension ImpactWording {
    /// So many movers are listed, and so many of them with what moves them.
    private static let (mostMovers, mostDerived) = (20, 5)
    /// So many of those who move the other way, where the first ones all move one way.
    private static let mostOfOtherWay = 2

    /// What moves in a period: for each node who moves, what moves them, and what each change does.
    public func blocks(_ period: Period) -> [TextBlock] {
        let still = impact.nodes.filter { node in
            !impact.movers.contains { $0.node == node && $0.period == period }
        }
        let names = still.map(node).joined(separator: "; ")
        let nobody: [TextBlock] =
            still.isEmpty
            ? [] : [.heading("\(names), \(period)"), .line("  " + phrases.impactNobodyMoves)]
        return moved(period) + nobody
    }

    /// The nodes in which somebody moves.
    private func moved(_ period: Period) -> [TextBlock] {
        impact.nodes.flatMap { node -> [TextBlock] in
            let movers = impact.movers.filter { $0.node == node && $0.period == period }
            guard !movers.isEmpty else { return [] }
            let heading = TextBlock.heading("\(self.node(node)), \(period)")
            let hidden = movers.count - min(movers.count, Self.mostMovers)
            let shown = Array(movers.prefix(Self.mostMovers))
            let more =
                hidden == 0
                ? [] : [TextBlock.line("  " + phrases.impactMoreInCsv(hidden: hidden).plain)]
            let kinds = ofKinds(node, period).map { TextBlock.line("    " + $0.plain) }
            return [heading, .line("  " + summary(movers, period))] + kinds + [.table(table(shown))]
                + more
                + changes(movers) + derivations(Self.derived(movers))
        }
    }

    /// Those that move most; where all of them move one way, the first of the other way as well.
    private static func derived(_ movers: [Impact.Mover]) -> [Impact.Mover] {
        let first = movers.prefix(mostDerived)
        let ways = Set(first.compactMap { $0.move.map { $0.raw.signum() } }.filter { $0 != 0 })
        guard ways.count == 1, let way = ways.first else { return Array(first) }
        let other = movers.dropFirst(mostDerived).filter { $0.move?.raw.signum() == -way }
        return Array(first + other.prefix(mostOfOtherWay))
    }

    private func summary(_ movers: [Impact.Mover], _ period: Period) -> String {
        summarised(movers, period).map(\.plain).joined(separator: ", ")
    }

    private func table(_ movers: [Impact.Mover]) -> TextTable {
        var table = TextTable([
            ("  " + phrases.impactBody, .left), (phrases.impactBefore, .right),
            (phrases.impactNow, .right), (phrases.impactMove, .right), (phrases.impactRank, .left),
            (phrases.impactBand, .left),
        ])
        for mover in movers {
            table.add([
                "  " + body(mover.body), figure(mover.old), figure(mover.new),
                printed(mover).map { signed($0.move, isGrade: isGraded(mover)) } ?? "",
                pair(mover.old?.rank.map(String.init), mover.new?.rank.map(String.init)),
                pair(
                    mover.old?.band.map { band($0, isNew: false) },
                    mover.new?.band.map { band($0, isNew: true) }),
            ])
        }
        return table
    }

    private func isGraded(_ mover: Impact.Mover) -> Bool {
        mover.old?.grade != nil || mover.new?.grade != nil
    }

    private func pair(_ old: String?, _ new: String?) -> String {
        switch (old, new) {
        case (nil, nil): ""
        case (let old, let new): old == new ? old ?? "" : "\(old ?? "–") → \(new ?? "–")"
        }
    }

    // MARK: Each change alone

    private func changes(_ movers: [Impact.Mover]) -> [TextBlock] {
        var table = TextTable([
            ("  " + phrases.impactEachAlone, .left), ("", .left),
            (phrases.impactGainHeading, .right), (phrases.impactLoseHeading, .right),
            (phrases.impactLargest, .right), (phrases.impactLargestOf, .left), (" ", .left),
        ])
        func add(_ number: String, _ title: String, _ moves: [Fixed?], _ turned: Int) {
            let known = zip(movers, moves).compactMap { mover, move in
                move.map { (body: mover.body, move: $0) }
            }.filter { $0.move != .zero }
            guard !known.isEmpty || turned > 0 else { return }
            let largest = known.max { $0.move.raw.magnitude < $1.move.raw.magnitude }
            table.add([
                "  " + number, title, "\(known.count { $0.move.raw > 0 })",
                "\(known.count { $0.move.raw < 0 })",
                largest.map { signed($0.move, isGrade: movers.allSatisfy(isGraded)) } ?? "",
                largest?.body ?? "",
                turned == 0 ? "" : phrases.impactTurn(bodies: turned).plain,
            ])
        }
        add(phrases.impactTheDays, phrases.impactDays, movers.map(\.days), 0)
        for step in steps.all.indices {
            let turned = movers.count { turns($0, step) }
            add(numbers(of: step), title(of: step), movers.map { $0.alone[step] }, turned)
        }
        return (table.isEmpty ? [] : [.line(""), .table(table)]) + notAlone
    }

    /// Whether a step alone takes a body its score, or gives it one.
    private func turns(_ mover: Impact.Mover, _ step: Int) -> Bool {
        guard let figure = mover.steps[step], let start = mover.start else { return false }
        return figure.state != start.state
    }

    private var notAlone: [TextBlock] {
        guard !steps.rest.isEmpty else { return [] }
        return [.line("  " + notAloneSentence.plain)]
    }

    private func derivations(_ movers: [Impact.Mover]) -> [TextBlock] {
        movers.flatMap { mover -> [TextBlock] in
            let steps = steps.all.indices
            let head = "  \(body(mover.body)): \(figure(mover.old)) → \(figure(mover.new))"
            let titles = steps.map { "\(numbers(of: $0)), \(title(of: $0))" }
            var table = TextTable(["": .left, "": .right])
            for step in steps where turns(mover, step) {
                table.add(["    " + titles[step], figure(mover.steps[step])])
            }
            guard let (move, parts) = printed(mover) else {
                return [.line(""), .line(head)] + (table.isEmpty ? [] : [.table(table)])
            }
            let names =
                ["\(phrases.impactTheDays), \(phrases.impactDays)"] + titles
                + [phrases.impactOnlyTogether]
            for (name, part) in zip(names, parts) where part != .zero {
                table.add(["    " + name, signed(part, isGrade: isGraded(mover))])
            }
            // Whose rank alone is another has nothing to be derived.
            guard move != .zero || !table.isEmpty else { return [] }
            let moved = signed(move, isGrade: isGraded(mover))
            let there = scoresThere(mover).map { TextBlock.line("    " + $0) }
            return [.line(""), .line("\(head), \(moved)"), .table(table)] + there
        }
    }
}
