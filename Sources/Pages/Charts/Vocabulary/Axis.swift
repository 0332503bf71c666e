internal import Locales

/// The numbers along the width of a drawing: the ends, the edges of bands, or round numbers.
struct Axis: Hashable, Sendable {
    /// A number, and how it is written.
    struct Number: Hashable, Sendable {
        let place: Double
        let text: String
        /// Which part of the text stands at its place, so that nothing leaves the drawing.
        let anchor: Label.Anchor
    }

    /// The height of a line of numbers.
    static let height = 20.0

    /// From left to right, no two of them so close that their texts meet.
    let numbers: [Number]

    /// The ends of a range and the edges of its bands; round numbers where it has no bands.
    init(_ scale: Scale, _ range: PlotRange, _ locale: Locale) {
        let edges = [range.lowest, range.highest] + range.bands.compactMap(\.from)
        var chosen = Chosen()
        for edge in edges { chosen.add(edge.shown, at: scale.place(edge)) }
        if range.bands.count < 2 { chosen.addRound(on: scale, locale) }
        numbers = chosen.sorted
    }

    /// Round numbers alone.
    init(_ scale: Scale, _ locale: Locale) {
        var chosen = Chosen()
        chosen.addRound(on: scale, locale)
        numbers = chosen.sorted
    }

    /// Writes the numbers on a base line.
    func draw(base: Double, in drawing: inout Drawing) {
        for number in numbers {
            drawing.add(
                Label(
                    number.text, Across(number.place), base, number.anchor, size: Label.small,
                    .quiet))
        }
    }
}

extension Axis {
    /// Numbers that keep clear of one another; who comes first stays.
    private struct Chosen {
        private var numbers: [Number] = []
        private var taken: [ClosedRange<Double>] = []

        var sorted: [Number] { numbers.sorted { $0.place < $1.place } }

        mutating func add(_ text: String, at place: Double) {
            let width = min(Lettering.width(text, size: Label.small), Drawing.narrow)
            let (anchor, room) = Span.room(for: width, at: place)
            guard !taken.contains(where: { $0.overlaps(room) }) else { return }
            numbers.append(Number(place: place, text: text, anchor: anchor))
            taken.append(room.lowerBound - 10...room.upperBound + 10)
        }

        /// As many round numbers as there is room for all of.
        mutating func addRound(on scale: Scale, _ locale: Locale) {
            for count in [5, 4, 2, 1] {
                var next = self
                let ticks = Ticks(scale, atMost: count).list
                for tick in ticks {
                    next.add(locale.decimal(tick.plain), at: scale.place(tick.position))
                }
                let places = Set(next.numbers.map(\.place))
                if ticks.allSatisfy({ places.contains(scale.place($0.position)) }) || count == 1 {
                    self = next
                    return
                }
            }
        }
    }
}

/// Pixels that a text takes on the narrowest page.
enum Span {
    /// Where a text at a place of the width lies, and which part of it stands there.
    static func room(
        for width: Double, at place: Double
    ) -> (anchor: Label.Anchor, room: ClosedRange<Double>) {
        let middle = place * Drawing.narrow
        if middle < width / 2 { return (.start, middle...middle + width) }
        if middle + width / 2 > Drawing.narrow { return (.end, middle - width...middle) }
        return (.middle, middle - width / 2...middle + width / 2)
    }
}
