public import Locales

extension Trace {
    /// The whole trace in words: a paragraph for each step, without a heading.
    ///
    /// - Parameters:
    ///   - wording: The language of every word.
    ///   - display: Figures with the edition's digits.
    ///   - hasLost: Whether it tells where the points went.
    /// - Returns: In the order of the path; none is empty.
    public func told(
        _ wording: Wording, _ display: Display, hasLost: Bool = true
    ) -> [Paragraph] {
        TraceWriter(self, wording, display).paragraphs(hasLost: hasLost)
    }

    /// What came out, as in `82.50, band Good, rank 3` or `missing: headcount is not known`.
    public func result(_ wording: Wording, _ display: Display) -> Phrase {
        TraceWriter(self, wording, display).result()
    }

    /// The trace for a terminal: two lines of heading, then one paragraph for each step.
    ///
    /// - Parameters:
    ///   - wording: The language of every word.
    ///   - display: Figures with the edition's digits.
    /// - Returns: Lines without ends.
    public func lines(_ wording: Wording, _ display: Display) -> [String] {
        let writer = TraceWriter(self, wording, display)
        let paragraphs = writer.paragraphs()
        return writer.heading().map { $0.written(wording.locale) }
            + TextLayout(paragraphs, wording.locale).lines(paragraphs)
    }
}
