internal import Arithmetic
internal import Diagnosis
internal import Methodology
internal import Scoring

extension Table {
    /// The table of an apparatus of which so much staff is to work in bodies that attain a stage.
    ///
    /// - Parameters:
    ///   - stage: The position of the stage.
    ///   - isWhole: Whether the apparatus is to attain it, so that the system's criteria count too.
    ///   - diagnosis: Of the period.
    ///   - acting: Over the measures.
    ///   - threads: At most so many.
    /// - Returns: `nil` where the edition has no apparatus, or no weight is known.
    static func apparatus(
        _ stage: Int, isWhole: Bool, _ diagnosis: Diagnosis, _ acting: Acting, threads: Int?
    ) -> Table? {
        guard let rule = diagnosis.rule.apparatus, let apparatus = diagnosis.apparatus else {
            return nil
        }
        let bodies = diagnosis.bodies.filter { ($0.weight ?? .zero) > .zero }
        guard let weights = StaffWeights(bodies.compactMap(\.weight), share: rule.attained) else {
            return nil
        }
        let maker = StageMaker(acting, diagnosis, stage: stage, threads: threads)
        var made = maker.blocks(of: bodies, limit: TableLimits.ofGroupOfMany)
        for index in made.drafts.indices {
            made.drafts[index].weight = weights.each[index]
            made.drafts[index].isRequired = false
        }
        if isWhole {
            let system = SystemMaker(acting, diagnosis, apparatus, stage: stage).block(
                threads: threads)
            made.drafts += system.drafts
            made.doubt = made.doubt ?? system.doubt
        }
        // Weights are held as they are.
        if acting.isMoved(input: rule.weight) { made.doubt = .population }
        return Table(
            made.drafts, scale: .staff(whole: weights.whole, needed: weights.needed),
            doubt: made.doubt, acting.catalogue)
    }
}

/// Weights of bodies as whole numbers.
struct StaffWeights {
    let each: [Int64]
    let whole: Int64
    /// The least sum that is the share of the whole.
    let needed: Int64

    /// - Returns: `nil` without any weight.
    init?(_ weights: [Fixed], share: Fraction) {
        guard !weights.isEmpty else { return nil }
        var divisor: Int128 = 0
        for weight in weights { divisor = Self.commonDivisor(divisor, weight.raw) }
        // Weights that have no room as they are count in larger units.
        let most = Int128(Int64.max) / Int128(weights.count) / 4
        let greatest = weights.map(\.raw).max() ?? 1
        divisor = max(divisor, greatest / most + 1, 1)
        if greatest / divisor < most, let exact = Self.exact(weights, divisor) {
            each = exact
        } else {
            each = weights.map { Int64(clamping: ($0.raw + divisor - 1) / divisor) }
        }
        whole = each.reduce(0, +)
        needed = Self.least(of: whole, share)
    }

    private static func exact(_ weights: [Fixed], _ divisor: Int128) -> [Int64]? {
        let exact = weights.compactMap { weight in
            weight.raw % divisor == 0 ? Int64(exactly: weight.raw / divisor) : nil
        }
        return exact.count == weights.count ? exact : nil
    }

    private static func commonDivisor(_ first: Int128, _ second: Int128) -> Int128 {
        var (left, right) = (first, second)
        while right != 0 { (left, right) = (right, left % right) }
        return left
    }

    /// The least part that the rule of the verdict takes for the share, by halving.
    private static func least(of whole: Int64, _ share: Fraction) -> Int64 {
        func sum(_ number: Int64) -> WideSum {
            var sum = WideSum()
            sum.add(Fixed(raw: Int128(number)))
            return sum
        }
        var (low, high) = (Int64(0), whole)
        while low < high {
            let middle = low + (high - low) / 2
            if Fixed.part(sum(middle), of: sum(whole), reaches: share) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }
}
