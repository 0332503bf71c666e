package import Diagnostics
internal import Methodology
package import Robustness
internal import Scoring

/// What a report tells of how much its results rest on choices that could have been others.
package struct ReportedRobustness: Sendable {
    /// What is told of intervals.
    package enum Intervals: Sendable {
        /// Nobody wanted any; the report is silent about them.
        case unwanted
        /// The edition names no alternatives, which the report says once.
        case noAlternatives
        /// The study cannot be made; why, at least one reason.
        case refused([Diagnostic])
        /// What many runs came to.
        case made(StudyResults)
    }

    /// Intervals of ranks and scores.
    package var intervals: Intervals

    /// How the scores beneath nodes hang together, one for each node that is told of.
    package var coherence: [Coherence]

    package init(_ intervals: Intervals = .unwanted, coherence: [Coherence] = []) {
        self.intervals = intervals
        self.coherence = coherence
    }

    /// What many runs came to; `nil` where there are none.
    var results: StudyResults? {
        if case .made(let results) = intervals { results } else { nil }
    }

    /// Whether there is enough to be told for a page of its own.
    var hasPage: Bool {
        switch intervals {
        case .unwanted, .noAlternatives: !coherence.isEmpty
        case .refused, .made: true
        }
    }
}
