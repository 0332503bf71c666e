internal import Locales

/// What can be had for what cost, as steps: each point is the best for its cost.
struct FrontierChart: Chart {
    /// A set of measures that is the best for its cost.
    struct Point: Sendable {
        /// In the unit of the axis, so that few digits stand there.
        var cost: Plotted
        /// What is reached for it.
        var reached: Plotted
        /// How many measures it takes.
        var measures: Int
        /// What is attained, as a band or a stage; `nil` for nothing.
        var step: Phrase?
        /// Whether nothing better can be had for the cost.
        var isProven = true
    }

    /// What stands upright.
    enum Upright: Sendable {
        /// Scores or means, and the bands they fall into.
        case numbers(PlotRange)
        /// Percent.
        case percent
    }

    /// What the axis of costs is in, as in `Cost, million KZT`.
    let costName: Phrase
    /// The currency of costs, as in `KZT`.
    let currency: String
    /// What is reached, as in `Total`.
    let reachedName: Phrase
    /// What stands upright.
    let upright: Upright
    /// From nothing spent on, each costlier and further than the one before.
    let points: [Point]
    /// What has to be reached, and what that is called; `nil` for nothing of the kind.
    var edge: (place: Plotted, name: Phrase)?
    /// The path that the page is about; `nil` for none.
    var chosen: Point?
    /// Whether steps are named where they are first reached, as where no bands lie behind.
    var namesSteps = false

    /// The height between the least and the most.
    static let plotHeight = 220.0
    /// Of so many points at most each has a mark of its own.
    static let mostMarks = 80

    /// Names of what is reached are long, so that one stands above the drawing and is wrapped.
    var upwards: Phrase? { reachedName }

    func description(_ phrases: Phrases) -> String { phrases.frontierAbout }

    func drawing(_ id: String, _ phrases: Phrases) -> Drawing {
        var drawing = Drawing()
        let plot = FrontierPlot(self, top: 26)
        plot.ground(phrases.locale, in: &drawing)
        plot.steps(in: &drawing)
        for point in points.prefix(Self.mostMarks) {
            drawing.group(told(point, phrases)) { plot.mark(point, in: &$0) }
        }
        if let chosen {
            drawing.group(told(chosen, phrases)) { plot.own(chosen, in: &$0) }
        }
        plot.costs(phrases.locale, in: &drawing)
        drawing.height = plot.bottom + 30
        drawing.add(
            Label(
                name: costName.plain, .left, drawing.height + 10, narrow: Drawing.narrow,
                wide: Drawing.wide, size: Label.small, .quiet))
        drawing.height += 14
        key(phrases, in: &drawing)
        return drawing
    }

    private func key(_ phrases: Phrases, in drawing: inout Drawing) {
        let key = Key(beneath: &drawing)
        if chosen != nil {
            key.add(phrases.frontierChosen, in: &drawing) { part, across, middle in
                part.add(.own, .sign(.diamond, across, middle))
            }
        }
        guard points.contains(where: { !$0.isProven }) else { return }
        key.add(phrases.frontierNotProven, in: &drawing) { part, across, middle in
            part.add(.mark, .dot(across, middle, radius: 5))
            part.add(.knockout, .dot(across, middle, radius: 3))
        }
    }

    private func told(_ point: Point, _ phrases: Phrases) -> String {
        let measures = phrases.frontierMeasures(measures: point.measures).plain
        return [money(point.cost).plain, point.reached.shown, point.step?.plain, measures]
            .compactMap(\.self).joined(separator: ", ")
    }

    private func money(_ cost: Plotted) -> Phrase { "\(cost.phrase)\u{A0}\(currency)" }

    func table(_ phrases: Phrases) -> ChartTable {
        let hasSteps = points.contains { $0.step != nil }
        let isUnsure = points.contains { !$0.isProven }
        var columns: [ChartTable.Column] = [
            .init(phrases.frontierCostIn(currency: Phrase(currency)).plain, isRight: true),
            .init(reachedName.plain, isRight: true),
            .init(phrases.frontierCount, isRight: true),
        ]
        if hasSteps { columns.append(.init(phrases.frontierStep)) }
        if isUnsure { columns.append(.init(phrases.frontierProof)) }
        var table = ChartTable(columns)
        for point in points {
            var cells: [ChartTable.Cell] = [
                .figure(point.cost), .figure(point.reached), .count(point.measures),
            ]
            if hasSteps { cells.append(.words(point.step)) }
            if isUnsure {
                let word = point.isProven ? phrases.frontierIsProven : phrases.frontierIsNotProven
                cells.append(.words(Phrase(word)))
            }
            table.add(cells)
        }
        return table
    }
}

extension FrontierChart {
    /// What half of the gain costs, and what all of it does.
    func finding(_ phrases: Phrases) -> Phrase {
        guard let first = points.first, let last = points.last, points.count > 1 else {
            return Phrase(phrases.findingNothingGained)
        }
        let half = (first.reached.position + last.reached.position) / 2
        let middle = points.first { $0.reached.position >= half } ?? last
        guard middle.cost.position < last.cost.position else {
            return phrases.findingAllGained(
                from: first.reached.phrase, most: last.reached.phrase, cost: money(last.cost))
        }
        return phrases.findingHalfGained(
            from: first.reached.phrase, half: middle.reached.phrase, cost: money(middle.cost),
            most: last.reached.phrase, all: money(last.cost))
    }
}
