internal import Arithmetic
internal import Diagnostics

extension EditionReader {
    /// `at-mean`, `per-deviation` and the rest of a z-score.
    mutating func zScore(_ object: Object, _ scale: Node.Scale) -> Node.Comparison.Kind? {
        guard arithmetic == .double else {
            reader.fail(
                "score.needs-double", object.place,
                "z-score needs a square root, and the edition counts in exact decimals",
                help: "Write arithmetic: double in the edition, or compare by min-max or rank")
            return nil
        }
        let deviation = reader.need(
            object, "deviation", in: "z-score",
            help: "Write sample (over n - 1) or population (over n)"
        ).flatMap { reader.word($0, "deviation", Node.Comparison.ZScore.Deviation.self) }
        let atMean = points(object, "at-mean", scale, help: "Say which score the mean earns")
        let perDeviation = reader.need(
            object, "per-deviation", in: "z-score",
            help: "Say how many points one standard deviation is"
        ).flatMap { positive($0) }
        guard let limits = limits(object, scale), let deviation, let atMean, let perDeviation
        else { return nil }
        return .zScore(
            Node.Comparison.ZScore(
                deviation: deviation, atMean: atMean, perDeviation: perDeviation,
                floor: limits.floor, cap: limits.cap,
                ends: Node.Scale(
                    least: limits.floor ?? scale.least, greatest: limits.cap ?? scale.greatest)))
    }

    /// The least and the greatest score of a rule, where it names them; `nil` for faulty ones.
    mutating func limits(
        _ object: Object, _ scale: Node.Scale
    ) -> (floor: Fixed?, cap: Fixed?)? {
        let floor = object["floor"].flatMap { edge($0, "the floor", scale) }
        let cap = object["cap"].flatMap { edge($0, "the cap", scale) }
        guard checkLimits(floor, cap, at: object.place),
            (floor != nil) == object.has("floor"), (cap != nil) == object.has("cap")
        else { return nil }
        return (floor, cap)
    }

    private mutating func points(
        _ object: Object, _ key: String, _ scale: Node.Scale, help: String
    ) -> Fixed? {
        reader.need(object, key, in: "z-score", help: help).flatMap { edge($0, key, scale) }
    }

    private mutating func edge(_ yaml: YAML, _ what: String, _ scale: Node.Scale) -> Fixed? {
        guard let edge = reader.plain(yaml, what),
            isWithin(scale, edge, "score.scale", at: yaml.place)
        else { return nil }
        return edge
    }

    mutating func positive(_ yaml: YAML) -> Fixed? {
        guard let points = reader.plain(yaml, "per-deviation") else { return nil }
        if .zero < points { return points }
        reader.fail(
            "score.deviation", yaml.place, "a standard deviation is \(points) points",
            help: "Write a number above 0; better: says the direction")
        return nil
    }
}
