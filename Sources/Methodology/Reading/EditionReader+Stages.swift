internal import Arithmetic
internal import Diagnostics
internal import Domain

/// The stages of an edition and the rule of the verdict.
extension EditionReader {
    /// What the edition says of its stages, before it is known which nodes are their cells.
    struct WrittenStages {
        let list: [Stages.Stage]
        let established: Fixed
        let emerging: Fixed
        let decisive: Stages.Cap?
        let gate: Stages.Gate?
        let coverage: Fraction
        let attained: Stages.Attainment
        let presence: [Stages.Presence: Stages.PresenceRule]
        let apparatus: Stages.Apparatus?
        let note: LanguageMap?
        let basis: [Plan.Citation]
        let place: Place
        /// On what the rule of decisive criteria rests.
        let decisiveBasis: YAML?
        /// On what the rule of the kinds of proof rests.
        let gateBasis: YAML?
    }

    /// Reads the stages; where something is wrong with them, cells are not looked at.
    mutating func readStages() {
        guard let yaml = root["stages"], let object = reader.object(yaml, .stages) else { return }
        let list = readStageList(object)
        stageList = list ?? []
        let established = stageScore(object, "established", "stages", "as in established: 70")
        let emerging = stageScore(object, "emerging", "stages", "as in emerging: 40")
        let coverage = stageShare(object, "coverage", "stages", "as in coverage: 2/3")
        if let established, let emerging { checkEdges(emerging, established, at: yaml.place) }
        let decisive = object["decisive"].flatMap { readDecisive($0, established) }
        let gate = object["proof"].flatMap { readGate($0, list ?? [], established) }
        let attained = readAttained(object)
        let presence = readPresence(object)
        let apparatus = object["apparatus"].flatMap { readApparatus($0) }
        let own = citations(object["basis"])
        guard let list, let established, let emerging, let coverage, let attained, let presence,
            (decisive != nil) == object.has("decisive"), (gate != nil) == object.has("proof"),
            (apparatus != nil) == object.has("apparatus")
        else { return }
        stages = WrittenStages(
            list: list, established: established, emerging: emerging, decisive: decisive,
            gate: gate, coverage: coverage, attained: attained, presence: presence,
            apparatus: apparatus,
            note: object["note"].flatMap { reader.languageMap($0, "the note") },
            basis: own.isEmpty ? basis : own, place: yaml.place,
            decisiveBasis: Self.under("basis", object["decisive"]) ?? object["basis"],
            gateBasis: Self.under("basis", object["proof"]) ?? object["basis"])
    }

    private static func under(_ key: String, _ yaml: YAML?) -> YAML? {
        yaml?.entries?.first { $0.key == key }?.value
    }

    private mutating func checkEdges(_ emerging: Fixed, _ established: Fixed, at place: Place) {
        guard established <= emerging else { return }
        reader.fail(
            "stages.order", place,
            "a cell is emerging from \(emerging), and established from \(established) already",
            help: "Write the lesser score under emerging")
    }

    /// A score that the element has to name.
    mutating func stageScore(
        _ object: Object, _ key: String, _ element: String, _ example: String
    ) -> Fixed? {
        let help = "Say which score is meant, \(example)"
        return reader.need(object, key, in: element, help: help).flatMap { stageScore($0, key) }
    }

    /// A score on the edition's scale.
    mutating func stageScore(_ yaml: YAML, _ key: String) -> Fixed? {
        guard let score = reader.plain(yaml, "the score under \(key)") else { return nil }
        guard scale.least <= score, score <= scale.greatest else {
            reader.fail(
                "stages.scale", yaml.place,
                "\(key) is \(score), and scores lie between \(scale.least) and "
                    + "\(scale.greatest)",
                help: "Write a score on the edition's scale")
            return nil
        }
        return score
    }

    /// A share that the element has to name.
    mutating func stageShare(
        _ object: Object, _ key: String, _ element: String, _ example: String
    ) -> Fraction? {
        let help = "Say which share is meant, \(example)"
        return reader.need(object, key, in: element, help: help).flatMap { stageShare($0, key) }
    }

    /// A share above 0 and up to 1.
    mutating func stageShare(_ yaml: YAML, _ key: String) -> Fraction? {
        guard let share = reader.fraction(yaml, "the share under \(key)")?.value else {
            return nil
        }
        let one = Fraction(numerator: 1, denominator: 1)
        guard share.sign > 0, share.isLess(than: one) || share.isEqual(to: one) else {
            reader.fail(
                "stages.share", yaml.place, "the share under \(key) is \(yaml.shape)",
                help: "Write a share above 0 and up to 1, as in 2/3 or 75 %")
            return nil
        }
        return share
    }

    /// The stages with their cells, for the plan; `nil` where the edition has none.
    func planned(_ dimensions: [Stages.Dimension]) -> Stages? {
        stages.map {
            Stages(
                list: $0.list, dimensions: dimensions, established: $0.established,
                emerging: $0.emerging, decisive: $0.decisive, gate: $0.gate,
                coverage: $0.coverage, attained: $0.attained, presence: $0.presence,
                apparatus: $0.apparatus, note: $0.note, basis: $0.basis, place: $0.place)
        }
    }
}
