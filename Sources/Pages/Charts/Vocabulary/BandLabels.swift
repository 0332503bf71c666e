internal import Locales

/// The names of bands above them, in as many lines as they need not to meet.
enum BandLabels {
    /// The height of a line of names.
    static let height = 18.0

    /// A band, and where its name stands.
    struct Placed: Hashable, Sendable {
        let title: String
        let tag: String?
        /// Shares of the width.
        let start: Double
        let end: Double
        /// Whether scores below it are in another band.
        let isEdge: Bool
        /// Whether the name ends at the band's end, because there is no room to its right.
        let isRight: Bool
        /// The line it stands in, 0 being the lowest.
        var lane = 0

        /// The name on the base line of its lane.
        func label(base: Double) -> Label {
            let across = Across(isRight ? end : start)
            var label = Label(
                title, across, base, isRight ? .end : .start, size: Label.small, .quiet)
            label.tag = tag
            return label
        }
    }

    /// The bands of a range within a scale, lowest first.
    static func placed(_ range: PlotRange, _ scale: Scale) -> [Placed] {
        var placed: [Placed] = []
        var rooms: [(lane: Int, room: ClosedRange<Double>)] = []
        // From the right: the line that leads up to a name then passes no name that is lower.
        for band in range.bands.reversed() {
            let start = band.from.map { scale.place($0) } ?? scale.start
            let end = band.below.map { scale.place($0) } ?? scale.end
            guard start < end else { continue }
            let text = Lettering.fitted(
                band.title.plain, within: Drawing.narrow * 0.6, size: Label.small)
            let width = Lettering.width(text, size: Label.small)
            let isRight = start * Drawing.narrow + width > Drawing.narrow
            let left = isRight ? end * Drawing.narrow - width : start * Drawing.narrow
            let room = left...left + width + 8
            // Where a line leads up through a name's room, the name goes above as well.
            let lane = (0...range.bands.count).first { lane in
                !rooms.contains {
                    $0.lane == lane && $0.room.overlaps(room)
                        || $0.lane > lane && room.contains($0.room.lowerBound)
                }
            }
            rooms.append((lane ?? 0, room))
            placed.append(
                Placed(
                    title: text, tag: band.title.tag, start: start, end: end,
                    isEdge: start > scale.start, isRight: isRight, lane: lane ?? 0))
        }
        return placed.reversed()
    }
}

extension Phrase {
    /// The tag of its language, where all of it is in another one than the page.
    var tag: String? {
        guard parts.count == 1 else { return nil }
        switch parts[0] {
        case .foreign(_, let tag): return tag
        case .reference(_, _, let tag): return tag
        case .text, .code, .figure: return nil
        }
    }
}
