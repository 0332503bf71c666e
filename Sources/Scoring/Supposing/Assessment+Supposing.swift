package import Arithmetic
public import Diagnostics
public import Evidence
internal import Methodology

extension Assessment {
    /// Whether values are supposed in the place of what is known, so that nothing is official.
    public var isSupposed: Bool { !ground.supposed.isEmpty }

    /// What an input held before another value was supposed in its place, as a column of one row;
    /// `nil` where none is.
    public func known(_ input: Int, beforeSupposingAt unit: Int) -> Column? {
        ground.supposed.inputs[input]?[unit]
    }

    /// The value that a leaf's own rule yields, of which its score is made; `nil` where there is
    /// none, something takes its place, or the score was decided.
    package func scoredValue(of leaf: Int, at unit: Int) -> Fixed? {
        guard let column = columns[leaf], !column.isFilled(at: unit) else { return nil }
        return column.value(at: unit)
    }

    /// The nodes whose own rules read an input, in the order of the plan.
    package func readers(ofInput input: Int) -> [Int] {
        dependencies.indices.filter { dependencies[$0].ownInputs.contains(input) }
    }

    /// The whole assessment with other values, so that everyone whom they move is moved: other
    /// bodies too, where scores compare them.
    ///
    /// - Parameters:
    ///   - values: Each subject of a unit once, with a level of its type; subjects without a value
    ///     now are left as they are, and so are outcomes that were decided.
    ///   - threads: At most so many; `nil` uses all cores. The result does not depend on it.
    /// - Returns: `nil` when a number cannot be, with everything that was found in the log.
    public func supposing(
        _ values: [SupposedValue], threads: Int? = nil
    ) -> (assessment: Assessment?, log: DiagnosticLog) {
        let (supposed, evidence) = ground.supposed.adding(values, to: evidence)
        var options = options
        options.threads = threads
        return Self.make(plan, evidence, options: options, given: given, supposed: supposed)
    }

    /// What nodes come to with other values, everything that is known about other bodies staying
    /// as it is.
    ///
    /// Many bodies can be looked at at once, since none sees the others' values; only what rests on
    /// the values is computed again, and only for their units. A rule that looks back sees what is
    /// known.
    ///
    /// - Parameters:
    ///   - nodes: Those that are asked for.
    ///   - values: Each subject of a unit once.
    ///   - threads: At most so many; `nil` uses all cores. The result does not depend on it.
    /// - Returns: What they come to, for the units of the values and all others.
    package func outcomes(
        of nodes: [Int], supposing values: [SupposedValue], threads: Int? = nil
    ) -> SupposedOutcomes {
        SupposedOutcomes(
            assessment: self, supposition: Supposition(self, values, asked: nodes, threads: threads)
        )
    }
}

/// What some nodes come to with supposed values.
package struct SupposedOutcomes: Sendable {
    fileprivate let assessment: Assessment
    fileprivate let supposition: Supposition

    /// Whether what other bodies come to was held as it is although the node depends on it, so that
    /// only ``Assessment/supposing(_:threads:)`` tells for sure.
    package func isHeld(_ node: Int) -> Bool { supposition.isHeld(node) }

    /// The outcome of a node that was asked for; `nil` where a number cannot be.
    package func outcome(of node: Int, at unit: Int) -> Outcome? {
        if supposition.obstacle(of: node, at: unit) != nil { return nil }
        return supposition.outcome(of: node, at: unit)
            ?? assessment.computation(of: node, at: unit).outcome
    }

    /// The score of a node that was asked for; `nil` where there is none, or it cannot be.
    package func score(of node: Int, at unit: Int) -> Fixed? {
        supposition.score(of: node, at: unit)
    }

    /// The value of a leaf that was asked for, which its own rule yields; `nil` where there is none,
    /// something takes its place, or it cannot be.
    package func ownValue(of leaf: Int, at unit: Int) -> Fixed? {
        supposition.ownValue(of: leaf, at: unit)
    }
}
