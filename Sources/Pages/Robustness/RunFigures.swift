internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Robustness
internal import Scoring

/// Figures of many runs on pages: each is a cell of the data beside the robustness page.
///
/// Its place is `<body> <node> <period> <column>`, as that of a result; what is no column of the
/// CSV but of the JSON is `above_<body>`, in which share of the runs a body lay above another.
struct RunFigures {
    let wording: UncertaintyWording
    private let context: PageContext

    /// The figures of a report; `nil` where it has none.
    init?(_ context: PageContext) {
        guard let results = context.report.robustness.results else { return nil }
        self.context = context
        wording = UncertaintyWording(results, context.wording, context.report.display)
    }

    /// Whether the runs look at a node.
    func isTold(of node: Int) -> Bool { wording.results.nodes[node] != nil }

    /// The ends of the interval of a body's rank; `nil` where it is not ranked among others.
    func ranks(of body: Int, at node: Int) -> (lower: OutcomeFigure, upper: OutcomeFigure)? {
        guard let found = wording.results.nodes[node], !found.isAlone(body),
            let ranks = found[body]?.ranks
        else { return nil }
        let ends = ranks.outward
        return (
            figure(ranks.lower, context.locale.count(ends.lower), body, node, "rank_lower"),
            figure(ranks.upper, context.locale.count(ends.upper), body, node, "rank_upper")
        )
    }

    /// The middle rank, which may lie halfway between two.
    func medianRank(of body: Int, at node: Int) -> OutcomeFigure? {
        wording.results.nodes[node]?[body]?.ranks.map { ranks in
            let shown = context.locale.decimal(ranks.median.short(digits: 2))
            return figure(ranks.median, shown, body, node, "rank_median")
        }
    }

    /// The ends and the middle of the interval of a body's score; `nil` where it has none, and where
    /// scores of the runs lie on different scales.
    func scores(
        of body: Int, at node: Int
    ) -> (lower: OutcomeFigure, median: OutcomeFigure, upper: OutcomeFigure)? {
        guard wording.results.hasOneScale,
            let scores = wording.results.nodes[node]?[body]?.scores
        else { return nil }
        func figure(_ score: Double, _ column: String) -> OutcomeFigure {
            self.figure(score, wording.shown(score), body, node, column)
        }
        return (
            figure(scores.lower, "score_lower"), figure(scores.median, "score_median"),
            figure(scores.upper, "score_upper")
        )
    }

    /// The same for charts.
    func plottedScores(of body: Int, at node: Int) -> (lower: Plotted, upper: Plotted)? {
        guard let ends = scores(of: body, at: node), let lower = Plotted(ends.lower),
            let upper = Plotted(ends.upper)
        else { return nil }
        return (lower, upper)
    }

    /// Which bodies a body cannot be told apart from; `nil` for one that is not ranked.
    func group(of body: Int, at node: Int) -> GroupMark? {
        guard let found = wording.results.nodes[node], let number = found.group(of: body) else {
            return nil
        }
        return GroupMark(number: number, bodies: found.uncertainty.groups[number].count)
    }

    /// The place of a figure of a body.
    func place(of body: Int, at node: Int, _ column: String) -> String {
        context.place(of: node, at: context.unit(body)) + " " + column
    }

    private func figure(
        _ exact: Double, _ shown: String, _ body: Int, _ node: Int, _ column: String
    ) -> OutcomeFigure {
        OutcomeFigure(
            exact: exact.plainDigits, shown: shown, place: place(of: body, at: node, column))
    }
}

extension Plotted {
    /// A figure that is a number within the range of exact ones.
    fileprivate init?(_ figure: OutcomeFigure) {
        // Doubles have more digits after the point than exact numbers hold; for drawing fifteen do.
        guard let double = Double(figure.exact),
            let number = try? Fixed(double.short(digits: 15))
        else { return nil }
        self.init(number, exact: figure.exact, shown: figure.shown)
    }
}

/// A group of bodies that cannot be told apart, as tables mark it.
struct GroupMark: Sendable {
    /// From 0, the best first.
    let number: Int
    /// How many bodies are in it.
    let bodies: Int

    /// As in A, B … Z, AA, AB.
    static func letters(_ number: Int) -> String {
        var (rest, letters) = (number, "")
        repeat {
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }

    /// The class of its cell: bodies of one group stand along one line, single or double by turns.
    var kind: String? {
        bodies == 1 ? nil : number.isMultiple(of: 2) ? "tie" : "tie other"
    }
}

extension HTMLWriter {
    /// A group by its letter; how many are in it for those who hear the page.
    mutating func group(_ group: GroupMark, _ setting: Setting) {
        element("span", ["data-sort": String(group.number)], text: GroupMark.letters(group.number))
        element("span", ["class": "visually-hidden"]) { page in
            page.text(", ")
            page.phrase(setting.context.phrases.groupSize(bodies: group.bodies), setting)
        }
    }

    /// Both ends of an interval of ranks.
    mutating func interval(_ ends: (lower: OutcomeFigure, upper: OutcomeFigure)) {
        outcome(ends.lower)
        text("–")
        outcome(ends.upper)
    }

    /// A sentence whose last figure is a cell of the data beside the robustness page.
    mutating func sentence(_ sentence: Phrase, at place: String, _ setting: Setting) {
        let last = sentence.parts.lastIndex { part in
            if case .figure = part { true } else { false }
        }
        for (position, part) in sentence.parts.enumerated() {
            if position == last, case .figure(let exact, let shown) = part {
                figure(exact, shown, at: place)
            } else {
                phrase(Phrase([part]), setting)
            }
        }
    }
}
