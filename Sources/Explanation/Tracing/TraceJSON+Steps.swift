internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
internal import JSON
internal import Methodology
internal import Scoring

extension TraceJSON {
    /// One step: what it is called, then its numbers.
    func step(_ step: Trace.Step) -> JSON {
        switch step {
        case .appliesWhen(let condition):
            object("applies-when", [JSON.Member("condition", substitution(condition))])
        case .value(let formula, let value):
            object(
                "value",
                [
                    JSON.Member("formula", substitution(formula)),
                    JSON.Member("value", node.isValueGrade ? score(value) : JSON(value)),
                ])
        case .weights(let lines):
            object("weights", [JSON.Member("children", .list(lines.map(weight)))])
        case .aggregate(let made, let rule, let value): aggregate(made, rule, value)
        case .outranking(let step):
            object(
                "outranking",
                [
                    ("others", step.others), ("outranked", step.outranked),
                    ("outranked-by", step.outrankedBy), ("ties", step.ties),
                    ("without-common-child", step.apart),
                ].map { JSON.Member($0.0, .number(String($0.1))) })
        case .checklist(_, let items, let value):
            object(
                "checklist",
                [
                    JSON.Member("items", .list(items.map(item))),
                    JSON.Member("value", JSON(value)),
                ])
        case .ladder(let rungs): object("ladder", [JSON.Member("rungs", .list(rungs.map(rung)))])
        case .substituted(let rule, let step, let reason):
            object(
                "filled-value",
                [
                    JSON.Member("rule", .text(rule)), JSON.Member("value", JSON(step.value)),
                    JSON.Member("of-period", period(of: step)),
                    JSON.Member("of-peers", peers(of: step)),
                    JSON.Member("fitted", fit(of: step)),
                    JSON.Member("reason", JSON(wording.text(reason))),
                ])
        case .filled(let rule, let score, let reason):
            object(
                "filled",
                [
                    JSON.Member("rule", .text(rule)), JSON.Member("score", self.score(score)),
                    JSON.Member("reason", JSON(wording.text(reason))),
                ])
        case .treated(let rule, let step, let value): treated(rule, step, value)
        case .scored(let rule, _, let edges, let value, let score):
            object(
                "score",
                (edges.isEmpty ? [] : [JSON.Member("rule", .text(rule.word))])
                    + edges.map { JSON.Member($0.name, substitution($0.substitution)) }
                    + [JSON.Member("value", JSON(value)), JSON.Member("score", self.score(score))])
        case .compared(let rule, let step, let edges, let value, let score):
            object(
                "comparison",
                [
                    JSON.Member("rule", .text(rule.kind.word)),
                    JSON.Member("over", .text(rule.reach.rawValue)),
                    JSON.Member("bodies", .number(String(step.bodies))),
                    JSON.Member("least", JSON(step.least)),
                    JSON.Member("greatest", JSON(step.greatest)),
                    JSON.Member("rank", JSON(step.rank)),
                    JSON.Member("mean", JSON(step.mean)),
                    JSON.Member("deviation", JSON(step.deviation)),
                ] + mark(rule, step)
                    + edges.map { JSON.Member("\($0.name)-rule", substitution($0.substitution)) }
                    + [
                        JSON.Member("value", JSON(value)),
                        JSON.Member("score", self.score(score)),
                    ])
        case .correction(let correction, let step, let when, let amount):
            object(
                "correction",
                [
                    JSON.Member("kind", .text(correction.kind.rawValue)),
                    JSON.Member("applied", .flag(step.isApplied)),
                    JSON.Member("when", when.map(substitution) ?? .null),
                    JSON.Member("amount-rule", substitution(amount)),
                    JSON.Member("amount", score(step.amount)),
                    JSON.Member("before", score(step.before)),
                    JSON.Member("after", score(step.after)),
                ])
        case .rounded(let from, let to, let rounding):
            object(
                "rounded",
                [
                    JSON.Member("before", JSON(from)), JSON.Member("after", JSON(to)),
                    JSON.Member("digits", .number(String(rounding.digits))),
                    JSON.Member("mode", .text(rounding.mode.rawValue)),
                ])
        case .shareBounds(let unknown, let all):
            object(
                "open",
                [
                    JSON.Member("unknown", substitution(unknown)),
                    JSON.Member("of", substitution(all)),
                ])
        }
    }

    /// What the value was measured by: a body's value, or a target.
    private func mark(_ rule: Node.Comparison, _ step: ComparisonStep) -> [JSON.Member] {
        switch rule.kind {
        case .distanceToReference(let body, _):
            [
                JSON.Member("reference-body", .text(body)),
                JSON.Member("reference", JSON(step.mark)),
            ]
        case .distanceToTarget: [JSON.Member("target", JSON(step.mark))]
        case .minMax, .rank, .percentileRank, .zScore, .fractionOfMax, .quota: []
        }
    }

    private func rung(_ rung: Trace.Rung) -> JSON {
        .object([
            JSON.Member("score", score(rung.score)),
            JSON.Member("when", rung.when.map(substitution) ?? .null),
            JSON.Member("holds", holds(rung.verdict)),
        ])
    }

    private func period(of step: SubstituteStep) -> JSON {
        guard case .earlier(let unit) = step.source else { return .null }
        let assessment = wording.assessment
        return .text(assessment.evidence.periods[assessment.period(of: unit)].description)
    }

    private func peers(of step: SubstituteStep) -> JSON {
        guard case .peers(let count) = step.source else { return .null }
        return .number(String(count))
    }

    private func fit(of step: SubstituteStep) -> JSON {
        guard case .fitted(let bodies, let rounds) = step.source else { return .null }
        let plan = wording.assessment.plan
        let leaves = (node.substitute?.leaves ?? []).map { JSON.text(plan.nodes[$0].id) }
        return .object([
            JSON.Member("with", .list(leaves)),
            JSON.Member("bodies", .number(String(bodies))),
            JSON.Member("rounds", .number(String(rounds))),
        ])
    }

    private func item(_ item: Trace.CheckedItem) -> JSON {
        .object([
            JSON.Member("title", JSON(wording.text(item.item.title))),
            JSON.Member("when", substitution(item.when)),
            JSON.Member("points", JSON(item.item.points)),
            JSON.Member("holds", holds(item.verdict)),
        ])
    }

    private func holds(_ verdict: RequirementStep.Verdict) -> JSON {
        switch verdict {
        case .met: .flag(true)
        case .unmet: .flag(false)
        case .unknown: .null
        }
    }

    func object(_ name: String, _ members: [JSON.Member]) -> JSON {
        .object([JSON.Member("step", .text(name))] + members)
    }

    private func substitution(_ substitution: Substitution) -> JSON {
        .object([
            JSON.Member("rule", .text(substitution.rule)),
            JSON.Member("substituted", .text(substitution.text)),
        ])
    }

    private func weight(_ line: Trace.WeightLine) -> JSON {
        .object([
            JSON.Member("node", .text(wording.assessment.plan.nodes[line.node].id)),
            JSON.Member(
                "parts",
                .list(
                    line.parts.map { part in
                        .object([
                            JSON.Member("part", .text(part.size)),
                            JSON.Member("by", part.formula.map(substitution) ?? .text("equal")),
                        ])
                    })),
        ])
    }

    private func aggregate(
        _ made: AggregateComputation, _ rule: Node.Aggregate, _ value: Fixed?
    ) -> JSON {
        let children = made.children.map { child in
            JSON.object([
                JSON.Member("node", .text(wording.assessment.plan.nodes[child.node].id)),
                JSON.Member("state", .text(child.state.rawValue)),
                JSON.Member("counts-as", score(child.score, of: child.node)),
                JSON.Member("weight", JSON(made.share(child.nominal)?.description)),
                JSON.Member("effective-weight", JSON(made.effectiveShare(of: child)?.description)),
            ])
        }
        return object(
            rule.kind.word,
            [
                JSON.Member("value", rule.kind.isOfGrades ? score(value) : JSON(value)),
                JSON.Member("coverage", JSON(made.coverage?.description)),
                JSON.Member("coverage-at-least", JSON(rule.coverage?.description)),
                JSON.Member("children", .list(children)),
            ])
    }
}
