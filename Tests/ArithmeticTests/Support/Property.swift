@testable internal import Arithmetic
internal import TestSupport
internal import Testing

/// Tries a property on drawn cases and reports the first one that breaks it.
///
/// The report says the seed; `SEED=…` in the environment repeats the run.
///
/// - Parameters:
///   - cases: How many are drawn.
///   - seed: What the draws begin with, unless the environment says otherwise.
///   - sourceLocation: Where a failure is reported.
///   - property: What is wrong with one drawn case; `nil` when it holds.
func forAll(
    _ cases: Int = 100_000, seed: UInt64, sourceLocation: SourceLocation = #_sourceLocation,
    _ property: (inout Draws) throws -> String?
) rethrows {
    var draws = Draws(seed: seed)
    for index in 0..<cases {
        guard let complaint = try property(&draws) else { continue }
        Issue.record(
            "SEED=\(draws.seed), case \(index): \(complaint)", sourceLocation: sourceLocation)
        return
    }
}

/// What is wrong when two values differ that should not.
func difference<T: Equatable>(_ found: T, _ expected: T, _ what: @autoclosure () -> String)
    -> String?
{
    found == expected ? nil : "\(what()) gave \(found), expected \(expected)"
}

/// The raw result of a step on ``Fixed``, or why there is none.
func outcome(_ step: () throws(ArithmeticError) -> Fixed) -> Result<Int128, ArithmeticError> {
    Result { () throws(ArithmeticError) in try step().raw }
}
