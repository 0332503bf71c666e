internal import Arithmetic
internal import Diagnostics

/// A range as it is written: `from` inclusive, then `below` exclusive or `to` inclusive.
struct WrittenRange {
    let name: String
    let place: Place
    let from: Fixed?
    /// `to` becomes the next number of the grid.
    let below: Fixed?
    /// What was written as `to`.
    let to: Fixed?

    func isBefore(_ other: WrittenRange) -> Bool {
        guard let from else { return other.from != nil }
        return other.from.map { from < $0 } ?? false
    }

    /// The edges for people, as in `70 – 89.99`.
    var text: String {
        switch (from, to, below) {
        case (let from?, let to?, _): "\(from) – \(to)"
        case (nil, let to?, _): "to \(to)"
        case (let from?, nil, let below?): "\(from) – below \(below)"
        case (let from?, nil, nil): "from \(from)"
        case (nil, nil, let below?): "below \(below)"
        case (nil, nil, nil): "all"
        }
    }
}

/// The words of error texts about a list of ranges.
struct RangeCodes {
    let gap: String
    let overlap: String
    let order: String
    let to: String
    /// What falls into the ranges.
    let figure: String
    /// What makes `to` possible.
    let grid: String
}

extension EditionReader {
    /// Reads `from`, `below` and `to`; digits of the grid, `nil` for unrounded figures.
    mutating func writtenRange(
        _ object: Object, name: String, grid: Int?,
        edge: (inout EditionReader, YAML, String) -> Fixed?
    ) -> WrittenRange? {
        let from = object["from"].flatMap { edge(&self, $0, "from") }
        var below = object["below"].flatMap { edge(&self, $0, "below") }
        let to = object["to"].flatMap { edge(&self, $0, "to") }
        guard (from != nil) == object.has("from"), (below != nil) == object.has("below"),
            (to != nil) == object.has("to")
        else { return nil }
        if object.has("to"), object.has("below") {
            reader.fail(
                "range.both", object.place, "\(name) ends twice, with below: and with to:",
                help: "Keep one: below: is exclusive, to: is inclusive")
            return nil
        }
        if let to, let grid {
            guard to.leastDigits <= grid else {
                reader.fail(
                    "range.digits", object.place,
                    "\(name) ends at \(to), and figures have \(grid) digits after the point",
                    help: "Write to: with as many digits, or more digits for figures:")
                return nil
            }
            below = Self.next(after: to, grid)
        }
        return WrittenRange(name: name, place: object.place, from: from, below: below, to: to)
    }

    private static func next(after value: Fixed, _ digits: Int) -> Fixed {
        var unit: Int128 = 1
        for _ in digits..<Fixed.fractionDigits { unit *= 10 }
        return Fixed(raw: value.raw + unit)
    }

    /// Whether every figure falls into exactly one of the ranges, the lowest first; what has
    /// to be covered is a scale, or all numbers.
    mutating func checkRanges(
        _ ranges: [WrittenRange], covering scale: Node.Scale?, grid: Int?, _ codes: RangeCodes,
        at place: Place
    ) -> Bool {
        guard let lowest = ranges.first, let highest = ranges.last else {
            reader.fail(
                codes.gap, place, "the list is empty",
                help: "Write one range for every \(codes.figure)")
            return false
        }
        var isSound = checkEnds(ranges, grid, codes)
        guard isSound else { return false }
        for (range, next) in zip(ranges, ranges.dropFirst())
        where !meets(range, next, grid, codes) { isSound = false }
        if let from = lowest.from, scale.map({ $0.least < from }) ?? true {
            reader.fail(
                codes.gap, lowest.place,
                "a \(codes.figure) below \(from) falls into none of the ranges",
                help: "Leave out from: \(from) of the lowest one, or add one below it")
            isSound = false
        }
        if let below = highest.below, scale.map({ below <= $0.greatest }) ?? true {
            let edge = highest.to.map { "above \($0)" } ?? "of \(below)"
            reader.fail(
                codes.gap, highest.place,
                "a \(codes.figure) \(edge) falls into none of the ranges",
                help: "Leave out the upper end of the highest one, or add one above it")
            isSound = false
        }
        return isSound
    }

    /// Whether each range has its ends in order, and `to` only where figures are rounded.
    private mutating func checkEnds(
        _ ranges: [WrittenRange], _ grid: Int?, _ codes: RangeCodes
    ) -> Bool {
        var isSound = true
        for (index, range) in ranges.enumerated() {
            if let from = range.from, let end = range.to ?? range.below,
                range.to == nil ? end <= from : end < from
            {
                reader.fail(
                    codes.order, range.place,
                    "\(range.name) ends at \(end), before it begins at \(from)",
                    help: "Write the lesser number as from")
                isSound = false
            }
            guard let to = range.to, grid == nil else { continue }
            isSound = false
            if index + 1 < ranges.count, let next = ranges[index + 1].from, to < next {
                reader.fail(
                    codes.gap, range.place,
                    "a \(codes.figure) of \(Self.middle(to, next)) falls between \(range.name) "
                        + "(to \(to)) and \(ranges[index + 1].name) (from \(next))",
                    help: "Write below: \(next) in place of to: \(to); to: needs \(codes.grid)")
            } else {
                reader.fail(
                    codes.to, range.place,
                    "\(range.name) ends with to: \(to), which needs \(codes.grid)",
                    help: index + 1 < ranges.count
                        ? "Write below: with the first number above it" : "Leave to: out")
            }
        }
        return isSound
    }

    private static func middle(_ low: Fixed, _ high: Fixed) -> Fixed {
        Fixed(raw: low.raw / 2 + high.raw / 2)
    }

    /// Whether the next range begins where this one ends, as far as rounded figures can tell.
    private mutating func meets(
        _ range: WrittenRange, _ next: WrittenRange, _ grid: Int?, _ codes: RangeCodes
    ) -> Bool {
        func place(_ edge: Fixed) -> Fixed {
            guard let grid else { return edge }
            // The lowest figure that is not below the edge.
            return (try? edge.rounded(to: grid, edge.raw < 0 ? .down : .up)) ?? edge
        }
        guard let end = range.below, let start = next.from, place(end) <= place(start) else {
            reader.fail(
                codes.overlap, next.place,
                "\(range.name) (\(range.text)) and \(next.name) (\(next.text)) overlap",
                help: "Let each begin where the one below it ends")
            return false
        }
        guard place(end) < place(start) else { return true }
        let example = grid == nil ? Self.middle(end, start) : place(end)
        reader.fail(
            codes.gap, next.place,
            "a \(codes.figure) of \(example) falls between \(range.name) (\(range.text)) and "
                + "\(next.name) (\(next.text))",
            help: "Let each begin where the one below it ends")
        return false
    }
}
