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

    // To come, by Bodies/ and Apparatus/:
    // public init?(_ assessment: Assessment, period: Int, threads: Int? = nil)
    //     nil where the edition has no stages.
}
