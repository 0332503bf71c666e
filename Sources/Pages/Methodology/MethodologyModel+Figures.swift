internal import Arithmetic
internal import Domain
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// Parameters, bands, ranks, rounding and sources.
extension MethodologyModel {
    /// A value of a parameter, with the day from which it holds.
    struct ParameterRow {
        let parameter: Int
        /// Of the first value alone.
        let name: Phrase?
        let value: Phrase
        let unit: String
        let since: Phrase
        let basis: Phrase
        let isAssumed: Bool
    }

    /// One row for each dated value.
    var parameters: [ParameterRow] {
        plan.parameters.indices.flatMap { position -> [ParameterRow] in
            let parameter = plan.parameters[position]
            let title = wording.phrase(parameter.title)
            let name: Phrase =
                title.map { "\($0) (\(Phrase.code(parameter.id)))" } ?? .code(parameter.id)
            return parameter.values.enumerated().map { index, dated in
                ParameterRow(
                    parameter: position, name: index == 0 ? name : nil,
                    value: dated.value.map(number) ?? Phrase(texts.methodNotKnown),
                    unit: parameter.type.description,
                    since: dated.from.map(date) ?? Phrase(texts.methodAlwaysHeld),
                    basis: citations(
                        parameter.basis + dated.basis.filter { !parameter.basis.contains($0) }),
                    isAssumed: parameter.isAssumed)
            }
        }
    }

    private func number(_ value: Fraction) -> Phrase {
        .figure(exact: value.description, shown: context.locale.decimal(value.description))
    }

    // MARK: Bands and ranks

    /// A range of scores.
    struct BandRow {
        let name: Phrase
        let from: Phrase
        let below: Phrase
    }

    /// Highest first, as people read them.
    var bands: [BandRow] {
        (plan.bands?.list ?? []).reversed().map { band in
            BandRow(
                name: wording.phrase(band.title) ?? Phrase(band.id),
                from: band.from.map(context.plain) ?? "", below: band.below.map(context.plain) ?? "")
        }
    }

    /// What is given a band, and how scores are placed.
    var bandSentences: [Phrase] {
        guard let bands = plan.bands else { return [] }
        return [
            texts.methodBandsOf(nodes: names(bands.nodes)),
            bands.figures.map { texts.methodBandsRounded(rounding: rounding($0)) }
                ?? Phrase(texts.methodBandsUnrounded),
        ]
    }

    var rankingSentences: [Phrase] {
        guard let ranking = plan.ranking else { return [Phrase(texts.methodRankingNone)] }
        let best =
            switch ranking.best {
            case .highest: texts.methodBestHighest
            case .lowest: texts.methodBestLowest
            }
        let ties =
            switch ranking.ties {
            case .lowest: texts.methodTiesLowest
            case .highest: texts.methodTiesHighest
            case .dense: texts.methodTiesDense
            }
        let within =
            switch ranking.within {
            case .all: texts.methodWithinAll
            case .kind: texts.methodWithinKind
            case .group: texts.methodWithinGroup
            }
        return [
            texts.methodRanked(nodes: names(ranking.nodes)), Phrase(best), Phrase(ties),
            Phrase(within),
            ranking.figures.map { texts.methodFiguresRounded(rounding: rounding($0)) }
                ?? Phrase(texts.methodFiguresUnrounded),
        ]
    }

    // MARK: Rounding

    /// Which nodes are rounded alike, and how figures are shown.
    var roundingSentences: [Phrase] {
        var groups: [(rounding: Plan.Rounded, nodes: [Int])] = []
        for (position, node) in plan.nodes.enumerated() {
            guard let rounding = node.rounding else { continue }
            if let group = groups.firstIndex(where: { $0.rounding == rounding }) {
                groups[group].nodes.append(position)
            } else {
                groups.append((rounding, [position]))
            }
        }
        let sentences = groups.map { group in
            texts.methodRounded(
                nodes: names(group.nodes), rounding: rounding(group.rounding))
        }
        return (sentences.isEmpty ? [Phrase(texts.methodRoundingNone)] : sentences)
            + [texts.methodShown(rounding: rounding(plan.display))]
    }

    /// As in `to 2 digits after the point, halves away from zero`.
    private func rounding(_ rounded: Plan.Rounded) -> Phrase {
        let mode =
            switch rounded.mode {
            case .halfUp: texts.methodHalfUp
            case .halfEven: texts.methodHalfEven
            case .halfDown: texts.methodHalfDown
            case .up: texts.methodUp
            case .down: texts.methodDown
            case .nearestCandidate: texts.methodNearestCandidate
            }
        return texts.methodToDigits(digits: rounded.digits, mode: Phrase(mode))
    }

    // MARK: Sources

    /// A source that rules cite.
    struct SourceRow {
        let key: String
        let title: Phrase
        let link: String?
        let facts: [Fact]
    }

    /// By the day of the act, then by key.
    var sources: [SourceRow] {
        plan.sources.sorted { first, second in
            let days = (first.value.date?.number ?? .max, second.value.date?.number ?? .max)
            return days.0 == days.1
                ? first.key.utf8.lexicographicallyPrecedes(second.key.utf8) : days.0 < days.1
        }.map { key, source in
            let facts: [(String, Phrase?)] = [
                (texts.methodId, .code(key)),
                (texts.methodPublisher, source.publisher.map { Phrase($0) }),
                (texts.methodDate, source.date.map(date)),
                (texts.methodLastChecked, source.lastChecked.map(date)),
            ]
            return SourceRow(
                key: key, title: wording.phrase(source.title) ?? Phrase(key), link: source.link,
                facts: facts.compactMap { name, value in
                    value.map { Fact(name: name, value: $0) }
                })
        }
    }
}
