internal import Diagnostics
internal import Expressions

extension EditionReader {
    /// The corrections in the order in which they are applied.
    mutating func readCorrections(
        _ object: Object, of applies: [Formula], isGraded: Bool
    ) -> (list: [Node.Correction], mayExceed: Bool) {
        var list: [Node.Correction] = []
        var mayExceed = false
        if let yaml = object["corrections"] { reader.checkFilled(yaml, "corrections") }
        for item in object["corrections"].flatMap({ reader.items($0, "corrections") }) ?? [] {
            guard let written = reader.object(item, .correction) else { continue }
            let kinds = Node.Correction.Kind.allCases.filter { written.has($0.rawValue) }
            guard let kind = kinds.first, kinds.count == 1 else {
                reader.fail(
                    "corrections.kind", item.place,
                    kinds.isEmpty
                        ? "the correction does not say what it does"
                        : "the correction does two things: "
                            + kinds.map(\.rawValue).joined(separator: " and "),
                    help: "Write one of: bonus, penalty, cap, floor, gate")
                continue
            }
            checkKeys(of: written, kind)
            if kind == .bonus,
                let exceeds = written["may-exceed"].flatMap({ reader.flag($0, "may-exceed") })
            {
                mayExceed = mayExceed || exceeds
            }
            if let correction = correction(written, kind, applies, isGraded) {
                list.append(correction)
            }
        }
        return (list, mayExceed)
    }

    /// A key that the kind of correction does not have would do nothing.
    private mutating func checkKeys(of written: Object, _ kind: Node.Correction.Kind) {
        let foreign =
            switch kind {
            case .bonus: ["caps-at"]
            case .penalty: ["caps-at", "may-exceed"]
            case .cap, .floor: ["caps-at", "may-exceed", "at-most"]
            case .gate: ["may-exceed", "at-most", "when"]
            }
        for key in foreign {
            guard let yaml = written[key] else { continue }
            reader.fail(
                "corrections.key", yaml.place, "a \(kind.rawValue) has no \(key)",
                help: kind == .gate && key == "when"
                    ? "Write the whole condition under gate:" : "Leave it out")
        }
    }

    private mutating func correction(
        _ written: Object, _ kind: Node.Correction.Kind, _ applies: [Formula], _ isGraded: Bool
    ) -> Node.Correction? {
        guard let own = written[kind.rawValue] else { return nil }
        let isPoints = kind == .bonus || kind == .penalty
        if isGraded, isPoints {
            reader.fail(
                "grade.key", own.place, "a \(kind.rawValue) is points, and the node has a grade",
                help: "Write cap, floor or gate with a grade")
            return nil
        }
        let isGate = kind == .gate
        let condition = isGate ? own : written["when"]
        let when = condition.flatMap {
            guardedFormula($0, expecting: .condition, literals: .any, where: applies)
        }
        let edge =
            isGate
            ? reader.need(
                written, "caps-at", in: "gate",
                help: isGraded
                    ? "Say what the grade is held to, as in caps-at: "
                        + (grades?.order.first ?? "C")
                    : "Say what the score is held to, as in caps-at: 50")
            : own
        // An edge is a number that is the rule; points are an amount, as a formula has it.
        let holding = applies + [when].compactMap { $0 }
        let amount = edge.flatMap {
            isGraded
                ? gradeEdge($0) : points($0, isPoints ? .named : .edge, where: holding)
        }
        let atMost = written["at-most"].flatMap { points($0, .edge, where: holding) }
        let unknown = written["unknown"].flatMap { reader.word($0, "unknown", among: ["none"]) }
        guard let amount, (when != nil) == (condition != nil) else { return nil }
        return Node.Correction(
            kind: kind, when: when, amount: amount, atMost: atMost,
            isNoneWhenUnknown: unknown != nil, basis: citations(written["basis"]))
    }

    /// A formula that yields points or a score.
    private mutating func points(
        _ yaml: YAML, _ literals: Formula.Literals, where conditions: [Formula]
    ) -> Formula? {
        if let text = yaml.scalar, reader.isPercentage(text) {
            return reader.refusePercent(yaml, "a score")
        }
        return guardedFormula(yaml, expecting: .number, literals: literals, where: conditions)
    }
}
