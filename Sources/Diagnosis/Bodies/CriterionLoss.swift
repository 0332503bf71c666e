internal import Arithmetic

/// What a criterion below the pass mark takes from a mean.
struct CriterionLoss {
    /// The position of the criterion.
    let node: Int
    /// In points, as a step.
    let points: Fixed

    /// Larger losses come first, then the order of the file.
    func isMore(than other: CriterionLoss) -> Bool {
        points == other.points ? node < other.node : points > other.points
    }
}

extension CellCriteria {
    /// What each criterion below the pass mark takes from the mean of so many cells.
    ///
    ///     loss = (pass mark − score) · weight / (observed weight of the cell · cells)
    func losses(to pass: Fixed, ofMeanOf cells: Int) -> [CriterionLoss] {
        members.compactMap { member in
            guard member.score < pass else { return nil }
            var points = WideSum()
            points.add(pass, times: member.weight)
            points.add(member.score, times: -member.weight)
            // Without any weight nothing is taken; a part of a difference is not too large.
            let loss = try? points.divided(by: Int128(weight) * Int128(max(1, cells)))
            return CriterionLoss(node: member.node, points: loss ?? .zero)
        }
    }
}
