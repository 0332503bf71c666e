/// A shape that stands for something.
struct Mark: Hashable, Sendable {
    /// What it looks like; the style sheet gives each its colours.
    enum Look: String, CaseIterable, Hashable, Sendable {
        case mark
        case own = "mark-own"
        case muted = "mark-muted"
        case loss = "bar-loss"
        case gain = "bar-gain"
        case whisker
        case line = "line-1"
        case lineOwn = "line-own"
        case lineMuted = "line-2"
        case axis
        case grid
        case threshold
        case leader
        case bandA = "band-a"
        case bandB = "band-b"
        case step1 = "step-1"
        case step2 = "step-2"
        case step3 = "step-3"
        case step4 = "step-4"
        case step5 = "step-5"
        case knockout
        case outline
        case met = "sign-met"
        case notMet = "sign-not-met"
    }

    /// Its form; heights and widths that are no share are pixels.
    enum Form: Hashable, Sendable {
        /// A circle.
        case dot(Across, Double, radius: Double)
        /// A sign of fixed form.
        case sign(Sign, Across, Double)
        /// A straight line between two places.
        case line(Across, Double, Across, Double)
        /// A rectangle from one place to the right, and from a height downwards.
        case bar(Across, Extent, top: Double, height: Double)
        /// The same, filled with lines instead of a colour, within an outline.
        case hatched(Hatch, Across, Extent, top: Double, height: Double)
    }

    /// How wide something is.
    enum Extent: Hashable, Sendable {
        case share(Double)
        case pixels(Double)
    }

    /// A sign of fixed form around its place.
    enum Sign: String, CaseIterable, Hashable, Sendable {
        case diamond
        case smallDiamond
        case check
        case cross
        case dash
        case question
        /// A bar across, as of a target.
        case post
    }

    /// Lines that fill a shape.
    enum Hatch: String, CaseIterable, Hashable, Sendable {
        case rising
        case crossed
    }

    let look: Look
    let form: Form

    init(_ look: Look, _ form: Form) {
        self.look = look
        self.form = form
    }
}
