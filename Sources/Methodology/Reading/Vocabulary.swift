/// The keys of the language, element by element.
struct Vocabulary {
    /// What it is called in error texts.
    let element: String
    /// The keys it may have.
    let keys: [String]
    /// Keys of the language's design that this version does not compute yet.
    var later: [String] = []

    /// Keys that any element may have and that are shown, not computed.
    static let metadata = [
        "title", "note", "basis", "assessors", "confidence", "definition", "unit", "source",
    ]

    static let edition = Vocabulary(
        element: "edition",
        keys: metadata + [
            "apparatus", "methodology", "edition", "status", "owner", "languages", "in-force",
            "applies-to", "period", "arithmetic", "scale", "rounding", "display", "ranking",
            "lists", "grades", "lookups",
            "inputs", "tables", "scorecard", "scorecards", "bands", "parameters", "sources",
            "checks", "effort", "peers", "alternatives", "stages", "notice",
        ],
        later: ["surveys"])
    static let period = Vocabulary(element: "period", keys: ["form", "begins", "column"])
    static let inForce = Vocabulary(element: "in-force", keys: ["from", "to"])
    static let scale = Vocabulary(element: "scale", keys: ["min", "max"])
    static let roundingLevels = Vocabulary(element: "rounding", keys: ["mode", "digits", "at"])
    static let rounded = Vocabulary(element: "rounding", keys: ["mode", "digits"])
    static let ranking = Vocabulary(
        element: "ranking", keys: ["nodes", "best", "ties", "figures", "within", "basis", "note"])
    static let peers = Vocabulary(element: "peers", keys: ["by", "basis", "note"])
    static let notice = Vocabulary(element: "notice", keys: ["objections"])
    static let objections = Vocabulary(
        element: "objections", keys: ["by", "to", "within", "days", "basis", "note"])
    static let bands = Vocabulary(
        element: "bands", keys: ["nodes", "figures", "list", "basis", "note"])
    static let band = Vocabulary(
        element: "band", keys: metadata + ["id", "from", "below", "to"])
    static let alternatives = Vocabulary(
        element: "alternatives",
        keys: [
            "nodes", "weights", "aggregate", "score", "treat", "missing", "leave-one-out", "bounds",
            "sampling", "pass-marks", "basis", "note",
        ])
    static let weightAlternatives = Vocabulary(
        element: "weights", keys: ["each", "beneath", "noise", "equal"])
    static let treatmentAlternatives = Vocabulary(
        element: "treatment alternatives", keys: ["winsorise"])
    static let samplingError = Vocabulary(
        element: "sampling error", keys: ["node", "standard-error"])
    static let spanAlternative = Vocabulary(element: "min-max alternative", keys: ["to"])
    static let rankAlternative = Vocabulary(element: "rank alternative", keys: ["ties"])
    static let percentileAlternative = Vocabulary(
        element: "percentile-rank alternative", keys: ["ties", "to"])
    static let zScoreAlternative = Vocabulary(
        element: "z-score alternative", keys: ["deviation", "at-mean", "per-deviation"])
    /// The keys of a score rule among the alternatives.
    static func scoringAlternative(_ word: String) -> Vocabulary {
        switch word {
        case "min-max": spanAlternative
        case "z-score": zScoreAlternative
        case "percentile-rank": percentileAlternative
        default: rankAlternative
        }
    }
    static let field = Vocabulary(
        element: "field",
        keys: metadata + ["type", "values", "optional", "min", "max", "currency"])
    static let computedField = Vocabulary(element: "field", keys: metadata + ["type", "value"])
    static let table = Vocabulary(
        element: "table", keys: metadata + ["key", "within", "fields", "checks"])
    static let check = Vocabulary(
        element: "check", keys: metadata + ["id", "when", "expect"])
    static let effortCheck = Vocabulary(
        element: "effort check",
        keys: metadata + [
            "id", "of", "plan", "actual", "better", "revised", "late", "periods", "assumed",
        ])
    static let parameter = Vocabulary(
        element: "parameter", keys: metadata + ["value", "values", "from", "assumed", "currency"])
    static let datedValue = Vocabulary(
        element: "dated value", keys: ["from", "value", "basis", "note"])
    static let source = Vocabulary(
        element: "source",
        keys: ["title", "publisher", "link", "date", "last-checked", "note", "article"])
    static let citation = Vocabulary(element: "basis", keys: ["source", "clause"])
    static let node = Vocabulary(
        element: "node",
        keys: metadata + [
            "id", "indicator", "assumed", "applies-when", "aggregate", "coverage", "value",
            "coding",
            "empty", "missing", "treat", "score", "grade", "corrections", "round", "weight",
            "nodes", "bounds", "min", "max", "stage",
        ] + criterionKeys)
    static let indicatorFile = Vocabulary(
        element: "indicator",
        keys: node.keys.filter { $0 != "weight" && $0 != "id" } + ["parameters"])
    static let missing = Vocabulary(element: "missing", keys: ["rule", "reason", "open"])
    static let missingGrade = Vocabulary(element: "missing grade", keys: ["grade", "mark"])
    static let last = Vocabulary(element: "last", keys: ["at-most"])
    static let expectation = Vocabulary(element: "expectation-maximisation", keys: ["with"])
    static let treat = Vocabulary(
        element: "treat", keys: ["over", "when", "winsorise", "otherwise", "basis", "note"])
    static let treatWhen = Vocabulary(element: "treat when", keys: ["skewness", "kurtosis"])
    static let winsorise = Vocabulary(element: "winsorise", keys: ["at-most"])
    static let coverage = Vocabulary(element: "coverage", keys: ["at-least", "basis", "note"])
    static let aggregate = Vocabulary(
        element: "aggregate", keys: ["not-applicable", "missing", "excluded"])
    static let harmonic = Vocabulary(element: "harmonic", keys: aggregate.keys + ["zeros"])
    static let geometric = Vocabulary(element: "geometric", keys: aggregate.keys + ["zeros"])
    static let power = Vocabulary(element: "power", keys: aggregate.keys + ["exponent", "zeros"])
    static let kthBest = Vocabulary(element: "k-th-best", keys: aggregate.keys + ["k"])
    static let weakest = Vocabulary(
        element: "weakest", keys: aggregate.keys + ["plus-when-another-is-higher"])
    static let lookupAggregate = Vocabulary(
        element: "aggregate lookup", keys: aggregate.keys + ["tables"])
    static let lookup = Vocabulary(
        element: "lookup", keys: ["rows", "title", "note", "basis"])
    /// The keys of an aggregate of that name.
    static func aggregate(_ word: String) -> Vocabulary {
        switch word {
        case "harmonic": harmonic
        case "geometric": geometric
        case "power": power
        case "k-th-best": kthBest
        case "weakest": weakest
        case "lookup": lookupAggregate
        default: aggregate
        }
    }
    /// The aggregates whose children have weights.
    static let weightedAggregates: Set = [
        "weighted-mean", "weighted-sum", "harmonic", "geometric", "power", "copeland",
    ]
    static let weight = Vocabulary(element: "weight", keys: ["by", "blend"])
    static let weightPart = Vocabulary(element: "blend", keys: ["part", "by"])
    static let correction = Vocabulary(
        element: "correction",
        keys: [
            "bonus", "penalty", "cap", "floor", "gate", "caps-at", "at-most", "when", "unknown",
            "may-exceed", "basis", "note", "title",
        ])
    static let bounds = Vocabulary(element: "bounds", keys: ["unknown", "of", "min", "max"])
    static let asIs = Vocabulary(element: "as-is", keys: ["floor", "cap"])
    static let rung = Vocabulary(
        element: "row", keys: ["when", "score", "otherwise", "title", "basis", "note"])
    static let checklist = Vocabulary(
        element: "checklist", keys: ["all-of", "any-of", "at-least", "of", "score", "otherwise"])
    static let checklistItem = Vocabulary(
        element: "checklist item", keys: ["when", "points", "title", "basis", "note"])
    static let goalposts = Vocabulary(element: "goalposts", keys: ["worst", "best", "to"])
    static let targetRange = Vocabulary(element: "target-range", keys: ["full", "zero"])
    static let distance = Vocabulary(element: "distance", keys: ["to", "below", "above"])
    static let achievement = Vocabulary(
        element: "target-achievement",
        keys: [
            "target", "better", "full", "credit", "baseline", "cap", "floor", "zero-target",
            "zero-actual", "flat-target",
        ])
    static let minMax = Vocabulary(element: "min-max", keys: ["over", "better", "constant", "to"])
    static let percentileRank = Vocabulary(
        element: "percentile-rank", keys: ["over", "better", "ties", "constant", "to"])
    static let zScore = Vocabulary(
        element: "z-score",
        keys: [
            "over", "better", "deviation", "constant", "at-mean", "per-deviation", "floor", "cap",
        ])
    static let fractionOfMax = Vocabulary(
        element: "fraction-of-max", keys: ["over", "better", "to", "floor", "cap"])
    static let distanceToReference = Vocabulary(
        element: "distance-to-reference", keys: ["over", "better", "body", "to", "floor", "cap"])
    static let distanceToTarget = Vocabulary(
        element: "distance-to-target", keys: ["over", "better", "target", "to", "floor", "cap"])
    static let rank = Vocabulary(element: "rank", keys: ["over", "better", "ties"])
    static let borda = Vocabulary(element: "borda", keys: rank.keys)
    static let pointsRow = Vocabulary(
        element: "points row", keys: ["from", "below", "to", "points"])
    static let grades = Vocabulary(
        element: "grades", keys: ["id", "order", "title", "note", "basis"])
    static let quota = Vocabulary(
        element: "quota", keys: ["over", "better", "shares", "counts", "ties"])
    static let quotaShare = Vocabulary(element: "share", keys: ["grade", "share"])
    static let gradeBand = Vocabulary(
        element: "grade band", keys: ["grade", "from", "below", "to"])
    static let testCase = Vocabulary(
        element: "test case",
        keys: [
            "name", "basis", "note", "node", "period", "kind", "group", "scores", "given",
            "earlier", "others", "then", "within",
        ])
    static let otherBody = Vocabulary(
        element: "other body", keys: ["id", "kind", "group", "scores", "given", "earlier", "note"])
    static let expected = Vocabulary(
        element: "expectation",
        keys: [
            "state", "value", "score", "grade", "mark", "band", "lower", "upper", "filled",
        ])

    /// How a value becomes a score.
    static let scores = [
        "as-is", "knots", "thresholds", "points", "goalposts", "target-range", "distance",
        "target-achievement",
        "min-max", "rank", "borda", "percentile-rank", "z-score", "fraction-of-max",
        "distance-to-reference", "distance-to-target",
    ]
    /// How conditions become a score, without a value.
    static let conditionRules = ["ladder", "checklist"]
    /// All that can stand under `score`.
    static let scoreWords = scores + conditionRules
    /// The types of inputs, fields and parameters.
    static let types = [
        "number", "share", "percent", "count", "money", "days", "date", "period", "code", "text",
        "flag",
    ]
    /// Missing rules of the language's design that this version does not compute yet.
    static let laterMissing = ["impute"]
}
