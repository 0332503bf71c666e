internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The band of a score: its name, and its end of the scale for a shape of its own.
struct BandMark: Sendable {
    let title: Phrase
    /// `band`, with `top` for the best band and `bottom` for the worst.
    let kind: String
    /// Where it stands among the bands, from the lowest.
    let position: Int
}

/// How a score moved since an earlier period.
struct Move: Sendable {
    /// Plain digits, of grades the number of steps.
    let exact: String
    /// With its sign; of grades both of them.
    let shown: String
    /// `change`, with `up`, `down` or `same` where more is better and the rules made both.
    let kind: String
    /// Whether a decision set one of both scores.
    let isDecided: Bool
}

extension PageContext {
    /// The band of the node's score; `nil` where it has none.
    func band(of node: Int, at unit: Int) -> BandMark? {
        guard let band = assessment.band(of: node, at: unit) else { return nil }
        let list = assessment.plan.bands?.list ?? []
        let isLowestBest = assessment.plan.ranking?.best == .lowest
        let (worst, best) = isLowestBest ? (list.last, list.first) : (list.first, list.last)
        let end = list.count < 2 ? "" : band == best ? " top" : band == worst ? " bottom" : ""
        return BandMark(
            title: bandTitle(band), kind: "band" + end,
            position: list.firstIndex(of: band) ?? 0)
    }

    /// What a band is called.
    func bandTitle(_ band: Plan.Bands.Band) -> Phrase {
        wording.phrase(band.title) ?? Phrase(band.id)
    }

    /// How the score moved since the period before; `nil` where one of both has none.
    func move(of node: Int, at unit: Int) -> Move? {
        guard let period = report.previous, let column = assessment.columns[node] else {
            return nil
        }
        let before = assessment.unit(body: assessment.body(of: unit), period: period)
        guard let was = column.score(at: before), let now = column.score(at: unit),
            // Scores lie far within the numbers' range.
            let move = try? now.subtracting(was)
        else { return nil }
        let isMoreBetter = assessment.direction(of: node) == .more
        let isDecided = [before, unit].contains { assessment.decided(node, at: $0) != nil }
        let way = move.raw > 0 ? " up" : move.raw < 0 ? " down" : " same"
        let kind = "change" + (isMoreBetter && !isDecided || move == .zero ? way : "")
        let rule = assessment.plan.nodes[node]
        guard !rule.isGraded else {
            return Move(
                exact: move.description, shown: "\(rule.text(was)) → \(rule.text(now))", kind: kind,
                isDecided: isDecided)
        }
        return Move(
            exact: move.description, shown: shown(now, was, move), kind: kind,
            isDecided: isDecided)
    }

    /// The printed score less the printed earlier one, with as many digits as show that it moved.
    private func shown(_ now: Fixed, _ was: Fixed, _ move: Fixed) -> String {
        let display = assessment.plan.display
        for digits in display.digits...Fixed.fractionDigits {
            guard let new = try? now.rounded(to: digits, display.mode),
                let old = try? was.rounded(to: digits, display.mode),
                let printed = try? new.subtracting(old)
            else { break }
            if printed == .zero, move != .zero { continue }
            return signed(Display.text(printed, digits: digits), printed)
        }
        return signed(move.description, move)
    }

    private func signed(_ text: String, _ number: Fixed) -> String {
        (number.raw > 0 ? "+" : "") + locale.decimal(text)
    }
}

extension HTMLWriter {
    /// A band in its frame.
    mutating func band(_ band: BandMark, _ setting: Setting) {
        element("span", ["class": band.kind, "data-sort": String(band.position)]) {
            $0.phrase(band.title, setting)
        }
    }

    /// How a score moved.
    mutating func move(_ move: Move) {
        element("span", ["class": move.kind]) { $0.figure(move.exact, move.shown) }
    }

    /// A state by its word, in a frame.
    mutating func state(_ state: State, _ wording: Wording) {
        element("span", ["class": "state \(state.rawValue)"], text: wording.stateWord(state))
    }
}
