internal import Arithmetic

/// The fewest criteria whose lift to the pass mark attains a stage.
///
/// Cell by cell it is kept, for every number of lifts and of established cells, what the best sum
/// of the cells is; more established cells than needed count as so many. Nothing that could be
/// best is left out, so the result is exact. Of several sets of the same size the one with the
/// highest mean is taken, and of those with the same the one that comes first in the file.
struct FewestLifts {
    /// The assessed cells of the stage.
    let cells: [CellLifts]
    /// The least that each cell has.
    let least: Fixed
    /// From which score a cell is established, and how many must be.
    let established: (score: Fixed, count: Int)
    /// The least mean of the cells.
    let mean: Fixed

    /// So many steps are taken for one stage; instruments have some thousand.
    static let mostSteps = 400_000

    /// `nil` where no lift would do, and where the search would take more than ``mostSteps``.
    var found: [Int]? {
        guard isReached(cells.compactMap(\.options.last)) else { return nil }
        let all = cells.reduce(0) { $0 + $1.options.count - 1 }
        var most = min(4, all)
        while true {
            let options = cells.reduce(0) { $0 + min($1.options.count, most + 1) }
            let states = (most + 1).multipliedReportingOverflow(by: established.count + 1)
            let steps = states.partialValue.multipliedReportingOverflow(by: options)
            guard !states.overflow, !steps.overflow, steps.partialValue <= Self.mostSteps else {
                return nil
            }
            if let found = search(most) { return found }
            guard most < all else { return nil }
            most = min(all, 2 * most)
        }
    }

    /// Whether the cells attain the stage with these.
    private func isReached(_ options: [CellLifts.Option]) -> Bool {
        var total = WideSum()
        for option in options { total.add(option.score) }
        return options.allSatisfy { $0.score >= least }
            && options.count { $0.score >= established.score } >= established.count
            && Fixed.mean(of: total, options.count, reaches: mean)
    }

    /// The best that was reached with so many lifts and established cells.
    private struct State {
        var sum: WideSum
        /// How many lifts the last cell has, and the state before it.
        var lifts: Int
        var before: Int
    }

    /// The fewest of at most so many lifts.
    private func search(_ most: Int) -> [Int]? {
        let width = established.count + 1
        var layers: [[State?]] = [Array(repeating: nil, count: (most + 1) * width)]
        layers[0][0] = State(sum: WideSum(), lifts: 0, before: 0)
        // From the last to the first, so that of what is as good the first in the file is taken.
        for cell in cells.reversed() {
            layers.append(layer(after: layers[layers.count - 1], cell, most: most, width))
        }
        for lifts in 0...most {
            let place = lifts * width + established.count
            guard let last = layers[cells.count][place],
                Fixed.mean(of: last.sum, cells.count, reaches: mean)
            else { continue }
            return path(to: place, layers)
        }
        return nil
    }

    private func layer(
        after before: [State?], _ cell: CellLifts, most: Int, _ width: Int
    ) -> [State?] {
        var layer = [State?](repeating: nil, count: before.count)
        for (place, state) in before.enumerated() {
            guard let state else { continue }
            let (used, reached) = place.quotientAndRemainder(dividingBy: width)
            for (lifts, option) in cell.options.prefix(most - used + 1).enumerated()
            where option.score >= least {
                let isEstablished = option.score >= established.score
                let now = min(width - 1, reached + (isEstablished ? 1 : 0))
                let target = (used + lifts) * width + now
                var sum = state.sum
                sum.add(option.score)
                if let other = layer[target], !other.sum.isLess(than: sum) { continue }
                layer[target] = State(sum: sum, lifts: lifts, before: place)
            }
        }
        return layer
    }

    private func path(to place: Int, _ layers: [[State?]]) -> [Int] {
        var (place, lifted): (Int, [Int]) = (place, [])
        for (position, cell) in cells.enumerated() {
            guard let state = layers[cells.count - position][place] else { return lifted }
            lifted += cell.options[state.lifts].lifted
            place = state.before
        }
        return lifted
    }
}
