/// What was looked up before, by sets of shared measures; forgets everything when it gets large.
struct SearchMemo {
    private static let most = 1 << 16
    /// No set: 60 shared measures at most.
    private static let free = UInt64.max
    private var keys = [UInt64](repeating: Self.free, count: 16)
    private var values = [Int32](repeating: 0, count: 16)
    private var count = 0

    subscript(key: UInt64) -> Int32? {
        get {
            let slot = slot(of: key)
            return keys[slot] == key ? values[slot] : nil
        }
        set {
            guard let newValue else { return }
            if count * 2 >= keys.count { grow() }
            let slot = slot(of: key)
            if keys[slot] == Self.free { count += 1 }
            keys[slot] = key
            values[slot] = newValue
        }
    }

    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        let mixed = (key ^ key >> 31) &* 0x9E37_79B9_7F4A_7C15
        var slot = Int(truncatingIfNeeded: mixed >> 32) & mask
        while keys[slot] != key, keys[slot] != Self.free { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        let size = oldKeys.count * 2 > Self.most ? 16 : oldKeys.count * 2
        keys = Array(repeating: Self.free, count: size)
        values = Array(repeating: 0, count: size)
        count = 0
        guard size > oldKeys.count else { return }
        for (key, value) in zip(oldKeys, oldValues) where key != Self.free { self[key] = value }
    }
}
