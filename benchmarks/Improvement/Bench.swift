internal import Foundation
internal import Improvement

/// Times the own search for the stage of the whole apparatus: 2,000 measures on 500 bodies.
@main
enum Bench {
    static func main() {

        print("500 bodies, 24 cells each, 2,000 measures; shared ones cost 60 times as much; s")
        print(
            "links shared seed: cost, measures (found), bound, time; greatest weight with half, time"
        )
        for hasLinks in [false, true] {
            for shared in [10, 20, 40] {
                for seed in UInt64(1)...3 { run(shared: shared, hasLinks: hasLinks, seed: seed) }
            }
        }
    }

    static func run(shared: Int, hasLinks: Bool, seed: UInt64) {
        var made = MadeApparatus(
            bodies: 500, measures: 2000, shared: shared, hasLinks: hasLinks, seed: seed)
        let problem = made.problem()
        let name = "\(hasLinks ? "links" : "plain") \(shared) \(seed)"
        let (least, time) = timed { problem.searched(limits: SolvingLimits()) }
        print("\(name): \(text(least)), \(time)", terminator: "")
        guard case .solution(let solution) = least else { return print() }
        let half = Problem(
            measures: problem.measures, exclusions: problem.exclusions, blocks: problem.blocks,
            aim: .greatestWeight, budget: solution.cost / 2)
        let (most, other) = timed { half.searched(limits: SolvingLimits()) }
        print("; \(text(most)), \(other)")
    }

    static func timed(_ work: () -> Solved?) -> (Solved?, String) {
        let start = ContinuousClock.now
        let solved = work()
        let time = ContinuousClock.now - start
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        return (solved, String(format: "%.3f", locale: nil, seconds))
    }

    static func text(_ solved: Solved?) -> String {
        switch solved {
        case .solution(let found):
            let proof = found.isOptimal ? "optimal" : "bound \(found.bound)"
            return
                "cost \(found.cost), \(found.chosen.count) measures, reached \(found.reached), \(proof)"
        case .infeasible: return "impossible"
        case .unknown(let bound): return "nothing found, bound \(bound)"
        case nil: return "does not fit"
        }
    }
}
