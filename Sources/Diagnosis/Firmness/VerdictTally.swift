internal import Robustness
internal import Synchronization

/// How often each verdict came out, by body and then of the apparatus.
struct VerdictTally: Sendable {
    /// So many verdicts of one body are told apart, above all there are of three stages.
    static let mostCodes = 256

    private let stages: Int
    private var bodies: [Counts]

    /// The verdicts of one body.
    private struct Counts: Sendable {
        /// The edition's own verdict first.
        var codes: [VerdictCode]
        var runs: [Int]
        /// By stage, in how many runs it was attained.
        var attained: [Int]

        mutating func add(_ code: VerdictCode) {
            for stage in attained.indices where code[stage] == .attained { attained[stage] += 1 }
            if let place = codes.firstIndex(of: code) {
                runs[place] += 1
            } else if codes.count < VerdictTally.mostCodes {
                codes.append(code)
                runs.append(1)
            }
        }

        /// The same with what is told of as one counted as one, the edition's own verdict first.
        func merged<Told: Hashable>(_ told: (VerdictCode) -> Told) -> Counts {
            var merged = Counts(codes: [], runs: [], attained: attained)
            var places: [Told: Int] = [:]
            for (code, count) in zip(codes, runs) {
                let said = told(code)
                if let place = places[said] {
                    merged.runs[place] += count
                } else {
                    places[said] = merged.codes.count
                    merged.codes.append(code)
                    merged.runs.append(count)
                }
            }
            return merged
        }
    }

    /// Nothing counted yet of those whose own verdicts these are.
    init(own: [VerdictCode], stages: Int) {
        self.stages = stages
        bodies = own.map {
            Counts(codes: [$0], runs: [0], attained: Array(repeating: 0, count: stages))
        }
    }

    /// Counts the verdicts of some runs, those of one body after those of another.
    mutating func add(_ codes: [VerdictCode]) {
        guard !bodies.isEmpty else { return }
        let runs = codes.count / bodies.count
        for body in bodies.indices {
            for code in codes[body * runs..<(body + 1) * runs] { bodies[body].add(code) }
        }
    }

    /// What came of a body, whose own verdict tells how many cells are assessed; verdicts that say
    /// the same are one.
    func result(_ body: Int, _ own: Verdict) -> Firmness.Result {
        let counts = bodies[body].merged { code in
            Verdict(standings: code.standings(stages), assessed: own.assessed, cells: own.cells)
                .phrases
        }
        let order = counts.codes.indices.filter { counts.runs[$0] > 0 }.sorted { one, other in
            if counts.runs[one] != counts.runs[other] {
                return counts.runs[one] > counts.runs[other]
            }
            // The edition's own code stands first; better standings have lesser digits.
            if one == 0 || other == 0 { return one == 0 }
            return rank(counts.codes[one]).lexicographicallyPrecedes(rank(counts.codes[other]))
        }
        return Firmness.Result(
            same: counts.runs[0],
            shares: order.prefix(Firmness.mostShares).map { place in
                Firmness.Share(
                    verdict: Verdict(
                        standings: counts.codes[place].standings(stages),
                        assessed: own.assessed, cells: own.cells),
                    runs: counts.runs[place])
            }, attained: counts.attained)
    }

    /// The digits of a code, of the first stage first.
    private func rank(_ code: VerdictCode) -> [UInt64] {
        (0..<stages).map { code.bits >> UInt64(3 * $0) & 7 }
    }
}

/// A tally that pieces are added to in order, by one thread after the other.
final class TallyBox: Sendable {
    private let tally: Mutex<VerdictTally>

    init(_ tally: VerdictTally) { self.tally = Mutex(tally) }

    func add(_ codes: [VerdictCode]) { tally.withLock { $0.add(codes) } }

    var value: VerdictTally { tally.withLock { $0 } }
}
