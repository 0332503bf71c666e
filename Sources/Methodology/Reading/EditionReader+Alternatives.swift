internal import Arithmetic
internal import Diagnostics
internal import Expressions

/// What an edition could reasonably have said instead.
extension EditionReader {
    mutating func readAlternatives(_ nodes: [Node]) -> Alternatives? {
        guard let yaml = assumed ?? root["alternatives"],
            let object = reader.object(yaml, .alternatives)
        else { return nil }
        let own = Vocabulary.alternatives.keys.filter { !["nodes", "basis", "note"].contains($0) }
        if !own.contains(where: { object.has($0) }) {
            reader.fail(
                "alternatives.empty", yaml.place, "no alternative is named",
                help: "Write one of \(own.joined(separator: ", ")), or leave alternatives out")
        }
        let weights = object["weights"].map { readWeightAlternatives($0, nodes) }
        let aggregates = words(
            object, "aggregate", "the way to aggregate", Alternatives.Aggregation.self)
        let leavesOneOut = flag(object, "leave-one-out")
        checkAggregates(object, nodes)
        checkPassMarks(object, nodes)
        return Alternatives(
            nodes: alternativeNodes(object, nodes), weights: weights?.noise ?? [],
            hasEqualWeights: weights?.isEqual ?? false, aggregates: aggregates,
            scores: readScoringAlternatives(object, nodes),
            winsorised: readTreatmentAlternatives(object),
            missing: missingAlternatives(object),
            leavesOneOut: leavesOneOut, rangesOverBounds: flag(object, "bounds"),
            passMarks: object["pass-marks"].flatMap { spread($0, .passMarks) },
            samplingErrors: readSamplingErrors(object, nodes), isAnalysts: assumed != nil,
            basis: citations(object["basis"]), place: yaml.place)
    }

    private mutating func flag(_ object: Object, _ key: String) -> Bool {
        object[key].flatMap { reader.flag($0, key) } ?? false
    }

    private mutating func words<Word: RawRepresentable & CaseIterable>(
        _ object: Object, _ key: String, _ what: String, _ type: Word.Type
    ) -> [Word] where Word.RawValue == String {
        guard let yaml = object[key], let items = reader.items(yaml, key) else { return [] }
        let words = items.compactMap { reader.word($0, what, Word.self) }
        reader.checkFilled(yaml, "the list under \(key)")
        reader.checkDistinct(words.map(\.rawValue), what, at: yaml.place, areWords: true)
        return words
    }

    /// What could be done with what is missing; a mean of peers is a use of them.
    private mutating func missingAlternatives(_ object: Object) -> [Alternatives.Missing] {
        let rules = words(object, "missing", "the missing rule", Alternatives.Missing.self)
        if rules.contains(.groupMean) || rules.contains(.groupMedian) { used.peers = true }
        return rules
    }

    /// Those that are named, otherwise those that are ranked, otherwise the cells of stages,
    /// otherwise the root.
    private mutating func alternativeNodes(_ object: Object, _ nodes: [Node]) -> [Int] {
        if object.has("nodes") { return positions(object, in: "alternatives", nodes) }
        let ranked = root["ranking"]?.entries?.first { $0.key == "nodes" }?.value.items ?? []
        let named = ranked.compactMap { $0.scalar.flatMap { scope.nodes[$0] } }
        guard named.isEmpty, !drafts.isEmpty else { return named }
        let cells = drafts.indices.filter { drafts[$0].seat != nil && !drafts[$0].isLeaf }
        if !cells.isEmpty { return cells }
        let roots = drafts.indices.filter { drafts[$0].parent == nil }
        let place = root["alternatives"]?.place ?? root.place
        for root in roots { refuseHeading(root, at: place) }
        return roots
    }

    /// How many points that lie far from the others are drawn in at most.
    private mutating func readTreatmentAlternatives(_ object: Object) -> [Int] {
        guard let yaml = object["treat"],
            let treatment = reader.object(yaml, .treatmentAlternatives),
            let list = reader.need(
                treatment, "winsorise", in: "treat", help: "Write winsorise: [1, 2, 3, 4, 5]"),
            let items = reader.items(list, "winsorise")
        else { return [] }
        let points = items.compactMap { item -> Int? in
            if let points = item.scalar.flatMap({ Int($0) }), (1...10_000).contains(points) {
                return points
            }
            reader.fail(
                "alternatives.range", item.place, "the number of points is \(item.shape)",
                help: "Write whole numbers from 1 to 10000, as in winsorise: [1, 2, 3]")
            return nil
        }
        reader.checkFilled(list, "the list under winsorise")
        reader.checkDistinct(points.map(\.description), "the number of points", at: list.place)
        return points
    }

    /// The leaves whose values were measured on a sample.
    private mutating func readSamplingErrors(
        _ object: Object, _ nodes: [Node]
    ) -> [Alternatives.SamplingError] {
        guard let yaml = object["sampling"], let items = reader.items(yaml, "sampling") else {
            return []
        }
        reader.checkFilled(yaml, "the list under sampling")
        var ids: [String] = []
        let errors = items.compactMap { item -> Alternatives.SamplingError? in
            guard let error = reader.object(item, .samplingError),
                let name = reader.need(
                    error, "node", in: "sampling error", help: "Write the id of a leaf"),
                let id = reader.identifier(name, "the node"),
                let position = position(ofNode: id, at: name.place),
                let written = reader.need(
                    error, "standard-error", in: "sampling error",
                    help: "Say how far a value lies from the true one, as an input or a number"),
                let formula = guardedFormula(written, expecting: .number, literals: .edge)
            else { return nil }
            ids.append(id)
            if nodes.indices.contains(position) {
                guard case .formula = nodes[position].content, nodes[position].grades == nil else {
                    reader.fail(
                        "alternatives.unused", name.place,
                        "\"\(id)\" has no value of its own that could be measured on a sample",
                        help: "Name a leaf with a value and a score")
                    return nil
                }
            }
            return Alternatives.SamplingError(node: position, standardError: formula)
        }
        reader.checkDistinct(ids, "the node", at: yaml.place)
        return errors
    }

    /// Pass marks that lie otherwise say nothing where there are none.
    private mutating func checkPassMarks(_ object: Object, _ nodes: [Node]) {
        guard let yaml = object["pass-marks"], !nodes.isEmpty,
            !nodes.contains(where: { $0.criterion?.thresholds != nil })
        else { return }
        reader.fail(
            "alternatives.unused", yaml.place,
            "pass-marks has no effect: no criterion of a stage has thresholds",
            help: "Leave it out, or write score: {thresholds: {floor: …, pass: …, full: …}}")
    }

    /// Ways to put children together say nothing where no children are put together.
    private mutating func checkAggregates(_ object: Object, _ nodes: [Node]) {
        let hasAggregate = nodes.contains { node in
            if case .aggregate = node.content { true } else { false }
        }
        guard !hasAggregate else { return }
        for key in ["weights", "aggregate", "leave-one-out"] {
            guard let yaml = object[key] else { continue }
            reader.fail(
                "alternatives.unused", yaml.place,
                "\(key) has no effect: no node of the edition has an aggregate",
                help: "Leave it out, or give an inner node an aggregate")
        }
    }
}
