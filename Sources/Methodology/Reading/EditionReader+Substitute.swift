internal import Diagnostics
internal import Expressions

/// Missing rules that put a value, and not a score, in the place of a missing one.
extension EditionReader {
    private static let substitutes = [
        "last", "group-mean", "group-median", "expectation-maximisation",
    ]

    /// Whether the node's missing rule is one of these.
    static func hasSubstitute(_ object: Object) -> Bool {
        let rule = object["missing"]?.entries?.first { $0.key == "rule" }?.value
        let word = rule?.scalar ?? (rule?.entries?.count == 1 ? rule?.entries?.first?.key : nil)
        return word.map(substitutes.contains) ?? false
    }

    mutating func readSubstitute(_ object: Object, _ content: Node.Content) -> Node.Substitute? {
        guard let yaml = object["missing"], let missing = reader.object(yaml, .missing),
            let rule = missing["rule"], let word = rule.scalar ?? rule.entries?.first?.key
        else { return nil }
        let reason = missing["reason"].flatMap { reader.languageMap($0, "the reason") }
        let isOpen = missing["open"].flatMap { reader.flag($0, "open") } ?? false
        guard case .formula = content else {
            if object.has("value") { return nil }
            reader.fail(
                "missing.value", rule.place, "\(word) puts a value, and the node has no formula",
                help: "Write it at the leaves beneath, or a rule that sets a score: zero, worst "
                    + "or {score: …}")
            return nil
        }
        guard object.has("value") || word == "last" else {
            reader.fail(
                "missing.value", rule.place, "\(word) puts a number, and the node has a grade",
                help: "Write {last: {at-most: 2}}, or a grade as in {grade: D}")
            return nil
        }
        guard let source = source(word, rule) else { return nil }
        var written = word
        switch source {
        case .last(let periods):
            written += ", at most \(periods) period\(periods == 1 ? "" : "s") old"
        case .expectationMaximisation(let leaves):
            written += " with " + leaves.map { drafts[$0].id }.joined(separator: ", ")
        case .groupMean, .groupMedian: break
        }
        return Node.Substitute(source: source, word: written, reason: reason, isOpen: isOpen)
    }

    private mutating func source(_ word: String, _ rule: YAML) -> Node.Substitute.Source? {
        if word == "last" { return last(rule) }
        if word == "expectation-maximisation" { return expectationMaximisation(rule) }
        guard usePeers(at: rule.place) else { return nil }
        guard rule.entries == nil else {
            reader.fail(
                "missing.rule", rule.place, "\(word) has nothing beneath it",
                help: "Write rule: \(word)")
            return nil
        }
        return word == "group-mean" ? .groupMean : .groupMedian
    }

    private mutating func last(_ rule: YAML) -> Node.Substitute.Source? {
        guard let yaml = rule.entries?.first?.value, let object = reader.object(yaml, .last) else {
            if rule.entries == nil {
                reader.fail(
                    "missing.rule", rule.place, "last does not say how old a value may be",
                    help: "Write {last: {at-most: 2}}, in periods")
            }
            return nil
        }
        guard
            let atMost = reader.need(
                object, "at-most", in: "last",
                help: "Say how many periods old a value may be, as in {at-most: 2}")
        else { return nil }
        guard let periods = atMost.scalar.flatMap({ Int($0) }), (1...100).contains(periods) else {
            reader.fail(
                "missing.periods", atMost.place, "at-most is \(atMost.shape)",
                help: "Write a whole number of periods from 1 to 100")
            return nil
        }
        return .last(atMost: periods)
    }
}
