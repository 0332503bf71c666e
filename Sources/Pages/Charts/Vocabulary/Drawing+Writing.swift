internal import Locales

extension Drawing {
    /// Writes the drawing with what it is called and what is to be seen in it.
    ///
    /// - Parameters:
    ///   - figure: The figure it stands in.
    ///   - description: What is to be seen.
    ///   - page: Where it is written.
    func write(_ figure: ChartFigure, _ description: String, to page: inout HTMLWriter) {
        switch width {
        case .page: svg(figure, description, width: "100%", box: nil, to: &page)
        case .pixels(let pixels):
            let width = Coordinate.text(pixels)
            page.element(
                "div",
                [
                    "class": "chart-scroll", "role": "region", "tabindex": "0",
                    "aria-label": figure.title,
                ]
            ) { page in
                let box = "0 0 \(width) \(Coordinate.text(height))"
                svg(figure, description, width: width, box: box, to: &page)
            }
        }
    }

    private func svg(
        _ figure: ChartFigure, _ description: String, width: String, box: String?,
        to page: inout HTMLWriter
    ) {
        let (title, about) = (figure.id + "-title", figure.id + "-about")
        page.element(
            "svg",
            [
                "role": "img", "aria-labelledby": title + " " + about, "width": width,
                "height": Coordinate.text(height), "viewBox": box,
            ]
        ) { page in
            page.element("title", ["id": title], text: figure.title)
            page.element("desc", ["id": about], text: description)
            hatches(figure.id, to: &page)
            page.line()
            for item in items { item.write(figure.id, to: &page) }
        }
    }

    /// The patterns that the drawing uses; pages may hold several drawings, so each has its own.
    private func hatches(_ id: String, to page: inout HTMLWriter) {
        let used = Set(items.flatMap(\.hatches))
        for hatch in Mark.Hatch.allCases where used.contains(hatch) {
            page.element(
                "pattern",
                [
                    "id": "\(id)-\(hatch.rawValue)", "width": "6", "height": "6",
                    "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)",
                ]
            ) { page in
                page.closed("path", ["class": "hatch", "d": hatch.path])
            }
        }
    }
}

extension Drawing.Item {
    fileprivate var hatches: [Mark.Hatch] {
        switch self {
        case .mark(let mark):
            if case .hatched(let hatch, _, _, _, _) = mark.form { [hatch] } else { [] }
        case .label: []
        case .group(_, let items): items.flatMap(\.hatches)
        }
    }

    fileprivate func write(_ id: String, to page: inout HTMLWriter) {
        switch self {
        case .mark(let mark): mark.write(id, to: &page)
        case .label(let label): label.write(to: &page)
        case .group(let title, let items):
            page.element("g") { page in
                page.element("title", text: title)
                for item in items { item.write(id, to: &page) }
            }
        }
        page.line()
    }
}
