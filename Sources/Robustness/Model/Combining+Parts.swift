internal import Glibc

extension Combining {
    /// What some scores come to, one body's.
    ///
    /// - Parameters:
    ///   - count: How many children there are; the first so many of the memory are looked at.
    ///   - work: Scores, the weights they count with, and their nominal ones; a child counts where
    ///     its effective weight is above 0.
    /// - Returns: NaN where they come to nothing.
    func result(_ count: Int, _ work: inout Work) -> Double {
        if let special = atZero(count, work) { return special }
        switch self {
        case .mean: return weighted(count, work) { $0 }
        case .weightedSum(let denominator):
            let (sum, total, nominal) = sums(count, work)
            return sum / denominator * (nominal / total)
        case .sum:
            var sum = 0.0
            for child in 0..<count where work.effective[child] > 0 {
                let (own, nominal) = (work.effective[child], work.weights[child])
                sum +=
                    own == nominal ? work.parts[child] : work.parts[child] * own / max(nominal, 1)
            }
            let (_, total, nominal) = sums(count, work)
            return sum * (nominal / total)
        case .harmonic: return 1 / weighted(count, work) { 1 / $0 }
        case .geometric: return exp(weighted(count, work) { log($0) })
        case .power(let exponent, _): return power(exponent, count, work)
        case .median, .least, .greatest, .kthBest: return ordered(count, &work)
        case .copeland: preconditionFailure("this kind needs the scores of other bodies")
        }
    }

    /// What a score of 0 or below makes of a mean that has no room for one.
    private func atZero(_ count: Int, _ work: Work) -> Double? {
        guard zeros != nil else { return nil }
        var (isZero, isBelow) = (false, false)
        for child in 0..<count where work.effective[child] > 0 {
            if work.parts[child] <= 0 { isZero = true }
            if work.parts[child] < 0 { isBelow = true }
        }
        return isZero ? atZero(isBelow: isBelow) : nil
    }

    private func sums(
        _ count: Int, _ work: Work
    ) -> (sum: Double, total: Double, nominal: Double) {
        var (sum, total, nominal) = (0.0, 0.0, 0.0)
        for child in 0..<count {
            nominal += work.weights[child]
            guard work.effective[child] > 0 else { continue }
            sum += work.effective[child] * work.parts[child]
            total += work.effective[child]
        }
        return (sum, total, nominal)
    }

    @inline(__always)
    private func weighted(_ count: Int, _ work: Work, _ term: (Double) -> Double) -> Double {
        var (sum, total) = (0.0, 0.0)
        for child in 0..<count where work.effective[child] > 0 {
            sum += work.effective[child] * term(work.parts[child])
            total += work.effective[child]
        }
        return sum / total
    }

    /// Scores are taken over the one that weighs most, so that no power overflows.
    private func power(_ exponent: Double, _ count: Int, _ work: Work) -> Double {
        var (least, greatest) = (Double.infinity, -Double.infinity)
        for child in 0..<count where work.effective[child] > 0 {
            least = min(least, work.parts[child])
            greatest = max(greatest, work.parts[child])
        }
        let scale = exponent < 0 ? least : greatest
        guard scale > 0 else { return 0 }
        return pow(weighted(count, work) { pow($0 / scale, exponent) }, 1 / exponent) * scale
    }

    private func ordered(_ count: Int, _ work: inout Work) -> Double {
        var counted = 0
        for child in 0..<count where work.effective[child] > 0 {
            work.order[counted] = child
            counted += 1
        }
        Sorting.sort(&work.order, count: counted, by: work.parts)
        func score(_ place: Int) -> Double { work.parts[work.order[place]] }
        switch self {
        case .least: return score(0)
        case .greatest: return score(counted - 1)
        case .kthBest(let place): return place > counted ? .nan : score(counted - place)
        default: return (score((counted - 1) / 2) + score(counted / 2)) / 2
        }
    }
}
