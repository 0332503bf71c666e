internal import Locales

/// Equal parts of a scale with round edges, and how many scores fall into each.
struct ScoreBins: Hashable, Sendable {
    /// From one edge to below the next; the last holds its upper edge as well.
    struct Bin: Hashable, Sendable {
        let from: Double
        let to: Double
        /// The edges as they are written.
        let shown: [String]
        let exact: [String]
        var count = 0
        var isLast = false

        /// The edges for a sentence.
        var figures: (from: Phrase, to: Phrase) {
            (
                .figure(exact: exact[0], shown: shown[0]),
                .figure(exact: exact[1], shown: shown[1])
            )
        }
    }

    /// From left to right.
    let list: [Bin]

    /// About ten parts or fewer, so that the count of each has room above it.
    init(_ scores: [Plotted], _ scale: Scale, _ range: PlotRange, _ locale: Locale) {
        for count in [10, 5] {
            var bins = Self.bins(scale, count, locale)
            if bins.isEmpty { bins = [Self.whole(scale, range)] }
            let counted = Self.counted(scores, bins)
            let room = Drawing.narrow / Double(max(counted.count, 1))
            let widest = counted.map {
                Lettering.width(locale.count($0.count), size: Label.small)
            }
            if count == 5 || (widest.max() ?? 0) < room {
                list = counted
                return
            }
        }
        list = []
    }

    private static func bins(_ scale: Scale, _ count: Int, _ locale: Locale) -> [Bin] {
        let ticks = Ticks(covering: scale, atMost: count).list
        var bins: [Bin] = []
        for (from, to) in zip(ticks, ticks.dropFirst()) {
            bins.append(
                Bin(
                    from: from.position, to: to.position,
                    shown: [from, to].map { locale.decimal($0.plain) },
                    exact: [from.plain, to.plain]))
        }
        if !bins.isEmpty { bins[bins.count - 1].isLast = true }
        return bins
    }

    /// For a scale so short that no round numbers lie on it.
    private static func whole(_ scale: Scale, _ range: PlotRange) -> Bin {
        let ends = [range.lowest, range.highest]
        return Bin(
            from: scale.low, to: scale.high, shown: ends.map(\.shown), exact: ends.map(\.exact),
            isLast: true)
    }

    /// Edges and scores are the doubles nearest to their decimals, so that a score on an edge
    /// lies on it here as well.
    private static func counted(_ scores: [Plotted], _ bins: [Bin]) -> [Bin] {
        var bins = bins
        for score in scores {
            let above = bins.lastIndex { $0.from <= score.position }
            if let bin = above ?? bins.indices.first { bins[bin].count += 1 }
        }
        return bins
    }

    /// Draws a bar for each bin upwards from a line, with its count above it.
    func draw(
        _ scale: Scale, _ locale: Locale, bottom: Double, height: Double,
        in drawing: inout Drawing
    ) {
        guard let most = list.map(\.count).max(), most > 0 else { return }
        for bin in list where bin.count > 0 {
            let (start, end) = (scale.place(bin.from), scale.place(bin.to))
            let size = max(height * Double(bin.count) / Double(most), 1)
            let across = Across(start + 0.002)
            drawing.add(
                .mark,
                .bar(across, .share(end - start - 0.004), top: bottom - size, height: size))
            drawing.add(
                Label(
                    locale.count(bin.count), Across((start + end) / 2), bottom - size - 6, .middle,
                    size: Label.small, .label))
        }
    }
}
