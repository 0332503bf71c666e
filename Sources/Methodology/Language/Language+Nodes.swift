extension Language {
    static let nodes = [
        LanguageElement(
            "node", .node,
            rules: [
                .one(of: ["id", "indicator"]),
                .one(of: ["value", "nodes", "grade", "score", "indicator"]),
                .needs("value", oneOf: ["score", "grade"]),
                .needs("nodes", oneOf: ["aggregate", "stage"]),
                .needs("aggregate", oneOf: ["nodes"]),
            ] + leafOrInner,
            nodeKeys.filter { $0.key != "parameters" }),
        LanguageElement(
            "indicator", .indicatorFile,
            rules: [
                .one(of: ["value", "nodes", "grade", "score"]),
                .needs("value", oneOf: ["score", "grade"]),
                .needs("nodes", oneOf: ["aggregate", "stage"]),
                .needs("aggregate", oneOf: ["nodes"]),
            ] + leafOrInner,
            nodeKeys.filter { $0.key != "id" && $0.key != "weight" }),
        LanguageElement(
            "missing", .missing, required: ["rule"],
            [
                "rule": .any([
                    .words(["zero", "worst", "group-mean", "group-median"]),
                    .choice([
                        ("score", .plain), ("last", .element("last")),
                        ("expectation-maximisation", .element("expectation-maximisation")),
                    ]),
                    .element("missing grade"),
                ]),
                "reason": .languageMap, "open": .flag,
            ]),
        LanguageElement(
            "expectation-maximisation", .expectation, required: ["with"],
            ["with": .list(.id)]),
        LanguageElement("last", .last, required: ["at-most"], ["at-most": .plain]),
        LanguageElement(
            "treat", .treat, required: ["over", "when"],
            rules: [.one(of: ["winsorise", "otherwise"])],
            [
                "over": over, "when": .element("treat when"),
                "winsorise": .element("winsorise"),
                "otherwise": .word(Node.Treatment.Transform.self),
            ]),
        LanguageElement(
            "treat when", .treatWhen, required: ["skewness", "kurtosis"],
            ["skewness": .plain, "kurtosis": .plain]),
        LanguageElement("winsorise", .winsorise, required: ["at-most"], ["at-most": .plain]),
        LanguageElement("coverage", .coverage, required: ["at-least"], ["at-least": .exact]),
        LanguageElement(
            "correction", .correction,
            rules: [
                .one(of: corrections), .oneAtMost(of: corrections),
                .needs("gate", oneOf: ["caps-at"]), .needs("caps-at", oneOf: ["gate"]),
                .needs("at-most", oneOf: ["bonus", "penalty"]),
                .needs("may-exceed", oneOf: ["bonus"]), .oneAtMost(of: ["gate", "when"]),
            ],
            [
                "bonus": .formula, "penalty": .formula, "cap": .formula, "floor": .formula,
                "gate": .formula, "caps-at": .formula, "at-most": .formula, "when": .formula,
                "unknown": .words(["none"]), "may-exceed": .flag,
            ]),
        LanguageElement(
            "bounds", .bounds,
            rules: [
                .one(of: ["min", "max", "unknown"]), .needs("unknown", oneOf: ["of"]),
                .needs("of", oneOf: ["unknown"]), .oneAtMost(of: ["min", "unknown"]),
                .oneAtMost(of: ["max", "unknown"]),
            ],
            ["unknown": .formula, "of": .formula, "min": .plain, "max": .plain]),
    ]

    private static let corrections = Node.Correction.Kind.allCases.map(\.rawValue)

    /// Keys of nodes that have a score.
    private static let ofScores = [
        "applies-when", "coverage", "missing", "treat", "score", "grade", "corrections", "round",
        "min", "max", "assumed",
    ]

    private static let leafOrInner: [LanguageElement.Rule] = [
        .oneAtMost(of: ["value", "nodes"]), .oneAtMost(of: ["value", "aggregate"]),
        .oneAtMost(of: ["score", "grade"]), .needs("coding", oneOf: ["value"]),
        .needs("empty", oneOf: ["value", "aggregate"]), .needs("bounds", oneOf: ["value"]),
        .none(of: ofScores, where: "aggregate", is: "none"),
        .oneAtMost(of: ["stage", "aggregate"]),
        .oneAtMost(of: ["stage", "coverage"]), .oneAtMost(of: ["stage", "corrections"]),
        .oneAtMost(of: ["stage", "value"]), .oneAtMost(of: ["stage", "score"]),
    ]

    private static let nodeKeys: [String: WrittenForm] = [
        "id": .id, "indicator": .id, "assumed": .flag, "applies-when": .formula,
        "aggregate": aggregate, "coverage": .element("coverage"), "value": .formula,
        "coding": .keyed(.plain), "grade": grade,
        "empty": .word(Node.EmptyRule.self), "missing": .element("missing"),
        "treat": .element("treat"), "score": score,
        "corrections": .anyNumber(.element("correction")),
        "round": .any([.words(["none"]), rounded]), "weight": weight,
        "nodes": .anyNumber(.element("node")), "bounds": .element("bounds"), "min": .plain,
        "max": .plain, "parameters": .named(.element("parameter")),
    ].merging(criterionKeys) { $1 }
}
