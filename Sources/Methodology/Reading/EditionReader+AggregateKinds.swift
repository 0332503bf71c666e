internal import Arithmetic
internal import Diagnostics
internal import Expressions

/// What single kinds of aggregates ask of the children and of themselves.
extension EditionReader {
    /// A value over the children by a formula, which reads the score of each of them.
    mutating func formulaAggregate(_ yaml: YAML, _ draft: Draft) -> Node.Content {
        if let coverage = draft.object["coverage"] {
            reader.fail(
                "node.both", coverage.place,
                "coverage stands at a node whose aggregate is a formula",
                help: "A formula treats blanks itself; ask for them with IS KNOWN")
        }
        for child in draft.children { refuseHeading(child, at: drafts[child].object.place) }
        guard let formula = formula(yaml, expecting: .number) else { return .heading }
        let empty = draft.object["empty"].flatMap { reader.word($0, "empty", Node.EmptyRule.self) }
        checkEmpty(draft.object, formula)
        var read: Set<Int> = []
        formula.expression.forEach { part in
            if case .score(let node) = part.kind { read.insert(node) }
        }
        for child in draft.children where !read.contains(child) {
            let word = isGraded(drafts[child]) ? "grade" : "score"
            reader.fail(
                "aggregate.unread", yaml.place,
                "the formula does not read the \(word) of its child \"\(drafts[child].id)\"",
                help: "Write \(word)(\(drafts[child].id)) in it, or put the child elsewhere")
        }
        return .formula(formula, empty: empty)
    }

    /// Found or not needed.
    struct ZeroRule {
        let zeros: Node.Aggregate.Zeros?
    }

    /// What is done with scores of 0 in a mean that divides by scores or takes their logarithm.
    mutating func zeros(
        _ object: Object, _ policies: [Node.Aggregate.Policy], _ word: String, _ draft: Draft,
        canMatter: Bool = true
    ) -> ZeroRule? {
        for child in draft.children where declaredScale(of: child).least < .zero {
            reader.log.error(
                "aggregate.negative", at: drafts[child].object.place, node: drafts[child].id,
                "the score can be below 0, and the aggregate \(word) takes none below 0",
                help: "Give the node a scale from 0, or take weighted-mean")
            return nil
        }
        let isReached =
            policies.contains(.zero)
            || draft.children.contains { declaredScale(of: $0).least == .zero }
        let canBeZero = canMatter && isReached
        guard let yaml = object["zeros"] else {
            guard canBeZero else { return ZeroRule(zeros: nil) }
            reader.fail(
                "aggregate.zeros", object.place,
                "a score can be 0, and nothing says what \(word) makes of it",
                help: "Write zeros: zero, refuse or {raise-to: 1}")
            return nil
        }
        guard canBeZero else {
            reader.fail(
                "aggregate.zeros", yaml.place,
                canMatter
                    ? "zeros has no effect: no score can be 0"
                    : "zeros has no effect: a power mean with an exponent above 0 takes them",
                help: "Leave it out")
            return nil
        }
        return zeros(yaml, draft).map { ZeroRule(zeros: $0) }
    }

    /// Weights that are the same for all bodies, which are compared with one another by them.
    mutating func commonWeights(of draft: Draft) -> Node.Weights? {
        guard let weights = weights(of: draft) else { return nil }
        if case .fixed(let byKind) = weights, Set(byKind).count <= 1 { return weights }
        reader.log.error(
            "aggregate.weights", at: draft.object["nodes"]?.place ?? draft.object.place,
            node: draft.id,
            "the weights differ from body to body, and copeland compares bodies by them",
            help: "Write a number, a percentage or equal at each child")
        return nil
    }

    /// What has no exact decimal result.
    mutating func checkDouble(_ word: String, _ object: Object) {
        guard arithmetic != .double else { return }
        reader.fail(
            "aggregate.needs-double", object.place,
            "the aggregate \(word) has no exact decimal result",
            help: "Write arithmetic: double, or take weighted-mean or harmonic")
    }

    /// 0.001: powers to less than it are so near to 1 that doubles lose the digits of scores.
    private static let leastExponent = Fixed(raw: 1_000_000_000_000_000)

    /// Of a power mean.
    mutating func exponent(_ object: Object) -> Fixed? {
        guard
            let yaml = reader.need(
                object, "exponent", in: "power", help: "Say to which power, as in exponent: 2"),
            let exponent = reader.plain(yaml, "the exponent")
        else { return nil }
        let size = exponent < .zero ? exponent.negated : exponent
        if Self.leastExponent <= size, size <= .hundred { return exponent }
        let help =
            if exponent == .zero {
                "Take geometric, to which power means tend there"
            } else if size < Self.leastExponent {
                "Take geometric, to which power means tend at 0; from -0.001 to 0.001 powers "
                    + "of scores lie too close together"
            } else {
                "Write a number from -100 to 100, other than 0"
            }
        reader.fail(
            "aggregate.exponent", yaml.place, "the exponent is \(exponent)", help: help)
        return nil
    }

    private mutating func zeros(_ yaml: YAML, _ draft: Draft) -> Node.Aggregate.Zeros? {
        guard let entries = yaml.entries else {
            return reader.word(yaml, "zeros", among: ["zero", "refuse"]).map {
                $0 == "zero" ? .zero : .refuse
            }
        }
        guard entries.count == 1, entries[0].key == "raise-to",
            let least = reader.plain(entries[0].value, "raise-to"), least > .zero
        else {
            reader.fail(
                "aggregate.zeros", yaml.place, "zeros raises scores to nothing above 0",
                help: "Write {raise-to: 1} with a score above 0, or zero or refuse")
            return nil
        }
        let greatest = draft.children.map { declaredScale(of: $0).greatest }.max() ?? least
        guard least <= greatest else {
            reader.fail(
                "aggregate.zeros", yaml.place,
                "zeros raises scores to \(least), and the greatest score beneath is \(greatest)",
                help: "Raise them to a score that the children can have")
            return nil
        }
        return .raise(to: least)
    }

    /// A node's scale as far as it can be read; what is wrong with it is told elsewhere.
    func declaredScale(of node: Int) -> Node.Scale {
        let object = drafts[node].object
        func edge(_ key: String, _ otherwise: Fixed) -> Fixed {
            object[key]?.scalar.flatMap { try? Fixed($0) } ?? otherwise
        }
        return Node.Scale(
            least: edge("min", scale.least), greatest: edge("max", scale.greatest))
    }

    /// The greatest scores of the children as whole numbers over a common denominator.
    mutating func maxima(of draft: Draft) -> Node.Weights? {
        var maxima: [Fraction] = []
        for child in draft.children {
            refuseHeading(child, at: drafts[child].object.place)
            let greatest = declaredScale(of: child).greatest
            guard greatest > .zero else {
                reader.log.error(
                    "aggregate.maximum", at: drafts[child].object.place, node: drafts[child].id,
                    "the greatest score is \(greatest), and it is summed with those of others",
                    help: "Give the node a max above 0, or take points away by a penalty")
                return nil
            }
            maxima.append(Fraction(greatest).reduced)
        }
        guard let (whole, _) = try? Self.scaled(maxima) else {
            reader.log.error(
                "weights.digits", at: draft.object["nodes"]?.place ?? draft.object.place,
                node: draft.id, "the greatest scores of the children have too many digits",
                help: "Write max: with fewer digits")
            return nil
        }
        return .fixed(kinds.map { _ in whole })
    }

    /// Weights of a weighted sum: plain numbers, over one denominator for all kinds of body.
    mutating func sumWeights(
        of draft: Draft
    ) -> (kind: Node.Aggregate.Kind, weights: Node.Weights)? {
        for child in draft.children {
            guard let yaml = drafts[child].object["weight"] else { continue }
            let texts = yaml.entries?.map(\.value.scalar) ?? [yaml.scalar]
            let isPlain = texts.allSatisfy { text in
                text.map { Fraction(parsing: $0) != nil } ?? false
            }
            guard isPlain else {
                reader.log.error(
                    "weights.plain", at: yaml.place, node: drafts[child].id,
                    "the weight is \(yaml.shape), and a weighted-sum needs plain numbers",
                    help: "Write what a score is multiplied by, as in 2 or 0.5; shares and "
                        + "computed weights belong to weighted-mean")
                return nil
            }
        }
        for child in draft.children { refuseHeading(child, at: drafts[child].object.place) }
        guard checkWeightsPresent(draft), let written = writtenWeights(of: draft) else {
            return nil
        }
        let all = written.flatMap { $0.map(\.value) }
        guard let (whole, denominator) = try? Self.scaled(all) else {
            reader.log.error(
                "weights.digits", at: draft.object["nodes"]?.place ?? draft.object.place,
                node: draft.id, "the weights have too many digits",
                help: "Write them with fewer digits, or as fractions with small denominators")
            return nil
        }
        let count = draft.children.count
        let byKind = kinds.indices.map { Array(whole[($0 * count)..<(($0 + 1) * count)]) }
        for (kind, weights) in byKind.enumerated() where !weights.contains(where: { $0 > 0 }) {
            reader.log.error(
                "weights.sum", at: draft.object["nodes"]?.place ?? draft.object.place,
                node: draft.id, "the weights for the kind \"\(kinds[kind])\" sum to 0",
                help: "Raise one above 0")
            return nil
        }
        return (.weightedSum(over: denominator), .fixed(byKind))
    }
}
