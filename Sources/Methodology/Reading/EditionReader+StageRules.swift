internal import Arithmetic
internal import Diagnostics
internal import Domain

/// When a stage is attained, when it has a presence, and what holds a cell back.
extension EditionReader {
    /// From which score of a decisive criterion on its cell is not capped.
    mutating func readDecisive(_ yaml: YAML, _ established: Fixed?) -> Stages.Cap? {
        guard let object = reader.object(yaml, .decisive) else { return nil }
        let below = stageScore(object, "below", "decisive rule", "as in below: 40")
        let score = cap(object, "decisive rule", established)
        guard let below, let score else { return nil }
        return Stages.Cap(edge: Fraction(below), score: score)
    }

    /// The score that a cell is held to, which must keep it from being established.
    private mutating func cap(
        _ object: Object, _ element: String, _ established: Fixed?
    ) -> Fixed? {
        let cap = stageScore(object, "caps-at", element, "as in caps-at: 69.9")
        guard let cap, let established, established <= cap else { return cap }
        reader.fail(
            "stages.order", object["caps-at"]?.place ?? object.place,
            "a cell that is held to \(cap) is established, which it is from \(established) on",
            help: "Write a score below \(established)")
        return nil
    }

    mutating func readGate(
        _ yaml: YAML, _ list: [Stages.Stage], _ established: Fixed?
    ) -> Stages.Gate? {
        guard let object = reader.object(yaml, .proofGate) else { return nil }
        let words = Criterion.Proof.allCases.map(\.rawValue)
        let kinds =
            reader.need(
                object, "kinds", in: "proof gate",
                help: "List some of: " + words.joined(separator: ", ")
            ).map { readProof($0) } ?? []
        let of = reader.need(
            object, "of", in: "proof gate", help: "List the ids of the stages it holds for")
        let stages = of.map { stagePositions($0, list) } ?? []
        let share = stageShare(object, "at-least", "proof gate", "as in at-least: 1/2")
        let score = cap(object, "proof gate", established)
        guard !kinds.isEmpty, !stages.isEmpty, let share, let score else { return nil }
        return Stages.Gate(
            kinds: Set(kinds), stages: Set(stages), cap: Stages.Cap(edge: share, score: score))
    }

    private mutating func stagePositions(_ yaml: YAML, _ list: [Stages.Stage]) -> [Int] {
        let items = reader.items(yaml, "of") ?? []
        reader.checkFilled(yaml, "the list of stages")
        reader.checkDistinct(items.compactMap(\.scalar), "the stage", at: yaml.place)
        // Where the list has faults it is not known which stages there are.
        return list.isEmpty ? [] : items.compactMap { stagePosition($0, list) }
    }

    /// The position of a stage by its id.
    mutating func stagePosition(_ yaml: YAML, _ list: [Stages.Stage]) -> Int? {
        if let position = list.firstIndex(where: { $0.id == yaml.scalar }) { return position }
        let ids = list.map(\.id)
        let nearest = yaml.scalar.flatMap { Nearest.word(to: $0, among: ids) }
        reader.fail(
            "stages.unknown", yaml.place, "there is no stage \(yaml.shape)",
            help: nearest.map { "Did you mean \"\($0)\"?" }
                ?? "Known stages are " + ids.joined(separator: ", "))
        return nil
    }

    mutating func readAttained(_ stages: Object) -> Stages.Attainment? {
        guard
            let yaml = reader.need(
                stages, "attained", in: "stages",
                help: "Say when a stage is attained, as in {mean: 70, established: 3/4, least: 40}"),
            let object = reader.object(yaml, .attained)
        else { return nil }
        let mean = stageScore(object, "mean", "attained rule", "as in mean: 70")
        let share = stageShare(object, "established", "attained rule", "as in established: 3/4")
        let least = stageScore(object, "least", "attained rule", "as in least: 40")
        guard let mean, let share, let least else { return nil }
        return Stages.Attainment(mean: mean, established: share, least: least)
    }

    mutating func readPresence(_ stages: Object) -> [Stages.Presence: Stages.PresenceRule]? {
        guard
            let yaml = reader.need(
                stages, "presence", in: "stages",
                help: "Say when a stage that is not attained is there in part, under transition, "
                    + "elements and isolated"),
            let object = reader.object(yaml, .presence)
        else { return nil }
        var rules: [Stages.Presence: Stages.PresenceRule] = [:]
        for presence in Stages.Presence.allCases where presence != .none {
            let rule = reader.need(
                object, presence.rawValue, in: "presence",
                help: "Write it as in {mean: 55, established: 1/2}")
            if let rule { rules[presence] = presenceRule(rule) }
        }
        return rules.count == Stages.Presence.allCases.count - 1 ? rules : nil
    }

    private mutating func presenceRule(_ yaml: YAML) -> Stages.PresenceRule? {
        guard let object = reader.object(yaml, .presenceRule) else { return nil }
        let keys = ["established", "emerging", "one-of"].filter { object.has($0) }
        let shares = object["one-of"].map { reader.object($0, .presenceShares) } ?? object
        guard let shares else { return nil }
        let rule = Stages.PresenceRule(
            mean: object["mean"].flatMap { stageScore($0, "mean") },
            established: shares["established"].flatMap { presenceShare($0) },
            emerging: shares["emerging"].flatMap { stageShare($0, "emerging") })
        guard (rule.mean != nil) == object.has("mean"),
            (rule.established != nil) == shares.has("established"),
            (rule.emerging != nil) == shares.has("emerging")
        else { return nil }
        guard keys.count == 1, rule.established != nil || rule.emerging != nil else {
            reader.fail(
                "stages.presence", yaml.place,
                keys.count > 1
                    ? "the presence rule has \(keys.joined(separator: " and ")) side by side"
                    : "the presence rule names no share of the cells",
                help: "Write established: 1/2 or emerging: 1/2, or both beneath one-of: where one "
                    + "of the two suffices")
            return nil
        }
        return rule
    }

    /// A share, or `any` for any that is above nothing.
    private mutating func presenceShare(_ yaml: YAML) -> Fraction? {
        if yaml.scalar == "any" { return Fraction(numerator: 0, denominator: 1) }
        return stageShare(yaml, "established")
    }
}
