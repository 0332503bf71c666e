internal import Arithmetic
internal import Diagnosis
internal import Scoring

extension Table {
    /// The table of the mean of the cells of a stage of a body.
    ///
    /// - Returns: `nil` where the stage has no assessed cell.
    static func mean(
        of stage: Int, _ body: BodyDiagnosis, _ diagnosis: Diagnosis, _ acting: Acting,
        threads: Int?
    ) -> Table? {
        let unit = diagnosis.assessment.unit(body: body.body, period: diagnosis.period)
        let cells = body.cells.map { $0[stage] }.filter { $0.score != nil }
        guard !cells.isEmpty else { return nil }
        let moved = cells.filter { acting.isMoved($0.node, at: unit) }
        let clusters = acting.clusters(
            moved.map { (unit: unit, nodes: [$0.node]) }, limit: TableLimits.ofGroup,
            threads: threads
        ).compactMap(\.self)
        let found = acting.results(of: clusters, threads: threads)
        var draft = BlockDraft(body: body.body)
        draft.rows = [(0, .value)]
        var rest: Int128 = 0
        for cell in cells where !moved.contains(where: { $0.node == cell.node }) {
            let (sum, isOver) = rest.addingReportingOverflow(cell.score?.raw ?? 0)
            guard !isOver else { return nil }
            rest = sum
        }
        for (index, cluster) in clusters.enumerated() {
            let states = zip(cluster.sets, found.results[index]).map { set, results in
                let score = results[0].score?.raw
                return Problem.State(
                    members: set, contributions: [score ?? 0], value: score ?? 0,
                    isForbidden: score == nil)
            }
            draft.groups.append(
                GroupDraft(cluster, node: moved[index].node, states: states, acting.catalogue))
        }
        let cut = clusters.first(where: \.isCut)?.nodes.first
        return Table(
            [draft], scale: .mean(rest: rest, count: cells.count),
            doubt: found.doubt ?? cut.map { .manyMeasures($0) }, acting.catalogue)
    }

    /// The table of a body that is to attain a stage.
    static func stage(
        _ stage: Int, _ body: BodyDiagnosis, _ diagnosis: Diagnosis, _ acting: Acting,
        threads: Int?
    ) -> Table {
        let made = StageMaker(acting, diagnosis, stage: stage, threads: threads).blocks(
            of: [body], limit: TableLimits.ofGroup)
        return Table(made.drafts, scale: .conditions, doubt: made.doubt, acting.catalogue)
    }
}
