public import Diagnostics
public import Methodology
public import Scoring

/// A scoring that is done again many times, each time with other choices.
///
/// Compiled once from an assessment; a run costs a few operations for each body and node.
public struct Study: Sendable {
    /// What is drawn in each run, in the order of the edition.
    public let factors: [Factor]
    let model: Model
    /// Whether an analyst assumed the alternatives, and the edition does not say them.
    let isAnalysts: Bool

    /// Compiles what the runs need.
    ///
    /// - Parameters:
    ///   - assessment: The official results.
    ///   - alternatives: What could have been said instead.
    ///   - period: The position of one of its scored periods.
    /// - Throws: What is wrong: a factor that cannot act on this evidence, a rule that cannot be
    ///   computed under alternatives, or a run without changes that differs from the official
    ///   ranks.
    public init(
        _ assessment: Assessment, _ alternatives: Alternatives, period: Int
    ) throws(Diagnostics) {
        let model = try Model(assessment, alternatives, period: period)
        guard !model.factors.isEmpty else {
            throw Diagnostics([Model.nothingDrawn(alternatives)])
        }
        let idle = model.idleness(alternatives)
        guard idle.isEmpty else { throw Diagnostics(idle) }
        self.model = model
        factors = model.factors
        isAnalysts = alternatives.isAnalysts
    }

    /// What is wrong with a study; at least one.
    public struct Diagnostics: Error {
        /// In the order in which they were found.
        public let all: [Diagnostic]
        /// What of it goes away without a factor.
        let idle: [Idle]

        package init(_ all: [Diagnostic]) { self.init(all, idle: []) }

        init(_ idle: [Idle]) { self.init(idle.map(\.problem), idle: idle) }

        init(_ all: [Diagnostic], idle: [Idle]) { (self.all, self.idle) = (all, idle) }
    }
}
