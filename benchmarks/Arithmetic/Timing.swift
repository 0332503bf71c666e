internal import Foundation

/// Measures work in processor time, which other work on the machine hardly changes.
enum Timing {
    /// The median, least and largest nanoseconds per operation of several runs.
    struct Spread {
        let median: Double
        let least: Double
        let largest: Double
    }

    /// Runs both sides by turns, so that a busy moment of the machine meets both.
    ///
    /// The first turn only warms up and does not count.
    static func compare(
        runs: Int, operations: Int, _ first: () throws -> Void, _ second: () throws -> Void
    ) rethrows -> (first: Spread, second: Spread) {
        var (left, right): ([Double], [Double]) = ([], [])
        for run in 0...runs {
            let (one, other) = (try nanoseconds(first), try nanoseconds(second))
            guard run > 0 else { continue }
            left.append(one / Double(operations))
            right.append(other / Double(operations))
        }
        return (spread(left), spread(right))
    }

    private static func nanoseconds(_ work: () throws -> Void) rethrows -> Double {
        let start = processorTime()
        try work()
        return processorTime() - start
    }

    private static func processorTime() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }

    private static func spread(_ times: [Double]) -> Spread {
        let sorted = times.sorted()
        return Spread(
            median: sorted[sorted.count / 2], least: sorted[0], largest: sorted[sorted.count - 1])
    }
}
