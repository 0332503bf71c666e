/// A dot for every score, one above the other where they would touch on the narrowest page.
struct ScoreDots: Hashable, Sendable {
    /// A dot: its place along the width, and how many lie beneath it.
    struct Dot: Hashable, Sendable {
        let score: Plotted
        let place: Double
        let level: Int
    }

    /// Half the width of a dot.
    static let radius = 5.5
    /// How many dots may stand on one another.
    static let most = 12

    /// From left to right.
    let dots: [Dot]
    /// How many stand on one another at most.
    let highest: Int

    init(_ scores: [Plotted], _ scale: Scale) {
        let sorted = scores.sorted { ($0.position, $0.exact) < ($1.position, $1.exact) }
        let step = Self.radius * 2 + 1
        var ends: [Double] = []
        dots = sorted.map { score in
            let place = scale.place(score)
            let left = place * Drawing.narrow
            let level = ends.firstIndex { $0 <= left } ?? ends.count
            if level == ends.count { ends.append(0) }
            ends[level] = left + step
            return Dot(score: score, place: place, level: level)
        }
        highest = ends.count
    }

    /// What the dots take upwards in pixels.
    var height: Double { Double(highest) * (Self.radius * 2 + 1) }

    /// Draws the dots upwards from a line; the own one is a diamond.
    func draw(own: Plotted?, bottom: Double, in drawing: inout Drawing) {
        let step = Self.radius * 2 + 1
        var isOpen = own != nil
        for dot in dots {
            let height = bottom - Self.radius - 3 - Double(dot.level) * step
            if isOpen, dot.score.exact == own?.exact {
                isOpen = false
                drawing.add(.own, .sign(.diamond, Across(dot.place), height))
            } else {
                drawing.add(.mark, .dot(Across(dot.place), height, radius: Self.radius))
            }
        }
    }
}
