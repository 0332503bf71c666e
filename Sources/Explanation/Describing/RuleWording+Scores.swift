internal import Arithmetic
internal import Expressions
internal import Locales
internal import Methodology

/// How a value becomes a score.
extension RuleWording {
    func score(_ rule: Node) -> Paragraph {
        Paragraph(.score, titleOfScore(rule), contents(of: rule.score, rule))
    }

    private func contents(of score: Node.ScoreRule, _ rule: Node) -> [Paragraph.Content] {
        switch score {
        case .asIs(let floor, let cap):
            let line = rule.isGraded ? phrases.scoreAsIsGrade : phrases.scoreAsIs
            return [.line(Phrase(line), depth: 0)] + held(floor, cap)
        case .knots(let knots):
            var table = table(of: rule)
            for knot in knots { table.add([figure(knot.value), figure(knot.score)]) }
            return [.line(lines(rule), depth: 0), .table(table)]
        case .points(let rows):
            var table = table(of: rule)
            for row in rows {
                table.add([range(row.from, row.below), self.score(row.points, of: rule)])
            }
            return [.line(Phrase(phrases.scorePoints), depth: 0), .table(table)]
        case .line(let line): return contents(of: line)
        case .achievement(let achievement): return contents(of: achievement, rule)
        case .comparison(let comparison): return contents(of: comparison, rule)
        }
    }

    /// Through which values lines go: those of thresholds have names.
    private func lines(_ rule: Node) -> Phrase {
        rule.criterion?.thresholds.map {
            phrases.scoreThresholds(
                floor: figure($0.floor), pass: figure($0.pass), full: figure($0.full))
        } ?? Phrase(phrases.scoreKnots)
    }

    /// A table of values and what they earn.
    private func table(of rule: Node) -> PhraseTable {
        PhraseTable([
            PhraseTable.Column(phrases.scoreValue, isRight: true),
            PhraseTable.Column(
                rule.isGraded ? phrases.scoreGrade : phrases.scoreScore, isRight: true),
        ])
    }

    /// As in `80 and more, below 95`.
    func range(_ from: Fixed?, _ below: Fixed?) -> Phrase {
        switch (from, below) {
        case (let from?, let below?):
            phrases.scoreRangeBetween(from: figure(from), below: figure(below))
        case (let from?, nil): phrases.scoreRangeFrom(from: figure(from))
        case (nil, let below?): phrases.scoreRangeBelow(below: figure(below))
        case (nil, nil): Phrase(phrases.scoreRangeAny)
        }
    }

    /// Between what the score is held; nothing where there are no limits.
    func held(_ floor: Fixed?, _ cap: Fixed?) -> [Paragraph.Content] {
        switch (floor, cap) {
        case (let floor?, let cap?):
            [.line(phrases.scoreHeldBetween(floor: figure(floor), cap: figure(cap)), depth: 0)]
        case (let floor?, nil): [.line(phrases.scoreHeldAbove(floor: figure(floor)), depth: 0)]
        case (nil, let cap?): [.line(phrases.scoreHeldBelow(cap: figure(cap)), depth: 0)]
        case (nil, nil): []
        }
    }

    // MARK: Lines

    private func contents(of line: Node.Line) -> [Paragraph.Content] {
        let head =
            switch line.form {
            case .goalposts: phrases.scoreGoalposts
            case .targetRange: phrases.scoreTargetRange
            case .distance: phrases.scoreDistance
            }
        return [.line(Phrase(head), depth: 0)]
            + line.edges.enumerated().map { index, named in
                .line(edge(named, index, of: line), depth: 1)
            }
    }

    private func edge(_ named: Node.Line.NamedEdge, _ index: Int, of line: Node.Line) -> Phrase {
        let edge = edge(named.edge)
        let (least, greatest) = (figure(line.scores.least), figure(line.scores.greatest))
        switch line.form {
        case .goalposts:
            return index == 0
                ? phrases.scoreEdgeWorst(edge: edge, score: least)
                : phrases.scoreEdgeBest(edge: edge, score: greatest)
        case .targetRange:
            let isOuter = index == 0 || index == line.edges.count - 1
            return phrases.scoreEdgeFull(edge: edge, score: isOuter ? least : greatest)
        case .distance:
            if index == 0 { return phrases.scoreEdgeFull(edge: edge, score: greatest) }
            return named.name == "below"
                ? phrases.scoreEdgeBelow(edge: edge, score: least)
                : phrases.scoreEdgeAbove(edge: edge, score: least)
        }
    }

    /// A number, or a formula in words.
    func edge(_ edge: Node.Edge) -> Phrase {
        switch edge {
        case .number(let number): figure(number)
        case .formula(let formula): said(formula)
        }
    }
}
