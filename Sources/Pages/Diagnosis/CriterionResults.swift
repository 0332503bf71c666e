internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Locales
internal import Methodology
internal import Scoring

/// The scores of one criterion in the reported period: of the bodies, and of the whole apparatus.
struct CriterionResults {
    let node: Int
    /// Bodies for which it is measured, by position, in the order of the evidence.
    let bodies: [Int]
    /// The scores of those that have one, rising.
    let scores: [Fixed]
    /// The body that stands for the apparatus, where it is measured for that.
    let system: Int?
    /// How many bodies are below the pass mark.
    let below: Int

    init(_ told: StageTelling, _ node: Int) {
        let (context, diagnosis) = (told.context, told.reported.diagnosis)
        let level = told.plan.nodes[node].criterion?.level ?? .body
        let column = context.assessment.columns[node]
        self.node = node
        bodies =
            level == .system
            ? []
            : diagnosis.bodies.map(\.body).filter { body in
                let state = column?.states[context.unit(body)]
                return state != nil && state != .notApplicable
            }
        scores = bodies.compactMap { column?.score(at: context.unit($0)) }.sorted()
        system = level == .body ? nil : diagnosis.apparatus?.system
        below = scores.prefix { $0 < told.rule.established }.count
    }

    /// The middle score, or halfway between the middle two; `nil` without any.
    var median: Fraction? {
        guard let high = scores.dropFirst(scores.count / 2).first else { return nil }
        guard scores.count.isMultiple(of: 2) else { return Fraction(high) }
        let low = scores[scores.count / 2 - 1]
        let sum = try? Fraction(low).adding(Fraction(high))
        return try? sum?.divided(by: Fraction(numerator: 2, denominator: 1))
    }
}
