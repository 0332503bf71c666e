internal import Arithmetic
public import Methodology

extension Wording {
    /// What an aggregate is called, as in `weighted mean`.
    public static func name(of kind: Node.Aggregate.Kind) -> String {
        switch kind {
        case .weightedMean: "weighted mean"
        case .weightedSum: "weighted sum"
        case .sum: "sum"
        case .harmonic: "harmonic mean"
        case .geometric: "geometric mean"
        case .power(let exponent, _): "power mean with exponent \(exponent)"
        case .median: "median"
        case .least: "least score"
        case .greatest: "greatest score"
        case .weakest(nil): "weakest grade"
        case .weakest: "weakest grade, with a plus where another is better"
        case .lookup: "grade by table"
        case .kthBest(1): "best score"
        case .kthBest(let position): "\(ordinal(position)) best score"
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
