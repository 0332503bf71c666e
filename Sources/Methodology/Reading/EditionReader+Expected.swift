internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

extension EditionReader {
    private static let states = ["score", "not-applicable", "missing", "excluded"]

    /// What must come out: a state, a score or grade, or a group of both and more.
    mutating func expected(
        _ yaml: YAML, _ testCase: Object, of node: Int?
    ) -> TestCase.Expected? {
        let within = testCase["within"].map { distance($0) }
        let isGraded = node.map { self.isGraded(drafts[$0]) } ?? false
        guard let entries = yaml.entries else {
            let isState = yaml.scalar.map { Self.states.contains($0) } ?? false
            let score = isState || isGraded ? nil : score(yaml, "the score")
            let grade = isState || !isGraded ? nil : word(yaml, "the grade")
            guard isState || score != nil || grade != nil else { return nil }
            return TestCase.Expected(
                state: isState ? yaml.scalar : "score", value: nil, score: score, grade: grade,
                mark: nil, band: nil, lower: nil, upper: nil,
                within: within.flatMap { $0 } ?? .none, isFilled: nil)
        }
        guard let object = reader.object(yaml, .expected) else { return nil }
        if entries.isEmpty {
            reader.fail(
                "case.empty", yaml.place, "the case expects nothing",
                help: "Say what must come out, as in {score: 95}")
        }
        checkKeys(of: object, node, isGraded: isGraded)
        return TestCase.Expected(
            state: object["state"].flatMap { reader.word($0, "the state", among: Self.states) },
            value: object["value"].flatMap { exact($0, "the value") },
            score: object["score"].flatMap { score($0, "the score") },
            grade: object["grade"].flatMap { word($0, "the grade") },
            mark: object["mark"].flatMap { $0.scalar == "" ? "" : reader.text($0, "the mark") },
            band: object["band"].flatMap { bandID($0) },
            lower: object["lower"].flatMap { end($0, "lower", isGraded) },
            upper: object["upper"].flatMap { end($0, "upper", isGraded) },
            within: within.flatMap { $0 } ?? .none,
            isFilled: object["filled"].flatMap { reader.flag($0, "filled") })
    }

    /// A grade is expected of a node that has one, and a score of any other.
    private mutating func checkKeys(of expected: Object, _ node: Int?, isGraded: Bool) {
        for key in isGraded ? ["score"] : ["grade", "mark"] {
            guard let node, let yaml = expected[key] else { continue }
            reader.fail(
                "case.grade", yaml.place,
                "\(drafts[node].id) has a \(isGraded ? "grade, and no score" : "score, and no grade")",
                help: isGraded ? "Write grade:" : "Write score:")
        }
    }

    /// A grade that is one of the edition's.
    private mutating func word(_ yaml: YAML, _ what: String) -> String? {
        grade(yaml, what).flatMap { grades?.order[$0] }
    }

    /// An end of the bounds: a score, or the position of a grade.
    private mutating func end(_ yaml: YAML, _ what: String, _ isGraded: Bool) -> Fraction? {
        guard isGraded else { return score(yaml, what) }
        return grade(yaml, what).map { Fraction(numerator: Int128($0), denominator: 1) }
    }

    private mutating func score(_ yaml: YAML, _ what: String) -> Fraction? {
        if let text = yaml.scalar, reader.isPercentage(text) {
            return reader.refusePercent(yaml, what)
        }
        return exact(yaml, what)
    }

    /// How far a figure may lie apart: 0 or more.
    private mutating func distance(_ yaml: YAML) -> Fraction? {
        guard let distance = score(yaml, "within") else { return nil }
        guard distance.sign >= 0 else {
            reader.fail(
                "case.within", yaml.place, "within is \(yaml.shape)",
                help: "Write how far figures may lie apart, 0 or more")
            return nil
        }
        return distance
    }

    private mutating func bandID(_ yaml: YAML) -> String? {
        let list = root["bands"]?.entries?.first { $0.key == "list" }?.value.items ?? []
        let ids = list.compactMap { band in
            band.entries?.first { $0.key == "id" }?.value.scalar
        }
        guard !ids.isEmpty else {
            reader.fail(
                "case.band", yaml.place, "the edition has no bands",
                help: "Leave band: out, or declare bands: in the edition")
            return nil
        }
        return reader.word(yaml, "the band", among: ids)
    }

    /// A number, or sums and products of numbers in parentheses, counted exactly.
    private mutating func exact(_ yaml: YAML, _ what: String) -> Fraction? {
        guard let text = reader.text(yaml, what) else { return nil }
        let formula = Formula.read(
            FormulaText(text, at: yaml.place, isOnOneLine: yaml.isOnOneLine),
            in: Scope(
                schema: EvidenceSchema(
                    periodForm: form, periodColumn: periodColumn, inputs: [], tables: [])),
            level: nil, expecting: .number, literals: .any, node: nil, log: &reader.log)
        guard let formula else { return nil }
        do {
            if let value = try formula.expression.constant() { return value }
            reader.fail(
                "case.arithmetic", yaml.place, "\(what) is more than sums and products of numbers",
                help: "Use + - * / and parentheses")
        } catch {
            reader.fail(
                "case.arithmetic", yaml.place,
                error == .divisionByZero
                    ? "\(what) divides by zero"
                    : "\(what) has too many digits to be counted exactly",
                help: "Write the number itself, and within: for what is rounded")
        }
        return nil
    }
}

extension Expression {
    /// The number of an expression without names; `nil` when it has any.
    fileprivate func constant() throws(ArithmeticError) -> Fraction? {
        switch kind {
        case .number(let literal):
            return Fraction(numerator: literal.numerator, denominator: literal.denominator)
        case .negated(let value): return try value.constant()?.negated
        case .arithmetic(let operation, let left, let right):
            guard let left = try left.constant(), let right = try right.constant() else {
                return nil
            }
            return switch operation {
            case .plus: try left.adding(right)
            case .minus: try left.subtracting(right)
            case .times: try left.multiplied(by: right)
            case .divided: try left.divided(by: right)
            default: nil
            }
        default: return nil
        }
    }
}

extension Fraction {
    /// No distance at all.
    fileprivate static let none = Fraction(numerator: 0, denominator: 1)
}
