internal import Arithmetic
internal import Diagnostics
internal import Expressions

/// What is done with values far from the others before a score is made of them.
extension EditionReader {
    /// More points than any method draws in.
    private static let mostPoints = 1_000

    mutating func readTreatment(_ object: Object, _ content: Node.Content) -> Node.Treatment? {
        guard let yaml = object["treat"], let treat = reader.object(yaml, .treat) else {
            return nil
        }
        switch content {
        case .formula, .aggregate: break
        // What is wrong with the value, or at a heading, is told there.
        case .heading: return nil
        case .ladder, .checklist:
            reader.fail(
                "treat.place", yaml.place, "treat changes a value, and the node has conditions",
                help: "Leave it out: what conditions earn is a score already")
            return nil
        }
        guard arithmetic == .double else {
            reader.fail(
                "treat.needs-double", yaml.place,
                "treat needs roots and logarithms, and the edition counts in exact decimals",
                help: "Write arithmetic: double in the edition, or hold the values with floor and "
                    + "cap")
            return nil
        }
        let reach = reach(treat, "treat")
        let limits = limits(treat)
        guard treat.has("winsorise") || treat.has("otherwise") else {
            reader.fail(
                "treat.nothing", yaml.place, "treat does not say what is done",
                help: "Write winsorise: {at-most: 5}, otherwise: log, or both")
            return nil
        }
        let atMost = treat["winsorise"].flatMap { mostDrawnIn($0) }
        let otherwise = treat["otherwise"].flatMap {
            reader.word($0, "otherwise", Node.Treatment.Transform.self)
        }
        guard let reach, let limits, (atMost != nil) == treat.has("winsorise"),
            (otherwise != nil) == treat.has("otherwise")
        else { return nil }
        return Node.Treatment(
            reach: reach, skewness: limits.skewness, kurtosis: limits.kurtosis, atMost: atMost,
            otherwise: otherwise)
    }

    private mutating func limits(_ treat: Object) -> (skewness: Fixed, kurtosis: Fixed)? {
        guard
            let yaml = reader.need(
                treat, "when", in: "treat",
                help: "Say which series is treated, as in when: {skewness: 2, kurtosis: 3.5}"),
            let when = reader.object(yaml, .treatWhen)
        else { return nil }
        let skewness = limit(when, "skewness")
        let kurtosis = limit(when, "kurtosis")
        return skewness.flatMap { skewness in kurtosis.map { (skewness, $0) } }
    }

    private mutating func limit(_ when: Object, _ key: String) -> Fixed? {
        guard
            let yaml = reader.need(
                when, key, in: "treat when",
                help: "Write both, as in {skewness: 2, kurtosis: 3.5}"),
            let limit = reader.plain(yaml, "the \(key)")
        else { return nil }
        guard limit < .zero else { return limit }
        reader.fail(
            "treat.range", yaml.place, "the \(key) is \(limit)",
            help: "Write a number of 0 or more; skewness counts to either side")
        return nil
    }

    private mutating func mostDrawnIn(_ yaml: YAML) -> Int? {
        guard let object = reader.object(yaml, .winsorise),
            let atMost = reader.need(
                object, "at-most", in: "winsorise",
                help: "Say how many points may be drawn in, as in {at-most: 5}")
        else { return nil }
        guard let points = atMost.scalar.flatMap({ Int($0) }),
            (1...Self.mostPoints).contains(points)
        else {
            reader.fail(
                "treat.range", atMost.place, "at-most is \(atMost.shape)",
                help: "Write a whole number of points from 1 to \(Self.mostPoints)")
            return nil
        }
        return points
    }
}
