public import Arithmetic

/// Finds paths over the measures of a catalogue.
///
/// Tables of what sets of measures come to are computed by the engine once and kept.
public struct PathFinder: Sendable {
    /// What can be chosen.
    public let catalogue: Catalogue

    /// Over a catalogue.
    public init(_ catalogue: Catalogue, threads: Int? = nil) {
        preconditionFailure("contract")
    }

    /// The cheapest way to a goal, or the most for a budget.
    ///
    /// - Parameters:
    ///   - goal: Bodies and nodes of the catalogue's assessment.
    ///   - budget: 0 or more; goals that ask for the most need one, others keep to it.
    /// - Returns: The same for the same input, whatever the order of files and threads.
    public func path(_ goal: Goal, budget: Fixed? = nil) -> PathResult {
        preconditionFailure("contract")
    }

    /// The curve from nothing to everything that helps.
    ///
    /// - Parameters:
    ///   - goal: Its figure is the curve's.
    ///   - points: So many at most.
    public func frontier(_ goal: Goal, points: Int = 60) -> Frontier {
        preconditionFailure("contract")
    }

    /// The measures that gain most for their cost on top of a path, best first; those that gain
    /// nothing are not named.
    public func next(after path: Path, atMost count: Int = 5) -> [NextMeasure] {
        preconditionFailure("contract")
    }

    /// How much each measure of a path may change before the path does, then others that come near.
    public func margins(of path: Path) -> [Margin] {
        preconditionFailure("contract")
    }
}
