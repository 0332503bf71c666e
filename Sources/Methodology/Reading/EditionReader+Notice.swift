internal import Diagnostics
internal import Domain

extension EditionReader {
    /// What a paper tells the body, `nil` where nothing is said.
    mutating func readNotice() -> Plan.Notice? {
        guard let yaml = root["notice"], let notice = reader.object(yaml, .notice),
            let objections = reader.need(
                notice, "objections", in: "notice",
                help: "Say who may object, as in objections: {by: …, to: …, within: 10, "
                    + "days: working}")
        else { return nil }
        return readObjections(objections).map { Plan.Notice(objections: $0) }
    }

    private mutating func readObjections(_ yaml: YAML) -> Plan.Notice.Objections? {
        guard let object = reader.object(yaml, .objections) else { return nil }
        let by = reader.need(
            object, "by", in: "objections",
            help: "Say who may object, as in by: {en: The head of the body}"
        ).flatMap { reader.languageMap($0, "by") }
        let to = reader.need(
            object, "to", in: "objections", help: "Say to whom, as in to: {en: Assessment Office}"
        ).flatMap { reader.languageMap($0, "to") }
        let within = reader.need(
            object, "within", in: "objections", help: "Say within how many days, as in within: 10"
        ).flatMap { readWithin($0) }
        let days = reader.need(
            object, "days", in: "objections", help: "Write working or calendar"
        ).flatMap { reader.word($0, "days", Plan.Notice.Days.self) }
        let basis = citations(object["basis"])
        guard let by, let to, let within, let days else { return nil }
        return Plan.Notice.Objections(by: by, to: to, within: within, days: days, basis: basis)
    }

    private mutating func readWithin(_ yaml: YAML) -> Int? {
        if let days = yaml.scalar.flatMap({ Int($0) }), (1...366).contains(days) { return days }
        reader.fail(
            "notice.within", yaml.place, "within is \(yaml.shape)",
            help: "Write a whole number of days from 1 to 366")
        return nil
    }
}
