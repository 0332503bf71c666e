/// What could reasonably have been said instead.
extension Language {
    static let alternatives = [
        LanguageElement(
            "alternatives", .alternatives,
            rules: [
                .one(of: [
                    "weights", "aggregate", "score", "missing", "leave-one-out", "bounds",
                ])
            ],
            [
                "nodes": .list(.id), "weights": .element("weights"),
                "aggregate": .list(.word(Alternatives.Aggregation.self)),
                "score": .list(.word(ScoringWord.self)),
                "missing": .list(.word(Alternatives.Missing.self)), "leave-one-out": .flag,
                "bounds": .flag,
            ]),
        LanguageElement(
            "weights", .weightAlternatives, rules: [.one(of: ["each", "equal"])],
            ["each": .text, "equal": .flag]),
    ]
}
