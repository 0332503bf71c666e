internal import Arithmetic
internal import Diagnosis
internal import Methodology
internal import Scoring

/// What a goal asks, and what there is of it.
extension PathFinder {
    /// What the goal's figure is; `nil` where there is none.
    func figure(_ goal: Goal, _ assessment: Assessment, _ diagnosis: Diagnosis?) -> Fraction? {
        switch goal {
        case .band(let body, let node, _), .score(let body, let node, _), .best(let body, let node):
            score(of: node, body: body, assessment).map { Fraction($0) }
        case .stage(let body, let stage), .bestStage(let body, let stage):
            diagnosis?.body(body).flatMap {
                $0.stages.indices.contains(stage) ? $0.stages[stage].mean : nil
            }
        case .apparatus(let stage), .mostStaff(let stage):
            diagnosis?.apparatus.flatMap {
                $0.stages.indices.contains(stage) ? $0.stages[stage].weight : nil
            }
        }
    }

    /// Whether a goal that asks for something definite is attained.
    func isMet(_ goal: Goal, _ assessment: Assessment, _ diagnosis: Diagnosis?) -> Bool {
        switch goal {
        case .band(let body, let node, _), .score(let body, let node, _):
            score(of: node, body: body, assessment).map { isMet(goal, by: $0) } ?? false
        case .stage(let body, let stage):
            (diagnosis?.body(body)?.verdict.attained ?? 0) > stage
        case .apparatus(let stage):
            (diagnosis?.apparatus?.verdict.attained ?? 0) > stage
        case .best, .bestStage, .mostStaff: false
        }
    }

    /// Whether a score is as good as a band or score that is asked for.
    func isMet(_ goal: Goal, by score: Fixed) -> Bool {
        switch goal {
        case .band(_, let node, let band):
            guard let bands = catalogue.assessment.plan.bands, bands.list.indices.contains(band)
            else { return false }
            // Scores have room to be rounded.
            let figure =
                bands.figures.flatMap { try? score.rounded(to: $0.digits, $0.mode) } ?? score
            return sign(of: node) > 0
                ? bands.list[band].from.map { $0 <= figure } ?? true
                : bands.list[band].below.map { figure < $0 } ?? true
        case .score(_, let node, let least):
            return sign(of: node) > 0 ? least <= score : score <= least
        case .stage, .apparatus, .best, .bestStage, .mostStaff: return false
        }
    }

    /// The score that is asked for, as far as one number tells it.
    func needed(_ goal: Goal) -> Fixed? {
        switch goal {
        case .band(_, let node, let band):
            guard let bands = catalogue.assessment.plan.bands, bands.list.indices.contains(band)
            else { return nil }
            return sign(of: node) > 0 ? bands.list[band].from : bands.list[band].below
        case .score(_, _, let score): return score
        case .stage, .apparatus, .best, .bestStage, .mostStaff: return nil
        }
    }

    func score(of node: Int, body: Int, _ assessment: Assessment) -> Fixed? {
        assessment.columns[node]?.score(at: unit(of: body))
    }

    /// The assessment with a set of measures; `nil` where a number cannot be.
    func applied(_ chosen: [Int]) -> WhatIf? {
        WhatIf.make(
            catalogue.assessment, period: catalogue.period, catalogue.values(chosen),
            threads: threads
        ).whatIf
    }

    /// The figure with a set of measures, by the engine; `nil` where there is none.
    func figure(_ goal: Goal, with chosen: [Int]) -> Fraction? {
        applied(chosen).flatMap { figure(goal, $0.after, $0.diagnosisAfter) }
    }
}

extension Goal {
    /// The goal that asks for the most of the same figure.
    var dual: Goal {
        switch self {
        case .band(let body, let node, _), .score(let body, let node, _), .best(let body, let node):
            .best(body: body, node: node)
        case .stage(let body, let stage), .bestStage(let body, let stage):
            .bestStage(body: body, stage)
        case .apparatus(let stage), .mostStaff(let stage): .mostStaff(stage: stage)
        }
    }
}
