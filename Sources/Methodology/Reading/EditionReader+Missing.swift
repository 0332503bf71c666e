internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

extension EditionReader {
    /// What takes the place of a missing score.
    mutating func readMissing(_ draft: Draft, _ scale: Node.Scale) -> Node.MissingRule? {
        let isGraded = isGraded(draft)
        let help =
            isGraded
            ? "Write worst or {grade: …}"
            : "Write zero, worst, {score: …}, {last: {at-most: 2}}, group-mean, group-median or "
                + "{expectation-maximisation: {with: [a, b]}}"
        guard let yaml = draft.object["missing"], let missing = reader.object(yaml, .missing),
            let rule = reader.need(missing, "rule", in: "missing", help: help)
        else { return nil }
        let reason = missing["reason"].flatMap { reader.languageMap($0, "the reason") }
        let isOpen = missing["open"].flatMap { reader.flag($0, "open") } ?? false
        if let key = rule.entries?.first?.key ?? rule.scalar,
            Vocabulary.laterMissing.contains(key)
        {
            reader.fail(
                "edition.not-yet", rule.place, "the missing rule \"\(key)\" is not supported yet",
                help: help)
            return nil
        }
        if isGraded {
            return missingGrade(rule).map { score, word, mark in
                Node.MissingRule(
                    score: score, word: word, mark: mark, reason: reason, isOpen: isOpen)
            }
        }
        var score: Fixed?
        var word = rule.scalar ?? ""
        if let entries = rule.entries {
            guard entries.count == 1, entries[0].key == "score" else {
                reader.fail(
                    "missing.rule", rule.place,
                    "there is no missing rule \"\(entries.first?.key ?? "")\"", help: help)
                return nil
            }
            score = reader.plain(entries[0].value, "the score")
            word = score.map { "score: \($0)" } ?? ""
        } else {
            if reader.isNumber(rule.scalar ?? "") {
                reader.fail(
                    "missing.rule", rule.place, "the missing rule is \(rule.shape)",
                    help: "Write {score: \(word)} for a score, or one of zero, worst, last, "
                        + "group-mean, group-median")
                return nil
            }
            score =
                switch reader.word(
                    rule, "the missing rule",
                    among: ["zero", "worst", "last", "group-mean", "group-median"])
                {
                case "zero": .zero
                case "worst": scale.least
                default: nil
                }
        }
        guard let score, isWithin(scale, score, "missing.scale", at: rule.place) else { return nil }
        return Node.MissingRule(
            score: score, word: word, mark: nil, reason: reason, isOpen: isOpen)
    }

    /// Whether a score that the rules name can be one.
    mutating func isWithin(
        _ scale: Node.Scale, _ score: Fixed, _ code: String, at place: Place
    ) -> Bool {
        if scale.least <= score, score <= scale.greatest { return true }
        reader.fail(
            code, place,
            "the score \(score) lies outside the scale \(scale.least) … \(scale.greatest)",
            help: "Choose a score within it, or declare min: and max: of the node")
        return false
    }

    /// How far the score may lie apart from what is known.
    mutating func readBounds(
        _ draft: Draft, _ content: Node.Content, _ scale: Node.Scale
    ) -> Node.BoundsRule? {
        guard let yaml = draft.object["bounds"], let bounds = reader.object(yaml, .bounds) else {
            return nil
        }
        guard draft.isLeaf, draft.object.conditionRule == nil else {
            reader.fail(
                "node.both", yaml.place, "bounds stands at a node without a value",
                help:
                    "The bounds of an inner node follow from its children, those of conditions from "
                    + "what they earn")
            return nil
        }
        guard let ofUnits = boundsForm(bounds) else { return nil }
        if isGraded(draft), !ofUnits || !draft.object.has("value") {
            reader.fail(
                "grade.key", yaml.place,
                "the bounds of a grade follow from its rule, and bounds stands there",
                help: "Leave it out; units that are unknown can be told of a percentage")
            return nil
        }
        if ofUnits {
            checkPercent(content, at: yaml.place)
            let unknown = reader.need(
                bounds, "unknown", in: "bounds", help: "Say how many units are unknown"
            ).flatMap { guardedFormula($0, expecting: .number) }
            let of = reader.need(bounds, "of", in: "bounds", help: "Say of how many units")
                .flatMap { guardedFormula($0, expecting: .number) }
            guard let unknown, let of else { return nil }
            return .share(unknown: unknown, of: of)
        }
        guard let own = readScale(bounds, at: yaml.place),
            isWithin(scale, own.least, "bounds.scale", at: yaml.place),
            isWithin(scale, own.greatest, "bounds.scale", at: yaml.place)
        else { return nil }
        return .fixed(own)
    }

    /// Whether the bounds are told by units rather than by scores; one of the two.
    private mutating func boundsForm(_ bounds: Object) -> Bool? {
        let units = bounds.entry("unknown", "of")
        let scores = bounds.entry("min", "max")
        guard (units == nil) == (scores == nil) else { return units != nil }
        reader.fail(
            "bounds.form", bounds.place,
            units == nil
                ? "the bounds say nothing"
                : "the bounds are told twice, by \(units?.key ?? "") and by \(scores?.key ?? "")",
            help: "Write either {min: 20, max: 80} or {unknown: …, of: …}")
        return nil
    }

    /// Units that are left out move a percentage by their part of a hundred.
    private mutating func checkPercent(_ content: Node.Content, at place: Place) {
        guard case .formula(let formula, _) = content else { return }
        let type = formula.expression.type
        // A count that is weighted by a number is a plain number, of a hundred as well.
        guard type != .percent, type != .number else { return }
        reader.fail(
            "bounds.form", place,
            "unknown and of belong to a percent, and the value is of type \(type)",
            help: type == .share
                ? "Multiply the value by 100, or write {min: …, max: …}"
                : "Write {min: …, max: …}")
    }
}
