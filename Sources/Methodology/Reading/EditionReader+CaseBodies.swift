internal import Domain

/// The bodies of a test case: the one it is about and others, now and in earlier periods.
extension EditionReader {
    /// A case is a worked example: more bodies times periods belong into a workspace.
    private static var mostUnits: Int { 1000 }

    /// The body the case is about, then the others.
    ///
    /// Where the period could not be read, that has been told, and nothing is asked of it.
    mutating func subjects(
        _ object: Object, period: Period?, of node: Int?
    ) -> [TestCase.Subject] {
        let kind = kinds.first ?? ""
        let own = subject(object, id: "body", kind: kind, period: period, of: node)
        var subjects = [own]
        var seen: Set<String> = [own.given.body.id]
        let others = object["others"].flatMap { reader.items($0, "the others") } ?? []
        for (number, yaml) in others.enumerated() {
            guard let other = reader.object(yaml, .otherBody) else { continue }
            var id = "other_\(number + 1)"
            if let written = other["id"] {
                id = reader.identifier(written, "the id of a body") ?? id
            }
            if !seen.insert(id).inserted {
                reader.fail(
                    "case.repeated", other["id"]?.place ?? yaml.place,
                    id == "body"
                        ? "\"body\" is the body the case is about"
                        : "the body \"\(id)\" stands twice",
                    help: "Give each of the others an id of its own, or none at all")
            }
            if Self.isEmpty(other, "given", "scores", "earlier") {
                fail(nothing: "another body", yaml)
            }
            subjects.append(
                subject(other, id: id, kind: own.given.body.kind, period: period, of: node))
        }
        checkSize(subjects, object)
        return subjects
    }

    private mutating func subject(
        _ object: Object, id: String, kind: String, period: Period?, of node: Int?
    ) -> TestCase.Subject {
        let given = object["given"].map { self.given($0) } ?? Given()
        let outcomes = object["scores"].map { self.outcomes($0, of: node) } ?? []
        let earlier = object["earlier"].map { self.earlier($0, than: period) } ?? []
        // Where no kinds could be read, that has been told.
        let own = object["kind"].flatMap {
            kinds.isEmpty ? nil : reader.word($0, "the kind", among: kinds)
        }
        let group = object["group"].flatMap { reader.text($0, "the group") }
        let body = Body(id: id, title: LanguageMap([]), kind: own ?? kind, group: group)
        let now = period.map {
            GivenPeriod(period: $0, inputs: given.inputs, records: given.records)
        }
        return TestCase.Subject(
            given: GivenBody(body: body, periods: earlier + [now].compactMap { $0 }),
            outcomes: outcomes)
    }

    /// `earlier: {2023: {staff: 10}, 2022: {staff: 12}}`.
    private mutating func earlier(_ yaml: YAML, than now: Period?) -> [GivenPeriod] {
        var periods: [GivenPeriod] = []
        var seen: Set<Period> = []
        for entry in entries(yaml, "earlier") {
            let given = self.given(entry.value)
            if entry.value.entries?.isEmpty == true { fail(nothing: "the period", entry.value) }
            guard let period = form.period(entry.key) else {
                reader.fail(
                    "case.earlier", entry.keyPlace,
                    "\"\(entry.key)\" is not a period of the edition",
                    help: "Write it as in \(form.example)")
                continue
            }
            if let now, period >= now {
                reader.fail(
                    "case.earlier", entry.keyPlace,
                    "\(period) is not earlier than \(now), the period of the case",
                    help: "Leave it out, or give the case a later period")
            }
            guard seen.insert(period).inserted else {
                reader.fail(
                    "case.repeated", entry.keyPlace, "the period \(period) stands twice",
                    help: "Put all that was handed in for it under one of the two")
                continue
            }
            periods.append(
                GivenPeriod(period: period, inputs: given.inputs, records: given.records))
        }
        return periods
    }

    /// Whether none of the keys says anything; what has another shape is told elsewhere.
    private static func isEmpty(_ object: Object, _ keys: String...) -> Bool {
        keys.allSatisfy { object[$0].map { $0.entries?.isEmpty == true } ?? true }
    }

    private mutating func fail(nothing what: String, _ yaml: YAML) {
        reader.fail(
            "case.nothing", yaml.place, "\(what) gives nothing",
            help: "Give what was handed in, or leave it out, which is no data")
    }

    private mutating func checkSize(_ subjects: [TestCase.Subject], _ object: Object) {
        let periods = Set(subjects.flatMap { $0.given.periods.map(\.period) })
        guard subjects.count > Self.mostUnits / max(1, periods.count) else { return }
        reader.fail(
            "case.size", object.place,
            "the case has \(subjects.count) bodies and \(periods.count) periods, and bodies times "
                + "periods may be \(Self.mostUnits) at most",
            help: "Show the same with fewer; what is larger belongs into a workspace")
    }
}
