package import Diagnosis
internal import Domain
internal import Evidence
internal import Scoring

/// The verdicts on a body and, before it existed, on those whose tasks it took over.
package struct BodyLine: Sendable {
    /// A verdict of an earlier period.
    package struct Entry: Sendable {
        /// The diagnosis of the period.
        package let diagnosis: Diagnosis
        /// What it says of the body.
        package let body: BodyDiagnosis
        /// Whether it is another body, whose tasks went to the one that is looked at.
        package let isPredecessor: Bool
    }

    /// The latest first; of one period in the order of the evidence.
    package let entries: [Entry]

    /// The line of a body, by its position in the evidence that all diagnoses share.
    ///
    /// - Parameters:
    ///   - body: Its position.
    ///   - earlier: Diagnoses of earlier periods.
    package init(_ body: Int, _ earlier: [Diagnosis]) {
        let bodies = earlier.first?.assessment.evidence.bodies ?? []
        let positions = Dictionary(
            bodies.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var entries: [Entry] = []
        for diagnosis in earlier.sorted(by: { $0.period > $1.period }) {
            let found = Self.found(body, diagnosis, bodies, positions)
            entries += found.sorted().compactMap { position in
                diagnosis.bodies.first { $0.body == position }.map {
                    Entry(diagnosis: diagnosis, body: $0, isPredecessor: position != body)
                }
            }
        }
        self.entries = entries
    }

    /// The body itself where it is diagnosed, otherwise its nearest predecessors that are; each
    /// body is looked at once, so rings end.
    private static func found(
        _ body: Int, _ diagnosis: Diagnosis, _ bodies: [Body], _ positions: [String: Int]
    ) -> [Int] {
        let known = Set(diagnosis.bodies.map(\.body))
        var (looked, open, found): (Set<Int>, [Int], [Int]) = ([body], [body], [])
        while let next = open.popLast() {
            guard !known.contains(next) else {
                found.append(next)
                continue
            }
            for id in bodies[next].predecessors {
                if let before = positions[id], looked.insert(before).inserted {
                    open.append(before)
                }
            }
        }
        return found
    }
}
