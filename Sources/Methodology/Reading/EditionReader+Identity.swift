internal import Arithmetic
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

    /// From `sources.yaml`, or under `sources:` in an edition of one file.
    mutating func readSources() {
        var entries = root["sources"]?.entries ?? []
        if let file = files.documents["sources.yaml"] {
            guard let more = file.entries else {
                reader.fail(
                    "edition.shape", file.place, "the sources need keys",
                    help: "Write each source under a key of its own, as in order-28: {title: …}")
                return
            }
            entries += more
        }
        for entry in entries {
            guard let key = reader.identifier(entry.key, "the source", at: entry.keyPlace),
                let object = reader.object(entry.value, .source)
            else { continue }
            if sources[key] != nil {
                reader.fail(
                    "id.duplicate", entry.keyPlace, "the source \"\(key)\" stands twice",
                    help: "Keep one of the two")
            }
            sources[key] = Plan.SourceEntry(
                title: object["title"].flatMap { reader.languageMap($0, "the title") },
                publisher: object["publisher"].flatMap { reader.text($0, "the publisher") },
                link: object["link"].flatMap { reader.text($0, "the link") },
                date: object["date"].flatMap { reader.day($0, "the date") },
                lastChecked: object["last-checked"].flatMap { reader.day($0, "last-checked") })
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
        let languages = root["languages"].map { reader.identifiers($0, "languages") } ?? []
        reader.languages = languages
        if let applies = reader.need(
            root, "applies-to", in: "edition",
            help: "List the kinds of body it applies to, as in [ministry, agency]")
        {
            kinds = reader.identifiers(applies, "applies-to")
            reader.checkFilled(applies, "applies-to")
            reader.checkDistinct(kinds, "the kind", at: applies.place)
        }
        var from: Day?
        var to: Day?
        if let force = root["in-force"].flatMap({ reader.object($0, .inForce) }) {
            from = force["from"].flatMap { reader.day($0, "in-force from") }
            to = force["to"].flatMap { reader.day($0, "in-force to") }
            if let first = from, let last = to, last < first {
                reader.fail(
                    "edition.in-force", force.place, "the edition ends (\(last)) before it begins (\(first))",
                    help: "Swap the two days")
            }
        } else if root["in-force"] == nil {
            _ = reader.need(
                root, "in-force", in: "edition",
                help: "Say from when it holds, as in {from: 2024-01-01}")
        }
        inForceFrom = from
        inForceTo = to
        let title = root["title"].flatMap { reader.languageMap($0, "the title") }
        let owner = root["owner"].flatMap { reader.languageMap($0, "the owner") }
        let basis = citations(root["basis"])
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
            basis: basis, from: from, to: to, kinds: kinds, languages: languages, hash: files.hash)
    }

    mutating func citations(_ yaml: YAML?) -> [Plan.Citation] {
        guard let yaml else { return [] }
        if let items = yaml.items { return items.flatMap { citations($0) } }
        if yaml.entries != nil {
            guard let object = reader.object(yaml, .citation),
                let source = reader.need(
                    object, "source", in: "basis",
                    help: "Name a key of sources.yaml, as in {source: order-28, clause: \"7\"}"
                ).flatMap({ self.source($0) })
            else { return [] }
            let clause = object["clause"].flatMap { reader.text($0, "the clause") }
            return [Plan.Citation(source: source, clause: clause)]
        }
        return source(yaml).map { [Plan.Citation(source: $0, clause: nil)] } ?? []
    }

    /// A key of the sources.
    private mutating func source(_ yaml: YAML) -> String? {
        guard let key = reader.text(yaml, "the basis") else { return nil }
        guard sources[key] != nil else {
            let nearest = Nearest.word(to: key, among: sources.keys.sorted())
            reader.fail(
                "basis.unknown", yaml.place, "there is no source \"\(key)\"",
                help: nearest.map { "Did you mean \"\($0)\"?" }
                    ?? "Add it to sources.yaml with title, link and date")
            return nil
        }
        return key
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
                object, "form", in: "period", help: "Write year, fiscal-year, half, quarter or month"
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
        if parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.first != "+" }), let month = Int(parts[0]),
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

    mutating func readScale() {
        if let yaml = root["scale"], let object = reader.object(yaml, .scale) {
            scale = readScale(object, at: yaml.place) ?? scale
        } else if root["scale"] == nil {
            _ = reader.need(
                root, "scale", in: "edition",
                help: "Say between what scores lie, as in {min: 0, max: 100}")
        }
    }

    mutating func readScale(_ object: Object, at place: Place) -> Node.Scale? {
        let least = object["min"].flatMap { reader.fixed($0, "the least score") } ?? scale.least
        let greatest =
            object["max"].flatMap { reader.fixed($0, "the greatest score") } ?? scale.greatest
        guard least < greatest else {
            reader.fail(
                "scale.order", place, "the scale ends (\(greatest)) where it begins (\(least)) or before",
                help: "Write the lesser number as min")
            return nil
        }
        return Node.Scale(least: least, greatest: greatest)
    }

    mutating func readRounding() {
        guard
            let yaml = reader.need(
                root, "rounding", in: "edition",
                help: "Write none, or {mode: half-up, digits: 2, at: [indicator, total]}")
        else { return }
        if yaml.scalar == "none" { return }
        guard let object = reader.object(yaml, .roundingLevels), let rounded = rounded(object),
            let at = reader.need(
                object, "at", in: "rounding", help: "Say where: [indicator, inner, total]")
        else { return }
        let levels = (reader.items(at, "at") ?? []).compactMap {
            reader.word($0, "the level", among: ["indicator", "inner", "total"])
        }
        rounding = RoundingLevels(rounded: rounded, levels: Set(levels))
    }

    /// `mode` and `digits` of a group.
    mutating func rounded(_ object: Object) -> Plan.Rounded? {
        let mode = reader.need(
            object, "mode", in: "rounding",
            help: "Write half-up, half-even, half-down, up or down"
        ).flatMap { yaml -> Rounding? in
            if yaml.scalar == "nearest-candidate" {
                reader.fail(
                    "edition.not-yet", yaml.place, "nearest-candidate is not supported yet",
                    help: "It belongs to arithmetic: double; decimals have half-up and others")
                return nil
            }
            return reader.word(yaml, "the rounding mode", Rounding.self)
        }
        let digits = reader.need(
            object, "digits", in: "rounding", help: "Say how many digits after the point"
        ).flatMap { yaml -> Int? in
            if let digits = yaml.scalar.flatMap({ Int($0) }), (0...18).contains(digits) {
                return digits
            }
            reader.fail(
                "rounding.digits", yaml.place, "the number of digits is \(yaml.shape)",
                help: "Write a whole number from 0 to 18")
            return nil
        }
        guard let mode, let digits else { return nil }
        return Plan.Rounded(digits: digits, mode: mode)
    }

    mutating func readDisplay() -> Plan.Rounded {
        if let yaml = root["arithmetic"], yaml.scalar != "decimal" {
            if yaml.scalar == "double" {
                reader.fail(
                    "edition.not-yet", yaml.place, "arithmetic: double is not supported yet",
                    help: "Write arithmetic: decimal; square roots and logarithms come later")
            } else {
                _ = reader.word(yaml, "the arithmetic", among: ["decimal", "double"])
            }
        }
        return root["display"].flatMap { reader.object($0, .rounded) }.flatMap { rounded($0) }
            ?? Plan.Rounded(digits: 2, mode: .halfUp)
    }
}
