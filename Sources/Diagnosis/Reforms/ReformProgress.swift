public import Domain
internal import Evidence
public import Scoring

/// What became of the criteria that a reform is meant to move, since it began.
///
/// It stands beside what did not move, and claims no effect: other things happened as well.
public struct ReformProgress: Sendable {
    /// One of the nodes that the reform is meant to move.
    public struct Criterion: Sendable {
        /// The position of the node.
        public let node: Int
        /// The bodies it applies to, before or now, in the order of the evidence.
        public let bodies: [Body]
        /// Over the bodies that have a score both before and now; `nil` without any.
        public let mean: Mean?
        /// Of the body that stands for the whole apparatus; `nil` where there is none, or the
        /// node does not apply to it.
        public let system: Body?

        /// How many bodies moved so.
        public func count(_ direction: Movement.Direction) -> Int {
            bodies.count { $0.movement.direction == direction }
        }

        /// In how many bodies it cannot be told.
        public var unknown: Int {
            bodies.count { if case .unknown = $0.movement.direction { true } else { false } }
        }
    }

    /// What became of the criterion in one body.
    public struct Body: Hashable, Sendable {
        /// The position of the body.
        public let body: Int
        /// What became of it.
        public let movement: Movement
    }

    /// What became of the criterion in all bodies together.
    public struct Mean: Hashable, Sendable {
        /// The means before and now.
        public let movement: Movement
        /// Over how many bodies.
        public let bodies: Int
        /// Whether bodies count by what weighs them now, as their staff; otherwise as many.
        public let isWeighted: Bool
    }

    /// The reform.
    public let reform: Reform
    /// The position of the last scored period that ended before it began; `nil` without one.
    public let before: Int?
    /// The position of the period that is looked at; `nil` where it ended before the reform began.
    public let now: Int?
    /// In the order of the reform; each once.
    public let criteria: [Criterion]
    /// Ids of nodes that the edition does not have.
    public let elsewhere: [String]

    /// The progress of all reforms of the evidence.
    ///
    /// - Parameters:
    ///   - assessment: With the outcomes of the nodes.
    ///   - period: The position of the scored period that is looked at.
    ///   - threads: At most so many; `nil` uses all cores. The result does not depend on it.
    /// - Returns: In the order of the evidence.
    public static func all(
        in assessment: Assessment, period: Int, threads: Int? = nil
    ) -> [ReformProgress] {
        assessment.evidence.reforms.map { reform in
            ReformReading(assessment, reform, period: period).progress(threads: threads)
        }
    }
}
