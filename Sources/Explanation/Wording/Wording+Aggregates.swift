internal import Arithmetic
internal import Locales
public import Methodology

extension Wording {
    /// What an aggregate is called, as in `weighted mean`.
    public func kindName(of kind: Node.Aggregate.Kind) -> String {
        switch kind {
        case .weightedMean: phrases.weightedMean
        case .weightedSum: phrases.weightedSum
        case .sum: phrases.plainSum
        case .harmonic: phrases.harmonicMean
        case .geometric: phrases.geometricMean
        case .power(let exponent, _):
            phrases.powerMean(exponent: figure(exponent)).written(locale)
        case .median: phrases.medianScore
        case .least: phrases.leastScore
        case .greatest: phrases.greatestScore
        case .copeland: phrases.copelandScore
        case .weakest(nil): phrases.weakestGrade
        case .weakest: phrases.weakestGradeWithPlus
        case .lookup: phrases.gradeByTable
        case .kthBest(1): phrases.bestScore
        case .kthBest(let position):
            phrases.kthBestScore(
                position: Phrase(locale == .english ? Self.ordinal(position) : String(position))
            ).plain
        }
    }

    /// As in `2nd`.
    private static func ordinal(_ number: Int) -> String {
        let isTeen = (11...13).contains(number % 100)
        let ending =
            switch number % 10 {
            case 1 where !isTeen: "st"
            case 2 where !isTeen: "nd"
            case 3 where !isTeen: "rd"
            default: "th"
            }
        return "\(number)\(ending)"
    }
}
