internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

extension EditionReader {
    mutating func readNodes() -> [Node] {
        var nodes: [Node] = []
        for position in drafts.indices {
            reader.node = drafts[position].id
            let common = scope.parameters
            readOwnParameters(of: drafts[position].object)
            nodes.append(node(position, nodes))
            // They stay in the plan under their position, and are no longer found by name.
            scope.parameters =
                common
                + parameters[common.count...].map { Scope.Parameter(id: "", type: $0.type) }
        }
        reader.node = nil
        return nodes
    }

    /// The parameters of an indicator file, which are visible in it alone.
    private mutating func readOwnParameters(of object: Object) {
        guard let yaml = object["parameters"] else { return }
        let count = parameters.count
        readParameters(yaml)
        for (parameter, place) in zip(parameters, parameterPlaces).dropFirst(count)
        where scope.isDeclared(parameter.id) {
            reader.fail(
                "name.twice", place, "\"\(parameter.id)\" hides another of the same name",
                help: "Rename it")
        }
        scope.parameters += parameters[count...].map { Scope.Parameter(id: $0.id, type: $0.type) }
    }

    private mutating func node(_ position: Int, _ earlier: [Node]) -> Node {
        let draft = drafts[position]
        let object = draft.object
        let isLeaf = object.has("value")
        let usedBefore = used
        used = Uses()
        checkWeight(of: draft)
        let ownScale =
            object.has("min") || object.has("max")
            ? readScale(object, at: object.place) ?? scale : scale
        let content = content(draft)
        let corrections = readCorrections(object)
        let node = Node(
            id: draft.id, place: object.place, texts: texts(draft, earlier), parent: draft.parent,
            children: draft.children,
            isAssumed: object["assumed"].flatMap { reader.flag($0, "assumed") } ?? false,
            appliesWhen: object["applies-when"].flatMap {
                formula($0, expecting: .condition, literals: .any)
            },
            content: content, missing: readMissing(object, ownScale),
            score: readScore(object, content, ownScale), corrections: corrections.list,
            rounding: rounding(of: draft, isLeaf: isLeaf),
            bounds: readBounds(object, isLeaf: isLeaf, ownScale), scale: ownScale,
            mayExceed: corrections.mayExceed, parameters: used.parameters.sorted())
        used.formUnion(usedBefore)
        checkBasis(draft, node)
        return node
    }

    /// A weight that nothing looks at would be a rule that does nothing.
    private mutating func checkWeight(of draft: Draft) {
        guard let yaml = draft.object["weight"] else { return }
        let aggregate = draft.parent.map { drafts[$0].object["aggregate"] }
        guard aggregate == nil || aggregate??.scalar == "none" else { return }
        reader.fail(
            "weights.unused", yaml.place, "the weight has no effect: no mean is taken above it",
            help: "Leave it out, or write aggregate: {weighted-mean: …} at the node above")
    }

    private func hasNumbers(_ object: Object) -> Bool {
        ["weight", "score", "coverage", "corrections", "missing", "bounds", "applies-when", "max"]
            .contains { object.has($0) && object[$0]?.scalar != "as-is" }
    }

    private mutating func checkBasis(_ draft: Draft, _ node: Node) {
        guard isAdopted, node.texts.basis.isEmpty, !node.isAssumed, hasNumbers(draft.object) else {
            return
        }
        reader.fail(
            "basis.missing", draft.object.place, "the rule does not say what it rests on",
            help: "Write basis: with a key of sources.yaml here or at a node above it")
    }

    private mutating func texts(_ draft: Draft, _ earlier: [Node]) -> Node.Texts {
        let object = draft.object
        let own = citations(object["basis"])
        let inherited = draft.parent.map { earlier[$0].texts.basis } ?? citations(root["basis"])
        return Node.Texts(
            title: object["title"].flatMap { reader.languageMap($0, "the title") },
            note: object["note"].flatMap { reader.languageMap($0, "the note") },
            definition: object["definition"].flatMap { reader.languageMap($0, "the definition") },
            unit: object["unit"].flatMap { reader.text($0, "the unit") },
            basis: own.isEmpty ? inherited : own, rule: object["value"]?.scalar)
    }

    private mutating func rounding(of draft: Draft, isLeaf: Bool) -> Plan.Rounded? {
        if let yaml = draft.object["round"] {
            if yaml.scalar == "none" { return nil }
            return reader.object(yaml, .rounded).flatMap { rounded($0) }
        }
        guard let rounding else { return nil }
        let level = isLeaf ? "indicator" : draft.parent == nil ? "total" : "inner"
        return rounding.levels.contains(level) ? rounding.rounded : nil
    }

    private mutating func content(_ draft: Draft) -> Node.Content {
        let object = draft.object
        if let value = object["value"] {
            for key in ["nodes", "aggregate", "coverage"] where object.has(key) {
                reader.fail(
                    "node.both", object[key]?.place ?? object.place,
                    "a node with a value has \(key) as well",
                    help: "A leaf has value and score; an inner node has aggregate and nodes")
            }
            return formulaContent(value, object)
        }
        for key in ["empty"] where object.has(key) {
            reader.fail(
                "node.both", object[key]?.place ?? object.place,
                "\(key) stands at a node without a value",
                help: "It belongs to leaves, whose value can have a denominator of zero")
        }
        guard object.has("nodes") else {
            reader.fail(
                "node.silent", object.place, "the node has neither a value nor nodes beneath it",
                help: "Write value: and score: for a leaf, aggregate: and nodes: for an inner node")
            return .heading
        }
        if object["nodes"]?.items?.isEmpty ?? false {
            reader.fail(
                "node.silent", object["nodes"]?.place ?? object.place,
                "the node has no nodes beneath it",
                help: "List its children, or write value: and score: for a leaf")
        }
        guard
            let aggregate = reader.need(
                object, "aggregate", in: "node",
                help: "Write none for a heading, or weighted-mean: with a policy for "
                    + "not-applicable, missing and excluded")
        else { return .heading }
        if aggregate.scalar == "none" {
            checkHeading(object)
            return .heading
        }
        return meanContent(aggregate, draft)
    }

    private mutating func checkHeading(_ object: Object) {
        for key in ["score", "coverage", "corrections", "missing", "round", "bounds", "applies-when"]
        where object.has(key) {
            reader.fail(
                "node.heading", object[key]?.place ?? object.place,
                "a heading has no score, and \(key) stands there",
                help: "Leave it out, or write an aggregate")
        }
    }

    private mutating func formulaContent(_ value: YAML, _ object: Object) -> Node.Content {
        guard let formula = formula(value, expecting: .number) else { return .heading }
        let empty = object["empty"].flatMap { reader.word($0, "empty", Node.EmptyRule.self) }
        if let own = object["empty"], !divides(formula.expression) {
            reader.fail(
                "empty.unused", own.place, "the value has no denominator that could be zero",
                help: "Leave empty: out")
        }
        if !object.has("empty"), let divisor = zeroDivisor(formula.expression) {
            reader.fail(
                "empty.missing", value.place,
                "the denominator \(formula.source.slice(divisor.range)) can be zero, "
                    + "and nothing says what that means",
                help: "Add empty: not-applicable, missing or excluded")
        }
        return .formula(formula, empty: empty)
    }

    private func divides(_ expression: Expression) -> Bool {
        var found = false
        expression.forEach { part in
            switch part.kind {
            case .arithmetic(.divided, _, _): found = true
            case .computed(let table, let index):
                found = found || divides(computed[table][index].formula.expression)
            default: break
            }
        }
        return found
    }

    /// A divisor that can be zero as far as the declarations tell.
    private func zeroDivisor(_ expression: Expression) -> Expression? {
        var found: Expression?
        expression.forEach { part in
            if found == nil, case .arithmetic(.divided, _, let divisor) = part.kind,
                mayBeZero(divisor)
            {
                found = divisor
            }
        }
        return found
    }

    private func mayBeZero(_ expression: Expression) -> Bool {
        func hasZero(_ field: Field) -> Bool {
            (field.least ?? .zero) <= .zero && (field.greatest.map { .zero <= $0 } ?? true)
        }
        switch expression.kind {
        case .number(let literal): return literal.numerator == 0
        case .parameter(let index):
            return parameters[index].values.contains { $0.value.map { $0.sign == 0 } ?? false }
        case .input(let index): return hasZero(scope.schema.inputs[index])
        case .field(let table, let index): return hasZero(scope.schema.tables[table].fields[index])
        case .records(.count, _, _, _), .countTrue, .score: return true
        case .arithmetic(.times, let left, let right), .choice(_, let left, let right):
            return mayBeZero(left) || mayBeZero(right)
        case .arithmetic(.plus, let left, let right): return mayBeZero(left) && mayBeZero(right)
        case .over(_, let parts): return parts.allSatisfy { mayBeZero($0) }
        case .records(_, _, let value?, _), .negated(let value), .absolute(let value),
            .rounded(let value, _, _):
            return mayBeZero(value)
        default: return false
        }
    }

    private mutating func readMissing(_ object: Object, _ scale: Node.Scale) -> Node.MissingRule? {
        guard let yaml = object["missing"], let missing = reader.object(yaml, .missing),
            let rule = reader.need(
                missing, "rule", in: "missing", help: "Write zero, worst or {score: …}")
        else { return nil }
        let reason = missing["reason"].flatMap { reader.languageMap($0, "the reason") }
        let isOpen = missing["open"].flatMap { reader.flag($0, "open") } ?? false
        if let key = rule.entries?.first?.key ?? rule.scalar,
            Vocabulary.laterMissing.contains(key)
        {
            reader.fail(
                "edition.not-yet", rule.place, "the missing rule \"\(key)\" is not supported yet",
                help: "Supported are zero, worst and {score: …}")
            return nil
        }
        var score: Fixed?
        var word = rule.scalar ?? ""
        if let entries = rule.entries {
            guard entries.count == 1, entries[0].key == "score" else {
                reader.fail(
                    "missing.rule", rule.place,
                    "there is no missing rule \"\(entries.first?.key ?? "")\"",
                    help: "Write zero, worst or {score: …}")
                return nil
            }
            score = reader.fixed(entries[0].value, "the score")
            word = score.map { "score: \($0)" } ?? ""
        } else {
            score = switch reader.word(rule, "the missing rule", among: ["zero", "worst"]) {
            case "zero": .zero
            case "worst": scale.least
            default: nil
            }
        }
        guard let score, isWithin(scale, score, "missing.scale", at: rule.place) else { return nil }
        return Node.MissingRule(score: score, word: word, reason: reason, isOpen: isOpen)
    }

    /// Whether a score that the rules name can be one.
    mutating func isWithin(
        _ scale: Node.Scale, _ score: Fixed, _ code: String, at place: Place
    ) -> Bool {
        if scale.least <= score, score <= scale.greatest { return true }
        reader.fail(
            code, place,
            "the score \(score) lies outside the scale \(scale.least) … \(scale.greatest)",
            help: "Choose a score within it, or declare min: and max: of the node")
        return false
    }

    private mutating func readBounds(
        _ object: Object, isLeaf: Bool, _ scale: Node.Scale
    ) -> Node.BoundsRule? {
        guard let yaml = object["bounds"], let bounds = reader.object(yaml, .bounds) else {
            return nil
        }
        guard isLeaf else {
            reader.fail(
                "node.both", yaml.place, "bounds stands at a node without a value",
                help: "The bounds of an inner node follow from its children")
            return nil
        }
        if bounds.has("unknown") || bounds.has("of") {
            let unknown = reader.need(
                bounds, "unknown", in: "bounds", help: "Say how many units are unknown"
            ).flatMap { formula($0, expecting: .number) }
            let of = reader.need(bounds, "of", in: "bounds", help: "Say of how many units")
                .flatMap { formula($0, expecting: .number) }
            guard let unknown, let of else { return nil }
            return .share(unknown: unknown, of: of)
        }
        guard let own = readScale(bounds, at: yaml.place),
            isWithin(scale, own.least, "bounds.scale", at: yaml.place),
            isWithin(scale, own.greatest, "bounds.scale", at: yaml.place)
        else { return nil }
        return .fixed(own)
    }
}
