package import Arithmetic
package import Improvement

/// What is told of a path, whoever holds it.
package protocol FoundPath {
    /// Where it leads.
    var goal: Goal { get }
    /// Sorted positions of its measures.
    var chosen: [Int] { get }
    /// What they cost.
    var cost: Fixed { get }
    /// How sure it is that nothing better exists.
    var proof: Path.Proof { get }
    /// The goal's figure before; `nil` where there is none.
    var from: Fraction? { get }
    /// The same after.
    var to: Fraction? { get }
}

extension Path: FoundPath {}
