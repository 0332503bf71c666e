internal import Domain
internal import Locales
internal import Methodology

/// Bands and ranks.
extension RuleWording {
    /// The bands that scores of a node fall into; nothing where it has none.
    func bands(of node: Int) -> [Paragraph] {
        guard let bands = plan.bands, bands.nodes.contains(node) else { return [] }
        var contents: [Paragraph.Content] = [.table(table(of: bands))]
        contents.append(.line(figures(bands.figures), depth: 0))
        if let basis = basis(of: "bands") { contents.append(.line(basis, depth: 0)) }
        return [Paragraph(.bands, phrases.ruleTitleBands, contents)]
    }

    func table(of bands: Plan.Bands) -> PhraseTable {
        var table = PhraseTable([
            PhraseTable.Column(phrases.editionBand),
            PhraseTable.Column(phrases.editionBandRange, isRight: true),
        ])
        for band in bands.list.reversed() {
            table.add([phrase(band.title) ?? .code(band.id), range(band.from, band.below)])
        }
        return table
    }

    /// How a node's scores become ranks; nothing where it is not ranked.
    func ranked(_ node: Int) -> [Paragraph] {
        guard let ranking = plan.ranking, ranking.nodes.contains(node) else { return [] }
        return [Paragraph(.ranking, phrases.ruleTitleRanking, lines: lines(of: ranking))]
    }

    func lines(of ranking: Plan.Ranking) -> [Phrase] {
        let best =
            ranking.best == .highest ? phrases.editionRankedHighest : phrases.editionRankedLowest
        let ties =
            switch ranking.ties {
            case .lowest: phrases.scoreTiesLowest
            case .highest: phrases.scoreTiesHighest
            case .dense: phrases.scoreTiesDense
            }
        let within =
            switch ranking.within {
            case .all: phrases.editionWithinAll
            case .kind: phrases.editionWithinKind
            case .group: phrases.editionWithinGroup
            }
        let lines = [Phrase(best), Phrase(ties), figures(ranking.figures), Phrase(within)]
        return lines + [basis(of: "ranking")].compactMap { $0 }
    }

    /// Whether scores are rounded before they are compared or placed.
    func figures(_ rounded: Plan.Rounded?) -> Phrase {
        rounded.map { phrases.editionFiguresRounded(digits: $0.digits, mode: mode($0.mode)) }
            ?? Phrase(phrases.editionFiguresUnrounded)
    }

    /// What an element of the edition rests on by itself.
    func basis(of kind: String) -> Phrase? {
        restsOn(plan.citedRules.filter { $0.kind == kind && $0.owner == nil }.map(\.citation))
    }
}
