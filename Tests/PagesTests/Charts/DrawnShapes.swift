internal import Locales

@testable internal import Pages

/// What a drawing holds, taken out of its groups.
struct DrawnShapes {
    let marks: [Mark]
    let labels: [Label]

    init(_ chart: some Chart, _ locale: Locale = .english) {
        self.init(chart.drawing("c", Phrases(locale)).items)
    }

    private init(_ items: [Drawing.Item]) {
        var marks: [Mark] = []
        var labels: [Label] = []
        for item in items {
            switch item {
            case .mark(let mark): marks.append(mark)
            case .label(let label): labels.append(label)
            case .group(_, let inner):
                let inner = DrawnShapes(inner)
                marks += inner.marks
                labels += inner.labels
            }
        }
        self.marks = marks
        self.labels = labels
    }

    /// Shares at which dots and signs of a look lie, in the order they are drawn in.
    func places(_ look: Mark.Look) -> [Double] {
        marks.compactMap { mark in
            guard mark.look == look else { return nil }
            return switch mark.form {
            case .dot(let across, _, _), .sign(_, let across, _): across.share
            case .line, .bar, .hatched: nil
            }
        }
    }

    /// Where bars of some looks begin and end, as shares, in the order they are drawn in.
    func bars(_ looks: Set<Mark.Look>) -> [(start: Double, end: Double, height: Double)] {
        marks.compactMap { mark in
            guard looks.contains(mark.look) else { return nil }
            switch mark.form {
            case .bar(let across, .share(let share), _, let height),
                .hatched(_, let across, .share(let share), _, let height):
                return (across.share, across.share + share, height)
            case .dot, .sign, .line, .bar, .hatched: return nil
            }
        }
    }

    /// Lines of a look, as shares and heights.
    func lines(_ look: Mark.Look) -> [(from: Double, top: Double, to: Double, bottom: Double)] {
        marks.compactMap { mark in
            guard mark.look == look, case .line(let from, let top, let to, let bottom) = mark.form
            else { return nil }
            return (from.share, top, to.share, bottom)
        }
    }
}

/// Whether numbers are the same but for what doubles lose.
func areNear(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-9 }
}
