internal import Arithmetic
internal import Domain
internal import Locales
internal import Methodology

extension ImpactWording {
    /// How many gain, lose, and change band or rank in a period, each as a piece of a sentence.
    func summarised(_ movers: [Impact.Mover], _ period: Period) -> [Phrase] {
        let up = movers.count { $0.move.map { $0.raw > 0 } ?? false }
        let down = movers.count { $0.move.map { $0.raw < 0 } ?? false }
        let band = movers.count { $0.old?.band != $0.new?.band }
        let rank = movers.count { $0.old?.rank != $0.new?.rank }
        let state = movers.count { $0.old?.state != $0.new?.state }
        var words = [
            phrases.impactGain(up: up, bodies: impact.bodies(in: period)),
            phrases.impactLose(down: down),
        ]
        if state > 0 { words.append(phrases.impactTurn(bodies: state)) }
        if movers.contains(where: { ($0.old?.band ?? $0.new?.band) != nil }) {
            words.append(phrases.impactChangeBand(bodies: band))
        }
        if movers.contains(where: { ($0.old?.rank ?? $0.new?.rank) != nil }) {
            words.append(phrases.impactChangeRank(bodies: rank))
        }
        return words
    }

    /// So many numbers of changes that were not made alone are named.
    private static let mostNamed = 12

    /// Which changes were not made alone.
    var notAloneSentence: Phrase {
        let named = steps.rest.prefix(Self.mostNamed).map(difference.number(of:))
        let numbers = Phrase(named.joined(separator: ", "))
        let others = steps.rest.count - named.count
        return others > 0
            ? phrases.impactNotAloneAndMore(numbers: numbers, others: others)
            : phrases.impactNotAlone(numbers: numbers)
    }
}
