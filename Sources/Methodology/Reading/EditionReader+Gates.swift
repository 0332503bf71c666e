internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

/// What holds a cell below the score from which it is established.
extension EditionReader {
    /// The corrections of a cell: one gate for each decisive criterion, and one for the kinds of
    /// proof where its criteria can fail it.
    mutating func cellCorrections(
        _ draft: Draft, _ content: Node.Content
    ) -> (list: [Node.Correction], mayExceed: Bool) {
        guard let seat = draft.seat, let stages else { return ([], false) }
        var gates: [YAML] = []
        if let rule = stages.decisive {
            for child in draft.children
            where ["true", "yes"].contains(drafts[child].object["decisive"]?.scalar) {
                let place = drafts[child].object["decisive"]?.place ?? stages.place
                gates.append(
                    gate(
                        "\(score(child)) < \(rule.edge)", rule.score, stages.decisiveBasis,
                        at: place))
            }
        }
        if let gate = stages.gate, gate.stages.contains(seat.stage) {
            gates += proofGates(gate, draft, content)
        }
        guard !gates.isEmpty else { return ([], false) }
        let corrections = YAML.Entry(
            key: "corrections", keyPlace: draft.object.place,
            value: YAML(kind: .sequence(gates), place: draft.object.place))
        return readCorrections(
            Object(place: draft.object.place, entries: [corrections]), of: applies,
            isGraded: false)
    }

    private func gate(
        _ condition: String, _ cap: Fixed, _ basis: YAML?, at place: Place
    ) -> YAML {
        func entry(_ key: String, _ text: String) -> YAML.Entry {
            // A formula that is written out has no columns in the file.
            let value = YAML(kind: .scalar(text, isPlain: true), place: place, isOnOneLine: false)
            return YAML.Entry(key: key, keyPlace: place, value: value)
        }
        var entries = [
            entry("gate", condition), entry("caps-at", cap.description), entry("unknown", "none"),
        ]
        if let basis { entries.append(YAML.Entry(key: "basis", keyPlace: place, value: basis)) }
        return YAML(kind: .mapping(entries), place: place)
    }

    /// The score of a node in formulas; ids that are no names of formulas stand in quotes.
    private func score(_ node: Int) -> String {
        let id = drafts[node].id
        let isName =
            (id.first?.isLetter ?? false)
            && id.split(omittingEmptySubsequences: false, whereSeparator: { "-.".contains($0) })
                .allSatisfy { !$0.isEmpty }
        return isName ? "score(\(id))" : "score(\"\(id)\")"
    }

    /// The gates for the kinds of proof, one for each kind of body with weights of its own; none
    /// where no observed criteria can fail them.
    private mutating func proofGates(
        _ gate: Stages.Gate, _ draft: Draft, _ content: Node.Content
    ) -> [YAML] {
        let counts = draft.children.map { child in
            let yaml = drafts[child].object["proof"]
            return (yaml?.items ?? [yaml].compactMap { $0 }).contains { kind in
                kind.scalar.flatMap { Criterion.Proof(rawValue: $0) }.map(gate.kinds.contains)
                    ?? false
            }
        }
        guard counts.contains(false) else { return [] }
        guard case .aggregate(let aggregate) = content,
            case .fixed(let weights) = aggregate.weights
        else {
            if case .aggregate = content {
                reader.fail(
                    "stages.proof", draft.object.place,
                    "the weights of the cell are computed, and the rule of the kinds of proof "
                        + "needs numbers",
                    help: "Write the weights of its criteria as numbers, or leave them out")
            }
            return []
        }
        let odd = zip(draft.children, counts).filter { !$0.1 }.map { "\"\(drafts[$0.0].id)\"" }
        reader.log.warning(
            "stages.proof", at: draft.object.place, node: draft.id,
            "the cell is held to \(gate.cap.score) where less than \(gate.cap.edge) of its "
                + "observed weight is proven by \(words(gate.kinds)); not so proven: "
                + odd.joined(separator: ", "),
            help: "Nothing need be done; it is said since figures that are missing can cap the cell"
        )
        let isSame = weights.allSatisfy { $0 == weights.first }
        return kinds.indices.prefix(isSame ? 1 : kinds.count).map { kind in
            let condition = share(gate.cap.edge, draft.children, counts, weights[kind])
            return self.gate(
                isSame ? condition : "kind = \"\(kinds[kind])\" AND \(condition)", gate.cap.score,
                stages?.gateBasis, at: draft.object["stage"]?.place ?? draft.object.place)
        }
    }

    private func words(_ kinds: Set<Criterion.Proof>) -> String {
        Criterion.Proof.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: " or ")
    }

    /// Whether the observed weight of what counts is less than the share of all that is observed.
    ///
    ///     Σ w · d (of what counts) < Σ w · n (of all), for the share n / d
    private func share(
        _ edge: Fraction, _ children: [Int], _ counts: [Bool], _ weights: [Int64]
    ) -> String {
        let size = edge.reduced
        func sum(_ factor: Int128, _ isCounted: (Int) -> Bool) -> String {
            let terms = children.indices.filter { isCounted($0) && weights[$0] != 0 }.map {
                "IF(\(score(children[$0])) IS KNOWN, \(factor * Int128(weights[$0])), 0)"
            }
            return terms.isEmpty ? "0" : terms.joined(separator: " + ")
        }
        return sum(size.denominator) { counts[$0] } + " < " + sum(size.numerator) { _ in true }
    }
}
