/// Random numbers that follow from a seed, a number and a purpose.
///
/// Streams that differ in any of the three have nothing in common, and none shares anything with
/// another thread. After 2³³ numbers a stream begins again.
public struct RandomStream: RandomNumberGenerator, Sendable {
    private let key: (UInt32, UInt32)
    private var counter: (UInt32, UInt32, UInt32, UInt32)
    /// The other half of the last block.
    private var spare: UInt64?

    /// Begins a stream.
    ///
    /// - Parameters:
    ///   - seed: The same for all that is drawn.
    ///   - number: Of a run, or of a set of draws.
    ///   - purpose: What is drawn, as the position of a factor.
    public init(seed: UInt64, number: UInt64, purpose: UInt32) {
        key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32))
        counter = (
            0, purpose, UInt32(truncatingIfNeeded: number),
            UInt32(truncatingIfNeeded: number &>> 32)
        )
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        if let spare {
            self.spare = nil
            return spare
        }
        let block = Philox.block(counter: counter, key: key)
        counter.0 &+= 1
        spare = UInt64(block.3) &<< 32 | UInt64(block.2)
        return UInt64(block.1) &<< 32 | UInt64(block.0)
    }

    /// The next number, even from 0 to below 1: a multiple of 2⁻⁵³.
    public mutating func uniform() -> Double { Double(next() &>> 11) * 0x1p-53 }

    /// The next whole number from 0 to below a bound above 0, each as likely as any other but for
    /// one in 2⁶⁴.
    public mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// The next number of the standard normal distribution, as ``Double/normalQuantile`` of a
    /// number that is neither 0 nor 1, so that it lies within ±8.3.
    public mutating func normal() -> Double {
        ((Double(next() &>> 12) + 0.5) * 0x1p-52).normalQuantile
    }
}
