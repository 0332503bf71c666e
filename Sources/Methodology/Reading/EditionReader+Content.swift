internal import Arithmetic
internal import Diagnostics
internal import Expressions

extension EditionReader {
    /// What yields the value, and the numbers that its words stand for.
    mutating func content(
        _ draft: Draft, _ scale: Node.Scale
    ) -> (content: Node.Content, coding: [Fixed]) {
        let object = draft.object
        if let rule = object.conditionRule {
            checkNoValue(object)
            return (conditionContent(rule, object, scale), [])
        }
        if let grade = object["grade"], !object.has("value"), !object.has("nodes") {
            checkNoValue(object)
            return gradeContent(grade, object)
        }
        let content = numberContent(draft)
        guard case .formula(let formula, _) = content else { return (content, []) }
        return (content, readCoding(object, formula))
    }

    private mutating func numberContent(_ draft: Draft) -> Node.Content {
        let object = draft.object
        if let value = object["value"] {
            for key in ["nodes", "aggregate", "coverage"] where object.has(key) {
                reader.fail(
                    "node.both", object[key]?.place ?? object.place,
                    "a node with a value has \(key) as well",
                    help: "A leaf has value and score; an inner node has aggregate and nodes")
            }
            return formulaContent(value, object)
        }
        checkNoValue(object, isFormula: aggregateWord(of: draft) == "formula")
        guard object.has("nodes") else {
            reader.fail(
                "node.silent", object.place, "the node has neither a value nor nodes beneath it",
                help: "Write value: and score: for a leaf, aggregate: and nodes: for an inner node")
            return .heading
        }
        if object["nodes"]?.items?.isEmpty ?? false {
            reader.fail(
                "node.silent", object["nodes"]?.place ?? object.place,
                "the node has no nodes beneath it",
                help: "List its children, or write value: and score: for a leaf")
        }
        // What is wrong is told with the grade.
        if Self.hasRequirements(object), !object.has("aggregate") { return .heading }
        // So it is where a cell has no place among the stages.
        if object.has("stage"), !object.has("aggregate") { return .heading }
        guard
            let aggregate = reader.need(
                object, "aggregate", in: "node",
                help: "Write none for a heading, or weighted-mean: with a policy for "
                    + "not-applicable, missing and excluded")
        else { return .heading }
        if aggregate.scalar == "none" {
            checkHeading(object)
            return .heading
        }
        return aggregateContent(aggregate, draft)
    }

    /// Keys that say something about a value.
    private mutating func checkNoValue(_ object: Object, isFormula: Bool = false) {
        for key in isFormula ? ["coding"] : ["empty", "coding"] where object.has(key) {
            reader.fail(
                "node.both", object[key]?.place ?? object.place,
                "\(key) stands at a node without a value",
                help: key == "empty"
                    ? "It belongs to leaves, whose value can have a denominator of zero"
                    : "It belongs to leaves, whose value can be a word")
        }
    }

    private mutating func checkHeading(_ object: Object) {
        for key in [
            "score", "grade", "coverage", "corrections", "missing", "treat", "round", "bounds",
            "applies-when", "min",
            "max", "assumed",
        ]
        where object.has(key) {
            reader.fail(
                "node.heading", object[key]?.place ?? object.place,
                "a heading has no score, and \(key) stands there",
                help: "Leave it out, or write an aggregate")
        }
    }

    private mutating func formulaContent(_ value: YAML, _ object: Object) -> Node.Content {
        let isCoded = object.has("coding")
        guard let formula = formula(value, expecting: isCoded ? .code : .number) else {
            return .heading
        }
        let empty = object["empty"].flatMap { reader.word($0, "empty", Node.EmptyRule.self) }
        checkEmpty(object, formula)
        return .formula(formula, empty: empty)
    }
}
