/// Stages, the rule of the verdict, and what makes a leaf a criterion.
extension Language {
    static let stages = [
        LanguageElement(
            "stages", .stages,
            required: ["list", "established", "emerging", "coverage", "attained", "presence"],
            [
                "list": .list(.element("stage")), "established": .plain, "emerging": .plain,
                "coverage": .exact, "decisive": .element("decisive rule"),
                "proof": .element("proof gate"), "attained": .element("attained rule"),
                "presence": .element("presence"), "apparatus": .element("apparatus"),
            ]),
        LanguageElement(
            "stage", .stage, required: ["id", "title", "phrases"],
            ["id": .id, "phrases": .element("phrases")]),
        LanguageElement(
            "phrases", .phrases,
            Dictionary(uniqueKeysWithValues: Vocabulary.phrases.keys.map { ($0, .languageMap) })),
        LanguageElement(
            "decisive rule", .decisive, required: ["below", "caps-at"],
            ["below": .plain, "caps-at": .plain]),
        LanguageElement(
            "proof gate", .proofGate, required: ["kinds", "of", "at-least", "caps-at"],
            [
                "kinds": .list(.word(Criterion.Proof.self)), "of": .list(.id), "at-least": .exact,
                "caps-at": .plain,
            ]),
        LanguageElement(
            "attained rule", .attained, required: ["mean", "established", "least"],
            ["mean": .plain, "established": .exact, "least": .plain]),
        LanguageElement(
            "presence", .presence, required: ["transition", "elements", "isolated"],
            [
                "transition": .element("presence rule"), "elements": .element("presence rule"),
                "isolated": .element("presence rule"),
            ]),
        LanguageElement(
            "presence rule", .presenceRule, rules: [.one(of: shares), .oneAtMost(of: shares)],
            [
                "mean": .plain, "established": anyShare, "emerging": .exact,
                "one-of": .element("one-of"),
            ]),
        LanguageElement(
            "one-of", .presenceShares, rules: [.one(of: ["established", "emerging"])],
            ["established": anyShare, "emerging": .exact]),
        LanguageElement(
            "apparatus", .apparatus, required: ["kind", "weight", "attained", "mean"],
            ["kind": .id, "weight": .id, "attained": .exact, "mean": .plain]),
        LanguageElement(
            "thresholds", .thresholds, required: ["floor", "full"],
            ["floor": .decimal, "pass": .decimal, "full": .decimal]),
    ]

    /// What stands under the keys of a criterion, and of a cell.
    static let criterionKeys: [String: WrittenForm] = [
        "stage": .id, "decisive": .flag, "level": .word(Criterion.Level.self),
        "proof": .any([.word(Criterion.Proof.self), .list(.word(Criterion.Proof.self))]),
        "origin": .word(Criterion.Origin.self),
    ]

    private static let shares = ["established", "emerging", "one-of"]
    private static let anyShare = WrittenForm.any([.words(["any"]), .exact])
}
