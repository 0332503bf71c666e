internal import Domain
internal import Evidence
internal import Methodology
public import Scoring

/// The diagnoses of all periods that an edition scores, and what went before today's bodies.
public struct DiagnosisHistory: Sendable {
    /// The verdict on a body in one period.
    public struct Entry: Hashable, Sendable {
        /// The position of the period.
        public let period: Int
        /// The position of the body: the one that was asked about, or one it took over from.
        public let body: Int
        /// What was said of it.
        public let verdict: Verdict
    }

    /// One for each scored period, in the order of the evidence.
    public let diagnoses: [Diagnosis]
    /// For each body of the evidence, those it took over from.
    private let origins: [[Int]]

    /// Makes the diagnoses; `nil` where the edition has no stages.
    ///
    /// - Parameters:
    ///   - assessment: With the outcomes of cells and criteria.
    ///   - threads: At most so many; `nil` uses all cores. The result does not depend on it.
    public init?(_ assessment: Assessment, threads: Int? = nil) {
        guard assessment.plan.stages != nil else { return nil }
        diagnoses = assessment.scoredPeriods.compactMap {
            Diagnosis(assessment, period: $0, threads: threads)
        }
        let bodies = assessment.evidence.bodies
        let positions = Dictionary(bodies.enumerated().map { ($1.id, $0) }) { first, _ in first }
        origins = bodies.map { body in body.predecessors.compactMap { positions[$0] } }
    }

    /// The bodies it took over from, and those they took over from, in the order of the evidence.
    ///
    /// Those that the evidence does not have are not among them.
    public func predecessors(of body: Int) -> [Int] {
        guard origins.indices.contains(body) else { return [] }
        var found: Set<Int> = []
        var open = origins[body]
        while let next = open.popLast() {
            if next != body, found.insert(next).inserted { open += origins[next] }
        }
        return found.sorted()
    }

    /// Its verdicts and those of the bodies it took over from, period by period; within a period
    /// its own comes first.
    public func entries(of body: Int) -> [Entry] {
        let bodies = [body] + predecessors(of: body)
        return diagnoses.flatMap { diagnosis in
            bodies.compactMap { body in
                diagnosis.body(body).map {
                    Entry(period: diagnosis.period, body: body, verdict: $0.verdict)
                }
            }
        }
    }
}

extension Diagnosis {
    /// The diagnosis of a body by its position; `nil` where it has none in the period.
    public func body(_ position: Int) -> BodyDiagnosis? {
        var range = bodies.indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if bodies[middle].body == position { return bodies[middle] }
            range =
                bodies[middle].body < position
                ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }
}
