internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring

extension Model {
    /// Where the run with the edition's own choices differs from the official results.
    ///
    /// Ranks are compared with those that the official scores have as doubles: of two that lie
    /// within the tie of runs, the official ranks may tell them apart.
    func differences(from assessment: Assessment) -> [Diagnostic] {
        var scratch = scratch()
        run(Settings(), in: &scratch)
        var ranks = [Int32](repeating: 0, count: bodies.count)
        var order = [Int](repeating: 0, count: bodies.count)
        var found: [Diagnostic] = []
        var expected = ranks
        for (field, scores) in zip(fields, scratch.scores) {
            field.rank(scores, into: &ranks, &order)
            let column = assessment.columns[field.node]
            let official = bodies.map { body in
                column?.score(at: assessment.unit(body: body, period: period))
                    .map { Double($0) } ?? .nan
            }
            field.rank(official, into: &expected, &order)
            for body in bodies.indices {
                if let fault = difference(at: field, body, scores, (ranks, expected), assessment) {
                    found.append(fault)
                }
            }
        }
        return found
    }

    private func difference(
        at field: Field, _ body: Int, _ scores: [Double],
        _ ranks: (run: [Int32], official: [Int32]), _ assessment: Assessment
    ) -> Diagnostic? {
        let unit = assessment.unit(body: bodies[body], period: period)
        let official = assessment.columns[field.node]?.score(at: unit)
        let score = scores[body]
        let isSame =
            ranks.run[body] == ranks.official[body]
            && (field.band(of: score) ?? -1) == field.officialBands[body]
            && (official == nil) == score.isNaN
        guard !isSame else { return nil }
        func words(_ score: String, _ rank: Int32) -> String {
            rank > 0 ? "score \(score), rank \(rank)" : "score \(score)"
        }
        let node = assessment.plan.nodes[field.node]
        let (ours, theirs) = (
            words(score.isNaN ? "none" : "\(score)", ranks.run[body]),
            words(official?.description ?? "none", field.official[body])
        )
        return Diagnostic(
            .error, "robustness.differs", at: node.place, node: node.id,
            "without a change, a run gives \(assessment.evidence.bodies[bodies[body]].id) "
                + "\(ours); officially it has \(theirs)",
            help: "Scores this close to each other or to an edge cannot be told apart in runs; "
                + "rank and place them by rounded figures")
    }
}
