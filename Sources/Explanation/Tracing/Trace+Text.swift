internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology
internal import Scoring

extension Trace {
    /// The trace for a reader: a heading, then one paragraph for each step.
    ///
    /// - Parameters:
    ///   - wording: The language of titles and reasons.
    ///   - display: Figures with the edition's digits.
    /// - Returns: Lines without ends.
    public func lines(_ wording: Wording, _ display: Display) -> [String] {
        TraceWriter(trace: self, wording: wording, display: display).lines()
    }

    /// As in `82.50`; the score as it is shown everywhere.
    func shown(_ display: Display) -> String? { display.score(of: node, at: unit) }
}

/// Writes one trace in English.
private struct TraceWriter {
    let trace: Trace
    let wording: Wording
    let display: Display

    private var assessment: Assessment { wording.assessment }
    private var node: Node { assessment.plan.nodes[trace.node] }

    func lines() -> [String] {
        var lines = heading()
        lines += paragraph("Rests on", trace.basis.map { wording.citation($0) })
        if let definition = wording.text(node.texts.definition) {
            lines += paragraph("Means", [definition])
        }
        if let note = wording.text(node.texts.note) { lines += paragraph("Note", [note]) }
        lines += paragraph("Assessors", node.texts.assessors.compactMap(wording.text))
        lines += paragraph("Confidence", node.texts.confidence.compactMap(wording.text))
        lines += paragraph("Source", node.texts.source.compactMap(wording.text))
        for step in trace.steps { lines += self.step(step) }
        lines += paragraph("Parameters", trace.parameters.map(parameter))
        lines += paragraph("Evidence", trace.evidence.map(evidence))
        lines += paragraph("Bounds", bounds())
        lines += lost()
        let standing = wording.official(trace.node, at: trace.unit)
        lines += paragraph("Official", [standing == "official" ? "yes" : standing])
        return lines
    }

    private func heading() -> [String] {
        let body = assessment.body(of: trace.unit)
        let period = assessment.evidence.periods[assessment.period(of: trace.unit)]
        let who = "\(wording.body(body)) (\(assessment.evidence.bodies[body].id)), \(period)"
        return [who, "\(wording.node(trace.node)) (\(node.id)): \(result())"]
    }

    private func result() -> String {
        guard let score = trace.shown(display) else {
            let state = Wording.word(trace.outcome.state)
            let reason = wording.reason(trace.outcome, of: trace.node, at: trace.unit)
            return reason.map { "\(state): \($0)" } ?? state
        }
        var text = trace.outcome.isFilled ? "\(score), filled" : score
        if let band = wording.band(of: trace.node, at: trace.unit) { text += ", band \(band)" }
        if let rank = assessment.rank(of: trace.node, at: trace.unit) { text += ", rank \(rank)" }
        return text
    }

    private func paragraph(_ title: String, _ texts: [String]) -> [String] {
        let width = 12
        return texts.enumerated().map { index, text in
            let head = index == 0 ? title : ""
            return "  " + head + String(repeating: " ", count: max(1, width - head.count)) + text
        }
    }

    private func step(_ step: Trace.Step) -> [String] {
        switch step {
        case .appliesWhen(let condition):
            return paragraph("Applies", ["when \(condition.rule)", condition.text])
        case .value(let substitution, let value): return self.value(substitution, value)
        case .mean(let mean, let value, let least): return self.mean(mean, value, least)
        case .filled(let rule, let score, let reason):
            let why = wording.text(reason).map { ": \($0)" } ?? ""
            return paragraph("Filled", ["no value; the missing rule (\(rule)) sets \(score)\(why)"])
        case .scored(let rule, let value, let score):
            return paragraph("Score", [self.rule(rule, value, score)])
        case .correction(let correction, let step, let when, let amount):
            return self.correction(correction, step, when, amount)
        case .rounded(let from, let to, let rounding):
            return paragraph(
                "Rounded",
                ["\(from) → \(to) (\(rounding.mode.rawValue), \(rounding.digits) digits)"])
        case .shareBounds(let unknown, let all):
            return paragraph("Open", ["\(unknown.text) of \(all.text) are unknown"])
        }
    }

    private func value(_ substitution: Substitution, _ value: Fixed?) -> [String] {
        var texts = [substitution.rule]
        if let value, substitution.text != value.description {
            texts.append("\(substitution.text) = \(exactly(value))")
        } else {
            texts.append(substitution.text)
        }
        for part in substitution.parts {
            guard let tally = part.tally, let table = part.table else { continue }
            texts.append("  \(part.rule) = \(Substitution.text(part.figure))" + rows(tally, table))
        }
        return paragraph("Value", texts)
    }

    /// As in `52.14 (exactly 52.136752136752136752)`.
    private func exactly(_ number: Fixed) -> String {
        let shown = display.figure(number)
        let isSame = (try? Fixed(shown)) == number
        return isSame ? number.description : "\(shown) (exactly \(number))"
    }

    private func rows(_ tally: Tally, _ table: Int) -> String {
        let records = assessment.evidence.tables[table]
        var text = ""
        if let file = records.file, !tally.records.isEmpty {
            let rows = tally.records.map { Int(records.rows[$0]) }.sorted()
            text = ": \(file) \(Self.ranges(rows))"
        }
        return tally.skipped > 0 ? text + "; \(tally.skipped) without a value are skipped" : text
    }

    /// As in `rows 5–9, 12 and 40 more`.
    static func ranges(_ rows: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for row in rows {
            if let last = ranges.last, row <= last.upperBound + 1 {
                ranges[ranges.count - 1] = last.lowerBound...max(row, last.upperBound)
            } else {
                ranges.append(row...row)
            }
        }
        let shown = ranges.prefix(8)
        let texts = shown.map {
            $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
        }
        let left = ranges.dropFirst(8).reduce(0) { $0 + $1.count }
        let more = left > 0 ? " and \(left) more" : ""
        return (rows.count == 1 ? "row " : "rows ") + texts.joined(separator: ", ") + more
    }

    private func rule(_ rule: Node.ScoreRule, _ value: Fixed, _ score: Fixed) -> String {
        switch rule {
        case .asIs(let floor, let cap):
            var limits: [String] = []
            if let floor { limits.append("at least \(floor)") }
            if let cap { limits.append("at most \(cap)") }
            let held = limits.isEmpty ? "" : ", held to \(limits.joined(separator: " and "))"
            return "the value itself\(held): \(exactly(score))"
        case .knots(let knots):
            let line = knots.map { "\($0.value) → \($0.score)" }.joined(separator: ", ")
            return "on the line through \(line): \(exactly(value)) earns \(exactly(score))"
        case .points(let rows):
            let line = rows.map { "\(Self.range($0.from, $0.below)) → \($0.points)" }
            return "by range (\(line.joined(separator: ", "))): \(exactly(value)) earns \(score)"
        }
    }

    private static func range(_ from: Fixed?, _ below: Fixed?) -> String {
        switch (from, below) {
        case (let from?, let below?): "from \(from) below \(below)"
        case (let from?, nil): "from \(from)"
        case (nil, let below?): "below \(below)"
        case (nil, nil): "any"
        }
    }

    private func correction(
        _ correction: Node.Correction, _ step: CorrectionStep, _ when: Substitution?,
        _ amount: Substitution
    ) -> [String] {
        let name = correction.kind.rawValue
        let title = name.prefix(1).uppercased() + name.dropFirst()
        var texts: [String] = []
        if let when { texts.append("when \(when.rule): \(when.text)") }
        if let unknown = step.unknown {
            let fate = correction.isNoneWhenUnknown ? "; left out" : ""
            texts.append("cannot be told: \(wording.origin(unknown)) is not known\(fate)")
        } else if let points = step.amount {
            let limit = correction.atMost.map { ", at most \($0.source.text)" } ?? ""
            texts.append("\(amount.rule)\(limit)" + self.points(points, correction, amount))
            texts.append("\(exactly(step.before)) → \(exactly(step.after))")
        } else {
            texts.append("does not hold; the score stays \(exactly(step.before))")
        }
        if !correction.basis.isEmpty {
            texts.append(correction.basis.map { wording.citation($0) }.joined(separator: "; "))
        }
        return paragraph(String(title), texts)
    }

    /// As in `: 3 × 2 = 6, held to 5`; ` = 60` for a parameter alone, nothing for a number.
    private func points(
        _ points: Fixed, _ correction: Node.Correction, _ amount: Substitution
    ) -> String {
        var text = amount.text == amount.rule ? "" : ": \(amount.text)"
        var whole = points
        if case .number(let number) = assessment.figure(
            of: correction.amount.expression, at: trace.unit)
        {
            whole = number
        }
        if amount.text == whole.description {
            text = amount.text == amount.rule ? "" : " = \(whole)"
        } else {
            text += " = \(whole)"
        }
        return whole == points ? text : "\(text), held to \(points)"
    }

    /// As in `per_late = 2, since 2025-01-01 (order-7, clause 7)`.
    private func parameter(_ line: Trace.ParameterLine) -> String {
        let parameter = assessment.plan.parameters[line.parameter]
        let lastDay = assessment.evidence.periods[assessment.period(of: trace.unit)].lastDay
        let since = parameter.dated(on: lastDay)?.from
        var text = "\(parameter.id) = \(line.value?.description ?? "not known")"
        if let since { text += ", since \(since)" }
        if parameter.isAssumed { text += ", assumed" }
        let basis = parameter.basis(on: lastDay).map { wording.citation($0) }
        return basis.isEmpty ? text : "\(text) (\(basis.joined(separator: "; ")))"
    }

    private func evidence(_ line: Trace.EvidenceLine) -> String {
        var text = line.name
        if let figure = line.figure { text += " = \(Substitution.text(figure))" }
        if let file = line.file, !line.rows.isEmpty {
            text += ": \(file) \(Self.ranges(line.rows))"
        } else if line.figure == nil {
            text += ": no records"
        } else {
            text += ": nothing handed in"
        }
        let sources = line.provenances.map { provenance in
            ([provenance.status.rawValue] + [provenance.source, provenance.proof].compactMap { $0 })
                .joined(separator: ", ")
        }
        return sources.isEmpty ? text : "\(text) (\(sources.joined(separator: "; ")))"
    }

    private func bounds() -> [String] {
        guard let bounds = trace.bounds else { return [] }
        if bounds.isClosed, trace.outcome.state == .score { return ["nothing is open"] }
        return [
            "\(exactly(bounds.lower)) … \(exactly(bounds.upper)) when everything open is settled"
        ]
    }
}

/// Weighted means and points lost, which are tables.
extension TraceWriter {
    fileprivate func mean(_ mean: MeanComputation, _ value: Fixed?, _ least: Fraction?) -> [String]
    {
        var table = TextTable([
            "": .left, "score": .right, "weight": .right, "here": .right, "adds": .right,
            "what became of it": .left,
        ])
        let adds = value.map { self.adds(mean, $0) }
        for (index, child) in mean.children.enumerated() {
            table.add(cells(child, mean, adds: adds?[index] ?? nil, isMade: value != nil))
        }
        let sum = value.map { " = \(exactly($0))" } ?? ": none"
        var lines = paragraph("Value", ["weighted mean\(sum)"]) + table.lines(indent: 14)
        if let coverage = mean.coverage {
            let asked = least.map { ", at least \(Self.percent($0)) must" } ?? ""
            lines += paragraph(
                "Coverage",
                ["\(Self.percent(coverage)) of the weight has a score of its own\(asked)"])
        }
        return lines
    }

    /// What each child adds to the mean, rounded so that it adds up to the printed mean.
    private func adds(_ mean: MeanComputation, _ value: Fixed) -> [String?] {
        let counted = mean.children.indices.filter { mean.children[$0].effective > 0 }
        var parts: [Fixed] = []
        for index in counted {
            var sum = WideSum()
            sum.add(mean.children[index].score ?? .zero, times: mean.children[index].effective)
            // A part of a mean of scores stays within their range.
            parts.append((try? sum.divided(by: Int128(max(mean.effectiveTotal, 1)))) ?? .zero)
        }
        let shown = assessment.plan.display
        let printed = (try? value.rounded(to: shown.digits, shown.mode)).flatMap {
            PrintedPoints.apportion(parts.map { BigFraction($0) }, $0, shown.digits)
        }
        var adds = [String?](repeating: nil, count: mean.children.count)
        for (index, part) in zip(counted, printed ?? parts) { adds[index] = display.figure(part) }
        return adds
    }

    private func cells(
        _ child: MeanComputation.Child, _ mean: MeanComputation, adds: String?, isMade: Bool
    ) -> [String] {
        let own = display.score(of: child.node, at: trace.unit)
        let counted = child.score.map { display.figure($0) }
        let total = isMade ? mean.effectiveTotal : 0
        let weight = Fraction(
            numerator: Int128(child.nominal), denominator: Int128(max(mean.nominalTotal, 1)))
        let here =
            total > 0 && child.effective > 0
            ? Self.percent(
                Fraction(numerator: Int128(child.effective), denominator: Int128(total)).reduced)
            : "–"
        return [
            wording.node(child.node), own ?? counted ?? "–", Self.percent(weight.reduced), here,
            adds ?? "", fate(child),
        ]
    }

    private func fate(_ child: MeanComputation.Child) -> String {
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

    /// As in `40 %`, or `2/3` where that does not end.
    static func percent(_ share: Fraction) -> String {
        let hundred = Fraction(numerator: 100, denominator: 1)
        guard let percent = try? share.multiplied(by: hundred).reduced,
            !percent.description.contains("/")
        else { return share.description }
        return "\(percent) %"
    }

    fileprivate func lost() -> [String] {
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
        for printed in lines {
            let indent = String(repeating: "  ", count: depth)
            table.add([
                indent + cause(printed.line, of: owner),
                Display.text(printed.points, digits: digits),
                printed.line.effective.map { Self.percent($0) } ?? "",
            ])
            var inner = owner
            if case .node(let child) = printed.line.cause { inner = child }
            add(printed.lines, of: inner, depth: depth + 1, digits, to: &table)
        }
    }

    private func cause(_ line: PointsLost, of owner: Int) -> String {
        switch line.cause {
        case .node(let node): wording.node(node)
        case .correction(let index): assessment.plan.nodes[owner].corrections[index].kind.rawValue
        case .scoreRule: "score rule"
        case .scale: "maximum of what is beneath"
        case .rounding: "rounding"
        }
    }
}
