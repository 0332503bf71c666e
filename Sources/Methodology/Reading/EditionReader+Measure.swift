internal import Arithmetic
internal import Diagnostics
internal import Expressions

/// Score rules that measure a value by the best one, by that of a body, or by a target.
extension EditionReader {
    mutating func measure(
        _ object: Object, _ word: String, _ scale: Node.Scale
    ) -> Node.Comparison.Kind? {
        let limits = limits(object, scale)
        guard let ends = ends(object, word, scale), let limits else { return nil }
        let line = Node.Comparison.OpenLine(ends: ends, floor: limits.floor, cap: limits.cap)
        switch word {
        case "fraction-of-max": return .fractionOfMax(line)
        case "distance-to-target": return .distanceToTarget(line)
        case "distance-to-reference":
            return body(object, word).map { .distanceToReference(body: $0, line) }
        default: return nil
        }
    }

    /// The id of a body, which the evidence may hold or not.
    private mutating func body(_ object: Object, _ word: String) -> String? {
        guard
            let yaml = reader.need(
                object, "body", in: word,
                help: "Write the id of the body whose value the others are measured by")
        else { return nil }
        if let id = yaml.scalar, !id.isEmpty { return id }
        reader.fail(
            "edition.word", yaml.place, "the body is \(yaml.shape)",
            help: "Write the id of one body, as in its column of the evidence")
        return nil
    }

    /// What is to be reached: a number, or a formula that comes to the same for all who are
    /// compared.
    mutating func target(
        _ object: Object, _ word: String, _ content: Node.Content, over reach: Population.Reach
    ) -> Node.Edge? {
        guard word == "distance-to-target",
            let yaml = reader.need(
                object, "target", in: word,
                help: "Say what is to be reached, as in target: 90 or the name of a parameter"),
            let target = lineEdge(yaml, "the target", content)
        else { return nil }
        guard let formula = target.formula,
            let part = formula.expression.firstOfOneBody(reach)
        else { return target }
        reader.fail(
            "score.target", formula.source.place(at: part.range.lowerBound),
            "the target differs from body to body: it reads \(formula.source.slice(part.range))",
            help: "Write a number, a parameter or a function over \(reach.rawValue); a target for "
                + "each body belongs to target-achievement")
        return nil
    }
}

extension Expression {
    /// The first part that can differ among bodies that are compared with one another.
    fileprivate func firstOfOneBody(_ reach: Population.Reach) -> Expression? {
        switch kind {
        case .input, .field, .computed, .score, .body, .bodyKind, .records, .quantified, .previous,
            .across:
            return self
        // What is looked at within belongs to the bodies that the function ranges over.
        case .population(_, let population, _, _):
            return population.reach == .peers && reach == .bodies ? self : nil
        default:
            for part in parts {
                if let found = part.firstOfOneBody(reach) { return found }
            }
            return nil
        }
    }
}
