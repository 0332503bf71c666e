internal import Diagnostics
internal import Domain

/// The stages and what a verdict says of them.
extension EditionReader {
    /// The stages, lowest first.
    mutating func readStageList(_ stages: Object) -> [Stages.Stage]? {
        guard
            let yaml = reader.need(
                stages, "list", in: "stages",
                help: "List them, lowest first, each with id, title and phrases"),
            let items = reader.items(yaml, "the list of stages")
        else { return nil }
        guard items.count >= 2 else {
            reader.fail(
                "stages.few", yaml.place,
                items.isEmpty ? "there are no stages" : "there is one stage alone",
                help: "List two stages or more, lowest first; one score alone needs bands")
            return nil
        }
        guard items.count <= Stages.most else {
            reader.fail(
                "stages.many", yaml.place,
                "there are \(items.count) stages; \(Stages.most) are allowed",
                help: "Leave out those that no verdict has to tell apart")
            return nil
        }
        let list = items.enumerated().compactMap { position, item in
            stage(item, isFirst: position == 0)
        }
        reader.checkDistinct(list.map(\.id), "the stage", at: yaml.place)
        return list.count == items.count ? list : nil
    }

    private mutating func stage(_ yaml: YAML, isFirst: Bool) -> Stages.Stage? {
        guard let object = reader.object(yaml, .stage) else { return nil }
        let id = reader.need(
            object, "id", in: "stage", help: "Give it an id, as in strategic"
        ).flatMap { reader.identifier($0, "the stage") }
        let title = reader.need(
            object, "title", in: "stage",
            help: "Say what it is called where it is attained, as in {en: strategic}"
        ).flatMap { reader.languageMap($0, "the title") }
        let phrases = phrases(object, isFirst: isFirst)
        guard let id, let title, let phrases else { return nil }
        return Stages.Stage(id: id, title: title, phrases: phrases)
    }

    /// What a verdict says of the stage; each of its words, and no other.
    private mutating func phrases(
        _ stage: Object, isFirst: Bool
    ) -> [Stages.Phrase: LanguageMap]? {
        let example =
            isFirst
            ? "{emerging: {en: emerging professional}, before: {en: pre-professional}}"
            : "{transition: {en: in transition to strategic}, …}"
        guard
            let yaml = reader.need(
                stage, "phrases", in: "stage",
                help: "Say what a verdict says where it is not attained, as in \(example)"),
            let object = reader.object(yaml, .phrases)
        else { return nil }
        let order = isFirst ? "first" : "later"
        let needed = Stages.Phrase.allCases.filter { $0.isOfFirst == isFirst }
        var phrases: [Stages.Phrase: LanguageMap] = [:]
        for phrase in Stages.Phrase.allCases {
            let (isNeeded, text) = (needed.contains(phrase), object[phrase.rawValue])
            guard isNeeded == (text != nil) else {
                reader.fail(
                    "stages.phrases", text?.place ?? yaml.place,
                    isNeeded
                        ? "a \(order) stage needs the phrase \(phrase.rawValue)"
                        : "no verdict says \(phrase.rawValue) of a \(order) stage",
                    help: "Write all of, and nothing but: "
                        + needed.map(\.rawValue).joined(separator: ", "))
                continue
            }
            phrases[phrase] = text.flatMap {
                reader.languageMap($0, "the phrase \(phrase.rawValue)")
            }
        }
        return phrases.count == needed.count ? phrases : nil
    }
}

extension Stages.Phrase {
    /// Whether it is said of the first stage, and otherwise of later ones.
    fileprivate var isOfFirst: Bool { self == .emerging || self == .before }
}
