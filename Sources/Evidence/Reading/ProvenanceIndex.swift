internal import Domain

/// The distinct provenances met so far, by number.
struct ProvenanceIndex: Sendable {
    private(set) var entries: [Provenance]
    private var numbers: [Provenance: UInt32]

    /// Begins with the one that holds where nothing else is said.
    init(_ standard: Provenance) {
        entries = [standard]
        numbers = [standard: 0]
    }

    /// The number of a provenance, a new one when it has not been met.
    mutating func number(of provenance: Provenance) -> UInt32 {
        if let number = numbers[provenance] { return number }
        let number = UInt32(entries.count)
        entries.append(provenance)
        numbers[provenance] = number
        return number
    }

    /// Takes in another index; its numbers become those of the result.
    mutating func join(_ other: ProvenanceIndex) -> [UInt32] {
        other.entries.map { number(of: $0) }
    }
}
