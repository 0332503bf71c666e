internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology
internal import Scoring

/// Aggregates and points lost, which are tables.
extension TraceWriter {
    func aggregate(
        _ made: AggregateComputation, _ rule: Node.Aggregate, _ value: Fixed?
    ) -> [String] {
        var table = TextTable([
            "": .left, "score": .right, "weight": .right, "here": .right, "adds": .right,
            "what became of it": .left,
        ])
        let adds = value.map { self.adds(made, $0) }
        for (index, child) in made.children.enumerated() {
            table.add(cells(child, made, adds: adds?[index] ?? nil, isMade: value != nil))
        }
        let sum = value.map { " = \(exactly($0))" } ?? ": none"
        var lines =
            paragraph("Value", ["\(Wording.name(of: rule.kind))\(sum)"]) + table.lines(indent: 14)
        if let coverage = made.coverage {
            let asked = rule.coverage.map { ", at least \(Self.percent($0)) must" } ?? ""
            lines += paragraph(
                "Coverage",
                ["\(weight(coverage)) of the weight has a score of its own\(asked)"])
        }
        return lines
    }

    /// As in `Letters: 2/3 equally, 1/3 by letter_count = 30`.
    func weight(_ line: Trace.WeightLine) -> String {
        let parts = line.parts.map { part -> String in
            let size = line.parts.count == 1 ? "" : "\(part.size) "
            guard let formula = part.formula else { return size + "equally" }
            let value = formula.text == formula.rule ? "" : " = \(formula.text)"
            return "\(size)by \(formula.rule)\(value)"
        }
        return "\(wording.node(line.node)): \(parts.joined(separator: ", "))"
    }

    /// What each child adds to the value, rounded so that it adds up to the printed value.
    private func adds(_ made: AggregateComputation, _ value: Fixed) -> [String?] {
        let counted = made.children.indices.filter { made.children[$0].effective > 0 }
        var parts: [Fixed] = []
        for index in counted {
            var sum = WideSum()
            sum.add(made.children[index].score ?? .zero, times: made.children[index].effective)
            // A part of a mean of scores stays within their range.
            parts.append((try? sum.divided(by: Int128(max(made.effectiveTotal, 1)))) ?? .zero)
        }
        let shown = assessment.plan.display
        let printed = (try? value.rounded(to: shown.digits, shown.mode)).flatMap {
            PrintedPoints.apportion(parts.map { BigFraction($0) }, $0, shown.digits)
        }
        var adds = [String?](repeating: nil, count: made.children.count)
        for (index, part) in zip(counted, printed ?? parts) { adds[index] = display.figure(part) }
        return adds
    }

    private func cells(
        _ child: AggregateComputation.Child, _ made: AggregateComputation, adds: String?,
        isMade: Bool
    ) -> [String] {
        let own = display.score(of: child.node, at: trace.unit)
        let counted = child.score.map { display.figure($0) }
        let total = isMade ? made.effectiveTotal : 0
        let weight = Fraction(
            numerator: Int128(child.nominal), denominator: Int128(max(made.nominalTotal, 1)))
        let here =
            total > 0 && child.effective > 0
            ? self.weight(
                Fraction(numerator: Int128(child.effective), denominator: Int128(total)).reduced)
            : "–"
        return [
            wording.node(child.node), own ?? counted ?? "–", self.weight(weight.reduced), here,
            adds ?? "", fate(child),
        ]
    }

    private func fate(_ child: AggregateComputation.Child) -> String {
        let reason = wording.reason(of: child.node, at: trace.unit).map { ": \($0)" } ?? ""
        let state = Wording.word(child.state)
        switch child.treatment {
        case .counted:
            return child.hasOwnScore ? "" : wording.reason(of: child.node, at: trace.unit) ?? ""
        case .leftOut: return "\(state)\(reason); its weight goes to the others"
        case .countedAs(let score): return "\(state)\(reason); counts as \(score)"
        case .movedTo(let sibling):
            return "\(state)\(reason); its weight goes to \(wording.node(sibling))"
        case .refused: return "\(state)\(reason); nothing may stand in its place"
        }
    }

    /// As in `40 %`; a computed weight, which has many digits, as scores are shown.
    private func weight(_ share: Fraction) -> String {
        let hundred = Fraction(numerator: 100, denominator: 1)
        let isComputed = share.denominator > 1_000_000_000_000
        guard isComputed, let percent = try? share.multiplied(by: hundred).stepResult() else {
            return Self.percent(share)
        }
        return "\(display.figure(percent)) %"
    }

    /// As in `40 %`, or `2/3` where that does not end or is too large a fraction.
    static func percent(_ share: Fraction) -> String {
        let hundred = Fraction(numerator: 100, denominator: 1)
        guard let percent = try? share.multiplied(by: hundred).reduced,
            !percent.description.contains("/")
        else { return share.description }
        return "\(percent) %"
    }

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
        return paragraph("Lost", [head]) + table.lines(indent: 14)
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
                printed.line.effective.map { weight($0) } ?? "",
            ])
            var inner = owner
            if case .node(let child) = printed.line.cause { inner = child }
            add(printed.lines, of: inner, depth: depth + 1, digits, to: &table)
        }
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
        case .value: "value"
        case .scoreRule: "score rule"
        case .scale: "maximum of what is beneath"
        case .rounding: "rounding"
        }
    }
}
