internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

extension EditionReader {
    /// How the value becomes the score; a leaf has to say it.
    mutating func readScore(
        _ object: Object, _ content: Node.Content, _ scale: Node.Scale
    ) -> Node.ScoreRule {
        let none = Node.ScoreRule.asIs(floor: nil, cap: nil)
        if let yaml = object["grade"] {
            // Where there is no value the grade is the content of the node.
            let isLadder = !object.has("value") && !object.has("nodes")
            return isLadder ? none : gradeRule(yaml, object, content) ?? none
        }
        guard let yaml = object["score"] else {
            if object.has("value") {
                reader.fail(
                    "score.missing", object.place, "nothing says how the value becomes a score",
                    help: "Write score: as-is, {knots: [[0, 0], [90, 100]]} or {points: […]}")
            }
            return none
        }
        // What conditions earn is the content of the node.
        if object.conditionRule != nil { return none }
        let key = yaml.entries?.first?.key ?? yaml.scalar ?? ""
        if key == "as-is" { warnOfShare(content, scale, at: yaml.place) }
        if yaml.scalar == "as-is" { return none }
        guard let entries = yaml.entries, entries.count == 1 else {
            reader.fail(
                "score.form", yaml.place,
                yaml.entries == nil
                    ? "the score rule is \(yaml.shape)" : "there are several score rules",
                help: scoreHelp(yaml))
            return none
        }
        switch key {
        case "as-is": return asIs(entries[0].value, scale) ?? none
        case "knots": return knots(entries[0].value, content, scale) ?? none
        case "thresholds": return thresholds(entries[0].value, content, scale) ?? none
        case "points": return points(entries[0].value, content, scale) ?? none
        case "goalposts": return goalposts(entries[0].value, content, scale) ?? none
        case "target-range": return targetRange(entries[0].value, content, scale) ?? none
        case "distance": return distance(entries[0].value, content, scale) ?? none
        case "target-achievement":
            return achievement(entries[0].value, content, scale) ?? none
        case _ where Self.comparisons.contains(key):
            let isLeaf = object.has("value")
            let rule = comparison(key, entries[0].value, content, isLeaf: isLeaf, scale)
            if !object.has("corrections") { checkRank(rule, scale, at: yaml.place) }
            return rule ?? none
        default:
            let nearest = Nearest.word(to: key, among: Vocabulary.scoreWords)
            reader.fail(
                "score.form", entries[0].keyPlace, "there is no score rule \"\(key)\"",
                help: nearest.map { "Did you mean \"\($0)\"?" }
                    ?? "Write one of: " + Vocabulary.scoreWords.joined(separator: ", "))
            return none
        }
    }

    /// One body has the rank 1, or 0 points, however many there are.
    private mutating func checkRank(
        _ rule: Node.ScoreRule?, _ scale: Node.Scale, at place: Place
    ) {
        guard case .comparison(let comparison)? = rule,
            case .rank(_, let isBorda) = comparison.kind
        else { return }
        _ = isWithin(scale, isBorda ? .zero : .one, "score.scale", at: place)
    }

    /// What a rule looks like of which only the word stands there, or several rules.
    private func scoreHelp(_ yaml: YAML) -> String {
        if yaml.entries?.contains(where: { $0.key == "as-is" }) ?? false {
            return "Write what limits the value beneath it, as in {as-is: {cap: 95}}"
        }
        if yaml.entries?.contains(where: { Vocabulary.thresholds.keys.contains($0.key) }) ?? false {
            return "Write them beneath thresholds, as in {thresholds: {floor: 20, full: 100}}"
        }
        return yaml.scalar.flatMap { Self.scoreForms[$0] }.map {
            "Say beneath it what it needs, as in \($0)"
        } ?? "Write one of: " + Vocabulary.scoreWords.joined(separator: ", ")
    }

    /// Score rules that need something beneath them, by their words.
    private static let scoreForms = [
        "knots": "{knots: [[0, 0], [90, 100]]}",
        "thresholds": "{thresholds: {floor: 20, pass: 76, full: 100}}",
        "points": "{points: [{below: 10, points: 0}, {from: 10, points: 100}]}",
        "goalposts": "{goalposts: {worst: 0, best: 90}}",
        "target-range": "{target-range: {full: [40, 60], zero: [0, 100]}}",
        "distance": "{distance: {to: 50, below: 2, above: 1}}",
        "target-achievement": "{target-achievement: {target: 90, better: higher, cap: 100}}",
        "min-max": "{min-max: {over: bodies, better: higher, constant: missing, to: scale}}",
        "rank": "{rank: {over: bodies, better: higher, ties: lowest}}",
        "borda": "{borda: {over: bodies, better: higher, ties: lowest}}",
        "percentile-rank": "{percentile-rank: {over: bodies, better: higher, ties: mean, "
            + "constant: missing, to: scale}}",
        "z-score": "{z-score: {over: bodies, better: higher, deviation: sample, …}}",
        "fraction-of-max": "{fraction-of-max: {over: bodies, better: higher, to: scale}}",
        "distance-to-reference": "{distance-to-reference: {over: bodies, better: higher, "
            + "body: a, to: scale}}",
        "distance-to-target": "{distance-to-target: {over: bodies, better: higher, target: 90, "
            + "to: scale}}",
        "ladder": "{ladder: [{when: condition, score: 100}, {otherwise: 0}]}",
        "checklist": "{checklist: {all-of: [condition, condition], score: 100, otherwise: 0}}",
    ]

    /// Of a leaf; `nil` for inner nodes, whose value is a score.
    private func valueType(of content: Node.Content) -> ValueType? {
        guard case .formula(let formula, _) = content else { return nil }
        // A word stands for a number.
        return formula.expression.type.isCode ? .number : formula.expression.type
    }

    /// What an edge is compared with; `nil` where the value is faulty.
    func kind(of content: Node.Content) -> (type: ValueType, name: String)? {
        switch content {
        case .formula(let formula, _):
            let type = formula.expression.type
            return type.isCode ? (.number, "a number for a word") : (type, type.named)
        case .aggregate: return (.number, "made of scores")
        case .ladder, .checklist, .heading: return nil
        }
    }

    /// A share on a scale up to 100 is nearly always a forgotten factor.
    private mutating func warnOfShare(
        _ content: Node.Content, _ scale: Node.Scale, at place: Place
    ) {
        guard valueType(of: content) == .share, scale.greatest >= .hundred else { return }
        reader.log.warning(
            "score.share", at: place, node: reader.node,
            "the value is a share (0…1), and the scale ends at \(scale.greatest)",
            help: "Multiply the value by 100, or declare max: 1")
    }

    private mutating func asIs(_ yaml: YAML, _ scale: Node.Scale) -> Node.ScoreRule? {
        guard let object = reader.object(yaml, .asIs) else { return nil }
        let floor = object["floor"].flatMap { reader.plain($0, "the floor") }
        let cap = object["cap"].flatMap { reader.plain($0, "the cap") }
        guard checkLimits(floor, cap, at: yaml.place) else { return nil }
        for edge in [floor, cap].compactMap({ $0 })
        where !isWithin(scale, edge, "score.scale", at: yaml.place) { return nil }
        return .asIs(floor: floor, cap: cap)
    }

    /// Whether a floor and a cap, where both are given, leave room between them.
    @discardableResult mutating func checkLimits(
        _ floor: Fixed?, _ cap: Fixed?, at place: Place
    ) -> Bool {
        guard let floor, let cap, cap <= floor else { return true }
        reader.fail(
            "score.order", place, "the cap (\(cap)) is not above the floor (\(floor))",
            help: "Write the lesser number as floor")
        return false
    }

    /// An edge in the unit of the value.
    mutating func edge(_ yaml: YAML, _ what: String, _ content: Node.Content) -> Fixed? {
        let isPercentage = yaml.scalar.map { reader.isPercentage($0) } ?? false
        if isPercentage, let value = kind(of: content), value.type != .share {
            reader.fail(
                "score.percent", yaml.place,
                "\(what) is \(yaml.shape), which is a share, and the value is \(value.name)",
                help: "Leave out the % sign")
            return nil
        }
        guard let edge = reader.fixed(yaml, what) else { return nil }
        if !isPercentage, valueType(of: content) == .share, .one < edge {
            reader.fail(
                "score.edge", yaml.place, "\(what) is \(edge), and the value is a share (0…1)",
                help: "Write \(edge) %")
            return nil
        }
        return edge
    }

    private mutating func knots(
        _ yaml: YAML, _ content: Node.Content, _ scale: Node.Scale
    ) -> Node.ScoreRule? {
        guard let items = reader.items(yaml, "knots") else { return nil }
        guard items.count >= 2 else {
            reader.fail(
                "knots.form", yaml.place, "a line needs two knots, and there are \(items.count)",
                help: "Write at least two, as in [[0, 0], [90, 100]]")
            return nil
        }
        var knots: [Node.Knot] = []
        for item in items {
            guard let pair = item.items, pair.count == 2 else {
                reader.fail(
                    "knots.form", item.place, "a knot is a value and its score",
                    help: "Write it as in [90, 100]")
                return nil
            }
            let value = edge(pair[0], "the value of a knot", content)
            let score = reader.plain(pair[1], "the score of a knot")
            guard let value, let score,
                isWithin(scale, score, "knots.scale", at: pair[1].place)
            else { return nil }
            knots.append(Node.Knot(value: value, score: score))
        }
        let isFalling = knots[1].value < knots[0].value
        for (index, (first, second)) in zip(knots, knots.dropFirst()).enumerated()
        where first.value == second.value || (second.value < first.value) != isFalling {
            reader.fail(
                "knots.order", items[index + 1].place,
                "the knot at \(second.value) stands after the one at \(first.value)",
                help: "Order the knots by value, rising or falling, each value once")
            return nil
        }
        return .knots(isFalling ? knots.reversed() : knots)
    }

    private mutating func points(
        _ yaml: YAML, _ content: Node.Content, _ scale: Node.Scale
    ) -> Node.ScoreRule? {
        rangeRows(yaml, "points", .pointsRow, content) { reader, object in
            guard
                let yaml = reader.reader.need(
                    object, "points", in: "points row", help: "Say how many points it earns"),
                let points = reader.reader.plain(yaml, "the number of points"),
                reader.isWithin(scale, points, "points.scale", at: yaml.place)
            else { return nil }
            return (points, "\(points) points")
        }
    }

    /// Ranges of the value and what each earns, which the closure reads, with its name.
    mutating func rangeRows(
        _ yaml: YAML, _ key: String, _ vocabulary: Vocabulary, _ content: Node.Content,
        earns: (inout EditionReader, Object) -> (points: Fixed, name: String)?
    ) -> Node.ScoreRule? {
        guard let items = reader.items(yaml, key) else { return nil }
        var rows: [(range: WrittenRange, points: Fixed)] = []
        let grid = valueType(of: content) == .count ? 0 : nil
        for item in items {
            guard let object = reader.object(item, vocabulary),
                let (points, name) = earns(&self, object)
            else { return nil }
            let range = writtenRange(object, name: name, grid: grid) {
                $0.edge($1, $2, content)
            }
            guard let range else { return nil }
            rows.append((range, points))
        }
        rows.sort { $0.range.isBefore($1.range) }
        let codes = RangeCodes(
            gap: "points.gap", overlap: "points.overlap", order: "points.order", to: "points.to",
            figure: "value", grid: "a count as value")
        guard
            checkRanges(rows.map(\.range), covering: nil, grid: grid, codes, at: yaml.place)
        else { return nil }
        return .points(
            rows.map {
                Node.PointsRow(
                    from: $0.range.from, below: $0.range.below, points: $0.points,
                    place: $0.range.place)
            })
    }
}
