internal import Diagnostics
internal import Domain

extension EditionReader {
    mutating func readVersion() {
        guard
            let version = reader.need(
                root, "apparatus", in: "edition", help: "Write apparatus: 1 at the top")
        else { return }
        if version.scalar != "1" {
            reader.fail(
                "edition.version", version.place,
                "the language version is \(version.shape), and this program reads version 1",
                help: "Write apparatus: 1, or use the program's version that reads it")
        }
    }

    mutating func readIdentity() -> Plan.Identity? {
        let methodology = reader.need(
            root, "methodology", in: "edition", help: "Give it an id that all its editions share"
        ).flatMap { reader.identifier($0, "the methodology") }
        let edition = reader.need(
            root, "edition", in: "edition", help: "Give it an id, as in \"2024\""
        ).flatMap { reader.identifier($0, "the edition") }
        let status = reader.need(
            root, "status", in: "edition",
            help: "Write adopted, proposed, restated or incomplete"
        ).flatMap { reader.word($0, "the status", Plan.Identity.Status.self) }
        self.status = status
        isAdopted = status == .adopted
        let languages = root["languages"].map { readLanguages($0) } ?? []
        reader.languages = languages
        if let applies = reader.need(
            root, "applies-to", in: "edition",
            help: "List the kinds of body it applies to, as in [ministry, agency]")
        {
            kinds = reader.identifiers(applies, "applies-to")
            reader.checkFilled(applies, "applies-to")
            reader.checkDistinct(kinds, "the kind", at: applies.place)
        }
        readForce()
        let title = root["title"].flatMap { reader.languageMap($0, "the title") }
        let owner = root["owner"].flatMap { reader.languageMap($0, "the owner") }
        basis = citations(root["basis"])
        if isAdopted {
            if owner == nil {
                _ = reader.need(
                    root, "owner", in: "adopted edition",
                    help: "Name who owns the methodology, as in owner: {en: Civil Service Agency}")
            }
            if basis.isEmpty {
                _ = reader.need(
                    root, "basis", in: "adopted edition", help: "Cite the act that adopts it")
            }
        }
        guard let methodology, let edition, let status else { return nil }
        return Plan.Identity(
            methodology: methodology, edition: edition, title: title, status: status, owner: owner,
            basis: basis, from: inForceFrom, to: inForceTo, kinds: kinds, languages: languages,
            hash: files.hash, place: root["in-force"]?.place ?? root.place)
    }

    private mutating func readLanguages(_ yaml: YAML) -> [String] {
        let tags = (reader.items(yaml, "languages") ?? []).compactMap {
            reader.languageTag($0.scalar ?? $0.shape, at: $0.place)
        }
        reader.checkFilled(yaml, "languages")
        reader.checkDistinct(tags, "the language", at: yaml.place)
        return tags
    }

    private mutating func readForce() {
        if let force = root["in-force"].flatMap({ reader.object($0, .inForce) }) {
            inForceFrom = force["from"].flatMap { reader.day($0, "in-force from") }
            inForceTo = force["to"].flatMap { reader.day($0, "in-force to") }
            isForceRead =
                (inForceFrom != nil) == force.has("from") && (inForceTo != nil) == force.has("to")
            if let first = inForceFrom, let last = inForceTo, last < first {
                reader.fail(
                    "edition.in-force", force.place,
                    "the edition ends (\(last)) before it begins (\(first))",
                    help: "Swap the two days")
            }
        } else if root["in-force"] == nil {
            _ = reader.need(
                root, "in-force", in: "edition",
                help: "Say from when it holds, as in {from: 2024-01-01}")
        }
    }

    mutating func readPeriod() {
        guard
            let yaml = reader.need(
                root, "period", in: "edition",
                help: "Say what is assessed at once, as in {form: year, column: period}"),
            let object = reader.object(yaml, .period)
        else { return }
        if let column = object["column"].flatMap({ reader.identifier($0, "the period column") }) {
            periodColumn = column
        }
        guard
            let unit = reader.need(
                object, "form", in: "period",
                help: "Write year, fiscal-year, half, quarter or month"
            ).flatMap({ reader.word($0, "the form", PeriodForm.Unit.self) })
        else { return }
        guard unit == .fiscalYear else {
            if let begins = object["begins"] {
                reader.fail(
                    "edition.period", begins.place, "a \(unit.rawValue) begins with the calendar",
                    help: "Leave begins out, or write form: fiscal-year")
            }
            form = PeriodForm(unit) ?? .year
            return
        }
        guard
            let begins = reader.need(
                object, "begins", in: "fiscal year", help: "Write its first day, as in 04-01")
        else { return }
        let parts = (begins.scalar ?? "").split(separator: "-", omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.first != "+" }),
            let month = Int(parts[0]),
            let day = Int(parts[1]),
            let read = PeriodForm(unit, beginsInMonth: month, beginsOnDay: day)
        {
            form = read
        } else {
            reader.fail(
                "edition.period", begins.place, "the fiscal year begins on \(begins.shape)",
                help: "Write month and day, as in 04-01; the day is at most 28")
        }
    }
}
