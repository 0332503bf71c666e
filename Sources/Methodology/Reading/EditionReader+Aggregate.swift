internal import Arithmetic
internal import Diagnostics

extension EditionReader {
    mutating func aggregateContent(_ yaml: YAML, _ draft: Draft) -> Node.Content {
        guard let entries = yaml.entries, entries.count == 1, let entry = entries.first else {
            let word = yaml.scalar ?? ""
            if Vocabulary.laterAggregates.contains(word) {
                notYet(word, at: yaml.place)
            } else {
                reader.fail(
                    "aggregate.form", yaml.place, "the aggregate is \(yaml.shape)",
                    help: "Write none, or weighted-mean: with a policy for not-applicable, "
                        + "missing and excluded")
            }
            return .heading
        }
        guard entry.key == "weighted-mean" else {
            if Vocabulary.laterAggregates.contains(entry.key) {
                notYet(entry.key, at: entry.keyPlace)
            } else {
                let known = ["weighted-mean", "none"]
                reader.fail(
                    "aggregate.form", entry.keyPlace, "there is no aggregate \"\(entry.key)\"",
                    help: Nearest.word(to: entry.key, among: known).map {
                        "Did you mean \"\($0)\"?"
                    }
                        ?? "Known are " + known.joined(separator: ", "))
            }
            return .heading
        }
        guard let policies = reader.object(entry.value, .aggregate) else { return .heading }
        let notApplicable = policy("not-applicable", policies, draft)
        let missing = policy("missing", policies, draft)
        let excluded = policy("excluded", policies, draft)
        let coverage = coverage(draft.object)
        guard let weights = weights(of: draft), let notApplicable, let missing, let excluded else {
            return .heading
        }
        return .aggregate(
            Node.Aggregate(
                kind: .weightedMean, notApplicable: notApplicable, missing: missing,
                excluded: excluded, coverage: coverage, weights: weights))
    }

    /// As in `weighted-mean`; for error texts.
    func aggregateWord(of draft: Draft) -> String {
        draft.object["aggregate"]?.entries?.first?.key ?? "aggregate"
    }

    private mutating func notYet(_ aggregate: String, at place: Place) {
        reader.fail(
            "edition.not-yet", place, "the aggregate \"\(aggregate)\" is not supported yet",
            help: "Supported are none and weighted-mean")
    }

    private mutating func policy(
        _ key: String, _ policies: Object, _ draft: Draft
    ) -> Node.Aggregate.Policy? {
        guard
            let yaml = reader.need(
                policies, key, in: "weighted-mean",
                help: "Say what is done with a child that is \(key): "
                    + "refuse, redistribute, zero, worst or {to: sibling}")
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
            return .to(sibling)
        }
        return
            switch reader.word(
                yaml, "the policy for \(key)", among: ["refuse", "redistribute", "zero", "worst"])
        {
        case "refuse": .refuse
        case "redistribute": .redistribute
        case "zero": .zero
        case "worst": .worst
        default: nil
        }
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
