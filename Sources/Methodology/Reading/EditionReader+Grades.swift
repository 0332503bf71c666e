internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

extension EditionReader {
    /// Words that stand where a grade could stand and mean something else.
    private static let taken: Set<String> = [
        "otherwise", "bands", "from", "quota", "score", "missing", "excluded", "not-applicable",
    ]
    /// More grades than any act has.
    private static let most = 100

    /// The grades that nodes may have in the place of scores.
    mutating func readGrades() {
        guard let yaml = root["grades"], let object = reader.object(yaml, .grades) else { return }
        let id = reader.need(object, "id", in: "grades", help: "Give them an id, as in marks")
            .flatMap { reader.identifier($0, "the grades") }
        guard
            let list = reader.need(
                object, "order", in: "grades",
                help: "List the words, worst first, as in [D, C, B, A]"),
            let items = reader.items(list, "order")
        else { return }
        let words = items.compactMap { reader.text($0, "the grade") }
        reader.checkDistinct(words, "the grade", at: list.place)
        for (word, item) in zip(words, items) where Self.taken.contains(word) {
            reader.fail(
                "grades.word", item.place, "\"\(word)\" is a word of the language, and no grade",
                help: "Write another word for the grade")
        }
        refuseMarks(items)
        guard words.count >= 2, words.count <= Self.most else {
            reader.fail(
                "grades.size", list.place,
                "\(words.count == 1 ? "one grade stands" : "\(words.count) grades stand") there",
                help: "List 2 to \(Self.most), worst first, as in [D, C, B, A]")
            return
        }
        grades = Grades(
            id: id ?? "", title: object["title"].flatMap { reader.languageMap($0, "the title") },
            order: words.filter { !marks.contains($0) })
    }

    /// A mark of what is missing is no grade, though both may stand in one column of an act.
    private mutating func refuseMarks(_ words: [YAML]) {
        for word in words {
            guard let mark = word.scalar, marks.contains(mark) else { continue }
            reader.fail(
                "grade.mark", word.place,
                "the mark \"\(mark)\" of a missing rule stands among the grades",
                help: "Take it out of the order; it belongs to missing: {rule: {grade: …, mark: "
                    + "\"\(mark)\"}}")
        }
    }

    /// The marks that missing rules give.
    static func marks(in yaml: YAML) -> Set<String> {
        var found: Set<String> = []
        for entry in yaml.entries ?? [] {
            let isRule = entry.key == "rule" && entry.value.entries?.count == 2
            let mark = entry.value.entries?.first { $0.key == "mark" }?.value.scalar
            if isRule, let mark {
                found.insert(mark)
            } else {
                found.formUnion(marks(in: entry.value))
            }
        }
        for item in yaml.items ?? [] { found.formUnion(marks(in: item)) }
        return found
    }

    /// Whether the node has a grade in the place of a score.
    func isGraded(_ draft: Draft) -> Bool {
        draft.object.has("grade") || Self.gradeAggregates.contains(aggregateWord(of: draft))
    }

    /// The edition's grades where the node has one; complains where there are none.
    mutating func grades(of draft: Draft) -> Grades? {
        guard isGraded(draft) else { return nil }
        if grades == nil, !root.has("grades") {
            reader.fail(
                "grades.absent",
                draft.object.entry("grade", "aggregate")?.value.place ?? draft.object.place,
                "the node has a grade, and the edition has no grades",
                help: "Declare them, as in grades: {id: marks, order: [D, C, B, A]}")
        }
        return grades
    }

    /// The position of a grade's word.
    mutating func grade(_ yaml: YAML, _ what: String) -> Int? {
        guard let text = reader.text(yaml, what) else { return nil }
        return grade(text, at: yaml.place)
    }

    /// The position of a grade's word.
    mutating func grade(_ text: String, at place: Place) -> Int? {
        // Where the grades themselves are faulty, that has been told.
        guard let order = grades?.order else { return nil }
        if let position = order.firstIndex(of: text) { return position }
        let nearest = Nearest.word(to: text, among: order)
        reader.fail(
            "grade.unknown", place, "there is no grade \"\(text)\"",
            help: (nearest.map { "Did you mean \"\($0)\"? " } ?? "") + "The grades are "
                + order.joined(separator: ", "))
        return nil
    }

    /// A grade that a correction holds to.
    mutating func gradeEdge(_ yaml: YAML) -> Formula? {
        guard let position = grade(yaml, "the grade"), let text = yaml.scalar else { return nil }
        return Formula.standing(
            for: position, written: FormulaText(text, at: yaml.place, isOnOneLine: true))
    }

    /// What a missing rule sets at a node with a grade: its score, how it is written, its mark.
    mutating func missingGrade(_ rule: YAML) -> (score: Fixed, word: String, mark: String?)? {
        if rule.scalar == "worst" { return (.zero, "worst", nil) }
        guard let entries = rule.entries, entries.contains(where: { $0.key == "grade" }) else {
            reader.fail(
                "missing.rule", rule.place, "a node with a grade has no such missing rule",
                help: "Write worst, {grade: D} or {grade: D, mark: \"D*\"}")
            return nil
        }
        guard let object = reader.object(rule, .missingGrade), let word = object["grade"],
            let position = grade(word, "the grade"), let grades
        else { return nil }
        let mark = object["mark"].flatMap { reader.text($0, "the mark") }
        return (grades.score(position), "grade: \(grades.order[position])", mark)
    }

    /// Complains where a number is read from a node with a grade, or a grade from one with none.
    mutating func checkGraded(_ node: Int, asGrade: Bool, at place: Place) {
        let draft = drafts[node]
        guard isGraded(draft) != asGrade else { return }
        reader.fail(
            asGrade ? "grade.score" : "grade.number", place,
            asGrade
                ? "\"\(draft.id)\" has a score, and no grade"
                : "\"\(draft.id)\" has a grade, and no score",
            help: asGrade
                ? "Write score(\(draft.id)), or give the node a grade"
                : "Write grade(\(draft.id)); coding: says what number a grade is")
    }

    /// Keys that change a number, and have nothing to change at a node with a grade.
    mutating func checkKeys(ofGraded object: Object) {
        for key in ["min", "max", "round", "treat"] {
            guard let yaml = object[key] else { continue }
            reader.fail(
                "grade.key", yaml.place, "the node has a grade, and \(key) belongs to scores",
                help: "Leave it out")
        }
        if let score = object["score"] {
            reader.fail(
                "grade.both", score.place, "the node has both a score and a grade",
                help: "Keep one; a grade for a number is written grade: {bands: […]}")
        }
        if let grade = object["grade"],
            let word = object["aggregate"]?.entries?.first?.key, Self.gradeAggregates.contains(word)
        {
            reader.fail(
                "grade.both", grade.place, "the aggregate \(word) yields a grade already",
                help: "Leave grade out")
        }
    }

    /// An edition with a score says between what it lies.
    mutating func checkScale(_ nodes: [Node]) {
        guard root.has("grades"), !root.has("scale") else { return }
        let scored = nodes.indices.first { !nodes[$0].isGraded && !isHeading($0) }
        guard scored != nil else { return }
        _ = reader.need(root, "scale", in: "edition", help: Self.scaleHelp)
    }

    /// A grade counts in no mean, sum or other calculation with numbers, and a number in none
    /// with grades.
    mutating func checkGrades(_ nodes: [Node]) {
        for node in nodes {
            guard case .aggregate(let aggregate) = node.content else { continue }
            for child in node.children {
                reader.node = node.id
                checkGraded(child, asGrade: aggregate.kind.isOfGrades, at: nodes[child].place)
            }
        }
        reader.node = nil
    }
}
