/// What a made-up problem is like; shares are percent.
struct ProblemShape: Sendable {
    /// What is asked of it.
    enum Wish: CaseIterable, Sendable {
        case leastCost
        case greatestValue
        case greatestWeight
    }

    var wish = Wish.leastCost
    /// Blocks that count for staff; with `isOneBody` there is one, and it must hold.
    var bodies = 1...4
    var isOneBody = false
    /// Share of problems with a required block of the system's own criteria.
    var system = 50
    /// Cells of a body, each with one to three criteria.
    var cells = 2...4
    /// Measures in all.
    var measures = 5...11
    /// Share of measures that act on all bodies.
    var shared = 40
    /// Share of measures that may lower scores, need another one, or set a level.
    var harmful = 15
    var needing = 20
    var levels = 20
    /// Share of measures that are in an exclusion.
    var excluding = 15
    /// Share of needs and exclusions that may tie measures of different bodies together.
    var links = 10
    /// Few values make many ties; drawn from one of these.
    var costs = [1...3, 0...5, 1...1000]
    /// Staff of a body; drawn from one of these.
    var staff = [1...3, 1...2000]
    /// Share of problems of the least cost that have a budget as well.
    var budget = 30
    /// At most so many measures act on one cell.
    var most = 8
}

extension ProblemShape {
    /// Up to four bodies, few enough measures for looking at all sets.
    static func small(_ wish: Wish) -> ProblemShape {
        var shape = ProblemShape()
        shape.wish = wish
        return shape
    }

    /// One body that must hold.
    static func oneBody(_ wish: Wish) -> ProblemShape {
        var shape = small(wish)
        shape.isOneBody = true
        shape.shared = 0
        return shape
    }

    /// Too large for looking at all sets.
    static func larger(_ wish: Wish) -> ProblemShape {
        var shape = small(wish)
        shape.bodies = 6...12
        shape.cells = 3...6
        shape.measures = 25...45
        shape.shared = 30
        shape.links = 0
        return shape
    }
}
