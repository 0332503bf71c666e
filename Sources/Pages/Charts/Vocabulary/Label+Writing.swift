extension Label {
    /// Writes the text.
    ///
    /// Each text is laid out on its own, so that letters which run from right to left do not
    /// reorder their neighbours.
    func write(to page: inout HTMLWriter) {
        page.element(
            "text",
            [
                "class": look.rawValue + (isForWide ? " rest" : "") + (isPlain ? "" : " isolated"),
                "x": across.x, "y": Coordinate.text(base),
                "font-size": Coordinate.text(size),
                "text-anchor": anchor == .start ? nil : anchor.rawValue,
                "lang": tag, "transform": across.shift,
            ]
        ) { page in
            page.text(text)
            guard let rest else { return }
            page.element("tspan", ["class": "cut"], text: "…")
            page.element("tspan", ["class": "rest"], text: rest)
        }
    }

    /// Whether nothing in it runs from right to left or changes the direction.
    private var isPlain: Bool {
        !(text + (rest ?? "")).unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x590..<0x900, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069,
                0xFB1D..<0xFE00, 0xFE70..<0xFF00, 0x10800..<0x11000, 0x1E800..<0x1F000:
                true
            default: false
            }
        }
    }
}
