internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Expressions
internal import Locales
internal import Methodology
internal import Scoring

/// Where the points between a body's score and the maximum went, node by node.
struct LostTable {
    /// A line: a cause, and what it took.
    struct Line {
        let cause: Phrase
        let depth: Int
        /// The share of the weight it counts with here; `nil` where weights mean nothing.
        let weight: Phrase?
        /// The weight that the edition gives it, where that is another one.
        let nominal: Phrase?
        let score: OutcomeFigure?
        let state: State?
        /// The exact points and how they are shown.
        let points: Phrase
        /// Whether nothing stands beneath it, so that such lines add up to the sum.
        let isLast: Bool
        let node: Int?
    }

    /// What single elements would bring where they do not add up.
    struct Gains {
        let sentence: Phrase
        let lines: [(name: Phrase, points: Phrase)]
    }

    let node: Int
    let name: Phrase
    /// `<body> <node> <period>`.
    let place: String
    let lines: [Line]
    let sum: Phrase
    /// How the sum comes about, as in `100 − 70 = 30`.
    let total: Phrase
    let gains: [Gains]
    /// The printed points of each node, in points of the league node.
    let printed: [Int: Phrase]
    /// From the maximum to the score; of many causes those that took little are one.
    let waterfall: Waterfall?
    /// What took most of the points, for the chart.
    let finding: Phrase
    /// The sum for the chart.
    let plotted: Plotted
    /// What took most; `nil` where nothing took anything.
    let largest: Phrase?

    /// The points lost of a body by a node; `nil` without a score, for grades, where more is not
    /// known to be better, and for what a decision set; `lost` is what the node lost, where that
    /// is known.
    init?(_ context: PageContext, node: Int, at unit: Int, _ lost: PointsLost? = nil) {
        let digits = context.pointDigits(of: node, at: unit)
        guard context.assessment.direction(of: node) == .more,
            context.assessment.decided(node, at: unit) == nil,
            let lost = lost ?? PointsLost.of(node, at: unit, in: context.assessment),
            let printed = PrintedPoints(lost, digits: digits)
        else { return nil }
        var walk = Walk(context, unit, digits)
        if printed.lines.isEmpty {
            walk.add(printed, owner: node, depth: 0)
        } else {
            walk.points[node] = context.points(printed, digits: digits)
            for line in printed.lines { walk.add(line, owner: node, depth: 0) }
        }
        self.node = node
        name = context.wording.nodeName(node)
        place = context.place(of: node, at: unit)
        (lines, gains, self.printed) = (walk.lines, walk.gains, walk.points)
        sum = context.points(printed, digits: digits)
        total = Self.total(context, node, unit)
        // What a waterfall has steps for.
        let taking = printed.lines.filter { $0.points != .zero }
        let full =
            printed.lines.count > 1
            ? Self.waterfall(context, node, unit, printed.points, taking, digits) : nil
        waterfall = full?.limited { Self.others($0.map { taking[$0] }, context, digits) }
        largest = walk.largest
        let plotted = Plotted(
            printed.points, exact: lost.points.description,
            shown: context.shown(printed.points, digits: digits))
        self.plotted = plotted
        finding = full?.finding(lost: plotted, context.phrases) ?? Phrase([])
    }

    private static func total(_ context: PageContext, _ node: Int, _ unit: Int) -> Phrase {
        let scale = context.assessment.plan.nodes[node].scale
        return context.phrases.lostTotal(
            most: context.phrase(scale.greatest, of: node),
            score: context.score(of: node, at: unit)?.phrase ?? Phrase([]))
    }

    // MARK: Waterfall

    /// From the maximum to the score, by what stands directly beneath; `nil` for a single step.
    private static func waterfall(
        _ context: PageContext, _ node: Int, _ unit: Int, _ points: Fixed,
        _ taking: [PrintedPoints], _ digits: Int
    ) -> Waterfall? {
        let scale = context.assessment.plan.nodes[node].scale
        guard points != .zero, let score = context.plottedScore(of: node, at: unit) else {
            return nil
        }
        let steps = taking.compactMap { step(context, node, unit, $0, digits) }
        return Waterfall(
            start: .init(
                name: Phrase(context.phrases.maximum),
                points: context.plot(scale.greatest, of: node)),
            steps: steps, end: .init(name: Phrase(context.phrases.score), points: score))
    }

    /// Causes that took little, as one; `nil` beyond the numbers' range.
    private static func others(
        _ lines: [PrintedPoints], _ context: PageContext, _ digits: Int
    ) -> Waterfall.Step? {
        var (sum, exact) = (Fixed.zero, BigFraction(Fixed.zero))
        for line in lines {
            guard let next = try? sum.subtracting(line.points),
                let exactly = try? exact.subtracting(line.line.points)
            else { return nil }
            (sum, exact) = (next, exactly)
        }
        return Waterfall.Step(
            name: context.phrases.othersTogether(number: lines.count),
            change: Plotted(
                sum, exact: exact.description, shown: context.shown(sum, digits: digits)))
    }

    private static func step(
        _ context: PageContext, _ owner: Int, _ unit: Int, _ line: PrintedPoints, _ digits: Int
    ) -> Waterfall.Step? {
        guard let change = try? Fixed.zero.subtracting(line.points) else { return nil }
        var step = Waterfall.Step(
            name: context.cause(line.line, of: owner, at: unit).withoutLinks,
            change: Plotted(
                change, exact: line.line.points.negated.description,
                shown: context.shown(change, digits: digits)))
        if case .node(let child) = line.line.cause {
            step.isOpen = context.assessment.columns[child]?.states[unit] != .score
            step.reason = context.wording.reasonPhrase(of: child, at: unit)
            let anchor = Anchor.node(context.assessment.plan.nodes[child].id)
            step.address = "#" + anchor.id
        }
        return step
    }
}

/// Walks down the printed points of a body.
private struct Walk {
    let context: PageContext
    let unit: Int
    let digits: Int
    var lines: [LostTable.Line] = []
    var gains: [LostTable.Gains] = []
    var points: [Int: Phrase] = [:]
    private var most: (printed: PrintedPoints, cause: Phrase)?

    init(_ context: PageContext, _ unit: Int, _ digits: Int) {
        self.context = context
        self.unit = unit
        self.digits = digits
    }

    /// What took most, with its points.
    var largest: Phrase? {
        most.map { most in
            context.phrases.mostLost(
                cause: most.cause,
                points: context.points(most.printed, digits: digits))
        }
    }

    mutating func add(_ printed: PrintedPoints, owner: Int, depth: Int) {
        var child: Int?
        if case .node(let node) = printed.line.cause { child = node }
        let own = context.points(printed, digits: digits)
        if let child { points[child] = own }
        lines.append(
            LostTable.Line(
                cause: context.cause(printed.line, of: owner, at: unit), depth: depth,
                weight: printed.line.effective.map(context.percentage),
                nominal: printed.line.nominal.flatMap { nominal in
                    nominal == printed.line.effective ? nil : context.percentage(nominal)
                }, score: child.flatMap { context.score(of: $0, at: unit) },
                state: child.flatMap { context.assessment.columns[$0]?.states[unit] }, points: own,
                isLast: printed.lines.isEmpty, node: child))
        // That all was lost by the whole says nothing.
        if printed.lines.isEmpty, child != owner, printed.points > most?.printed.points ?? .zero {
            most = (printed, context.cause(printed.line, of: owner, at: unit))
        }
        addGains(printed.line, owner: owner)
        for line in printed.lines { add(line, owner: child ?? owner, depth: depth + 1) }
    }

    private mutating func addGains(_ line: PointsLost, owner: Int) {
        guard case .value = line.cause, !line.gains.isEmpty || line.hasTooManyChildren else {
            return
        }
        let name = context.wording.nodeName(owner)
        var sentence = context.phrases.gainsDoNotAddUp(
            name: name, rule: context.wording.cause(line, of: owner))
        if line.hasTooManyChildren { sentence += Phrase(" " + context.phrases.tooManyForGains) }
        gains.append(
            LostTable.Gains(sentence: sentence, lines: context.gains(line, digits: digits)))
    }
}

extension PageContext {
    /// What took points; a correction with its rule in words, that tells it from others.
    fileprivate func cause(_ line: PointsLost, of owner: Int, at unit: Int) -> Phrase {
        let word = wording.cause(line, of: owner)
        guard case .correction(let index) = line.cause else { return word }
        let rule = assessment.plan.nodes[owner]
        let step = assessment.computation(of: owner, at: unit).corrections.first {
            $0.index == index
        }
        let words = RuleWording(assessment.plan, language: tag).inWords(
            rule.corrections[index], edge: step.map { phrase($0.after, of: owner) })
        return words.map { phrases.causeWithRule(cause: word, rule: $0) } ?? word
    }
}
