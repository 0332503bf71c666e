/// Shared measures that are taken, and those that may be.
struct SearchNode {
    var taken: UInt64
    var offered: UInt64
    /// The measure to branch on.
    var branch: Int?

    var all: UInt64 { taken | offered }

    /// With a measure, what it needs, and without what excludes them.
    func taking(_ measure: Int, _ layout: SearchLayout) -> SearchNode {
        let new = (layout.needs[measure] | 1 << UInt64(measure)) & ~taken
        var (left, excluded) = (new, UInt64(0))
        while left != 0 {
            let other = left.trailingZeroBitCount
            left &= left - 1
            excluded |= layout.conflicts[other]
        }
        return SearchNode(taken: taken | new, offered: offered & ~new).without(excluded, layout)
    }

    /// Without a measure and what needs it.
    func leaving(_ measure: Int, _ layout: SearchLayout) -> SearchNode {
        without(1 << UInt64(measure), layout)
    }

    private func without(_ measures: UInt64, _ layout: SearchLayout) -> SearchNode {
        var (left, gone) = (measures, measures)
        while left != 0 {
            let other = left.trailingZeroBitCount
            left &= left - 1
            gone |= layout.dependents[other]
        }
        return SearchNode(taken: taken, offered: offered & ~gone)
    }

    /// Whether what is taken respects needs and exclusions, as far as what may be taken allows.
    func isSound(_ layout: SearchLayout) -> Bool {
        var left = taken
        while left != 0 {
            let measure = left.trailingZeroBitCount
            left &= left - 1
            if layout.conflicts[measure] & taken != 0 { return false }
            if layout.needs[measure] & ~taken != 0 { return false }
        }
        return true
    }
}
