/// What the children of a node come to, and how much each counts.
extension Language {
    /// What stands under each aggregate that is more than a word.
    static let aggregateKinds: [(key: String, shape: WrittenForm)] = [
        ("weighted-mean", .element("aggregate")), ("sum", .element("aggregate")),
        ("weighted-sum", .element("aggregate")), ("harmonic", .element("harmonic")),
        ("geometric", .element("geometric")), ("power", .element("power")),
        ("median", .element("aggregate")), ("min", .element("aggregate")),
        ("max", .element("aggregate")), ("k-th-best", .element("k-th-best")),
        ("copeland", .element("aggregate")),
        ("weakest", .element("weakest")), ("lookup", .element("aggregate lookup")),
        ("formula", .formula),
    ]

    static let aggregate = WrittenForm.any([.words(["none"]), .choice(aggregateKinds)])

    static let weight = WrittenForm.any([
        .weight, .words(["equal"]), .element("weight"), .named(.weight),
    ])

    static let aggregates = [
        LanguageElement("aggregate", .aggregate, required: states, policies),
        LanguageElement(
            "harmonic", .harmonic, required: states, policies.merging(["zeros": zeros]) { $1 }),
        LanguageElement(
            "geometric", .geometric, required: states, policies.merging(["zeros": zeros]) { $1 }),
        LanguageElement(
            "power", .power, required: states + ["exponent"],
            policies.merging(["exponent": .plain, "zeros": zeros]) { $1 }),
        LanguageElement(
            "k-th-best", .kthBest, required: states + ["k"],
            policies.merging(["k": .plain]) { $1 }),
        LanguageElement(
            "weakest", .weakest, required: states,
            gradePolicies.merging(["plus-when-another-is-higher": .flag]) { $1 }),
        LanguageElement(
            "aggregate lookup", .lookupAggregate, required: states + ["tables"],
            gradePolicies.merging(["tables": .list(.id)]) { $1 }),
        LanguageElement(
            "weight", .weight,
            rules: [.one(of: ["by", "blend"]), .oneAtMost(of: ["by", "blend"])],
            ["by": .formula, "blend": .list(.element("blend"))]),
        LanguageElement(
            "blend", .weightPart, required: ["part", "by"],
            ["part": .any([.exact, .id]), "by": .formula]),
    ]

    /// The states in which a child has no score.
    static let states = ["not-applicable", "missing", "excluded"]
    private static let policies: [String: WrittenForm] = [
        "not-applicable": policy, "missing": policy, "excluded": policy,
    ]
    private static let gradePolicies = policies.mapValues { _ in
        WrittenForm.words(["refuse", "redistribute", "worst"])
    }
    private static let policy = WrittenForm.any([
        .words(["refuse", "redistribute", "zero", "worst"]), .choice([("to", .id)]),
    ])
    private static let zeros = WrittenForm.any([
        .words(["zero", "refuse"]), .choice([("raise-to", .plain)]),
    ])
}
