internal import Arithmetic
internal import Methodology

/// What corrections do to the bounds of a score.
extension Scorer {
    /// What a correction makes of an interval; an unknown one widens it by all it could do.
    func moved(
        _ interval: Bounds, _ correction: Node.Correction, _ effect: Effect, _ walk: Walk
    ) throws(Failure) -> Bounds {
        let kind = correction.kind
        switch effect {
        case .none: return interval
        case .amount(let amount):
            return Bounds(
                try apply(kind, amount, interval.lower, walk),
                try apply(kind, amount, interval.upper, walk))
        case .unknown where correction.isNoneWhenUnknown && walk.isFilling: return interval
        case .unknown(_, let reach): return try widened(interval, kind, reach, walk)
        case .open(let reach): return try widened(interval, kind, reach, walk)
        }
    }

    /// An interval by all that a correction could do to it, or not do.
    private func widened(
        _ interval: Bounds, _ kind: Node.Correction.Kind, _ reach: Fixed?, _ walk: Walk
    ) throws(Failure) -> Bounds {
        let (least, greatest) = (walk.scale.lower, walk.scale.upper)
        switch kind {
        case .bonus:
            let upper = try reach.map { (most) throws(Failure) in
                try apply(.bonus, most, interval.upper, walk)
            }
            return Bounds(interval.lower, max(upper ?? greatest, interval.upper))
        case .penalty:
            let lower = try reach.map { (most) throws(Failure) in
                try apply(.penalty, most, interval.lower, walk)
            }
            return Bounds(min(lower ?? least, interval.lower), interval.upper)
        case .cap, .gate: return Bounds(min(reach ?? least, interval.lower), interval.upper)
        case .floor: return Bounds(interval.lower, max(reach ?? greatest, interval.upper))
        }
    }
}
