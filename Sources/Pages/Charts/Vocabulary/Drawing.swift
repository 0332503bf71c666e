/// What is drawn, from back to front.
struct Drawing: Hashable, Sendable {
    /// How wide a drawing is.
    enum Width: Hashable, Sendable {
        /// As wide as its page.
        case page
        /// Pixels; a page that is narrower lets it scroll.
        case pixels(Double)
    }

    /// A part of a drawing.
    enum Item: Hashable, Sendable {
        case mark(Mark)
        case label(Label)
        /// Parts that belong together, with a text that is shown where one points at them.
        case group(String, [Item])
    }

    /// The least width in pixels that a drawing of a page's width is laid out for.
    static let narrow = 320.0
    /// The least width in pixels of a drawing on a page that shows the ends of long names.
    static let wide = 560.0

    /// How wide it is.
    var width = Width.page
    /// In pixels.
    var height = 0.0
    /// From back to front.
    private(set) var items: [Item] = []

    /// Adds a shape.
    mutating func add(_ look: Mark.Look, _ form: Mark.Form) {
        items.append(.mark(Mark(look, form)))
    }

    /// Adds a text.
    mutating func add(_ label: Label) { items.append(.label(label)) }

    /// Adds parts that belong together, with a text that is shown where one points at them.
    mutating func group(_ title: String, _ content: (inout Drawing) -> Void) {
        var part = Drawing()
        content(&part)
        items.append(.group(title, part.items))
    }
}
