internal import Expressions

/// How a value becomes a score.
extension Language {
    /// What stands under each score rule.
    static let scoreRules: [(key: String, shape: WrittenForm)] = [
        ("as-is", .element("as-is")), ("knots", .list(.several(2, .decimal))),
        ("thresholds", .element("thresholds")),
        ("points", .list(.element("points row"))), ("goalposts", .element("goalposts")),
        ("target-range", .element("target-range")), ("distance", .element("distance")),
        ("target-achievement", .element("target-achievement")), ("min-max", .element("min-max")),
        ("rank", .element("rank")), ("borda", .element("borda")),
        ("percentile-rank", .element("percentile-rank")), ("z-score", .element("z-score")),
        ("fraction-of-max", .element("fraction-of-max")),
        ("distance-to-reference", .element("distance-to-reference")),
        ("distance-to-target", .element("distance-to-target")),
        ("ladder", .list(.element("row"))),
        (
            "checklist",
            .any([.element("checklist"), .list(.element("checklist item"))])
        ),
    ]

    static let score = WrittenForm.any([.words(["as-is"]), .choice(scoreRules)])

    static let scores = lines + comparisons + conditions

    private static let conditions = [
        LanguageElement(
            "row", .rung,
            rules: [.one(of: ["when", "otherwise"]), .oneAtMost(of: ["when", "otherwise"])],
            ["when": .formula, "score": .plain, "otherwise": .plain]),
        LanguageElement(
            "checklist", .checklist, required: ["score", "otherwise"],
            rules: [
                .one(of: ["all-of", "any-of", "of"]), .oneAtMost(of: ["all-of", "any-of", "of"]),
            ],
            [
                "all-of": requirements, "any-of": requirements, "of": requirements,
                "at-least": .text, "score": .plain, "otherwise": .plain,
            ]),
        LanguageElement(
            "checklist item", .checklistItem, required: ["when"],
            ["when": .formula, "points": .plain]),
    ]
    private static let requirements = WrittenForm.list(
        .any([.formula, .element("checklist item")]))

    private static let lines = [
        LanguageElement("as-is", .asIs, ["floor": .plain, "cap": .plain]),
        LanguageElement(
            "points row", .pointsRow, required: ["points"],
            rules: [.oneAtMost(of: ["below", "to"])],
            ["from": .decimal, "below": .decimal, "to": .decimal, "points": .plain]),
        LanguageElement(
            "goalposts", .goalposts, required: ["worst", "best"],
            ["worst": .formula, "best": .formula, "to": span]),
        LanguageElement(
            "target-range", .targetRange, required: ["full", "zero"],
            ["full": .several(2, .formula), "zero": .several(2, .formula)]),
        LanguageElement(
            "distance", .distance, required: ["to"], rules: [.one(of: ["below", "above"])],
            ["to": .formula, "below": .formula, "above": .formula]),
        LanguageElement(
            "target-achievement", .achievement, required: ["target", "better"],
            [
                "target": .formula, "better": better, "full": .plain, "credit": .formula,
                "baseline": .formula, "cap": .plain, "floor": .plain, "zero-target": outcome,
                "zero-actual": outcome, "flat-target": outcome,
            ]),
    ]

    private static let comparisons = [
        LanguageElement(
            "min-max", .minMax, required: ["over", "constant"],
            ["over": over, "better": better, "constant": constant, "to": span]),
        LanguageElement(
            "rank", .rank, required: ["over", "ties"],
            ["over": over, "better": better, "ties": ties]),
        LanguageElement(
            "borda", .borda, required: ["over", "ties"],
            ["over": over, "better": better, "ties": ties]),
        LanguageElement(
            "percentile-rank", .percentileRank, required: ["over", "ties", "constant"],
            ["over": over, "better": better, "ties": ties, "constant": constant, "to": span]),
        LanguageElement(
            "z-score", .zScore,
            required: ["over", "deviation", "constant", "at-mean", "per-deviation"],
            [
                "over": over, "better": better, "constant": constant,
                "deviation": .word(Node.Comparison.ZScore.Deviation.self), "at-mean": .plain,
                "per-deviation": .plain, "floor": .plain, "cap": .plain,
            ]),
        LanguageElement(
            "fraction-of-max", .fractionOfMax, required: ["over", "to"], measured),
        LanguageElement(
            "distance-to-reference", .distanceToReference, required: ["over", "body", "to"],
            measured.merging(["body": .text]) { $1 }),
        LanguageElement(
            "distance-to-target", .distanceToTarget, required: ["over", "target", "to"],
            measured.merging(["target": .formula]) { $1 }),
    ]

    /// Where scores lie on a line that goes on beyond its ends.
    private static let measured: [String: WrittenForm] = [
        "over": over, "better": better, "to": span, "floor": .plain, "cap": .plain,
    ]

    /// Which part of the scale a rule spans.
    private static let span = WrittenForm.any([.words(["scale"]), .element("scale")])
    private static let better = WrittenForm.words(["higher", "lower"])
    static let over = WrittenForm.word(Population.Reach.self)
    private static let constant = WrittenForm.word(Node.Comparison.Constant.self)
    private static let ties = WrittenForm.word(Node.Comparison.Ties.self)

    /// What comes out where a ratio has no sense.
    private static let outcome = WrittenForm.any([
        .words(["full", "worst", "all-or-nothing"] + noScore),
        .choice([("score", .plain)] + noScore.map { ($0, .languageMap) }),
    ])
    private static let noScore = Node.EmptyRule.allCases.map(\.rawValue)
}
