internal import Arithmetic
internal import Diagnostics

extension EditionReader {
    /// The words under `aggregate:` that are read.
    static let aggregates = [
        "none", "weighted-mean", "sum", "weighted-sum", "harmonic", "geometric", "power", "median",
        "min", "max", "k-th-best", "copeland", "weakest", "lookup", "formula",
    ]

    /// Words by which aggregates are known elsewhere.
    private static let usual = [
        "mean": "weighted-mean", "average": "weighted-mean", "arithmetic": "weighted-mean",
        "geometric-mean": "geometric", "harmonic-mean": "harmonic",
    ]

    mutating func aggregateContent(_ yaml: YAML, _ draft: Draft) -> Node.Content {
        let entries = yaml.entries
        guard let word = entries?.first?.key ?? yaml.scalar else {
            unknownAggregate(yaml, draft)
            return .heading
        }
        guard let entries, entries.count == 1, Self.aggregates.contains(word), word != "none"
        else {
            unknownAggregate(yaml, draft)
            return .heading
        }
        if word == "formula" { return formulaAggregate(entries[0].value, draft) }
        guard let object = reader.object(entries[0].value, Vocabulary.aggregate(word)) else {
            return .heading
        }
        let notApplicable = policy("not-applicable", object, draft)
        let missing = policy("missing", object, draft)
        let excluded = policy("excluded", object, draft)
        let policies = [notApplicable, missing, excluded].compactMap { $0 }
        let coverage = coverage(draft.object)
        let kind = aggregateKind(word, object, policies, draft)
        guard let kind, let weighed = weighed(kind, draft), let notApplicable, let missing,
            let excluded
        else { return .heading }
        return .aggregate(
            Node.Aggregate(
                kind: weighed.kind, notApplicable: notApplicable, missing: missing,
                excluded: excluded, coverage: coverage, weights: weighed.weights))
    }

    private mutating func unknownAggregate(_ yaml: YAML, _ draft: Draft) {
        let word = yaml.entries?.first?.key ?? yaml.scalar ?? ""
        let isKnown = Self.aggregates.contains(word)
        let several = (yaml.entries?.count ?? 0) > 1
        reader.fail(
            "aggregate.form", yaml.entries?.first?.keyPlace ?? yaml.place,
            several && isKnown
                ? "there are several aggregates"
                : isKnown
                    ? "the aggregate \(word) does not say what is done with children without a score"
                    : yaml.entries == nil
                        ? "the aggregate is \(yaml.shape)" : "there is no aggregate \"\(word)\"",
            help: (Self.usual[word] ?? Nearest.word(to: word, among: Self.aggregates)).flatMap {
                isKnown ? nil : "Did you mean \"\($0)\"?"
            }
                ?? "Write none, or {weighted-mean: {not-applicable: …, missing: …, "
                + "excluded: …}}; known are " + Self.aggregates.joined(separator: ", "))
    }

    /// The kind with its own keys; how many siblings there are and what they reach decides what
    /// it may be.
    private mutating func aggregateKind(
        _ word: String, _ object: Object, _ policies: [Node.Aggregate.Policy], _ draft: Draft
    ) -> Node.Aggregate.Kind? {
        switch word {
        case "weighted-mean": return .weightedMean
        case "weighted-sum": return .weightedSum(over: 1)
        case "sum": return .sum
        case "median": return .median
        case "min": return .least
        case "max": return .greatest
        case "copeland": return .copeland
        case "k-th-best": return position(object, draft).map { .kthBest($0) }
        case "weakest": return .weakest(plus: plus(object))
        case "lookup": return tables(object).map { .lookup($0) }
        case "harmonic":
            return zeros(object, policies, word, draft).map { .harmonic(zeros: $0.zeros) }
        case "geometric":
            checkDouble(word, object)
            return zeros(object, policies, word, draft).map { .geometric(zeros: $0.zeros) }
        case "power":
            checkDouble(word, object)
            guard let exponent = exponent(object) else { return nil }
            let zeros = zeros(object, policies, word, draft, canMatter: exponent < .zero)
            return zeros.map { .power(exponent: exponent, zeros: $0.zeros) }
        default: return nil
        }
    }

    private mutating func position(_ object: Object, _ draft: Draft) -> Int? {
        guard
            let yaml = reader.need(
                object, "k", in: "k-th-best", help: "Say which one, as in k: 2 for the second best")
        else { return nil }
        if let position = yaml.scalar.flatMap({ Int($0) }),
            position >= 1, position <= draft.children.count
        {
            return position
        }
        reader.fail(
            "aggregate.k", yaml.place,
            "k is \(yaml.shape), and the number of children is \(draft.children.count)",
            help: "Write a whole number from 1 to \(draft.children.count)")
        return nil
    }

    /// The weights with the kind, to which those of a weighted sum give their denominator.
    private mutating func weighed(
        _ kind: Node.Aggregate.Kind, _ draft: Draft
    ) -> (kind: Node.Aggregate.Kind, weights: Node.Weights)? {
        switch kind {
        case .weightedSum: return sumWeights(of: draft)
        case .sum: return maxima(of: draft).map { (kind, $0) }
        case .weightedMean, .harmonic, .geometric, .power:
            return weights(of: draft).map { (kind, $0) }
        case .copeland: return commonWeights(of: draft).map { (kind, $0) }
        case .median, .least, .greatest, .kthBest, .weakest, .lookup:
            for child in draft.children {
                refuseHeading(child, at: drafts[child].object.place)
            }
            return (kind, .fixed(kinds.map { _ in draft.children.map { _ in 1 } }))
        }
    }

    /// As in `weighted-mean`; for error texts.
    func aggregateWord(of draft: Draft) -> String {
        draft.object["aggregate"]?.entries?.first?.key ?? "aggregate"
    }

    private mutating func policy(
        _ key: String, _ policies: Object, _ draft: Draft
    ) -> Node.Aggregate.Policy? {
        let word = aggregateWord(of: draft)
        guard
            let yaml = reader.need(
                policies, key, in: word,
                help: "Say what is done with a child that is \(key): "
                    + (Self.gradeAggregates.contains(word)
                        ? "refuse, redistribute or worst"
                        : "refuse, redistribute, zero, worst or {to: sibling}"))
        else { return nil }
        if let entries = yaml.entries {
            guard entries.count == 1, entries[0].key == "to", let id = entries[0].value.scalar,
                let sibling = draft.children.first(where: { drafts[$0].id == id })
            else {
                reader.fail(
                    "aggregate.to", yaml.place, "the weight goes to something that is not a child",
                    help: "Write {to: …} with the id of one of: "
                        + draft.children.map { drafts[$0].id }.joined(separator: ", "))
                return nil
            }
            // The children of a sum have their greatest scores for weights.
            let hasWeights = Vocabulary.weightedAggregates.contains(word) && word != "copeland"
            guard word == "sum" || hasWeights else {
                reader.fail(
                    "aggregate.to", yaml.place,
                    word == "copeland"
                        ? "the weights of copeland are the same for all bodies, and none goes to "
                            + "a sibling"
                        : "the children of \(word) have no weight that could go to a sibling",
                    help: "Write "
                        + (Self.gradeAggregates.contains(word)
                            ? "refuse, redistribute or worst"
                            : "refuse, redistribute, zero or worst"))
                return nil
            }
            return .to(sibling)
        }
        return
            switch reader.word(
                yaml, "the policy for \(key)", among: policyWords(of: word))
        {
        case "refuse": .refuse
        case "redistribute": .redistribute
        case "zero": .zero
        case "worst": .worst
        default: nil
        }
    }

    /// The policies of one word; no grade is 0.
    private func policyWords(of word: String) -> [String] {
        Self.gradeAggregates.contains(word)
            ? ["refuse", "redistribute", "worst"] : ["refuse", "redistribute", "zero", "worst"]
    }

    private mutating func coverage(_ object: Object) -> Fraction? {
        guard let yaml = object["coverage"], let coverage = reader.object(yaml, .coverage),
            let edge = reader.need(
                coverage, "at-least", in: "coverage", help: "Write a share, as in 2/3 or 75 %"),
            let (value, _) = reader.fraction(edge, "the coverage")
        else { return nil }
        let one = Fraction(numerator: 1, denominator: 1)
        guard value.sign > 0, value.isLess(than: one) || value.isEqual(to: one) else {
            reader.fail(
                "coverage.range", edge.place, "the coverage is \(edge.shape)",
                help: "Write a share above 0 and up to 1, as in 2/3 or 75 %")
            return nil
        }
        return value
    }
}
