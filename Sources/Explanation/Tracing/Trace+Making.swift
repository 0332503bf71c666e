internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology
public import Scoring

extension Trace {
    /// Traces a node that was computed, in a period that the edition holds for.
    public init(_ assessment: Assessment, node position: Int, at unit: Int) {
        let node = assessment.plan.nodes[position]
        let computation = assessment.computation(of: position, at: unit)
        self.node = position
        self.unit = unit
        basis = node.texts.basis
        outcome = computation.outcome
        bounds = computation.bounds
        lost = PointsLost.of(position, at: unit, in: assessment) { computation }
        let wasLookedAt =
            switch computation.outcome.reason {
            case .didNotExist, .otherKind, .heading: false
            default: true
            }
        let maker = Maker(assessment: assessment, node: node, unit: unit)
        let isDecided = computation.outcome.decision != nil
        steps = wasLookedAt && !isDecided ? maker.steps(computation) : []
        evidence = wasLookedAt ? maker.evidence(position, computation) : []
        decisions = wasLookedAt ? maker.decisions(position, computation) : []
        parameters =
            wasLookedAt && !isDecided
            ? node.parameters.map {
                ParameterLine(parameter: $0, value: assessment.parameter($0, at: unit))
            } : []
    }

    private struct Maker {
        let assessment: Assessment
        let node: Node
        let unit: Int

        func substitution(_ formula: Formula) -> Substitution {
            Substitution(formula, assessment, at: unit)
        }

        func steps(_ computation: Computation) -> [Step] {
            var steps: [Step] = []
            if let condition = node.appliesWhen {
                steps.append(.appliesWhen(substitution(condition)))
            }
            switch computation.outcome.reason {
            case .doesNotApply, .applicabilityUnknown: return steps
            default: break
            }
            switch node.content {
            case .heading: break
            case .formula(let formula, _):
                let own =
                    computation.substituted == nil
                    ? computation.supposedFor ?? computation.value : nil
                steps.append(.value(substitution(formula), own))
                if let rule = node.substitute, let step = computation.substituted {
                    steps.append(.substituted(rule: rule.word, step, reason: rule.reason))
                }
            case .aggregate(let rule):
                if case .computed(let parts) = rule.weights {
                    steps.append(.weights(weights(parts)))
                }
                if let made = computation.aggregate {
                    steps.append(.aggregate(made, rule, computation.value))
                }
                if let step = computation.outranking { steps.append(.outranking(step)) }
            case .checklist(let list):
                let items = computation.requirements.map { step in
                    CheckedItem(
                        item: list.items[step.index],
                        when: substitution(list.items[step.index].when), verdict: step.verdict)
                }
                steps.append(
                    .checklist(list, items, computation.supposedFor ?? computation.value))
            case .ladder(let ladder): steps.append(.ladder(rungs(ladder, computation)))
            }
            if case .share(let unknown, let all) = node.bounds, computation.value != nil {
                steps.append(.shareBounds(unknown: substitution(unknown), of: substitution(all)))
            }
            if let known = computation.supposedFor, let value = computation.value {
                steps.append(.supposed(value, known: known))
            }
            return steps + scoring(computation)
        }

        private func weights(_ parts: [Node.WeightPart]) -> [WeightLine] {
            node.children.enumerated().map { index, child in
                WeightLine(
                    node: child,
                    parts: parts.map { part in
                        WeightLine.Part(
                            size: size(of: part),
                            formula: part.formulas.map { substitution($0[index]) })
                    })
            }
        }

        private func size(of part: Node.WeightPart) -> String {
            switch part.size {
            case .number(let number): number.description
            case .parameter(let parameter): assessment.plan.parameters[parameter].id
            }
        }

        private func rungs(_ ladder: Node.Ladder, _ computation: Computation) -> [Rung] {
            let looked = computation.requirements.map { step in
                Rung(
                    score: ladder.rungs[step.index].score,
                    when: substitution(ladder.rungs[step.index].when), verdict: step.verdict)
            }
            // What is left decides where every requirement was looked at and none holds.
            guard looked.allSatisfy({ $0.verdict == .unmet }) else { return looked }
            return looked + [Rung(score: ladder.otherwise, when: nil, verdict: .met)]
        }

        /// Whether conditions earned the score: it is told beside them.
        private var isOfConditions: Bool {
            switch node.content {
            case .ladder, .checklist: true
            case .heading, .formula, .aggregate: false
            }
        }

        /// What the score rule measures against.
        private var edges: [NamedSubstitution] {
            node.score.namedFormulas.map {
                NamedSubstitution(name: $0.name, substitution: substitution($0.formula))
            }
        }

        private func scoring(_ computation: Computation) -> [Step] {
            var steps: [Step] = []
            if let rule = node.treatment, let step = computation.treated,
                let value = computation.value
            {
                steps.append(.treated(rule, step, value: value))
            }
            if case .comparison(let rule) = node.score, let step = computation.comparison,
                let value = computation.scoredValue
            {
                steps.append(
                    .compared(
                        rule, step, edges: edges, value: value, score: computation.scored))
            } else if let score = computation.scored {
                if let rule = node.missing, computation.outcome.isFilled {
                    steps.append(.filled(rule: rule.word, score: score, reason: rule.reason))
                } else if let value = computation.scoredValue, let rule = computation.rule,
                    !node.isValueGrade, !isOfConditions
                {
                    steps.append(
                        .scored(node.score, rule, edges: edges, value: value, score: score))
                }
            }
            for step in computation.corrections {
                let correction = node.corrections[step.index]
                steps.append(
                    .correction(
                        correction, step, when: correction.when.map(substitution),
                        amount: substitution(correction.amount)))
            }
            if let rounding = node.rounding, let before = computation.unrounded,
                let score = computation.outcome.score
            {
                steps.append(.rounded(from: before, to: score, rounding))
            }
            return steps
        }

        /// What the node's own formulas read, also in the period that a missing rule went back to.
        func evidence(_ position: Int, _ computation: Computation) -> [EvidenceLine] {
            let reads = assessment.reads(of: position)
            guard case .earlier(let source) = computation.substituted?.source else {
                return lines(reads, at: unit)
            }
            return lines(reads, at: unit) + lines(reads, at: source)
        }

        /// What was decided about the node and what it reads.
        func decisions(_ position: Int, _ computation: Computation) -> [DecisionLine] {
            var numbers = assessment.decisions(for: position, at: unit)
            if case .earlier(let source) = computation.substituted?.source {
                numbers += assessment.decisions(for: position, at: source)
            }
            return numbers.map { number in
                let decision = assessment.evidence.decisions[number]
                switch decision.subject {
                case .node:
                    let before = assessment.undecided(position, at: decision.unit)
                    let after = assessment.computation(of: position, at: decision.unit).outcome
                    return DecisionLine(
                        decision: number, id: node.id, elsewhere: elsewhere(decision.unit),
                        before: .outcome(before), after: .outcome(after))
                case .input(let input):
                    let field = assessment.plan.schema.inputs[input]
                    let before = decision.before.map { assessment.figure(of: $0.cell, input) }
                    return DecisionLine(
                        decision: number, id: field.id, elsewhere: elsewhere(decision.unit),
                        before: .figure(before ?? .none),
                        after: .figure(figure(ofInput: input, at: decision.unit)))
                }
            }
        }

        private func figure(ofInput input: Int, at unit: Int) -> Figure {
            assessment.figure(of: assessment.evidence.inputs[input].column.cell(at: unit), input)
        }

        private func lines(_ reads: [Assessment.Read], at unit: Int) -> [EvidenceLine] {
            reads.compactMap { read in
                switch read {
                case .input(let input, let back):
                    assessment.unit(back, before: unit).map { line(ofInput: input, at: $0) }
                case .table(let table, let back):
                    assessment.unit(back, before: unit).map { line(ofTable: table, at: $0) }
                }
            }
        }

        /// The period of a unit that is not the trace's own.
        private func elsewhere(_ place: Int) -> Period? {
            place == unit ? nil : assessment.evidence.periods[assessment.period(of: place)]
        }

        private func line(ofInput input: Int, at unit: Int) -> EvidenceLine {
            let field = assessment.plan.schema.inputs[input]
            let column = assessment.evidence.inputs[input]
            let row = Int(column.rows[unit])
            let expression = Expression(kind: .input(input), type: field.type, range: 0..<0)
            return EvidenceLine(
                id: field.id, elsewhere: elsewhere(unit),
                figure: assessment.figure(of: expression, at: unit),
                known: assessment.known(input, beforeSupposingAt: unit).map {
                    assessment.figure(of: $0, input)
                },
                file: column.file(at: unit), rows: row > 0 ? [row] : [],
                provenances: row > 0
                    ? [assessment.evidence.provenances[Int(column.provenance[unit])]] : [],
                rejected: rejected(at: unit) { $0.inputs.contains(field.id) })
        }

        private func rejected(
            at unit: Int, where isAbout: (Rejects.Subject) -> Bool
        ) -> [String: [Int]] {
            let evidence = assessment.evidence
            guard let rejects = evidence.rejects else { return [:] }
            let body = evidence.bodies[assessment.body(of: unit)].id
            let period = evidence.periods[assessment.period(of: unit)]
            let form = assessment.plan.schema.periodForm
            let rows = rejects.rows.filter { row in
                row.subject.map { subject in
                    subject.body == body && form.period(subject.period) == period
                        && isAbout(subject)
                } ?? false
            }
            return Dictionary(grouping: rows, by: \.file).mapValues { $0.map(\.row).sorted() }
        }

        private func line(ofTable table: Int, at unit: Int) -> EvidenceLine {
            let records = assessment.evidence.tables[table]
            let range = records.unitOffsets[unit]..<records.unitOffsets[unit + 1]
            let provenances = Set(range.map { records.provenance[$0] }).sorted()
            return EvidenceLine(
                id: assessment.plan.schema.tables[table].id, elsewhere: elsewhere(unit),
                figure: nil, known: nil,
                file: records.file,
                rows: range.map { Int(records.rows[$0]) }.sorted(),
                provenances: provenances.map { assessment.evidence.provenances[Int($0)] },
                rejected: rejected(at: unit) {
                    $0.table == assessment.plan.schema.tables[table].id
                })
        }
    }
}
