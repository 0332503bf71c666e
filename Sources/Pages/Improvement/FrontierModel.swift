internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Scoring

/// What other costs would bring, as a chart.
struct FrontierModel {
    let told: ImprovementTelling
    let step: ReportedImprovement.Step
    let frontier: Frontier

    private var words: ImprovementWording { told.words }
    private var texts: Phrases { told.texts }

    var chart: FrontierChart {
        let unit = CostUnit(frontier.points.map(\.cost) + [step.path?.cost].compactMap(\.self))
        let currency = told.context.assessment.evidence.measures.first?.currency ?? ""
        return FrontierChart(
            costName: unit.name(texts, currency), currency: currency, reachedName: reachedName,
            upright: upright, points: frontier.points.map { point($0, unit) }, edge: edge,
            chosen: chosen(unit), namesSteps: hasStages)
    }

    private var hasStages: Bool {
        switch step.goal {
        case .stage, .bestStage, .apparatus, .mostStaff: true
        case .band, .score, .best: false
        }
    }

    private var isShare: Bool {
        switch step.goal {
        case .apparatus, .mostStaff: true
        default: false
        }
    }

    private var reachedName: Phrase {
        switch step.goal {
        case .stage(_, let stage), .bestStage(_, let stage):
            texts.cellsMeanOfStage(stage: words.stage(stage))
        case .apparatus(let stage), .mostStaff(let stage):
            texts.shareInStage(input: words.weightName, stage: words.stage(stage))
        case .band(_, let node, _), .score(_, let node, _), .best(_, let node):
            told.context.wording.nodeName(node).withoutLinks
        }
    }

    private var upright: FrontierChart.Upright {
        switch step.goal {
        case .apparatus, .mostStaff: return .percent
        case .band(_, let node, _), .score(_, let node, _), .best(_, let node):
            return .numbers(told.context.range(of: node))
        case .stage, .bestStage:
            let scale = told.plan.nodes.first { $0.criterion != nil }?.scale
            let ends = [scale?.least ?? .zero, scale?.greatest ?? .hundred].map { end in
                Plotted(end, shown: told.context.locale.decimal(end.description))
            }
            return .numbers(PlotRange(ends[0], ends[1]))
        }
    }

    /// What the figure has to reach; other conditions of a stage are not in it.
    private var edge: (place: Plotted, name: Phrase)? {
        guard let rule = told.plan.stages else { return nil }
        let needed: Fraction
        switch step.goal {
        case .stage, .bestStage: needed = Fraction(rule.attained.mean)
        case .apparatus, .mostStaff:
            guard let least = rule.apparatus?.attained else { return nil }
            needed = least
        case .band, .score, .best: return nil
        }
        let place = plotted(needed)
        return (place, texts.leastNeeded(figure: place.phrase))
    }

    private func point(_ point: Frontier.Point, _ unit: CostUnit) -> FrontierChart.Point {
        FrontierChart.Point(
            cost: cost(point.cost, unit), reached: plotted(point.reached),
            measures: point.chosen.count, step: name(of: point.step), isProven: point.isProven)
    }

    private func chosen(_ unit: CostUnit) -> FrontierChart.Point? {
        guard let path = step.path, let to = path.to else { return nil }
        return FrontierChart.Point(
            cost: cost(path.cost, unit), reached: plotted(to), measures: path.chosen.count)
    }

    /// A band by its position; of stages the last of so many that are attained.
    private func name(of step: Int?) -> Phrase? {
        guard let step else { return nil }
        guard hasStages else { return words.band(step) }
        return step > 0 ? words.stage(step - 1) : nil
    }

    private func cost(_ cost: Fixed, _ unit: CostUnit) -> Plotted {
        Plotted(
            unit.part(cost), exact: cost.description,
            shown: told.context.locale.decimal(cost.description))
    }

    /// What is reached: of shares the percents lie on the axis.
    private func plotted(_ figure: Fraction) -> Plotted {
        let phrase = words.figure(figure, of: step.goal)
        let scaled = isShare ? percent(figure) : figure
        let number = (try? scaled.rounded(to: Fixed.fractionDigits, .halfEven)) ?? .zero
        guard case .figure(let exact, let shown)? = phrase.parts.first else {
            return Plotted(number, shown: phrase.plain)
        }
        return Plotted(number, exact: exact, shown: shown)
    }

    private func percent(_ share: Fraction) -> Fraction {
        (try? share.multiplied(by: Fraction(.hundred))) ?? share
    }
}

/// What costs are counted in along an axis, so that its numbers are short.
struct CostUnit {
    /// How many zeros are left out: 0, 3, 6 or 9.
    let zeros: Int

    /// The unit for some costs.
    init(_ costs: [Fixed]) {
        let most = costs.max() ?? .zero
        zeros = [9, 6, 3].first { Fixed(5 * Self.power($0)) <= most } ?? 0
    }

    /// A cost in the unit.
    func part(_ cost: Fixed) -> Fixed { Fixed(raw: cost.raw / Int128(Self.power(zeros))) }

    /// What stands at the axis, as in `Cost, million KZT`.
    func name(_ texts: Phrases, _ currency: String) -> Phrase {
        let currency = Phrase(currency)
        switch zeros {
        case 9: return texts.costInBillions(currency: currency)
        case 6: return texts.costInMillions(currency: currency)
        case 3: return texts.costInThousands(currency: currency)
        default: return texts.frontierCostIn(currency: currency)
        }
    }

    private static func power(_ zeros: Int) -> Int {
        (0..<zeros).reduce(1) { power, _ in power * 10 }
    }
}
