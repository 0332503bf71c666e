extension Mark {
    /// Writes the shape; patterns are found by the id of the figure.
    func write(_ id: String, to page: inout HTMLWriter) {
        switch form {
        case .dot(let across, let height, let radius):
            page.closed(
                "circle",
                [
                    "class": look.rawValue, "cx": across.x, "cy": Coordinate.text(height),
                    "r": Coordinate.text(radius), "transform": across.shift,
                ])
        case .sign(let sign, let across, let height):
            // Paths know no shares; a drawing within the drawing brings them to their place.
            page.element(
                "svg",
                [
                    "x": across.x, "y": Coordinate.text(height), "overflow": "visible",
                    "transform": across.shift,
                ]
            ) { $0.closed("path", ["class": look.rawValue, "d": sign.path]) }
        case .line(let from, let top, let to, let bottom):
            page.closed(
                "line",
                [
                    "class": look.rawValue, "x1": from.x, "y1": Coordinate.text(top), "x2": to.x,
                    "y2": Coordinate.text(bottom), "transform": from.shift,
                ])
        case .bar(let across, let extent, let top, let height):
            page.closed(
                "rect",
                [
                    "class": look.rawValue, "x": across.x, "y": Coordinate.text(top),
                    "width": extent.text, "height": Coordinate.text(height),
                    "transform": across.shift,
                ])
        case .hatched(let hatch, let across, let extent, let top, let height):
            page.closed(
                "rect",
                [
                    "class": look.rawValue, "fill": "url(#\(id)-\(hatch.rawValue))", "x": across.x,
                    "y": Coordinate.text(top), "width": extent.text,
                    "height": Coordinate.text(height), "transform": across.shift,
                ])
        }
    }
}

extension Mark.Extent {
    fileprivate var text: String {
        switch self {
        case .share(let share): Coordinate.percent(max(share, 0))
        case .pixels(let pixels): Coordinate.text(max(pixels, 0))
        }
    }
}

extension Mark.Sign {
    /// Its outline around 0, 0.
    fileprivate var path: String {
        switch self {
        case .smallDiamond: "M0-6L6 0L0 6L-6 0Z"
        case .diamond: "M0-8L8 0L0 8L-8 0Z"
        case .check: "M-6 0L-2 4L6-5"
        case .cross: "M-5-5L5 5M5-5L-5 5"
        case .dash: "M-6 0L6 0"
        case .question: "M-3-3C-3-7 4-7 4-3C4 0 0-1 0 2M0 5L0 6"
        case .post: "M-2-11L2-11L2 11L-2 11Z"
        }
    }
}

extension Mark.Hatch {
    /// The lines within a square of six pixels.
    var path: String {
        switch self {
        case .rising: "M0 0L0 6"
        case .crossed: "M0 0L0 6M0 0L6 0"
        }
    }
}

extension Across {
    /// The attribute that says where it is.
    var x: String { share == 0 ? Coordinate.text(pixels) : Coordinate.percent(share) }

    /// The attribute that moves what lies at a share by pixels; `nil` where nothing is moved.
    var shift: String? {
        share == 0 || pixels == 0 ? nil : "translate(\(Coordinate.text(pixels)) 0)"
    }
}
