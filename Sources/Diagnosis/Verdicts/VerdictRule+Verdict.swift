extension VerdictRule {
    /// The verdict that a code stands for, of cells by dimension, then by stage.
    package func verdict(_ code: VerdictCode, of cells: [[StageCell<Score>]]) -> Verdict {
        var assessed = 0
        for case .score in cells.joined() { assessed += 1 }
        return Verdict(
            standings: code.standings(stages), assessed: assessed, cells: dimensions * stages)
    }

    /// The verdict on a body whose cells are given by dimension, then by stage.
    package func verdict(of cells: [[StageCell<Score>]]) -> Verdict {
        verdict(code(of: { cells[$0][$1] }), of: cells)
    }

    /// The verdict on the apparatus, whose cells are given by dimension, then by stage.
    package func verdict(
        of cells: [[StageCell<Score>]], ground: [ApparatusStage<Score>]
    ) -> Verdict {
        verdict(code(of: { cells[$0][$1] }, ground: { ground[$0] }), of: cells)
    }
}
