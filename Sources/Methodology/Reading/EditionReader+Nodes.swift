internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

extension EditionReader {
    mutating func readNodes() -> [Node] {
        var nodes: [Node] = []
        for position in drafts.indices {
            reader.node = drafts[position].id
            scope.node = position
            let common = scope.parameters
            readOwnParameters(of: drafts[position].object)
            nodes.append(node(position, nodes))
            // They stay in the plan under their position, and are no longer found by name.
            scope.parameters =
                common
                + parameters[common.count...].map { Scope.Parameter(id: "", type: $0.type) }
        }
        reader.node = nil
        scope.node = nil
        return nodes
    }

    /// The parameters of an indicator file, which are visible in it alone.
    private mutating func readOwnParameters(of object: Object) {
        guard let yaml = object["parameters"] else { return }
        let count = parameters.count
        readParameters(yaml)
        checkOwnNames(from: count)
        scope.parameters += parameters[count...].map { Scope.Parameter(id: $0.id, type: $0.type) }
    }

    private mutating func node(_ position: Int, _ earlier: [Node]) -> Node {
        let draft = drafts[position]
        let object = draft.object
        let isLeaf = draft.isLeaf
        let grades = grades(of: draft)
        let usedBefore = used
        used = Uses()
        checkWeight(of: draft)
        let ownScale =
            grades?.scale
            ?? (object.has("min") || object.has("max")
                ? readScale(object, at: object.place) ?? scale : scale)
        if isGraded(draft) { checkKeys(ofGraded: object) }
        readThresholds = nil
        let applies = readAppliesWhen(draft)
        self.applies = [applies].compactMap { $0 }
        let (content, coding) = content(draft, ownScale)
        let corrections =
            draft.seat != nil && !isLeaf
            ? cellCorrections(draft, content)
            : readCorrections(object, of: self.applies, isGraded: isGraded(draft))
        let node = Node(
            id: draft.id, place: object.place, texts: texts(draft, earlier), parent: draft.parent,
            children: draft.children,
            isAssumed: object["assumed"].flatMap { reader.flag($0, "assumed") } ?? false
                || isOriginAssumed(object),
            appliesWhen: applies,
            content: content, coding: coding,
            missing: Self.hasSubstitute(object) ? nil : readMissing(draft, ownScale),
            substitute: Self.hasSubstitute(object) ? readSubstitute(object, content) : nil,
            treatment: isGraded(draft) ? nil : readTreatment(object, content),
            score: readScore(object, content, ownScale), corrections: corrections.list,
            rounding: rounding(of: draft, isLeaf: isLeaf),
            bounds: readBounds(draft, content, ownScale), scale: ownScale,
            grades: grades,
            mayExceed: corrections.mayExceed, criterion: readCriterion(draft),
            parameters: used.parameters.sorted())
        used.formUnion(usedBefore)
        return node
    }

    /// For which bodies the node is computed; other bodies do not depend on the answer.
    private mutating func readAppliesWhen(_ draft: Draft) -> Formula? {
        let node = scope.node
        scope.node = nil
        defer { scope.node = node }
        let yaml = draft.object["applies-when"]
        let faults = reader.log.entries.count
        let own = yaml.flatMap { guardedFormula($0, expecting: .condition, literals: .any) }
        // A condition with faults is not read again with another beside it.
        guard let level = levelCondition(draft), (own != nil) == (yaml != nil),
            reader.log.entries.count == faults
        else { return own }
        let text = yaml?.scalar.map { "\(level) AND (\($0))" } ?? level
        let place = yaml?.place ?? draft.object["level"]?.place ?? draft.object.place
        return formula(
            YAML(kind: .scalar(text, isPlain: true), place: place, isOnOneLine: false),
            expecting: .condition, literals: .any)
    }

    /// A weight that nothing looks at would be a rule that does nothing.
    private mutating func checkWeight(of draft: Draft) {
        guard let yaml = draft.object["weight"] else { return }
        // What is wrong with a cell that has no place among the stages is told there.
        if let parent = draft.parent, drafts[parent].object.has("stage") { return }
        let aggregate = draft.parent.map { drafts[$0].object["aggregate"] }
        let word = draft.parent.map { aggregateWord(of: drafts[$0]) } ?? ""
        let isWithout =
            Self.aggregates.contains(word) && word != "none"
            && !Vocabulary.weightedAggregates.contains(word)
        guard aggregate == nil || aggregate??.scalar == "none" || isWithout else { return }
        reader.fail(
            "weights.unused", yaml.place,
            isWithout
                ? "the weight has no effect: the aggregate \(word) above it takes none"
                : "the weight has no effect: no mean is taken above it",
            help: isWithout
                ? "Leave it out, or choose an aggregate with weights, as weighted-mean"
                : "Leave it out, or write aggregate: {weighted-mean: …} at the node above")
    }

    private mutating func texts(_ draft: Draft, _ earlier: [Node]) -> Node.Texts {
        let object = draft.object
        let own = citations(object["basis"])
        let inherited = draft.parent.map { earlier[$0].texts.basis } ?? basis
        return Node.Texts(
            title: object["title"].flatMap { reader.languageMap($0, "the title") },
            note: object["note"].flatMap { reader.languageMap($0, "the note") },
            definition: object["definition"].flatMap { reader.languageMap($0, "the definition") },
            unit: object["unit"].flatMap { reader.text($0, "the unit") },
            assessors: words(object, "assessors"), confidence: words(object, "confidence"),
            source: words(object, "source"),
            basis: own.isEmpty ? inherited : own,
            rule: (object["value"] ?? formulaOfAggregate(object))?.scalar ?? gradeFrom(object))
    }

    private func formulaOfAggregate(_ object: Object) -> YAML? {
        object["aggregate"]?.entries?.first { $0.key == "formula" }?.value
    }

    private mutating func rounding(of draft: Draft, isLeaf: Bool) -> Plan.Rounded? {
        if isGraded(draft) { return nil }
        if let yaml = draft.object["round"] {
            if yaml.scalar == "none" { return nil }
            return reader.object(yaml, .rounded).flatMap { rounded($0) }
        }
        guard let rounding else { return nil }
        // A root that is a leaf is both.
        var levels: Set<String> = draft.parent == nil ? ["total"] : []
        if isLeaf { levels.insert("indicator") }
        if levels.isEmpty { levels.insert("inner") }
        return rounding.levels.isDisjoint(with: levels) ? nil : rounding.rounded
    }
}
