internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

/// What stands under `grade:` of a node.
extension EditionReader {
    /// How a node comes to its grade.
    enum GradeForm {
        /// The highest grade whose requirement holds.
        case requirements([YAML.Entry])
        /// A code whose words are grades.
        case from(YAML)
        /// Ranges of the value.
        case bands(YAML)
        /// Shares of the bodies.
        case quota(YAML)
    }

    /// The keys under `grade:` that are no grades.
    private static let gradeKeys = ["from", "bands", "quota"]

    /// What stands under `grade:`, and complains where it is none of them.
    mutating func gradeForm(_ yaml: YAML) -> GradeForm? {
        let help =
            "Write {A: condition, …, otherwise: D}, {from: input} or {bands: [{grade: A, from: 90}, …]}"
        guard let entries = yaml.entries, !entries.isEmpty else {
            let what = yaml.entries == nil ? "the grade is \(yaml.shape)" : "the grade says nothing"
            reader.fail("grade.form", yaml.place, what, help: help)
            return nil
        }
        let own = entries.first { Self.gradeKeys.contains($0.key) }
        guard let own else { return .requirements(entries) }
        guard entries.count == 1 else {
            reader.fail(
                "grade.form", yaml.place, "the grade is told in several ways", help: help)
            return nil
        }
        switch own.key {
        case "from": return .from(own.value)
        case "bands": return .bands(own.value)
        default: return .quota(own.value)
        }
    }

    /// The content of a leaf that has a grade and no value.
    mutating func gradeContent(
        _ yaml: YAML, _ object: Object
    ) -> (content: Node.Content, coding: [Fixed]) {
        switch gradeForm(yaml) {
        case .requirements(let entries):
            return (ladder(entries, object).map { .ladder($0) } ?? .heading, [])
        case .from(let from):
            guard let formula = guardedFormula(from, expecting: .code),
                case .code(let words) = formula.expression.type
            else { return (.heading, []) }
            return (.formula(formula, empty: nil), positions(of: words, at: from.place))
        case .bands, .quota:
            reader.fail(
                "node.silent", yaml.place,
                "grades are told for ranges of a value, and there is none",
                help: "Write value: beside it, or aggregate: and nodes:")
            return (.heading, [])
        case nil: return (.heading, [])
        }
    }

    /// The formula under `from:`, as it is written.
    func gradeFrom(_ object: Object) -> String? {
        object["grade"]?.entries?.first { $0.key == "from" }?.value.scalar
    }

    /// The score that each of the words stands for; each has to be a grade.
    private mutating func positions(of words: [String], at place: Place) -> [Fixed] {
        guard let grades else { return [] }
        let others = words.filter { !grades.order.contains($0) }
        guard others.isEmpty else {
            reader.fail(
                "grade.from", place,
                "a value can be \(others.joined(separator: ", ")), which is no grade",
                help:
                    "List only grades under values:; what is not known or not applicable is a blank"
            )
            return []
        }
        return words.compactMap { grades.order.firstIndex(of: $0) }.map { grades.score($0) }
    }

    /// Requirements, best grade first, wherever they stand in the file.
    private mutating func ladder(_ entries: [YAML.Entry], _ object: Object) -> Node.Ladder? {
        let written = Object(place: object["grade"]?.place ?? object.place, entries: entries)
        let otherwise = reader.need(
            written, "otherwise", in: "grade",
            help: "Say what it is when no requirement holds, as in otherwise: D"
        ).flatMap { grade($0, "otherwise") }
        var rungs: [(position: Int, when: Formula)] = []
        for entry in entries where entry.key != "otherwise" {
            let position = grade(entry.key, at: entry.keyPlace)
            let when = guardedFormula(
                entry.value, expecting: .condition, literals: .any, where: applies)
            guard let position, let when else { continue }
            rungs.append((position, when))
        }
        if let otherwise, isReversed(rungs.map(\.position), otherwise) { return nil }
        for entry in entries where entry.key != "otherwise" {
            guard let otherwise, let position = grades?.order.firstIndex(of: entry.key),
                position <= otherwise
            else { continue }
            reader.fail(
                "grade.order", entry.keyPlace,
                "the requirement of \(entry.key) earns nothing: without it the grade is "
                    + (position == otherwise ? "\(entry.key) as well" : "better"),
                help: "Let otherwise be worse than every grade with a requirement")
        }
        guard let grades, let otherwise, rungs.count == entries.count - 1 else { return nil }
        rungs.sort { $0.position > $1.position }
        return Node.Ladder(
            rungs: rungs.map { Node.Ladder.Rung(when: $0.when, score: grades.score($0.position)) },
            otherwise: grades.score(otherwise))
    }

    /// Whether every requirement earns less than none, from the last grade in the order on: then
    /// the order is told to be the wrong way round, once.
    private mutating func isReversed(_ positions: [Int], _ otherwise: Int) -> Bool {
        guard let grades, positions.count > 1, otherwise == grades.order.count - 1,
            positions.allSatisfy({ $0 < otherwise })
        else { return false }
        defer { isOrderDoubted = true }
        guard !isOrderDoubted else { return true }
        let list = root["grades"]?.entries?.first { $0.key == "order" }?.value
        reader.log.error(
            "grade.order", at: list?.place ?? root.place,
            "the grades seem to stand best first: by their order, requirements earn less than "
                + "otherwise: \(grades.order[otherwise])",
            help:
                "Write the worst first, as in [\(grades.order.reversed().joined(separator: ", "))]")
        return true
    }

    /// The node has children, and its grade has requirements.
    static func hasRequirements(_ object: Object) -> Bool {
        object.has("nodes") && !object.has("value")
            && object["grade"]?.entries.map { entries in
                !entries.contains { Self.gradeKeys.contains($0.key) }
            } ?? false
    }

    /// The rule of a node with a value that falls into grades.
    mutating func gradeRule(
        _ yaml: YAML, _ object: Object, _ content: Node.Content
    ) -> Node.ScoreRule? {
        if Self.hasRequirements(object) {
            reader.fail(
                "grade.both", yaml.place,
                "requirements stand at a leaf, and the node has nodes beneath it",
                help: "Write aggregate: {weakest: …} or {lookup: …} here; or aggregate: none, and "
                    + "the requirements at a leaf of their own, as in A: grade(…) >= \"A\"")
            return nil
        }
        switch gradeForm(yaml) {
        case .bands(let bands): return gradeBands(bands, content)
        case .quota(let yaml): return quota(yaml, isLeaf: object.has("value"))
        case .requirements, .from:
            reader.fail(
                "grade.both", yaml.place, "the node has a value that its grade does not look at",
                help: "Write grade: {bands: [{grade: A, from: 90}, …]}, or leave the value out")
            return nil
        case nil: return nil
        }
    }

    private mutating func gradeBands(_ yaml: YAML, _ content: Node.Content) -> Node.ScoreRule? {
        rangeRows(yaml, "bands", .gradeBand, content) { reader, object in
            guard
                let word = reader.reader.need(
                    object, "grade", in: "grade band", help: "Say which grade it is"),
                let position = reader.grade(word, "the grade"), let grades = reader.grades
            else { return nil }
            return (grades.score(position), grades.order[position])
        }
    }
}
