internal import Locales

/// What lies behind scores: the bands with their names, their edges, the numbers of the scale.
struct Ground: Hashable, Sendable {
    private let scale: Scale
    private let axis: Axis
    private let bands: [BandLabels.Placed]

    /// The height of the names and numbers, which stand above everything else.
    var top: Double { Double(lanes) * BandLabels.height + Axis.height + 4 }

    private var lanes: Int { (bands.map(\.lane).max() ?? -1) + 1 }

    init(_ range: PlotRange, _ scale: Scale, _ locale: Locale) {
        self.scale = scale
        axis = Axis(scale, range, locale)
        bands = BandLabels.placed(range, scale)
    }

    /// Draws the names of the bands and the numbers, down to ``top``.
    func head(in drawing: inout Drawing) {
        let numbers = top - 8
        let lowest = numbers - Axis.height
        for band in bands {
            let base = lowest - Double(band.lane) * BandLabels.height
            if band.lane > 0 {
                let across = Across(band.start)
                drawing.add(.leader, .line(across, base + 5, across, lowest + 4))
            }
            drawing.add(band.label(base: base))
        }
        axis.draw(base: numbers, in: &drawing)
    }

    /// Draws the numbers once more beneath what is long.
    func foot(in drawing: inout Drawing) {
        axis.draw(base: drawing.height + 14, in: &drawing)
        drawing.height += Axis.height
    }

    /// Draws the numbers, and the names of the bands beneath them, at the end of a drawing.
    func base(in drawing: inout Drawing) {
        foot(in: &drawing)
        for band in bands {
            let lane = Double(band.lane)
            let base = drawing.height + 14 + lane * BandLabels.height
            if band.lane > 0 {
                let across = Across(band.start)
                drawing.add(.leader, .line(across, drawing.height, across, base - 12))
            }
            drawing.add(band.label(base: base))
        }
        drawing.height += Double(lanes) * BandLabels.height
    }

    /// Draws the bands behind a part of the drawing.
    func strip(top: Double, height: Double, in drawing: inout Drawing) {
        if bands.isEmpty {
            drawing.add(.bandA, .bar(.left, .share(1), top: top, height: height))
        }
        for (index, band) in bands.enumerated() {
            let width = band.end - band.start
            drawing.add(
                index.isMultiple(of: 2) ? .bandA : .bandB,
                .bar(Across(band.start), .share(width), top: top, height: height))
        }
        for place in edges {
            drawing.add(.threshold, .line(Across(place), top, Across(place), top + height))
        }
    }

    /// Where a line stands upright: at the edges of bands, or else at the numbers.
    private var edges: [Double] {
        bands.isEmpty
            ? axis.numbers.map(\.place).filter { $0 > 0 && $0 < 1 }
            : bands.filter(\.isEdge).map(\.start)
    }
}
