internal import Arithmetic
internal import Domain
internal import Evidence
internal import Improvement
internal import Methodology
internal import Scoring

/// Values that somebody supposes, of measures and of their own, resolved against what is known.
struct Suppositions {
    /// One value that becomes another.
    struct Changed {
        let subject: SupposedValue.Subject
        let unit: Int
        let before: SupposedValue.Level
        var after: SupposedValue.Level
        /// Ids of measures, then ``set`` where somebody typed it.
        var by: [String]
        /// Whether it would lie beyond what the input may be, and is held to that.
        var isHeld = false
    }

    /// What stands among ``Changed/by`` for a change that was typed.
    static let set = "--set"

    /// Sorted by unit, inputs before leaves; what stays as it is is not among them.
    private(set) var changed: [Changed] = []
    /// Ids of measures that find no value in some bodies, and of subjects that some of all bodies
    /// have no value of, with these bodies.
    private(set) var without: [(id: String, bodies: [Int])] = []
    /// The ids of the measures, sorted.
    let measures: [String]

    private let subjects: Subjects
    private let period: Int

    /// Values for ``WhatIf``.
    var values: [SupposedValue] {
        changed.map { SupposedValue($0.subject, at: $0.unit, $0.after) }
    }

    /// Resolves what was typed.
    ///
    /// - Parameters:
    ///   - assessment: As things are.
    ///   - period: The position of the period.
    ///   - measures: Ids of measures that are taken.
    ///   - said: What was typed, applied on top of the measures.
    /// - Throws: ``Refusal`` for what is not there, has no value or may not become that, and
    ///   where one value is changed twice.
    init(
        _ assessment: Assessment, period: Int, measures: [String], said: [String]
    ) throws(Refusal) {
        subjects = Subjects(assessment: assessment)
        self.period = period
        self.measures = measures.sorted()
        if !measures.isEmpty {
            take(try ChosenMeasures(ids: measures, Catalogue(assessment, period: period)))
        }
        let ids = Set(subjects.ids)
        var seen: Set<Place> = []
        for text in said {
            try take(try SaidChange(text, among: ids), &seen)
        }
        changed.sort { Self.comesFirst($0, $1) }
        dropIdle()
    }

    /// The values that a path leads to.
    init(of path: Path, _ catalogue: Catalogue) {
        subjects = Subjects(assessment: catalogue.assessment)
        period = catalogue.period
        measures = path.chosen.map { catalogue.measures[$0].measure.id }
        take(ChosenMeasures(path.chosen, catalogue))
        dropIdle()
    }

    /// Leaves out what stays as it is; not a leaf of which an input becomes another, since it would not
    /// stay.
    private mutating func dropIdle() {
        let assessment = assessment
        let moving = Dictionary(grouping: changed.filter { $0.before != $0.after }, by: \.unit)
        changed.removeAll { change in
            guard change.before == change.after else { return false }
            guard case .leaf(let leaf) = change.subject else { return true }
            return !(moving[change.unit] ?? []).contains { other in
                guard case .input = other.subject else { return false }
                return assessment.rests(leaf, on: other.subject)
            }
        }
    }

    private static func comesFirst(_ one: Changed, _ other: Changed) -> Bool {
        (one.unit, one.subject.order) < (other.unit, other.subject.order)
    }

    private var assessment: Assessment { subjects.assessment }

    // MARK: Measures

    private mutating func take(_ chosen: ChosenMeasures) {
        without += chosen.withoutValue
        for value in chosen.values {
            guard let before = subjects.value(value.subject, at: value.unit) else { continue }
            changed.append(
                Changed(
                    subject: value.subject, unit: value.unit, before: before, after: value.level,
                    by: chosen.by(value)))
        }
    }

    // MARK: What was typed

    /// A subject of one body.
    private struct Place: Hashable {
        let subject: SupposedValue.Subject
        let unit: Int
    }

    private mutating func take(_ said: SaidChange, _ seen: inout Set<Place>) throws(Refusal) {
        let subject = try subjects.find(said.subject)
        if said.body == SaidChange.all {
            try takeAll(said, subject, &seen)
        } else {
            let evidence = assessment.evidence
            let body = try Lookup(evidence.bodies.map(Lookup.Entry.init)).find(said.body, "body")
            try checkAssessed(body)
            guard let before = value(subject, of: body) else {
                throw withoutValue(said, of: evidence.bodies[body].id)
            }
            try take(said, subject, body, before, &seen)
        }
    }

    private mutating func takeAll(
        _ said: SaidChange, _ subject: SupposedValue.Subject, _ seen: inout Set<Place>
    ) throws(Refusal) {
        let bodies = assessment.evidence.bodies.indices.filter(isAssessed)
        var lacking: [Int] = []
        for body in bodies {
            guard let before = value(subject, of: body) else {
                lacking.append(body)
                continue
            }
            try take(said, subject, body, before, &seen)
        }
        guard lacking.count < bodies.count else {
            throw withoutValue(said, of: nil)
        }
        if !lacking.isEmpty { without.append((said.subject, lacking)) }
    }

    private mutating func take(
        _ said: SaidChange, _ subject: SupposedValue.Subject, _ body: Int,
        _ before: SupposedValue.Level, _ seen: inout Set<Place>
    ) throws(Refusal) {
        let unit = assessment.unit(body: body, period: period)
        let id = assessment.evidence.bodies[body].id
        guard seen.insert(Place(subject: subject, unit: unit)).inserted else {
            throw Refusal(
                .wrongCommand, "what-if.twice",
                "\"\(said.subject)\" of \(id) is set twice, the second time by '\(said.text)'",
                help: "Leave one of them out; all stands for every body")
        }
        let index = changed.firstIndex { $0.unit == unit && $0.subject == subject }
        let start = index.map { changed[$0].after } ?? before
        let (after, isHeld) = try SaidRange(subjects.field(subject)).apply(said, to: start, of: id)
        if let index {
            changed[index].after = after
            changed[index].isHeld = isHeld
            changed[index].by.append(Self.set)
        } else {
            changed.append(
                Changed(
                    subject: subject, unit: unit, before: before, after: after, by: [Self.set],
                    isHeld: isHeld))
        }
    }

    private func value(_ subject: SupposedValue.Subject, of body: Int) -> SupposedValue.Level? {
        subjects.value(subject, at: assessment.unit(body: body, period: period))
    }

    private func isAssessed(_ body: Int) -> Bool {
        let evidence = assessment.evidence
        return evidence.bodies[body].existed(on: evidence.periods[period].lastDay)
            && assessment.kind(of: assessment.unit(body: body, period: period)) != nil
    }

    private func checkAssessed(_ body: Int) throws(Refusal) {
        guard !isAssessed(body) else { return }
        let (own, day) = (
            assessment.evidence.bodies[body], assessment.evidence.periods[period].lastDay
        )
        throw Refusal(
            .wrongCommand, "what-if.body",
            own.existed(on: day)
                ? "\(assessment.plan.identity.name) does not apply to the kind \"\(own.kind)\" of "
                    + own.id
                : "\(own.id) does not exist on \(day), the last day of the period",
            help: "Name another body, or another period with --period")
    }

    private func withoutValue(_ said: SaidChange, of body: String?) -> Refusal {
        let start = body.map { "\($0) has no value" } ?? "no body has a value"
        return Refusal(
            .wrongCommand, "what-if.no-value",
            "\(start) of \"\(said.subject)\" in \(assessment.evidence.periods[period]) that could "
                + "become another",
            help: "Hand the value in first, or name another period with --period; an outcome that "
                + "was decided stays, unless --without-decisions leaves decisions out")
    }
}

extension SupposedValue.Subject {
    /// Inputs before leaves, each in the order of the edition.
    var order: Int {
        switch self {
        case .input(let input): input - .max / 2
        case .leaf(let node): node
        }
    }
}
