/// Finds room for labels among the lines of a frontier.
struct FrontierPlaces: Sendable {
    /// A line that is upright or level: shares along the width, pixels of the height.
    struct Line: Sendable {
        let left: Double
        let right: Double
        let top: Double
        let bottom: Double
    }

    /// Where a label may stand.
    struct Place: Hashable, Sendable {
        let across: Across
        let base: Double
        let anchor: Label.Anchor
    }

    /// What a label must not meet.
    let lines: [Line]
    /// Heights of lines of the whole width, which a label rather does not meet.
    let behind: [Double]

    /// The first place that meets nothing; else the first that meets no line; else the first.
    func best(of places: [Place], width: Double) -> Place {
        let clear = places.filter { !meets($0, width) }
        return clear.first { place in !behind.contains { rows(place).contains($0) } }
            ?? clear.first ?? places[0]
    }

    /// The heights that the letters take.
    private func rows(_ place: Place) -> ClosedRange<Double> { place.base - 12...place.base + 3 }

    /// On the narrowest page, where labels are nearest to everything.
    private func meets(_ place: Place, _ width: Double) -> Bool {
        let at = place.across.share * Drawing.narrow + place.across.pixels
        let left = place.anchor == .end ? at - width : at
        let rows = rows(place)
        return lines.contains { line in
            line.left * Drawing.narrow < left + width + 3 && left - 3 < line.right * Drawing.narrow
                && line.top <= rows.upperBound && rows.lowerBound <= line.bottom
        }
    }
}
