public import Locales

extension Trace {
    /// The whole trace in words: a paragraph for each step, without the heading.
    ///
    /// - Parameters:
    ///   - wording: The language of every word.
    ///   - display: Figures with the edition's digits.
    public func told(_ wording: Wording, _ display: Display) -> [Paragraph] { [] }

    /// What came out, as in `82.50, band Good, rank 3` or `missing: …`.
    public func result(_ wording: Wording, _ display: Display) -> Phrase { Phrase([]) }

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
