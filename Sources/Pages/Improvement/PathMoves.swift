internal import Arithmetic
internal import Diagnosis
internal import Evidence
package import Improvement
internal import Methodology
internal import Scoring

/// What a path moves, without the assessments that it was seen in.
package struct PathMoves: Sendable {
    /// A node of a body before and after.
    struct Node: Sendable {
        /// Its position.
        let node: Int
        /// `nil` where there is none.
        let before: Fixed?
        let after: Fixed?
        /// The position of its band; `nil` where there is none.
        let bands: (before: Int?, after: Int?)
    }

    /// A body that moves.
    struct Body: Sendable {
        /// Its position.
        let body: Int
        /// In the order of the plan; empty where only that it moves is told.
        let nodes: [Node]
        /// `nil` where the edition has no stages, or does not look at it.
        let verdicts: (before: Verdict, after: Verdict)?
        /// Whether it was changed itself, rather than only beside others.
        let isChanged: Bool
    }

    /// In the order of the evidence.
    let bodies: [Body]
    /// The verdicts on the whole apparatus; `nil` where there is none.
    let apparatus: (before: ApparatusDiagnosis, after: ApparatusDiagnosis)?

    /// What applying a path comes to.
    ///
    /// - Parameters:
    ///   - whatIf: What it comes to.
    ///   - told: The only body whose nodes are told of; `nil` for those of all.
    package init(_ whatIf: WhatIf, nodesOf told: Int? = nil) {
        bodies = whatIf.moved.map { moved in
            let isTold = told.map { $0 == moved.body } ?? true
            return Body(
                body: moved.body,
                nodes: isTold ? moved.nodes.map { Self.node($0, of: moved.body, whatIf) } : [],
                verdicts: Self.verdicts(of: moved.body, whatIf), isChanged: moved.isChanged)
        }
        if let before = whatIf.diagnosisBefore?.apparatus,
            let after = whatIf.diagnosisAfter?.apparatus
        {
            apparatus = (before, after)
        } else {
            apparatus = nil
        }
    }

    private static func node(_ node: Int, of body: Int, _ whatIf: WhatIf) -> Node {
        let unit = whatIf.before.unit(body: body, period: whatIf.period)
        func score(_ assessment: Assessment) -> Fixed? {
            assessment.columns[node]?.score(at: unit)
        }
        func band(_ assessment: Assessment) -> Int? {
            guard let bands = assessment.plan.bands, bands.nodes.contains(node) else { return nil }
            return score(assessment).flatMap { try? bands.position(of: $0) }
        }
        return Node(
            node: node, before: score(whatIf.before), after: score(whatIf.after),
            bands: (band(whatIf.before), band(whatIf.after)))
    }

    private static func verdicts(
        of body: Int, _ whatIf: WhatIf
    ) -> (before: Verdict, after: Verdict)? {
        guard let before = whatIf.diagnosisBefore?.bodies.first(where: { $0.body == body }),
            let after = whatIf.diagnosisAfter?.bodies.first(where: { $0.body == body })
        else { return nil }
        return (before.verdict, after.verdict)
    }
}
