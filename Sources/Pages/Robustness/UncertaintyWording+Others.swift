internal import Domain
internal import Evidence
internal import Explanation
package import Locales
internal import Methodology
internal import Robustness
internal import Scoring

/// A body beside others, and in its bands.
extension UncertaintyWording {
    /// So many bodies on each side are neighbours.
    package static let neighboursOnEachSide = 2
    /// So many bodies are named that one cannot be told apart from.
    static let mostNamed = 10

    /// Whom a ranked body cannot be told apart from; `nil` for one that is not ranked.
    package func group(of body: Int, at node: Int) -> Phrase? {
        guard let found = results.nodes[node], found.group(of: body) != nil, !found.isAlone(body)
        else { return nil }
        let alike = found.alike(body)
        guard !alike.isEmpty else { return Phrase(texts.runsApart) }
        var names = alike.prefix(Self.mostNamed).map(wording.bodyName)
        if alike.count > names.count {
            names.append(texts.andMore(number: alike.count - names.count))
        }
        return texts.runsAlike(bodies: alike.count, names: names.joined(separator: texts.semicolon))
    }

    /// In which share of the runs a ranked body lay above each of its neighbours, the first rank
    /// first.
    package func neighbours(
        of body: Int, at node: Int
    ) -> [(body: Int, share: Double, sentence: Phrase)] {
        guard let found = results.nodes[node] else { return [] }
        return found.neighbours(of: body, Self.neighboursOnEachSide).compactMap { other in
            found.uncertainty.probability(of: body, above: other).map { share in
                let sentence = texts.runsAbove(
                    body: wording.bodyName(other), share: .share(share, locale))
                return (other, share, sentence)
            }
        }
    }

    /// In which share of the runs a body was in each band, the greatest share first; only those
    /// in which it ever was, and none where scores of the runs lie on different scales.
    package func bands(
        of body: Int, at node: Int
    ) -> [(id: String, share: Double, sentence: Phrase)] {
        guard results.hasOneScale else { return [] }
        let list = wording.assessment.plan.bands?.list ?? []
        let shares = results.nodes[node]?[body]?.bands ?? []
        let found = zip(list, shares).filter { $1 > 0 }
        return found.sorted { $0.1 > $1.1 }.map { band, share in
            let title = wording.phrase(band.title) ?? .code(band.id)
            return (
                band.id, share,
                texts.runsInBand(band: title, share: .share(share, locale))
            )
        }
    }

    /// Everything that is told of a body at a node, each as a sentence.
    package func sentences(of body: Int, at node: Int) -> [Phrase] {
        let told = [
            rank(of: body, at: node), score(of: body, at: node), bounds(of: body, at: node),
            group(of: body, at: node),
        ]
        let all =
            told.compactMap(\.self) + bands(of: body, at: node).map(\.sentence)
            + neighbours(of: body, at: node).map(\.sentence)
        return all.map(\.asSentence)
    }
}

/// A node as a whole.
extension UncertaintyWording {
    /// How many bodies can be told apart, and whose interval is the widest; `nil` where the node
    /// is not among those that are looked at.
    package func ranking(at node: Int) -> Phrase? {
        guard let found = results.nodes[node] else { return nil }
        let ranked = found.ranked.count
        if ranked == 0 { return Phrase(texts.runsNobodyRanked) }
        if ranked == 1 { return Phrase(texts.runsOneRanked) }
        let groups = found.uncertainty.groups
        let apart = groups.count { $0.count == 1 }
        var told: Phrase
        if apart == ranked {
            told = texts.runsAllApart(bodies: ranked)
        } else if apart == 0 {
            told =
                groups.count == 1
                ? texts.runsNoneApart(bodies: ranked)
                : texts.runsGroups(bodies: ranked, groups: groups.count)
        } else {
            told = texts.runsSomeApart(bodies: ranked, groups: groups.count, apart: apart)
        }
        if let widest = widest(found) { told += widest }
        return labelled(told)
    }

    /// Who has the widest interval; `nil` where no rank ever changes.
    private func widest(_ found: NodeResults) -> Phrase? {
        let widths = found.ranked.compactMap { body in
            found[body]?.ranks.map { (body: body, ranks: $0, width: $0.upper - $0.lower) }
        }
        guard let widest = widths.max(by: { $0.width < $1.width }), widest.width > 0 else {
            return nil
        }
        let (ends, others) = (widest.ranks.outward, widths.count { $0.width == widest.width } - 1)
        let (least, greatest) = (
            ordinal(ends.lower, exact: widest.ranks.lower),
            ordinal(ends.upper, exact: widest.ranks.upper)
        )
        guard others > 0 else {
            let body = widths.first { $0.width == widest.width }?.body ?? widest.body
            return texts.runsWidest(
                body: wording.bodyName(body), least: least, greatest: greatest,
                runs: uncertainty.runs)
        }
        // As ends are: outwards.
        return texts.runsWidestOfSome(
            bodies: others + 1, places: Int(min(widest.width.rounded(.up), 1e15)))
    }
}
