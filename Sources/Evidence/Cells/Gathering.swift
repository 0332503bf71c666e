internal import Arithmetic

extension Array {
    /// The arrays one behind the other.
    static func joining(_ parts: [[Element]]) -> [Element] {
        var all: [Element] = []
        all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for part in parts { all += part }
        return all
    }

    /// The elements of these positions, in this order.
    func taking(_ order: [UInt32]) -> [Element] { order.map { self[Int($0)] } }
}

extension Column {
    /// Columns of one type, one behind the other, or the rows of that in another order.
    init(joining parts: [Column], taking order: [UInt32]?) {
        func together<Value>(_ values: [[Value]]) -> [Value] {
            let all = Array.joining(values)
            return order.map { all.taking($0) } ?? all
        }
        // A part of another type never comes: all are read by one field.
        let values: Values =
            switch parts.first?.values {
            case .numbers, nil: .numbers(together(parts.map(\.numbers)))
            case .codes: .codes(together(parts.map(\.positions)))
            case .periods: .periods(together(parts.map(\.positions)))
            case .dates: .dates(together(parts.map(\.positions)))
            case .texts: .texts(together(parts.map(\.texts)))
            case .flags: .flags(together(parts.map(\.flags)))
            }
        let hasBlanks = parts.contains { !$0.presence.isEmpty }
        let presence = parts.map { part in
            part.presence.isEmpty ? Array(repeating: .known, count: part.count) : part.presence
        }
        self.init(values: values, presence: hasBlanks ? together(presence) : [])
    }

    private var count: Int {
        switch values {
        case .numbers(let numbers): numbers.count
        case .codes(let positions), .periods(let positions), .dates(let positions):
            positions.count
        case .texts(let texts): texts.count
        case .flags(let flags): flags.count
        }
    }

    private var numbers: [Fixed] { if case .numbers(let numbers) = values { numbers } else { [] } }

    private var positions: [Int32] {
        switch values {
        case .codes(let positions), .periods(let positions), .dates(let positions): positions
        case .numbers, .texts, .flags: []
        }
    }

    private var texts: [String] { if case .texts(let texts) = values { texts } else { [] } }

    private var flags: [Bool] { if case .flags(let flags) = values { flags } else { [] } }
}
