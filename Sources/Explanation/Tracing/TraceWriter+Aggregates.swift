internal import Arithmetic
internal import Methodology
internal import Scoring

/// What children come to, which is a table.
extension TraceWriter {
    func aggregate(
        _ made: AggregateComputation, _ rule: Node.Aggregate, _ value: Fixed?
    ) -> [String] {
        let isGrade = rule.kind.isOfGrades
        let sum = value.map { " = \(isGrade ? told($0) : exactly($0))" } ?? ": none"
        var lines = paragraph("Value", ["\(Wording.name(of: rule.kind))\(sum)"])
        lines += table(made, value).lines(indent: 14)
        lines += raised(made, value) + row(made, value)
        if let coverage = made.coverage {
            let asked = rule.coverage.map { ", at least \(Self.percent($0)) must" } ?? ""
            let counted =
                rule.kind.hasWeights
                ? "the weight has a score of its own"
                : rule.kind == .sum
                    ? "the points belong to children with a score of their own"
                    : "the children have a score of their own"
            lines += paragraph("Coverage", ["\(weight(coverage)) of \(counted)\(asked)"])
        }
        return lines
    }

    /// The children; columns that mean nothing for the kind are left out.
    private func table(_ made: AggregateComputation, _ value: Fixed?) -> TextTable {
        var columns: [(heading: String, side: TextTable.Side)] = [
            ("", .left), (made.kind.isOfGrades ? "grade" : "score", .right),
        ]
        switch made.kind {
        case .weightedMean, .harmonic, .geometric, .power:
            columns += [("weight", .right), ("here", .right)]
        case .weightedSum: columns.append(("weight", .right))
        case .sum: columns.append(("of", .right))
        case .median, .least, .greatest, .kthBest, .weakest, .lookup: break
        }
        if made.kind.isSum { columns.append(("adds", .right)) }
        columns.append(("what became of it", .left))
        var table = TextTable(columns)
        let adds = value.flatMap { made.kind.isSum ? self.adds(made, $0) : nil }
        for (index, child) in made.children.enumerated() {
            let own = display.score(of: child.node, at: trace.unit)
            let counted = child.score.map { display.figure($0, of: child.node) }
            var cells = [wording.node(child.node), own ?? counted ?? "–"]
            cells += weights(of: child, made, isMade: value != nil)
            if made.kind.isSum { cells.append(adds?[index] ?? "") }
            table.add(cells + [fate(child, made.kind)])
        }
        return table
    }

    private func weights(
        of child: AggregateComputation.Child, _ made: AggregateComputation, isMade: Bool
    ) -> [String] {
        let nominal = made.share(child.nominal)
        switch made.kind {
        case .weightedMean, .harmonic, .geometric, .power:
            let effective = isMade && child.effective > 0 ? made.effectiveShare(of: child) : nil
            return [nominal.map { weight($0) } ?? "–", effective.map { weight($0) } ?? "–"]
        case .weightedSum: return [nominal?.description ?? "–"]
        case .sum: return [display.figure(assessment.plan.nodes[child.node].scale.greatest)]
        case .median, .least, .greatest, .kthBest, .weakest, .lookup: return []
        }
    }

    /// The row of the table that gives the grade.
    private func row(_ made: AggregateComputation, _ value: Fixed?) -> [String] {
        guard case .lookup(let tables) = made.kind, let value, let grades = node.grades else {
            return []
        }
        let scores = made.children.compactMap { $0.effective > 0 ? $0.score : nil }.sorted()
        let row = scores.map(grades.word).joined(separator: " ")
        guard let table = tables.first(where: { $0.size == scores.count }) else {
            return paragraph("Table", ["\(row) alone is itself"])
        }
        var texts = ["\(table.id): \(row) gives \(grades.word(value))"]
        if !table.basis.isEmpty {
            texts.append(table.basis.map { wording.citation($0) }.joined(separator: "; "))
        }
        return paragraph("Table", texts)
    }

    /// By what a sum was raised for children that were left out.
    private func raised(_ made: AggregateComputation, _ value: Fixed?) -> [String] {
        switch made.kind {
        case .sum, .weightedSum:
            guard value != nil, made.effectiveTotal != made.nominalTotal else { return [] }
            let raised = Fraction(
                numerator: Int128(made.nominalTotal), denominator: Int128(made.effectiveTotal)
            ).reduced
            return paragraph("Raised", ["times \(raised), for what was left out"])
        case .weightedMean, .harmonic, .geometric, .power, .median, .least, .greatest, .kthBest,
            .weakest, .lookup:
            return []
        }
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
        var counted: [Int] = []
        var parts: [BigFraction] = []
        for (index, child) in made.children.enumerated() {
            guard let factor = made.factor(of: child), let score = child.score,
                let part = try? factor.multiplied(by: BigFraction(score))
            else { continue }
            counted.append(index)
            parts.append(part)
        }
        let shown = assessment.plan.display
        let printed = (try? value.rounded(to: shown.digits, shown.mode)).flatMap {
            PrintedPoints.apportion(parts, $0, shown.digits)
        }
        var adds = [String?](repeating: nil, count: made.children.count)
        for (index, part) in zip(counted, printed ?? []) { adds[index] = display.figure(part) }
        return adds
    }

    private func fate(
        _ child: AggregateComputation.Child, _ kind: Node.Aggregate.Kind
    ) -> String {
        let reason = wording.reason(of: child.node, at: trace.unit).map { ": \($0)" } ?? ""
        let state = Wording.word(child.state)
        switch child.treatment {
        case .counted:
            let own = assessment.columns[child.node]?.score(at: trace.unit)
            let raised =
                own == child.score ? nil : child.score.map { "counts as \(text($0, child))" }
            let filled =
                child.hasOwnScore ? nil : wording.reason(of: child.node, at: trace.unit)
            return [filled, raised].compactMap { $0 }.joined(separator: "; ")
        case .leftOut:
            return "\(state)\(reason); "
                + (kind.isWeightedMean
                    ? "its weight goes to the others" : "left out")
        case .countedAs(let score): return "\(state)\(reason); counts as \(text(score, child))"
        case .movedTo(let sibling):
            return "\(state)\(reason); its weight goes to \(wording.node(sibling))"
        case .refused: return "\(state)\(reason); nothing may stand in its place"
        }
    }

    private func text(_ score: Fixed, _ child: AggregateComputation.Child) -> String {
        assessment.plan.nodes[child.node].text(score)
    }

    /// As in `40 %`; a computed weight, which has many digits, as scores are shown.
    func weight(_ share: Fraction) -> String {
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
}
