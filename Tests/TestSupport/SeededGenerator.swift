import Foundation

/// A small random generator that gives the same numbers for the same seed on every machine.
///
/// Property tests make one from ``fresh(_:)``, say its seed in every failure, and are repeated
/// with `SEED=…` in the environment.
///
/// - Source: G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators (2014),
///   the variant known as SplitMix64.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    /// What it began with.
    public let seed: UInt64
    private var state: UInt64

    /// Begins with the seed.
    public init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    /// Begins with `SEED` from the environment, otherwise with the seed given.
    public static func fresh(_ seed: UInt64) -> SeededGenerator {
        let asked = ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) }
        return SeededGenerator(seed: asked ?? seed)
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed &>> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed &>> 31)
    }
}
