/// Scores over the periods in the height of a line of text, beside the figures it repeats.
struct Sparkline: Sendable {
    /// For every period, earliest first; `nil` where there is no score.
    let points: [Plotted?]
    /// Where scores can lie.
    let range: PlotRange

    private static let (width, height) = (72.0, 20.0)

    /// Writes the drawing, which says nothing that its row does not say, for eyes alone.
    func write(to page: inout HTMLWriter) {
        page.element(
            "svg",
            [
                "class": "sparkline", "aria-hidden": "true", "viewBox": "0 0 72 20",
                "width": "72", "height": "20",
            ]
        ) { page in
            for run in runs where run.count > 1 {
                let path = run.map { "\(Coordinate.text($0.0)),\(Coordinate.text($0.1))" }
                page.closed("polyline", ["class": "line-1", "points": path.joined(separator: " ")])
            }
            if let last = runs.last?.last {
                page.closed(
                    "circle",
                    [
                        "class": "mark", "cx": Coordinate.text(last.0),
                        "cy": Coordinate.text(last.1), "r": "3",
                    ])
            }
        }
    }

    /// The places of scores that follow one another without a gap.
    private var runs: [[(Double, Double)]] {
        let scale = Scale(
            range, and: points.compactMap(\.self), start: Self.height - 4, end: 4)
        let step = points.count > 1 ? (Self.width - 8) / Double(points.count - 1) : 0
        var runs: [[(Double, Double)]] = [[]]
        for (index, point) in points.enumerated() {
            if let point {
                runs[runs.count - 1].append((4 + Double(index) * step, scale.place(point)))
            } else {
                runs.append([])
            }
        }
        return runs.filter { !$0.isEmpty }
    }
}
