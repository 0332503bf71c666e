internal import Arithmetic
internal import Domain
internal import Evidence
public import Methodology
public import Scoring

/// Where bodies and the apparatus stand on the stages of an edition, in one period.
///
/// Made from the outcomes of an assessment alone: cells are nodes, and were scored with the others.
public struct Diagnosis: Sendable {
    /// What it was made from.
    public let assessment: Assessment
    /// The rule of the verdict.
    public let rule: Stages
    /// The position of the period.
    public let period: Int
    /// The bodies of the edition's kinds that exist in the period, but for the system itself, in the
    /// order of the evidence.
    public let bodies: [BodyDiagnosis]
    /// `nil` where the edition looks at bodies alone.
    public let apparatus: ApparatusDiagnosis?

    package init(
        assessment: Assessment, rule: Stages, period: Int, bodies: [BodyDiagnosis],
        apparatus: ApparatusDiagnosis?
    ) {
        self.assessment = assessment
        self.rule = rule
        self.period = period
        self.bodies = bodies
        self.apparatus = apparatus
    }

    /// Makes the diagnosis of a period.
    ///
    /// `nil` where the edition has no stages or does not score the period, and where the assessment
    /// was not asked for all nodes of the stages.
    ///
    /// - Parameters:
    ///   - assessment: With the outcomes of cells and criteria.
    ///   - period: The position of the period.
    ///   - threads: At most so many; `nil` uses all cores. The result does not depend on it.
    public init?(_ assessment: Assessment, period: Int, threads: Int? = nil) {
        guard let rule = assessment.plan.stages, assessment.scoredPeriods.contains(period),
            rule.areScored(in: assessment)
        else { return nil }
        let reading = CellReading(assessment: assessment, rule: rule)
        let ready = VerdictRule<Fixed>(rule)
        let units = Self.units(assessment, rule, period)
        let bodies = Parallel.map(units.bodies.count, chunk: 16, threads: threads) { range in
            units.bodies[range].map { BodyDiagnosis(at: $0, reading, ready) }
        }.flatMap(\.self)
        self.init(
            assessment: assessment, rule: rule, period: period, bodies: bodies,
            apparatus: rule.apparatus.map { apparatus in
                RollUp(
                    bodies: bodies, apparatus: apparatus, system: units.system, reading: reading,
                    ready: ready, period: period
                ).diagnosis
            })
    }

    /// The units of the bodies, and of the first that stands for the whole apparatus.
    private static func units(
        _ assessment: Assessment, _ rule: Stages, _ period: Int
    ) -> (bodies: [Int], system: Int?) {
        let evidence = assessment.evidence
        let lastDay = evidence.periods[period].lastDay
        var (bodies, system): ([Int], Int?) = ([], nil)
        for (position, body) in evidence.bodies.enumerated() where body.existed(on: lastDay) {
            let unit = assessment.unit(body: position, period: period)
            guard assessment.kind(of: unit) != nil else { continue }
            if body.kind != rule.apparatus?.kind {
                bodies.append(unit)
            } else if system == nil {
                system = unit
            }
        }
        return (bodies, system)
    }
}

extension Stages {
    /// Whether the assessment has the outcomes of all cells and criteria.
    func areScored(in assessment: Assessment) -> Bool {
        dimensions.allSatisfy { dimension in
            dimension.cells.allSatisfy { cell in
                assessment.columns[cell] != nil
                    && assessment.plan.nodes[cell].children.allSatisfy {
                        assessment.columns[$0] != nil
                    }
            }
        }
    }
}
