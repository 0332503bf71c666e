internal import Scoring

/// One cell of a heat table, or the example of one in its key.
struct HeatTile: Hashable, Sendable {
    let left: Double
    let top: Double
    let width: Double
    let height: Double

    /// The shades, for the lowest to the highest fifth of a scale.
    static let steps: [Mark.Look] = [.step1, .step2, .step3, .step4, .step5]

    /// In which fifth of its scale a score lies; beyond the ends counts as the last one.
    static func step(_ score: Plotted, _ column: HeatTable.Column) -> Int {
        let scale = Scale(over: [column.lowest.position, column.highest.position])
        let part = min(max(scale.part(score.position), 0), 1)
        return min(Int(part * 5), 4)
    }

    /// A shade, with a foot that is as long as the score is high.
    func fill(_ step: Int, in drawing: inout Drawing) {
        drawing.add(
            Self.steps[min(max(step, 0), 4)],
            .bar(.pixels(left), .pixels(width), top: top, height: height))
    }

    /// A sign on an empty, a hatched or a cross-hatched ground.
    func absent(_ state: State, in drawing: inout Drawing) {
        let hatch: Mark.Hatch? = state == .missing ? .rising : state == .excluded ? .crossed : nil
        if let hatch {
            drawing.add(
                .outline,
                .hatched(hatch, .pixels(left), .pixels(width), top: top, height: height))
        }
        let (across, middle) = (Across.pixels(left + width / 2), top + height / 2)
        if hatch != nil { drawing.add(.knockout, .dot(across, middle, radius: 10)) }
        let sign: Mark.Sign =
            switch state {
            case .missing: .question
            case .excluded: .cross
            case .notApplicable, .score: .dash
            }
        drawing.add(.axis, .sign(sign, across, middle))
    }
}
