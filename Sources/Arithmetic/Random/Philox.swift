/// The counter-based generator Philox 4×32 with ten rounds.
///
/// A function and not a state: the same counter and key give the same bits, on any thread and in
/// any order.
///
/// - Source: J. Salmon, M. Moraes, R. Dror, D. Shaw, Parallel random numbers: as easy as 1, 2, 3
///   (2011), section 3.3.
enum Philox {
    /// The 128 random bits that belong to a counter and a key.
    static func block(
        counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)
    ) -> (UInt32, UInt32, UInt32, UInt32) {
        var (block, key) = (counter, key)
        for _ in 0..<9 {
            block = round(block, key)
            key = (key.0 &+ 0x9E37_79B9, key.1 &+ 0xBB67_AE85)
        }
        return round(block, key)
    }

    @inline(__always)
    private static func round(
        _ block: (UInt32, UInt32, UInt32, UInt32), _ key: (UInt32, UInt32)
    ) -> (UInt32, UInt32, UInt32, UInt32) {
        let first = block.0.multipliedFullWidth(by: 0xD251_1F53)
        let second = block.2.multipliedFullWidth(by: 0xCD9E_8D57)
        return (
            second.high ^ block.1 ^ key.0, second.low, first.high ^ block.3 ^ key.1, first.low
        )
    }
}
