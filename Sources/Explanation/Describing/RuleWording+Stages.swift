internal import Arithmetic
internal import Domain
internal import Expressions
internal import Locales
internal import Methodology

/// What makes a node a cell or a criterion of a stage.
extension RuleWording {
    /// What the stages make of a node; nothing where they make nothing of it.
    func stage(of node: Int) -> [Paragraph] {
        guard let stages = plan.stages, let lines = lines(of: node, in: stages) else { return [] }
        return [Paragraph(.stages, phrases.ruleTitleStage, lines: lines)]
    }

    private func lines(of node: Int, in stages: Stages) -> [Phrase]? {
        if let seat = stages.seat(ofCell: node) {
            return [
                phrases.ruleStageCell(
                    stage: stage(seat.stage, in: stages),
                    dimension: dimension(seat.dimension, in: stages))
            ]
        }
        guard let criterion = plan.nodes[node].criterion else { return nil }
        var lines = [
            phrases.ruleStageCriterion(
                stage: stage(criterion.stage, in: stages),
                dimension: dimension(criterion.dimension, in: stages))
        ]
        if criterion.isDecisive, let cap = stages.decisive {
            lines.append(
                phrases.ruleStageDecisive(
                    edge: figure(exact: cap.edge.description), cap: figure(cap.score)))
        }
        if stages.apparatus != nil { lines.append(Phrase(level(criterion.level))) }
        if !criterion.proof.isEmpty {
            lines.append(phrases.ruleProof(kinds: kinds(criterion.proof)))
        }
        if let origin = criterion.origin {
            lines.append(phrases.ruleOrigin(origin: Phrase(word(origin))))
        }
        return lines
    }

    /// What a stage is called, in quotes.
    func stage(_ position: Int, in stages: Stages) -> Phrase {
        let stage = stages.list[position]
        return quoted(phrase(stage.title) ?? .code(stage.id))
    }

    private func dimension(_ position: Int, in stages: Stages) -> Phrase {
        quoted(nodeName(stages.dimensions[position].node))
    }

    private func level(_ level: Criterion.Level) -> String {
        switch level {
        case .body: phrases.ruleLevelBody
        case .system: phrases.ruleLevelSystem
        case .both: phrases.ruleLevelBoth
        }
    }

    /// Where thresholds come from, in a few words.
    func word(_ origin: Criterion.Origin) -> String {
        switch origin {
        case .published: phrases.originWordPublished
        case .remembered: phrases.originWordRemembered
        case .quantile: phrases.originWordQuantile
        case .proposed: phrases.originWordProposed
        }
    }

    /// Kinds of proof side by side.
    func kinds(_ kinds: [Criterion.Proof]) -> Phrase {
        let words = kinds.map { kind in
            switch kind {
            case .legislation: phrases.proofLegislation
            case .guidance: phrases.proofGuidance
            case .institution: phrases.proofInstitution
            case .practice: phrases.proofPractice
            case .result: phrases.proofResult
            }
        }
        return Phrase(words.joined(separator: ", "))
    }

    /// What the gate of a cell asks for where it follows from the kinds of proof; `nil` for any
    /// other condition.
    func proofCondition(_ when: Formula) -> Phrase? {
        guard let stages = plan.stages, let gate = stages.gate,
            // The gate of a decisive criterion compares one score.
            !when.expression.parts.contains(where: {
                if case .score = $0.kind { true } else { false }
            }),
            stages.cells.contains(where: { cell in
                plan.nodes[cell].corrections.contains { $0.when == when }
            })
        else { return nil }
        return phrases.stagesGateCondition(
            share: share(gate.cap.edge), kinds: kinds(gate.inOrder))
    }
}

extension Stages {
    /// The positions of all cells.
    var cells: [Int] { dimensions.flatMap(\.cells) }

    /// Where a cell stands; `nil` for any other node.
    func seat(ofCell node: Int) -> (dimension: Int, stage: Int)? {
        for (position, dimension) in dimensions.enumerated() {
            if let stage = dimension.cells.firstIndex(of: node) { return (position, stage) }
        }
        return nil
    }
}

extension Stages.Gate {
    /// The kinds that count, in the order of the language.
    var inOrder: [Criterion.Proof] { Criterion.Proof.allCases.filter(kinds.contains) }
}
