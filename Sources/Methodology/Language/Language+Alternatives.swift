/// What could reasonably have been said instead.
extension Language {
    static let alternatives = [
        LanguageElement(
            "alternatives", .alternatives,
            rules: [
                .one(of: [
                    "weights", "aggregate", "score", "treat", "missing", "leave-one-out", "bounds",
                    "sampling", "pass-marks",
                ])
            ],
            [
                "nodes": .list(.id),
                "weights": .any([.element("weights"), .list(.element("weights"))]),
                "aggregate": .list(.word(Alternatives.Aggregation.self)),
                "score": .list(.any([.words(Alternatives.Scoring.words), .choice(scorings)])),
                "treat": .element("treatment alternatives"),
                "missing": .list(.word(Alternatives.Missing.self)), "leave-one-out": .flag,
                "bounds": .flag, "sampling": .list(.element("sampling error")),
                "pass-marks": .text,
            ]),
        LanguageElement(
            "weights", .weightAlternatives, rules: [.one(of: ["each", "equal"])],
            [
                "each": .text, "beneath": .list(.id),
                "noise": .word(Alternatives.WeightNoise.Shape.self), "equal": .flag,
            ]),
        LanguageElement(
            "treatment alternatives", .treatmentAlternatives, required: ["winsorise"],
            ["winsorise": .list(.plain)]),
        LanguageElement(
            "sampling error", .samplingError, required: ["node", "standard-error"],
            ["node": .id, "standard-error": .formula]),
        LanguageElement(
            "min-max alternative", .spanAlternative, required: ["to"], ["to": .element("scale")]),
        LanguageElement(
            "rank alternative", .rankAlternative, required: ["ties"], ["ties": ties]),
        LanguageElement(
            "percentile-rank alternative", .percentileAlternative, required: ["ties", "to"],
            ["ties": ties, "to": .element("scale")]),
        LanguageElement(
            "z-score alternative", .zScoreAlternative,
            required: ["deviation", "at-mean", "per-deviation"],
            [
                "deviation": .word(Node.Comparison.ZScore.Deviation.self), "at-mean": .plain,
                "per-deviation": .plain,
            ]),
    ]

    private static let scorings = Alternatives.Scoring.words.map {
        (key: $0, shape: WrittenForm.element(Vocabulary.scoringAlternative($0).element))
    }
    private static let ties = WrittenForm.word(Node.Comparison.Ties.self)
}
