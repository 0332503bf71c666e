internal import Arithmetic
internal import Methodology

/// The pass mark of a criterion, which is drawn between others.
///
/// It is drawn evenly from where it lies at most so far from its own, and still between the floor
/// and the full mark.
struct PassMark: Sendable {
    /// Its position in ``Settings/passMarks``.
    let index: Int
    /// The criterion's own three knots, the least value first.
    let own: Rule.Thresholds
    /// The least and the greatest value it can have.
    let range: ClosedRange<Double>

    /// Fails where the three lie too near for others between them.
    ///
    /// - Parameters:
    ///   - index: Its position among those that are drawn.
    ///   - own: The criterion's own knots.
    ///   - part: How far it can lie from its own, in parts of the way from floor to full mark.
    init?(index: Int, own: Rule.Thresholds, part: Double) {
        let reach = part * (own.high.value - own.low.value)
        let least = max(own.pass.value - reach, own.low.value.nextUp)
        let greatest = min(own.pass.value + reach, own.high.value.nextDown)
        guard least < greatest else { return nil }
        (self.index, self.own, range) = (index, own, least...greatest)
    }

    /// How values become scores with a pass mark so far from the least to the greatest, from 0 to
    /// below 1.
    func rule(_ place: Double) -> Rule {
        let value = range.lowerBound + (range.upperBound - range.lowerBound) * place
        var changed = own
        // Rounding carries it beyond the greatest by less than can be told.
        changed.pass = Rule.Knot(value: min(value, range.upperBound), score: own.pass.score)
        return .thresholds(changed)
    }
}

extension Compiler {
    /// The knots of a criterion whose pass mark is drawn; `nil` for any other node.
    func marks(_ position: Int) -> Rule.Thresholds? {
        let node = plan.nodes[position]
        guard alternatives.passMarks != nil, node.criterion?.thresholds != nil,
            case .knots(let knots) = node.score, knots.count == 3
        else { return nil }
        return Rule.Thresholds(
            low: Rule.Knot(knots[0]), pass: Rule.Knot(knots[1]), high: Rule.Knot(knots[2]))
    }

    /// What is drawn of a criterion; `nil` where its pass mark stays.
    mutating func passMark(_ position: Int) -> PassMark? {
        guard let part = alternatives.passMarks, let own = marks(position),
            let mark = PassMark(
                index: passMarkCount, own: own,
                part: Double(numerator: part.numerator, denominator: part.denominator))
        else { return nil }
        passMarkCount += 1
        return mark
    }
}
