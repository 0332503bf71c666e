/// Test cases: what is given and what must come out.
extension Language {
    static let cases = [
        LanguageElement(
            "test case", .testCase, required: ["name", "then"],
            [
                "name": .text, "node": .id, "period": .text, "kind": .id, "group": .text,
                "scores": .named(.text), "given": .evidence, "earlier": .keyed(.evidence),
                "others": .list(.element("other body")),
                "then": .any([.element("expectation"), .words(states), .formula]),
                "within": .formula,
            ]),
        LanguageElement(
            "other body", .otherBody, rules: [.one(of: ["scores", "given", "earlier"])],
            [
                "id": .id, "kind": .id, "group": .text, "scores": .named(.text),
                "given": .evidence, "earlier": .keyed(.evidence),
            ]),
        LanguageElement(
            "expectation", .expected, rules: [.one(of: Vocabulary.expected.keys)],
            [
                "state": .words(["score"] + states), "value": .formula, "score": .formula,
                "grade": .text, "mark": .any([.text, .words([""])]), "band": .id, "lower": .formula,
                "upper": .formula, "filled": .flag,
            ]),
    ]
}
