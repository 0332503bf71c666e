internal import Arithmetic
internal import Domain
internal import Locales
internal import Methodology
internal import Scoring

/// Points lost, which are a table.
extension TraceWriter {
    /// `nil` without a score.
    func lost() -> Paragraph? {
        let digits = assessment.plan.display.digits
        guard let lost = trace.lost, let printed = PrintedPoints(lost, digits: digits) else {
            return nil
        }
        let head = phrases.lostOf(
            points: points(printed, digits), greatest: wording.figure(node.scale.greatest))
        var contents: [Paragraph.Content] = [.line(head, depth: 0)]
        if !printed.lines.isEmpty {
            var table = PhraseTable([
                PhraseTable.Column(""), PhraseTable.Column(phrases.columnPoints, isRight: true),
                PhraseTable.Column(phrases.columnWeight, isRight: true),
            ])
            add(printed.lines, of: trace.node, depth: 0, digits, to: &table)
            contents.append(.table(table))
            contents += notes(printed).map { .line($0, depth: 0) }
        }
        return Paragraph(.lost, phrases.headingLost, contents)
    }

    private func notes(_ printed: PrintedPoints) -> [Phrase] {
        var notes: [Phrase] = []
        if Self.holds(printed, { !$0.gains.isEmpty }) {
            notes.append(Phrase(phrases.gainsDoNotAddUp))
        }
        if Self.holds(printed, { $0.hasTooManyChildren }) {
            notes.append(phrases.gainsOfTooMany(children: PointsLost.mostGains))
        }
        return notes
    }

    /// Whether it is so of a line or of one beneath it.
    private static func holds(
        _ printed: PrintedPoints, _ condition: (PointsLost) -> Bool
    ) -> Bool {
        condition(printed.line) || printed.lines.contains { holds($0, condition) }
    }

    private func add(
        _ lines: [PrintedPoints], of owner: Int, depth: Int, _ digits: Int,
        to table: inout PhraseTable
    ) {
        for printed in lines where !isRest(printed) {
            table.add(
                [
                    wording.cause(printed.line, of: owner), points(printed, digits),
                    printed.line.effective.map { weight($0, beneath: owner) } ?? Phrase([]),
                ], depth: depth)
            for gain in printed.line.gains where gain.points.sign != 0 {
                let rounded = (try? gain.points.rounded(to: digits, .halfUp)) ?? .zero
                table.add(
                    [
                        phrases.aloneAtMaximum(node: wording.nodeName(gain.node)),
                        points(gain.points, rounded, digits), Phrase([]),
                    ], depth: depth + 1)
            }
            var inner = owner
            if case .node(let child) = printed.line.cause { inner = child }
            add(printed.lines, of: inner, depth: depth + 1, digits, to: &table)
        }
    }

    private func points(_ printed: PrintedPoints, _ digits: Int) -> Phrase {
        points(printed.line.points, printed.points, digits)
    }

    private func points(_ exact: BigFraction, _ printed: Fixed, _ digits: Int) -> Phrase {
        .figure(
            exact: exact.description,
            shown: wording.locale.decimal(Display.text(printed, digits: digits)))
    }

    private func weight(_ weight: Fraction, beneath owner: Int) -> Phrase {
        if case .aggregate(let aggregate) = assessment.plan.nodes[owner].content,
            case .weightedSum = aggregate.kind
        {
            return wording.figure(weight)
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
}
