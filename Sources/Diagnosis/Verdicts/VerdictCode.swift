internal import Methodology

/// The standings of all stages as one number, to be counted and compared.
///
/// Three bits for each stage, the first stage lowest. Only stages are in it: how many cells are
/// assessed is not.
package struct VerdictCode: Hashable, Sendable {
    /// A stage has three of these bits.
    package let bits: UInt64

    /// From the number that ``bits`` was.
    package init(bits: UInt64) { self.bits = bits }

    /// From the standings, lowest first; at most ``Stages/most``.
    package init(_ standings: some Sequence<Verdict.Standing>) {
        var bits: UInt64 = 0
        for (stage, standing) in standings.enumerated() {
            bits |= Self.digit(standing) << UInt64(3 * stage)
        }
        self.bits = bits
    }

    /// The standing of a stage by its position.
    package subscript(stage: Int) -> Verdict.Standing {
        switch bits >> UInt64(3 * stage) & 7 {
        case 0: .attained
        case 1: .presence(.transition)
        case 2: .presence(.elements)
        case 3: .presence(.isolated)
        case 4: .presence(.none)
        default: .notAssessed
        }
    }

    /// The standings of so many stages, lowest first.
    package func standings(_ stages: Int) -> [Verdict.Standing] { (0..<stages).map { self[$0] } }

    /// The code with the standing of a stage that has none yet.
    func adding(_ standing: Verdict.Standing, of stage: Int) -> VerdictCode {
        VerdictCode(bits: bits | Self.digit(standing) << UInt64(3 * stage))
    }

    private static func digit(_ standing: Verdict.Standing) -> UInt64 {
        switch standing {
        case .attained: 0
        case .presence(.transition): 1
        case .presence(.elements): 2
        case .presence(.isolated): 3
        case .presence(.none): 4
        case .notAssessed: 5
        }
    }
}
