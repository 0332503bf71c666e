/// What was looked up before, by sets of shared measures; forgets everything when it gets large.
struct SearchMemo {
    private struct Slot {
        var key: UInt64
        var value: Int32
    }

    private static let most = 1 << 10
    /// No set: 60 shared measures at most.
    private static let free = UInt64.max
    private var slots = [Slot](repeating: Slot(key: Self.free, value: 0), count: 16)
    private var count = 0

    subscript(key: UInt64) -> Int32? {
        get {
            let slot = slots[place(of: key)]
            return slot.key == key ? slot.value : nil
        }
        set {
            guard let newValue else { return }
            if count * 2 >= slots.count { grow() }
            let place = place(of: key)
            if slots[place].key == Self.free { count += 1 }
            slots[place] = Slot(key: key, value: newValue)
        }
    }

    private func place(of key: UInt64) -> Int {
        let mask = slots.count - 1
        let mixed = (key ^ key >> 31) &* 0x9E37_79B9_7F4A_7C15
        var place = Int(truncatingIfNeeded: mixed >> 32) & mask
        while slots[place].key != key, slots[place].key != Self.free {
            place = (place + 1) & mask
        }
        return place
    }

    private mutating func grow() {
        let old = slots
        let size = old.count * 2 > Self.most ? 16 : old.count * 2
        slots = Array(repeating: Slot(key: Self.free, value: 0), count: size)
        count = 0
        guard size > old.count else { return }
        for slot in old where slot.key != Self.free { self[slot.key] = slot.value }
    }
}
