internal import Diagnostics
internal import Domain
internal import Expressions

/// How bodies make up the apparatus.
extension EditionReader {
    mutating func readApparatus(_ yaml: YAML) -> Stages.Apparatus? {
        guard let object = reader.object(yaml, .apparatus) else { return nil }
        let kind = reader.need(
            object, "kind", in: "apparatus",
            help: "Name the kind of body that stands for the whole apparatus"
        ).flatMap { apparatusKind($0) }
        let weight = reader.need(
            object, "weight", in: "apparatus",
            help: "Name the input that weighs the bodies, as their staff"
        ).flatMap { weightInput($0) }
        let attained = stageShare(object, "attained", "apparatus", "as in attained: 3/4")
        let mean = stageScore(object, "mean", "apparatus", "as in mean: 70")
        guard let kind, let weight, let attained, let mean else { return nil }
        return Stages.Apparatus(kind: kind, weight: weight, attained: attained, mean: mean)
    }

    private mutating func apparatusKind(_ yaml: YAML) -> String? {
        guard let kind = reader.identifier(yaml, "the kind") else { return nil }
        guard kinds.contains(kind) else {
            let nearest = Nearest.word(to: kind, among: kinds)
            reader.fail(
                "stages.kind", yaml.place, "the edition does not apply to the kind \"\(kind)\"",
                help: nearest.map { "Did you mean \"\($0)\"?" }
                    ?? "Add it to applies-to: the whole apparatus is a body of this kind")
            return nil
        }
        return kind
    }

    private mutating func weightInput(_ yaml: YAML) -> Int? {
        guard let id = reader.identifier(yaml, "the weight"), !faulty.contains(id) else {
            return nil
        }
        let inputs = scope.schema.inputs
        guard let position = inputs.firstIndex(where: { $0.id == id }) else {
            let numeric = inputs.filter(\.type.isNumeric).map(\.id)
            let nearest = Nearest.word(to: id, among: numeric)
            if let nearest { used.words.insert(nearest) }
            reader.fail(
                "stages.weight", yaml.place, "there is no input \"\(id)\" that could weigh bodies",
                help: nearest.map { "Did you mean \"\($0)\"?" }
                    ?? "Declare it, as in inputs: {\(id): {type: count, min: 0}}")
            return nil
        }
        used.inputs.insert(position)
        guard inputs[position].type.isNumeric else {
            reader.fail(
                "stages.weight", yaml.place,
                "the input \"\(id)\" is \(inputs[position].type.named), and no number",
                help: "Name an input that is a count or another number")
            return nil
        }
        return position
    }
}
