internal import Arithmetic
internal import Domain
internal import Locales
internal import Methodology

/// The rule of the verdict on stages.
extension RuleWording {
    /// What an edition says of its stages; nothing where it has none.
    var stages: [Paragraph] {
        guard let stages = plan.stages else { return [] }
        let lines =
            structure(of: stages) + conditions(of: stages) + apparatus(of: stages)
            + [origins, phrase(stages.note).map { phrases.stagesNote(note: $0) }].compactMap { $0 }
            + [restsOn(stages.basis)].compactMap { $0 }
        return [Paragraph(.stages, phrases.editionTitleStages, lines: lines)]
    }

    private func structure(of stages: Stages) -> [Phrase] {
        let names = stages.list.indices.map { stage($0, in: stages) }
        let dimensions = stages.dimensions.map { nodeName($0.node) }
        var lines = [
            phrases.stagesInOrder(stages: names.joined(separator: ", ")),
            phrases.stagesDimensions(dimensions: dimensions.joined(separator: separator)),
            phrases.stagesEdges(
                established: figure(stages.established), emerging: figure(stages.emerging)),
            phrases.stagesCoverage(share: share(stages.coverage)),
        ]
        if let cap = stages.decisive {
            lines.append(
                phrases.stagesDecisive(
                    edge: figure(exact: cap.edge.description), cap: figure(cap.score)))
        }
        if let gate = stages.gate {
            let gated = stages.list.indices.filter(gate.stages.contains).map {
                stage($0, in: stages)
            }
            lines.append(
                phrases.stagesGate(
                    stages: gated.joined(separator: ", "), share: share(gate.cap.edge),
                    kinds: kinds(gate.inOrder), cap: figure(gate.cap.score)))
        }
        return lines
    }

    private func conditions(of stages: Stages) -> [Phrase] {
        let attained = stages.attained
        var lines = [
            phrases.stagesAttained(
                mean: figure(attained.mean), share: share(attained.established),
                least: figure(attained.least))
        ]
        for presence in Stages.Presence.allCases {
            guard let condition = stages.presence[presence].map(condition) else { continue }
            switch presence {
            case .transition: lines.append(phrases.stagesTransition(condition: condition))
            case .elements: lines.append(phrases.stagesElements(condition: condition))
            case .isolated: lines.append(phrases.stagesIsolated(condition: condition))
            case .none: break
            }
        }
        return lines + [Phrase(phrases.stagesOwnConditions)]
    }

    /// The mean and the shares of a presence, as half a sentence.
    private func condition(_ rule: Stages.PresenceRule) -> Phrase {
        let established = rule.established.map {
            $0.sign == 0
                ? Phrase(phrases.stagesPartAny) : phrases.stagesPartEstablished(share: share($0))
        }
        let emerging = rule.emerging.map { phrases.stagesPartEmerging(share: share($0)) }
        let shares = [established, emerging].compactMap { $0 }
        let either = shares.dropFirst().reduce(shares.first ?? Phrase([])) {
            phrases.formulaOr(left: $0, right: $1)
        }
        guard let mean = rule.mean else { return either }
        return phrases.formulaAnd(
            left: phrases.stagesPartMean(mean: figure(mean)),
            right: shares.count > 1 ? either.grouped : either)
    }

    private func apparatus(of stages: Stages) -> [Phrase] {
        guard let apparatus = stages.apparatus else { return [] }
        var lines = [
            phrases.stagesApparatus(kind: .code(apparatus.kind)),
            phrases.stagesApparatusAttained(
                share: share(apparatus.attained),
                input: name(of: plan.schema.inputs[apparatus.weight]),
                mean: figure(apparatus.mean)),
        ]
        if let cap = stages.decisive {
            lines.append(
                phrases.stagesApparatusDecisive(edge: figure(exact: cap.edge.description)))
        }
        return lines
    }

    /// How many criteria have thresholds of each origin; `nil` where none says it.
    private var origins: Phrase? {
        let origins = plan.nodes.compactMap { $0.criterion?.origin }
        let counts = Criterion.Origin.allCases.compactMap { origin -> Phrase? in
            let number = origins.count { $0 == origin }
            guard number > 0 else { return nil }
            return phrases.stagesOriginCount(
                origin: Phrase(word(origin)), number: figure(exact: number.description))
        }
        return counts.isEmpty
            ? nil : phrases.stagesOrigins(counts: counts.joined(separator: separator))
    }
}
