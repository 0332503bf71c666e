internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

/// Scores that conditions earn: of a leaf without a value.
extension EditionReader {
    /// The content of a leaf whose score conditions earn.
    mutating func conditionContent(
        _ entry: YAML.Entry, _ object: Object, _ scale: Node.Scale
    ) -> Node.Content {
        for key in ["value", "nodes", "aggregate"] where object.has(key) {
            reader.fail(
                "node.both", object[key]?.place ?? object.place,
                "a node with a \(entry.key) has \(key) as well",
                help: "A \(entry.key) looks at conditions and at no value; leave one of them out")
        }
        let content =
            entry.key == "ladder"
            ? scoreLadder(entry.value, scale).map { Node.Content.ladder($0) }
            : checklist(entry.value, scale).map { Node.Content.checklist($0) }
        return content ?? .heading
    }

    /// Rows from the best down, the last of which says what is left.
    private mutating func scoreLadder(_ yaml: YAML, _ scale: Node.Scale) -> Node.Ladder? {
        guard let items = reader.items(yaml, "ladder") else { return nil }
        reader.checkFilled(yaml, "the ladder")
        let help =
            "Write the rows from the best down, as in [{when: a, score: 100}, {otherwise: 0}]"
        var rungs: [Node.Ladder.Rung] = []
        var otherwise: Fixed?
        var isSound = true
        for (index, item) in items.enumerated() {
            guard let object = reader.object(item, .rung) else { return nil }
            let isLast = index == items.count - 1
            if let left = object["otherwise"] {
                otherwise = score(left, scale)
                guard isLast, object.entry("when", "score") == nil else {
                    reader.fail(
                        "ladder.form", left.place, "otherwise stands beside or before other rows",
                        help: help)
                    return nil
                }
                continue
            }
            let when = reader.need(object, "when", in: "row", help: help).flatMap {
                guardedFormula($0, expecting: .condition, literals: .any, where: applies)
            }
            let earned = reader.need(object, "score", in: "row", help: help)
                .flatMap { score($0, scale) }
            guard let when, let earned else {
                isSound = false
                continue
            }
            rungs.append(Node.Ladder.Rung(when: when, score: earned))
        }
        guard let last = items.last else { return nil }
        if last.entries?.contains(where: { $0.key == "otherwise" }) != true {
            reader.fail(
                "ladder.form", last.place, "the ladder does not say what is left when no row holds",
                help: "Add {otherwise: 0} as the last row")
        }
        guard isSound, let otherwise else { return nil }
        checkOrder(rungs, otherwise)
        return Node.Ladder(rungs: rungs, otherwise: otherwise)
    }

    /// The first row that holds decides, so none may be worse than one below it.
    private mutating func checkOrder(_ rungs: [Node.Ladder.Rung], _ otherwise: Fixed) {
        let below = rungs.dropFirst().map(\.score) + [otherwise]
        for (rung, next) in zip(rungs, below) where rung.score <= next {
            reader.fail(
                "ladder.order", rung.when.source.place,
                "the row that earns \(rung.score) stands above one of \(next)",
                help: "Order the rows from the best down, each score once")
        }
    }

    private mutating func score(_ yaml: YAML, _ scale: Node.Scale) -> Fixed? {
        guard let score = reader.plain(yaml, "the score"),
            isWithin(scale, score, "score.scale", at: yaml.place)
        else { return nil }
        return score
    }

    /// A list of conditions with points each, or a group that says how many have to hold.
    private mutating func checklist(_ yaml: YAML, _ scale: Node.Scale) -> Node.Checklist? {
        if yaml.items != nil { return pointList(yaml, scale) }
        guard let object = reader.object(yaml, .checklist) else { return nil }
        let keys = ["all-of", "any-of", "of"].filter { object.has($0) }
        guard let key = keys.first, keys.count == 1, let list = object[key],
            object.has("at-least") == (key == "of")
        else {
            reader.fail(
                "checklist.form", yaml.place,
                keys.count > 1
                    ? "the checklist has \(keys.joined(separator: " and "))"
                    : "the checklist does not say how many conditions have to hold",
                help: "Write all-of: […], any-of: […], or at-least: 2 with of: […]")
            return nil
        }
        guard let items = reader.items(list, key) else { return nil }
        reader.checkFilled(list, "the list under \(key)")
        let read = items.compactMap { item($0, scale, hasPoints: false) }
        let help = "Say both scores, as in score: 100 and otherwise: 0"
        let score = reader.need(object, "score", in: "checklist", help: help)
            .flatMap { self.score($0, scale) }
        let otherwise = reader.need(object, "otherwise", in: "checklist", help: help)
            .flatMap { self.score($0, scale) }
        var least: Int? = key == "any-of" ? 1 : items.count
        if key == "of" { least = atLeast(object, of: items.count) }
        guard let score, let otherwise, let least, !read.isEmpty, read.count == items.count else {
            return nil
        }
        if score <= otherwise {
            reader.fail(
                "ladder.order", object["otherwise"]?.place ?? yaml.place,
                "what is left (\(otherwise)) is not worse than the score (\(score))",
                help: "Write the greater number as score")
        }
        return Node.Checklist(
            form: .count(atLeast: least, score: score, otherwise: otherwise), items: read)
    }

    private mutating func atLeast(_ object: Object, of count: Int) -> Int? {
        guard let yaml = object["at-least"] else { return nil }
        if let number = yaml.scalar.flatMap({ Int($0) }), number >= 1, number <= count {
            return number
        }
        reader.fail(
            "checklist.count", yaml.place, "at-least is \(yaml.shape), of \(count) conditions",
            help: "Write a whole number from 1 to \(count)")
        return nil
    }

    /// Conditions that earn points each; all of them together lie on the scale.
    private mutating func pointList(_ yaml: YAML, _ scale: Node.Scale) -> Node.Checklist? {
        let items = yaml.items ?? []
        reader.checkFilled(yaml, "the checklist")
        let read = items.compactMap { item($0, scale, hasPoints: true) }
        guard !read.isEmpty, read.count == items.count else { return nil }
        let list = Node.Checklist(form: .points, items: read)
        let reach = list.points
        guard let least = reach.least, let greatest = reach.greatest,
            Fraction(scale.least) <= least, greatest <= Fraction(scale.greatest)
        else {
            reader.fail(
                "checklist.scale", yaml.place,
                "the points come to \(reach.text), and the scale is \(scale.least) … "
                    + "\(scale.greatest)",
                help: "Declare min: and max: of the node, or change the points")
            return nil
        }
        return list
    }

    private mutating func item(
        _ yaml: YAML, _ scale: Node.Scale, hasPoints: Bool
    ) -> Node.Checklist.Item? {
        var (condition, points, title) = (yaml, Fixed.zero as Fixed?, nil as LanguageMap?)
        if yaml.entries != nil || hasPoints {
            guard let object = reader.object(yaml, .checklistItem) else { return nil }
            let help = "Write it as in {when: a, points: 2}"
            guard let when = reader.need(object, "when", in: "checklist item", help: help) else {
                return nil
            }
            condition = when
            title = object["title"].flatMap { reader.languageMap($0, "the title") }
            if hasPoints {
                points = reader.need(object, "points", in: "checklist item", help: help)
                    .flatMap { reader.plain($0, "the number of points") }
            } else if let yaml = object["points"] {
                reader.fail(
                    "checklist.form", yaml.place, "points stand where conditions are counted",
                    help: "Leave them out, or write the checklist as a list alone")
            }
        }
        let when = guardedFormula(
            condition, expecting: .condition, literals: .any, where: applies)
        guard let when, let points else { return nil }
        return Node.Checklist.Item(when: when, points: points, title: title)
    }
}

extension Node.Checklist {
    /// Between what the points of its items come to.
    var points: Interval {
        var (least, greatest) = (Interval.zero as Fraction?, Interval.zero as Fraction?)
        for item in items {
            let points = Fraction(item.points)
            // Sums that do not fit lie outside every scale.
            if points.sign < 0 { least = least.flatMap { try? $0.adding(points).reduced } }
            if points.sign > 0 { greatest = greatest.flatMap { try? $0.adding(points).reduced } }
        }
        return Interval(least, greatest)
    }

    /// Between what its score lies.
    var reach: Interval {
        switch form {
        case .points: points
        case .count(_, let score, let otherwise): Interval(Fraction(otherwise), Fraction(score))
        }
    }
}

extension Object {
    /// The ladder or checklist of a node; `nil` where it has neither.
    var conditionRule: YAML.Entry? {
        guard let entries = self["score"]?.entries, entries.count == 1 else { return nil }
        return entries.first { Vocabulary.conditionRules.contains($0.key) }
    }
}
