internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
internal import JSON
internal import Methodology
internal import Scoring

extension TraceJSON {
    /// One step: what it is called, then its numbers.
    func step(_ step: Trace.Step, _ json: inout JSONWriter) {
        json.object { json in
            switch step {
            case .appliesWhen(let condition):
                json.member("step", "applies-when")
                substitution("condition", condition, &json)
            case .value(let formula, let value):
                json.member("step", "value")
                substitution("formula", formula, &json)
                if assessment.plan.nodes[trace.node].isValueGrade {
                    score("value", value, to: &json)
                } else {
                    json.member("value", value)
                }
            case .supposed(let value, let known):
                json.member("step", "supposed")
                json.member("value", value)
                json.member("known", known)
            case .weights(let lines):
                json.member("step", "weights")
                json.list("children", of: lines, weight)
            case .aggregate(let made, let rule, let value): aggregate(made, rule, value, &json)
            case .outranking(let step):
                json.member("step", "outranking")
                json.member("others", step.others)
                json.member("outranked", step.outranked)
                json.member("outranked-by", step.outrankedBy)
                json.member("ties", step.ties)
                json.member("without-common-child", step.apart)
            case .checklist(_, let items, let value):
                json.member("step", "checklist")
                json.list("items", of: items, item)
                json.member("value", value)
            case .ladder(let rungs):
                json.member("step", "ladder")
                json.list("rungs", of: rungs, rung)
            case .substituted(let rule, let step, let reason):
                json.member("step", "filled-value")
                json.member("rule", rule)
                json.member("value", step.value)
                json.member("of-period", period(of: step))
                json.member("of-peers", peers(of: step))
                fit("fitted", of: step, &json)
                json.member("reason", wording.text(reason))
            case .filled(let rule, let score, let reason):
                json.member("step", "filled")
                json.member("rule", rule)
                self.score("score", score, to: &json)
                json.member("reason", wording.text(reason))
            case .treated(let rule, let step, let value): treated(rule, step, value, &json)
            case .scored(let rule, _, let edges, let value, let score):
                json.member("step", "score")
                if !edges.isEmpty { json.member("rule", rule.word) }
                for edge in edges { substitution(edge.name, edge.substitution, &json) }
                json.member("value", value)
                self.score("score", score, to: &json)
            case .compared(let rule, let step, let edges, let value, let score):
                compared(rule, step, &json)
                for edge in edges { substitution("\(edge.name)-rule", edge.substitution, &json) }
                json.member("value", value)
                self.score("score", score, to: &json)
            case .correction(let correction, let step, let when, let amount):
                self.correction(correction, step, when, amount, &json)
            case .rounded(let from, let to, let rounding):
                json.member("step", "rounded")
                json.member("before", from)
                json.member("after", to)
                json.member("digits", rounding.digits)
                json.member("mode", rounding.mode.rawValue)
            case .shareBounds(let unknown, let all):
                json.member("step", "open")
                substitution("unknown", unknown, &json)
                substitution("of", all, &json)
            }
        }
    }

    private func compared(
        _ rule: Node.Comparison, _ step: ComparisonStep, _ json: inout JSONWriter
    ) {
        json.member("step", "comparison")
        json.member("rule", rule.kind.word)
        json.member("over", rule.reach.rawValue)
        json.member("bodies", step.bodies)
        json.member("least", step.least)
        json.member("greatest", step.greatest)
        json.member("rank", step.rank)
        json.member("mean", step.mean)
        json.member("deviation", step.deviation)
        switch rule.kind {
        case .distanceToReference(let body, _):
            json.member("reference-body", body)
            json.member("reference", step.mark)
        case .distanceToTarget: json.member("target", step.mark)
        case .minMax, .rank, .percentileRank, .zScore, .fractionOfMax, .quota: break
        }
    }

    private func correction(
        _ correction: Node.Correction, _ step: CorrectionStep, _ when: Substitution?,
        _ amount: Substitution, _ json: inout JSONWriter
    ) {
        json.member("step", "correction")
        json.member("kind", correction.kind.rawValue)
        json.member("applied", step.isApplied)
        substitution("when", when, &json)
        substitution("amount-rule", amount, &json)
        score("amount", step.amount, to: &json)
        score("before", step.before, to: &json)
        score("after", step.after, to: &json)
    }

    private func rung(_ rung: Trace.Rung, _ json: inout JSONWriter) {
        json.object { json in
            score("score", rung.score, to: &json)
            substitution("when", rung.when, &json)
            holds(rung.verdict, &json)
        }
    }

    private func period(of step: SubstituteStep) -> String? {
        guard case .earlier(let unit) = step.source else { return nil }
        return assessment.evidence.periods[assessment.period(of: unit)].description
    }

    private func peers(of step: SubstituteStep) -> Int? {
        guard case .peers(let count) = step.source else { return nil }
        return count
    }

    private func fit(_ key: String, of step: SubstituteStep, _ json: inout JSONWriter) {
        json.key(key)
        guard case .fitted(let bodies, let rounds) = step.source else { return json.null() }
        let nodes = assessment.plan.nodes
        json.object { json in
            json.list("with", of: nodes[trace.node].substitute?.leaves ?? []) { leaf, json in
                json.text(nodes[leaf].id)
            }
            json.member("bodies", bodies)
            json.member("rounds", rounds)
        }
    }

    private func item(_ item: Trace.CheckedItem, _ json: inout JSONWriter) {
        json.object { json in
            json.member("title", wording.text(item.item.title))
            substitution("when", item.when, &json)
            json.member("points", item.item.points)
            holds(item.verdict, &json)
        }
    }

    private func holds(_ verdict: RequirementStep.Verdict, _ json: inout JSONWriter) {
        json.key("holds")
        switch verdict {
        case .met: json.flag(true)
        case .unmet: json.flag(false)
        case .unknown: json.null()
        }
    }

    private func substitution(
        _ key: String, _ substitution: Substitution?, _ json: inout JSONWriter
    ) {
        json.key(key)
        guard let substitution else { return json.null() }
        json.object { json in
            json.member("rule", substitution.rule)
            json.member("substituted", substitution.text)
        }
    }

    private func weight(_ line: Trace.WeightLine, _ json: inout JSONWriter) {
        json.object { json in
            json.member("node", assessment.plan.nodes[line.node].id)
            json.list("parts", of: line.parts) { part, json in
                json.object { json in
                    json.member("part", part.size)
                    if let formula = part.formula {
                        substitution("by", formula, &json)
                    } else {
                        json.member("by", "equal")
                    }
                }
            }
        }
    }

    private func aggregate(
        _ made: AggregateComputation, _ rule: Node.Aggregate, _ value: Fixed?,
        _ json: inout JSONWriter
    ) {
        json.member("step", rule.kind.word)
        if rule.kind.isOfGrades {
            score("value", value, to: &json)
        } else {
            json.member("value", value)
        }
        json.member("coverage", made.coverage?.description)
        json.member("coverage-at-least", rule.coverage?.description)
        json.list("children", of: made.children) { child, json in
            json.object { json in
                json.member("node", assessment.plan.nodes[child.node].id)
                json.member("state", child.state.rawValue)
                score("counts-as", child.score, of: child.node, to: &json)
                json.member("weight", made.share(child.nominal)?.description)
                json.member("effective-weight", made.effectiveShare(of: child)?.description)
            }
        }
    }
}
