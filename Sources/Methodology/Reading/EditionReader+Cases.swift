internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

extension EditionReader {
    /// The test cases beside the edition and beside each indicator.
    mutating func readCases() -> [TestCase] {
        var cases: [TestCase] = []
        for file in files.names where file.hasSuffix(".test.yaml") {
            guard let document = files.documents[file] else { continue }
            guard let items = document.items else {
                reader.fail(
                    "case.list", document.place,
                    "test cases are a list, and \(document.shape) stands there",
                    help: "Begin each case with a hyphen, as in - name: the printed example")
                continue
            }
            var indicator: Int?
            if file.hasPrefix("indicators/") {
                indicator = self.indicator(of: file, document)
                guard indicator != nil else { continue }
            }
            for item in items {
                if let read = testCase(item, about: indicator) { cases.append(read) }
            }
        }
        return cases
    }

    /// The node whose file the tests stand beside.
    private mutating func indicator(of file: String, _ document: YAML) -> Int? {
        let slug = file.dropFirst("indicators/".count).dropLast(".test.yaml".count)
        if let node = scope.nodes[String(slug)] { return node }
        reader.fail(
            "case.indicator", document.place,
            "these cases stand beside no indicator of the scorecard",
            help: "Call the file like the indicator's, as in indicators/answers.test.yaml")
        return nil
    }

    private mutating func testCase(_ yaml: YAML, about indicator: Int?) -> TestCase? {
        guard let object = reader.object(yaml, .testCase) else { return nil }
        let name = reader.need(
            object, "name", in: "test case", help: "Say in words what the case shows"
        ).flatMap { reader.text($0, "the name") }
        var node = indicator
        if let own = object["node"] {
            node = reader.identifier(own, "the node").flatMap {
                position(ofNode: $0, at: own.place)
            }
        } else if indicator == nil {
            _ = reader.need(
                object, "node", in: "test case",
                help: "Name the node it is about, as in node: total")
        }
        let expected = reader.need(
            object, "then", in: "test case", help: "Say what must come out, as in then: {score: 95}"
        ).flatMap { self.expected($0, object, of: node) }
        _ = citations(object["basis"])
        let period = object["period"].map { self.period($0) } ?? firstPeriod
        let subjects = self.subjects(object, period: period, of: node)
        guard let name, let node, let expected, let period else { return nil }
        return TestCase(
            name: name, place: yaml.place, node: node, period: period, subjects: subjects,
            expected: expected)
    }

    /// The first period that an edition holds for which says from when.
    private var firstPeriod: Period {
        // Between it and the day lies a whole period of any form: none is longer than a year.
        let twoYearsBefore = inForceTo?.advanced(by: -731)
        return form.first(onOrAfter: inForceFrom ?? twoYearsBefore ?? Day(number: 0))
    }

    private mutating func period(_ yaml: YAML) -> Period? {
        guard let period = yaml.scalar.flatMap({ form.period($0) }) else {
            reader.fail(
                "case.period", yaml.place, "the period is \(yaml.shape)",
                help: "Write it as in \"\(form.example)\"")
            return nil
        }
        guard inForceFrom.map({ $0 <= period.firstDay }) ?? true,
            inForceTo.map({ period.lastDay <= $0 }) ?? true
        else {
            reader.fail(
                "case.period", yaml.place, "the edition does not hold for \(period)",
                help: "Choose a period within in-force")
            return nil
        }
        return period
    }

    /// What a body handed in for one period.
    struct Given {
        var inputs: [GivenValue] = []
        var records: [GivenRecord] = []
    }

    /// Inputs, and tables with their records.
    mutating func given(_ yaml: YAML) -> Given {
        var given = Given()
        for entry in entries(yaml, "given") {
            if let table = table(entry.key, within: nil) {
                given.records += records(entry, of: table)
            } else if scope.schema.inputs.contains(where: { $0.id == entry.key }) {
                if let value = value(entry) { given.inputs.append(value) }
            } else {
                let known =
                    scope.schema.inputs.map(\.id)
                    + scope.schema.tables.filter { $0.parent == nil }.map(\.id)
                unknown(entry, "the edition has no input and no table", among: known)
            }
        }
        return given
    }

    mutating func entries(_ yaml: YAML, _ what: String) -> [YAML.Entry] {
        if let entries = yaml.entries { return entries }
        reader.fail(
            "case.shape", yaml.place,
            "\(what) needs a group of keys, and \(yaml.shape) stands there",
            help: "Write it as in {received: 200, in_time: 190}")
        return []
    }

    private func table(_ id: String, within parent: Int?) -> Int? {
        scope.schema.tables.firstIndex { $0.id == id && $0.parent == parent }
    }

    private mutating func unknown(_ entry: YAML.Entry, _ what: String, among known: [String]) {
        let nearest = Nearest.word(to: entry.key, among: known)
        reader.fail(
            "case.unknown", entry.keyPlace, "\(what) \"\(entry.key)\"",
            help: nearest.map { "Did you mean \"\($0)\"?" }
                ?? (known.isEmpty ? "Leave it out" : "Known are " + known.joined(separator: ", ")))
    }

    private mutating func value(_ entry: YAML.Entry) -> GivenValue? {
        guard let text = entry.value.scalar else {
            reader.fail(
                "case.shape", entry.value.place,
                "\(entry.key) needs a value, and \(entry.value.shape) stands there",
                help: "Write one number, date, word or text; leave it empty for a blank")
            return nil
        }
        return GivenValue(id: entry.key, text: text, place: entry.value.place)
    }

    private mutating func records(_ entry: YAML.Entry, of table: Int) -> [GivenRecord] {
        (reader.items(entry.value, "the table \(entry.key)") ?? []).map { record($0, of: table) }
    }

    private mutating func record(_ yaml: YAML, of table: Int) -> GivenRecord {
        let schema = scope.schema.tables[table]
        var values: [GivenValue] = []
        var children: [GivenRecord] = []
        for entry in entries(yaml, "a record of \(schema.id)") {
            if let nested = self.table(entry.key, within: table) {
                children += records(entry, of: nested)
            } else if schema.key.contains(entry.key)
                || schema.fields.contains(where: { $0.id == entry.key })
            {
                if let value = value(entry) { values.append(value) }
            } else {
                let nested = scope.schema.tables.filter { $0.parent == table }.map(\.id)
                unknown(
                    entry, "the table \(schema.id) has no field",
                    among: schema.key + schema.fields.map(\.id) + nested)
            }
        }
        return GivenRecord(table: table, values: values, children: children, place: yaml.place)
    }

    /// `scores: {a: 80, b: missing}`.
    mutating func outcomes(
        _ yaml: YAML, of own: Int?
    ) -> [(node: Int, outcome: TestCase.GivenOutcome)] {
        var outcomes: [(node: Int, outcome: TestCase.GivenOutcome)] = []
        for entry in entries(yaml, "scores") {
            guard let node = position(ofNode: entry.key, at: entry.keyPlace) else { continue }
            guard node != own else {
                reader.fail(
                    "case.own", entry.keyPlace,
                    "the case gives the score of \(entry.key), the node it is about",
                    help: "Give scores of other nodes; what must come out stands under then:")
                continue
            }
            let outcome: TestCase.GivenOutcome? =
                switch entry.value.scalar {
                case "not-applicable": .notApplicable
                case "missing": .missing
                case "excluded": .excluded
                default: self.score(entry.value, of: node).map { .score($0) }
                }
            if let outcome { outcomes.append((node, outcome)) }
        }
        return outcomes
    }

    /// A score, or the position of a grade.
    private mutating func score(_ yaml: YAML, of node: Int) -> Fixed? {
        guard isGraded(drafts[node]) else {
            return reader.plain(yaml, "the score of \(drafts[node].id)")
        }
        let position = grade(yaml, "the grade of \(drafts[node].id)")
        return position.flatMap { grades?.score($0) }
    }
}
