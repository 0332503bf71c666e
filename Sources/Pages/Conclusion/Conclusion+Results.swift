internal import Arithmetic
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// What came out, in a sentence and as a table.
extension Conclusion {
    /// What came out of one of the nodes that the paper is about.
    struct Result {
        let node: Int
        let name: Phrase
        /// A score or grade as it is shown, and as data has it; `nil` where there is none.
        let figure: (exact: String, shown: String)?
        /// Whether the figure is a grade.
        let isGrade: Bool
        let state: State
        let stateWord: String
        /// The greatest score; `nil` for a grade.
        let greatest: Phrase?
        let band: Phrase?
        let rank: Int?
        /// What the score can still become, lower and upper, or why that is not told.
        let bounds: Bounds
        /// Why there is no score, or why it was filled or decided.
        let reason: Phrase?
        let standing: Phrase
        let isOfficial: Bool

        /// What the score can still become.
        enum Bounds {
            case closed
            case between((exact: String, shown: String), (exact: String, shown: String))
            case untold(String)
        }
    }

    var results: [Result] { nodes.map(result) }

    private func result(_ node: Int) -> Result {
        let rule = plan.nodes[node]
        let outcome = assessment.computation(of: node, at: unit).outcome
        let shown = context.report.display.score(of: node, at: unit)
        let figure = outcome.score.flatMap { score in
            shown.map { (rule.text(score), rule.isGraded ? $0 : context.locale.decimal($0)) }
        }
        return Result(
            node: node, name: wording.nodeName(node), figure: figure, isGrade: rule.isGraded,
            state: outcome.state, stateWord: wording.stateWord(outcome.state),
            greatest: rule.isGraded ? nil : context.plain(rule.scale.greatest),
            band: assessment.band(of: node, at: unit).map { band in
                wording.phrase(band.title) ?? Phrase(band.id)
            },
            rank: assessment.rank(of: node, at: unit), bounds: bounds(of: node, outcome),
            reason: wording.reasonPhrase(of: node, at: unit),
            standing: wording.officialPhrase(node, at: unit),
            isOfficial: assessment.official(node, at: unit).isOfficial)
    }

    /// The id of the band that the node's score falls into.
    func band(of node: Int) -> String? { assessment.band(of: node, at: unit)?.id }

    private func bounds(of node: Int, _ outcome: Outcome) -> Result.Bounds {
        guard let bounds = assessment.columns[node]?.bounds(at: unit) else {
            let isRelative = plan.relative.contains(node) && outcome.state != .notApplicable
            return .untold(
                isRelative ? texts.paperBoundsRelative : wording.stateWord(outcome.state))
        }
        if bounds.isClosed, bounds.lower == outcome.score { return .closed }
        let rule = plan.nodes[node]
        func end(_ score: Fixed) -> (exact: String, shown: String) {
            let shown = context.report.display.figure(score, of: node)
            return (rule.text(score), rule.isGraded ? shown : context.locale.decimal(shown))
        }
        return .between(end(bounds.lower), end(bounds.upper))
    }

    // MARK: The finding

    /// The verdict on stages; otherwise one sentence for each of a few nodes, of many how many have
    /// a score.
    var finding: [Phrase] {
        if let verdict = BodyVerdict(
            Setting(context, at: .conclusion(id)), body: body)
        {
            return verdict.findings
        }
        let results = results
        guard results.count > 3 else { return results.map(sentence) }
        return [
            texts.paperSeveral(
                scored: results.count { $0.state == .score }, measures: results.count)
        ]
    }

    private func sentence(_ result: Result) -> Phrase {
        guard let figure = result.figure else {
            let state = texts.paperUnscored(node: result.name, state: Phrase(result.stateWord))
            guard let reason = result.reason else { return state + "." }
            return "\(state). \(texts.paperBecause(reason: reason).asSentence)"
        }
        let score = Phrase.figure(exact: figure.exact, shown: figure.shown)
        var parts: [Phrase] = []
        if let greatest = result.greatest {
            parts.append(texts.paperScored(node: result.name, score: score, greatest: greatest))
        } else {
            parts.append(texts.paperGraded(node: result.name, grade: Phrase(figure.shown)))
        }
        if let band = result.band { parts.append(texts.paperInBand(band: band)) }
        if let rank = result.rank { parts.append(ranked(rank)) }
        let sentence = parts.joined(separator: ", ") + "."
        guard let reason = result.reason else { return sentence }
        return "\(sentence) \(texts.paperBecause(reason: reason).asSentence)"
    }

    private func ranked(_ rank: Int) -> Phrase {
        let place = context.count(rank)
        return switch plan.ranking?.within {
        case .kind: texts.paperAtRankOfKind(rank: place)
        case .group: texts.paperAtRankOfGroup(rank: place)
        case .all, nil: texts.paperAtRank(rank: place)
        }
    }
}

extension PageContext {
    /// A number with the edition's digits, and exactly for programs.
    func figure(_ number: Fixed) -> Phrase {
        .figure(
            exact: number.description, shown: locale.decimal(report.display.figure(number)))
    }

    /// A number in plain digits, as it is.
    func plain(_ number: Fixed) -> Phrase {
        .figure(exact: number.description, shown: locale.decimal(number.description))
    }

    /// A whole number.
    func count(_ number: Int) -> Phrase {
        .figure(exact: String(number), shown: locale.count(number))
    }
}
