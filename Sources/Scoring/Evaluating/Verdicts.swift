internal import Evidence

/// What a condition comes to for records side by side, one byte for each.
///
/// 0 where it is false and 1 where it is true; where it cannot be told the blank that decides:
/// 2 not applicable, 3 withheld, 4 no data. The graver blank is the larger number. So of
/// several conditions AND is 0 where one is 0, and else the largest; OR is 1 where one is 1, and
/// else the largest.
///
/// - Source: S. C. Kleene, Introduction to Metamathematics (1952), § 64, strong connectives.
struct Verdicts: Sendable {
    /// 0…4 each.
    private(set) var codes: [UInt8]

    init(codes: [UInt8]) { self.codes = codes }

    init(_ code: UInt8, count: Int) { codes = Array(repeating: code, count: count) }

    static func code(_ holds: Bool) -> UInt8 { holds ? 1 : 0 }

    /// The code of a blank; 0 where there is none.
    static func code(_ presence: Presence) -> UInt8 {
        switch presence {
        case .known: 0
        case .notApplicable: 2
        case .withheld: 3
        case .unknown: 4
        }
    }

    /// Which blank a code stands for; known where it can be told.
    static func presence(_ code: UInt8) -> Presence {
        switch code {
        case 2: .notApplicable
        case 3: .withheld
        case 4: .unknown
        default: .known
        }
    }

    /// Where both are true.
    func and(_ other: Verdicts) -> Verdicts {
        Verdicts(
            codes: zip(codes, other.codes).map { $0 == 0 || $1 == 0 ? 0 : Swift.max($0, $1) })
    }

    /// Where either is true.
    func or(_ other: Verdicts) -> Verdicts {
        Verdicts(
            codes: zip(codes, other.codes).map { $0 == 1 || $1 == 1 ? 1 : Swift.max($0, $1) })
    }

    /// Where it is false.
    var negated: Verdicts { Verdicts(codes: codes.map { $0 < 2 ? 1 - $0 : $0 }) }

    /// How many are true.
    var count: Int { codes.reduce(0) { $0 + ($1 == 1 ? 1 : 0) } }
}
