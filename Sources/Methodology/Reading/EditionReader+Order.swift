internal import Diagnostics
internal import Domain
internal import Expressions

extension EditionReader {
    /// The nodes, each after its children and after those whose scores its rules read.
    ///
    /// - Returns: `nil` when nodes wait for one another in a ring, which is named.
    mutating func orderNodes(_ nodes: [Node]) -> [Int]? {
        let needs = nodes.map { $0.needs(nodes) }
        var order: [Int] = []
        var state = [Visit](repeating: .unseen, count: nodes.count)
        for start in nodes.indices where state[start] == .unseen {
            // A path of its own instead of recursion: chains of nodes may be long.
            var path: [(node: Int, next: Int)] = [(start, 0)]
            state[start] = .open
            while let (node, next) = path.last {
                guard next < needs[node].count else {
                    state[node] = .done
                    order.append(node)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let needed = needs[node][next]
                switch state[needed] {
                case .done: break
                case .unseen:
                    state[needed] = .open
                    path.append((needed, 0))
                case .open:
                    let ring = path.map(\.node).drop { $0 != needed } + [needed]
                    reportCycle(Array(ring), nodes)
                    return nil
                }
            }
        }
        return order
    }

    private enum Visit { case unseen, open, done }

    /// The nodes whose outcomes depend on other bodies.
    static func relative(_ nodes: [Node], _ order: [Int]) -> Set<Int> {
        var relative: Set<Int> = []
        for position in order {
            let node = nodes[position]
            if node.comparesBodies || node.needs(nodes).contains(where: relative.contains) {
                relative.insert(position)
            }
        }
        return relative
    }

    private mutating func reportCycle(_ ring: [Int], _ nodes: [Node]) {
        let ids = ring.map { nodes[$0].id }
        // A long ring is named by its beginning and its end.
        let shown = ids.count <= 12 ? ids : ids.prefix(8) + ["…"] + ids.suffix(2)
        reader.log.error(
            "node.cycle", at: nodes[ring[0]].place, node: ids[0],
            "each of these nodes needs the next: " + shown.joined(separator: " -> "),
            help: "Take one of the references out")
    }

    /// What is handed in or declared and never looked at.
    mutating func checkUse() {
        // The rules of an indicator whose file is not found are not known.
        guard reader.log.counts["indicator.absent"] == nil else { return }
        // What a rule would use that could not be read is not known either.
        guard !reader.log.entries.contains(where: { $0.severity == .error && $0.node != nil })
        else { return }
        for (index, input) in scope.schema.inputs.enumerated()
        where !used.inputs.contains(index) && !used.words.contains(input.id) {
            reader.fail(
                "input.unused", inputPlaces[input.id] ?? root.place,
                "no rule uses the input \"\(input.id)\"",
                help: "Delete it, or use it: nobody should hand in what does not count")
        }
        for (index, parameter) in parameters.enumerated()
        where !used.parameters.contains(index) && !used.words.contains(parameter.id) {
            reader.fail(
                "parameter.unused", parameterPlaces[index],
                "no rule uses the parameter \"\(parameter.id)\"", help: "Delete it, or use it")
        }
        checkUseOfTables()
        for list in root["lists"]?.entries ?? []
        where lists[list.key] != nil && !used.lists.contains(list.key)
            && !used.words.contains(list.key)
        {
            reader.fail(
                "list.unused", list.keyPlace, "nothing is repeated over the list \"\(list.key)\"",
                help: "Delete it, or use it")
        }
    }

    /// A table is used by rules, by checks, and by the tables whose records belong to its own.
    private mutating func checkUseOfTables() {
        let tables = scope.schema.tables
        let places = places(under: root["tables"])
        for (index, table) in tables.enumerated().reversed() {
            let isUsed = used.tables.contains(index) || used.words.contains(table.id)
            if isUsed, let parent = table.parent { used.tables.insert(parent) }
            guard !isUsed else { continue }
            reader.fail(
                "table.unused", places[table.id] ?? root.place,
                "no rule uses the table \"\(table.id)\"",
                help: "Delete it, or use it: nobody should hand in what does not count")
        }
    }

    /// A node that applies to none of the edition's kinds of body.
    mutating func checkKindsReached(_ nodes: [Node]) {
        guard !kinds.isEmpty else { return }
        var reached: [Set<Int>] = []
        for node in nodes {
            var own = node.parent.map { reached[$0] } ?? Set(kinds.indices)
            let isAbove = !own.isEmpty
            if let formula = node.appliesWhen {
                own = own.filter { formula.expression.holds(forKind: $0) != false }
            }
            reached.append(own)
            guard isAbove, own.isEmpty, let formula = node.appliesWhen else { continue }
            reader.log.error(
                "node.unreachable", at: formula.source.place, node: node.id,
                "the node applies to no kind of body",
                help: "Correct applies-when here or above, or delete the node; the kinds are "
                    + kinds.joined(separator: ", "))
        }
    }
}

extension Expression {
    /// Whether the condition holds for all bodies of a kind; `nil` when that is not enough to
    /// tell.
    fileprivate func holds(forKind kind: Int) -> Bool? {
        switch self.kind {
        case .flag(let value): return value
        case .not(let value): return value.holds(forKind: kind).map { !$0 }
        case .all(let parts):
            let values = parts.map { $0.holds(forKind: kind) }
            return values.contains(false) ? false : values.contains(nil) ? nil : true
        case .any(let parts):
            let values = parts.map { $0.holds(forKind: kind) }
            return values.contains(true) ? true : values.contains(nil) ? nil : false
        case .compare(let operation, let left, let right):
            let word: Int? =
                switch (left.kind, right.kind) {
                case (.bodyKind, .code(let word)), (.code(let word), .bodyKind): word
                default: nil
                }
            guard let word else { return nil }
            return operation == .equal ? word == kind : operation == .unequal ? word != kind : nil
        default: return nil
        }
    }
}

extension Node {
    /// Whether its own rule looks at other bodies.
    public var comparesBodies: Bool {
        if case .comparison = score { return true }
        if treatment != nil || substitute?.source.looksAtBodies ?? false { return true }
        if case .aggregate(let aggregate) = content, aggregate.kind == .copeland { return true }
        return formulas.contains { formula in
            formula.expression.contains { if case .population = $0.kind { true } else { false } }
        }
    }

    /// The nodes that are computed before it: its children, and those whose scores its rule reads,
    /// also in the values of the leaves that its missing rule looks at.
    fileprivate func needs(_ nodes: [Node]) -> [Int] {
        let beside = (substitute?.leaves ?? []).flatMap { nodes[$0].formulasOfValue }
        var found = children
        for formula in formulas + beside {
            formula.expression.forEach { part in
                if case .score(let node) = part.kind, !found.contains(node) { found.append(node) }
            }
        }
        return found
    }
}
