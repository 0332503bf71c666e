internal import Arithmetic
internal import Domain
internal import Methodology
internal import Scoring

/// Points lost, which are a table.
extension TraceWriter {
    func lost() -> [String] {
        let digits = assessment.plan.display.digits
        guard let lost = trace.lost, let printed = PrintedPoints(lost, digits: digits) else {
            return []
        }
        let head =
            "\(Display.text(printed.points, digits: digits)) of "
            + "\(node.scale.greatest) points"
        guard !printed.lines.isEmpty else { return paragraph("Lost", [head]) }
        var table = TextTable(["": .left, "points": .right, "weight": .right])
        add(printed.lines, of: trace.node, depth: 0, digits, to: &table)
        let lines = paragraph("Lost", [head]) + table.lines(indent: 14)
        var notes: [String] = []
        if Self.holds(printed, { !$0.gains.isEmpty }) {
            notes.append("What the maximum of one child alone would bring does not add up")
        }
        if Self.holds(printed, { $0.hasTooManyChildren }) {
            notes.append(
                "Of more than \(PointsLost.mostGains) children it is not told what each alone "
                    + "would bring")
        }
        return lines + paragraph("", notes)
    }

    /// Whether it is so of a line or of one beneath it.
    private static func holds(
        _ printed: PrintedPoints, _ condition: (PointsLost) -> Bool
    ) -> Bool {
        condition(printed.line) || printed.lines.contains { holds($0, condition) }
    }

    private func add(
        _ lines: [PrintedPoints], of owner: Int, depth: Int, _ digits: Int,
        to table: inout TextTable
    ) {
        for printed in lines where !isRest(printed) {
            let indent = String(repeating: "  ", count: depth)
            table.add([
                indent + cause(printed.line, of: owner),
                Display.text(printed.points, digits: digits),
                printed.line.effective.map { weight($0, beneath: owner) } ?? "",
            ])
            for gain in printed.line.gains where gain.points.sign != 0 {
                let points = (try? gain.points.rounded(to: digits, .halfUp)) ?? .zero
                table.add([
                    "\(indent)  \(wording.node(gain.node)) alone at its maximum",
                    Display.text(points, digits: digits), "",
                ])
            }
            var inner = owner
            if case .node(let child) = printed.line.cause { inner = child }
            add(printed.lines, of: inner, depth: depth + 1, digits, to: &table)
        }
    }

    private func weight(_ weight: Fraction, beneath owner: Int) -> String {
        if case .aggregate(let aggregate) = assessment.plan.nodes[owner].content,
            case .weightedSum = aggregate.kind
        {
            return weight.description
        }
        return self.weight(weight)
    }

    /// Whether a line holds only what the eighteenth digit of a step left: nobody declared it.
    private func isRest(_ printed: PrintedPoints) -> Bool {
        guard printed.line.cause == .rounding, printed.points == .zero else { return false }
        let points = printed.line.points
        let size = points.sign < 0 ? points.negated : points
        return size.isLess(than: BigFraction(numerator: 1, denominator: 1_000_000_000_000))
    }

    private func cause(_ line: PointsLost, of owner: Int) -> String {
        switch line.cause {
        case .node(let node): wording.node(node)
        case .correction(let index): assessment.plan.nodes[owner].corrections[index].kind.rawValue
        case .value: value(of: assessment.plan.nodes[owner])
        case .scoreRule: "score rule"
        case .scale: "maximum of what is beneath"
        case .rounding: "rounding"
        }
    }

    /// What a value that is no sum is called.
    private func value(of node: Node) -> String {
        switch node.content {
        case .aggregate(let aggregate): Wording.name(of: aggregate.kind)
        case .formula where !node.children.isEmpty: "formula"
        case .formula, .ladder, .checklist, .heading: "value"
        }
    }
}
