/// A text within a drawing.
struct Label: Hashable, Sendable {
    /// What it looks like.
    enum Look: String, CaseIterable, Hashable, Sendable {
        case label
        case strong = "label strong"
        case quiet = "label-quiet"
        /// With a rim of the page's colour, where it stands over lines.
        case haloed = "label strong halo"
        /// The same for what is quiet.
        case quietHaloed = "label-quiet halo"
        case cell = "cell-text"
    }

    /// Which part of it stands at its place.
    enum Anchor: String, Hashable, Sendable {
        case start
        case middle
        case end
    }

    /// The size of what names something, in pixels.
    static let size = 14.0
    /// The size of what stands at an axis.
    static let small = 13.0

    /// What is always to be read.
    let text: String
    /// What follows where the page is wide enough; `nil` where nothing does.
    let rest: String?
    let across: Across
    /// The height of its base line.
    let base: Double
    let anchor: Anchor
    let size: Double
    let look: Look
    /// The tag of its language, where that is not the page's.
    var tag: String?
    /// Whether a narrow page has no room for it.
    var isForWide = false

    /// A text that is short enough.
    init(
        _ text: String, _ across: Across, _ base: Double, _ anchor: Anchor = .start,
        size: Double = size, _ look: Look = .label
    ) {
        self.text = Lettering.line(text)
        rest = nil
        self.across = across
        self.base = base
        self.anchor = anchor
        self.size = size
        self.look = look
    }

    /// A name, which a narrow page shortens to `narrow` pixels and a wide one to `wide`.
    init(
        name: String, _ across: Across, _ base: Double, _ anchor: Anchor = .start,
        narrow: Double, wide: Double, size: Double = size, _ look: Look = .label
    ) {
        let line = Lettering.line(name)
        if Lettering.width(line, size: size) <= narrow {
            text = line
            rest = nil
        } else {
            let head = Lettering.beginning(of: line, within: narrow - size, size: size)
            text = String(head)
            let whole = Lettering.fitted(line, within: wide, size: size)
            rest = String(whole.dropFirst(head.count))
        }
        self.across = across
        self.base = base
        self.anchor = anchor
        self.size = size
        self.look = look
    }
}
