internal import Arithmetic
internal import Diagnostics
internal import Expressions

/// The missing rule that takes what is expected beside the values of other leaves.
extension EditionReader {
    /// More leaves than any method looks at; the work grows with the third power of their number.
    private static let mostLeaves = 100

    mutating func expectationMaximisation(_ rule: YAML) -> Node.Substitute.Source? {
        let help = "Name the leaves it looks at, as in {expectation-maximisation: {with: [a, b]}}"
        guard let yaml = rule.entries?.first?.value else {
            reader.fail(
                "missing.rule", rule.place,
                "expectation-maximisation does not say which leaves it looks at", help: help)
            return nil
        }
        guard arithmetic == .double else {
            reader.fail(
                "missing.needs-double", rule.place,
                "expectation-maximisation needs doubles, and the edition counts in exact decimals",
                help: "Write arithmetic: double in the edition, or take group-mean or "
                    + "group-median")
            return nil
        }
        guard let object = reader.object(yaml, .expectation),
            let with = reader.need(object, "with", in: "expectation-maximisation", help: help),
            let items = reader.items(with, "with")
        else { return nil }
        reader.checkFilled(with, "the list of leaves")
        let leaves = items.compactMap { leaf($0) }
        reader.checkDistinct(leaves.map { drafts[$0].id }, "the leaf", at: with.place)
        guard items.count <= Self.mostLeaves else {
            reader.fail(
                "missing.leaves", with.place, "\(items.count) leaves are looked at",
                help: "Name up to \(Self.mostLeaves), those that go together with this one")
            return nil
        }
        guard !items.isEmpty, leaves.count == items.count, Set(leaves).count == leaves.count else {
            return nil
        }
        return .expectationMaximisation(with: leaves)
    }

    /// A leaf with a number of its own, and not the node itself.
    private mutating func leaf(_ yaml: YAML) -> Int? {
        guard let id = reader.identifier(yaml, "the leaf"),
            let position = position(ofNode: id, at: yaml.place)
        else { return nil }
        let draft = drafts[position]
        if position == scope.node {
            reader.fail(
                "missing.leaves", yaml.place, "\(id) is the node itself",
                help: "Leave it out: its own values are looked at in any case")
            return nil
        }
        guard draft.object.has("value"), !isGraded(draft) else {
            reader.fail(
                "missing.leaves", yaml.place, "\(id) has no value that is a number",
                help: "Name leaves with value: and score:")
            return nil
        }
        return position
    }
}
