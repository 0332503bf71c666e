extension TrendPlot {
    /// The mark of a score: a dot for the first line, then a diamond, then a post.
    static func mark(_ across: Across, _ height: Double, line: Int) -> Mark.Form {
        switch line {
        case 0: .dot(across, height, radius: 5)
        case 1: .sign(.smallDiamond, across, height)
        default: .sign(.post, across, height)
        }
    }

    /// The scores of a line, joined where neither a gap nor a change of the rules is between.
    func draw(
        _ line: Trend.Line, at position: Int, _ breaks: Set<Int>, in drawing: inout Drawing
    ) {
        let isFirst = position == 0
        let points = Array(line.points.prefix(periodCount))
        for (index, (from, to)) in zip(points, points.dropFirst()).enumerated() {
            guard let from, let to, !breaks.contains(index + 1) else { continue }
            drawing.add(
                isFirst ? .line : .lineMuted,
                .line(
                    Across(across(index)), height(from), Across(across(index + 1)), height(to)))
        }
        for (index, point) in points.enumerated() {
            guard let point else { continue }
            let place = Across(across(index))
            drawing.add(
                isFirst ? .mark : .muted, Self.mark(place, height(point), line: position))
        }
        guard isFirst, !isNamed else { return }
        let (all, some) = (labelled(points, Drawing.wide), labelled(points, Drawing.narrow))
        for index in points.indices where all.contains(index) || some.contains(index) {
            label(points, index, isForWide: !some.contains(index), in: &drawing)
        }
    }

    /// The score beside its mark: above it, or beneath where the line comes from above.
    private func label(
        _ points: [Plotted?], _ index: Int, isForWide: Bool, in drawing: inout Drawing
    ) {
        guard let point = points[index] else { return }
        let height = height(point)
        let before = index > 0 ? points[index - 1] : nil
        let after = index + 1 < points.count ? points[index + 1] : nil
        let isValley =
            [before, after].compactMap(\.self).contains { self.height($0) < height - 4 }
            && height + 24 < bottom
        var label = Label(
            point.shown, Across(across(index)), isValley ? height + 21 : height - 11, .middle,
            size: Label.size, .haloed)
        label.isForWide = isForWide
        drawing.add(label)
    }

    /// All scores where there is room for them; else the first, the last, the least, the greatest.
    private func labelled(_ points: [Plotted?], _ width: Double) -> [Int] {
        let scored = points.indices.filter { points[$0] != nil }
        let widths = scored.compactMap { points[$0]?.shown }.map {
            Lettering.width($0, size: Label.size) + 4
        }
        let (widest, room) = (widths.max() ?? 0, room(width))
        if widest <= room { return scored }
        let least = scored.min { position($0, points) < position($1, points) }
        let greatest = scored.max { position($0, points) < position($1, points) }
        var chosen: [Int] = []
        for index in [scored.last, scored.first, greatest, least].compactMap(\.self) {
            let gap = chosen.map { abs($0 - index) }.min() ?? points.count
            if chosen.isEmpty || Double(gap) * room >= widest { chosen.append(index) }
        }
        return chosen
    }

    private func position(_ index: Int, _ points: [Plotted?]) -> Double {
        points[index]?.position ?? 0
    }
}
