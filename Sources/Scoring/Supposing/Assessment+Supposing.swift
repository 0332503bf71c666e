public import Diagnostics


extension Assessment {
    /// The whole assessment with other values, so that everyone whom they move is moved: other
    /// bodies too, where scores compare them.
    ///
    /// - Parameters:
    ///   - values: Each subject of a unit once; subjects without a value now are left as they are.
    ///   - threads: At most so many; `nil` uses all cores. The result does not depend on it.
    /// - Returns: `nil` when a number cannot be, with everything that was found in the log.
    public func supposing(
        _ values: [SupposedValue], threads: Int? = nil
    ) -> (assessment: Assessment?, log: DiagnosticLog) {
        preconditionFailure("contract")
    }

    /// What nodes come to with other values, everything that is known about other bodies staying
    /// as it is.
    ///
    /// Many bodies can be looked at at once, since none sees the others' values; only what rests on
    /// the values is computed again, and only for their units.
    ///
    /// - Parameters:
    ///   - nodes: Those that are asked for.
    ///   - values: Each subject of a unit once.
    ///   - threads: At most so many; `nil` uses all cores. The result does not depend on it.
    package func outcomes(
        of nodes: [Int], supposing values: [SupposedValue], threads: Int? = nil
    ) -> SupposedOutcomes {
        preconditionFailure("contract")
    }
}

/// What some nodes come to with supposed values.
package struct SupposedOutcomes: Sendable {
    /// Whether what other bodies come to was held as it is although the node depends on it, so that
    /// only ``Assessment/supposing(_:threads:)`` tells for sure.
    package func isHeld(_ node: Int) -> Bool { preconditionFailure("contract") }

    /// The outcome of a node that was asked for; `nil` where a number cannot be.
    package func outcome(of node: Int, at unit: Int) -> Outcome? {
        preconditionFailure("contract")
    }
}
