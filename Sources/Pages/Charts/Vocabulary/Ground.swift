internal import Locales

/// What lies behind rows: the bands with their names, their edges, and the numbers of the scale.
struct Ground: Hashable, Sendable {
    private let scale: Scale
    private let axis: Axis
    private let bands: [BandLabels.Placed]

    /// The height of what stands above the rows.
    var top: Double { Double(lanes) * BandLabels.height + Axis.height + 4 }

    private var lanes: Int { (bands.map(\.lane).max() ?? -1) + 1 }

    init(_ range: PlotRange, _ scale: Scale, _ locale: Locale) {
        self.scale = scale
        axis = Axis(scale, range, locale)
        bands = BandLabels.placed(range, scale)
    }

    /// Draws everything for rows that take so much height beneath ``top``.
    ///
    /// - Parameters:
    ///   - height: Of all rows.
    ///   - isLong: Whether the numbers stand beneath the rows as well.
    ///   - drawing: What becomes higher by all of it.
    func draw(height: Double, isLong: Bool, in drawing: inout Drawing) {
        let bottom = top + height
        for (index, band) in bands.enumerated() {
            drawing.add(
                index.isMultiple(of: 2) ? .bandA : .bandB,
                .bar(
                    Across(band.start), .share(band.end - band.start), top: top, height: height))
        }
        for number in axis.numbers where bands.isEmpty {
            let across = Across(number.place)
            drawing.add(.grid, .line(across, top, across, bottom))
        }
        let numbers = top - 8
        for band in bands { draw(band, numbers - Axis.height, bottom, in: &drawing) }
        axis.draw(base: numbers, in: &drawing)
        drawing.height = bottom
        if isLong {
            axis.draw(base: bottom + 16, in: &drawing)
            drawing.height += Axis.height
        }
    }

    private func draw(
        _ band: BandLabels.Placed, _ lowest: Double, _ bottom: Double, in drawing: inout Drawing
    ) {
        let base = lowest - Double(band.lane) * BandLabels.height
        if band.isEdge {
            let across = Across(band.start)
            drawing.add(.threshold, .line(across, top, across, bottom))
        }
        if band.lane > 0 {
            let across = Across(band.start)
            drawing.add(.leader, .line(across, base + 5, across, lowest + 4))
        }
        drawing.add(band.label(base: base))
    }
}
