internal import Diagnostics
internal import Expressions

extension EditionReader {
    mutating func content(_ draft: Draft) -> Node.Content {
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
        if let empty = object["empty"], aggregateWord(of: draft) != "formula" {
            reader.fail(
                "node.both", empty.place, "empty stands at a node without a value",
                help: "It belongs to leaves, whose value can have a denominator of zero")
        }
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

    private mutating func checkHeading(_ object: Object) {
        for key in [
            "score", "coverage", "corrections", "missing", "round", "bounds", "applies-when", "min",
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
        guard let formula = formula(value, expecting: .number) else { return .heading }
        let empty = object["empty"].flatMap { reader.word($0, "empty", Node.EmptyRule.self) }
        checkEmpty(object, formula)
        return .formula(formula, empty: empty)
    }
}
