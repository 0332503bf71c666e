internal import Arithmetic
internal import Methodology
internal import Scoring

/// Reads what a body has in the cells from the outcomes of their nodes.
struct CellReading {
    let assessment: Assessment
    let rule: Stages

    /// By dimension, then by stage.
    func cells(at unit: Int) -> [[CellResult]] {
        rule.dimensions.map { dimension in
            dimension.cells.map { cell($0, criteria(of: $0, at: unit), at: unit) }
        }
    }

    func criteria(of cell: Int, at unit: Int) -> CellCriteria {
        CellCriteria(of: cell, at: unit, in: assessment, rule)
    }

    private func cell(_ node: Int, _ criteria: CellCriteria, at unit: Int) -> CellResult {
        let column = assessment.columns[node]
        let score = column?.score(at: unit)
        let isApplicable = column?.states[unit] != .notApplicable
        return CellResult(
            node: node, status: status(score, isApplicable: isApplicable), score: score,
            partial: score == nil && isApplicable ? criteria.mean : nil,
            coverage: isApplicable ? assessment.coverage(of: node, at: unit) : nil,
            failed: criteria.failed, isGated: criteria.isGated)
    }

    private func status(_ score: Fixed?, isApplicable: Bool) -> CellResult.Status {
        guard isApplicable else { return .notApplicable }
        guard let score else { return .notAssessed }
        return score >= rule.established
            ? .established : score >= rule.emerging ? .emerging : .absent
    }
}

extension CellResult {
    /// What the rule of the verdict knows of it.
    var stageCell: StageCell<Fixed> {
        if let score { return .score(score) }
        return status == .notApplicable ? .notApplicable : .notAssessed
    }
}
