/// What the marks of a drawing mean, one beneath the other.
struct Key: Hashable, Sendable {
    /// The height of a line.
    static let line = 24.0

    /// Begins beneath all that is drawn.
    init(beneath drawing: inout Drawing) { drawing.height += 10 }

    /// A line: a mark, drawn around a place, and what it means.
    func add(
        _ text: String, in drawing: inout Drawing,
        _ mark: (inout Drawing, Across, Double) -> Void
    ) {
        let middle = drawing.height + Self.line / 2
        mark(&drawing, .pixels(12), middle)
        let text = Lettering.fitted(text, within: Drawing.narrow - 32, size: Label.small)
        drawing.add(
            Label(text, .pixels(32), middle + 5, .start, size: Label.small, .quiet))
        drawing.height += Self.line
    }
}
