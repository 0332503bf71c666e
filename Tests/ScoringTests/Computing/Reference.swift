import BigInt

/// Fractions of unlimited whole numbers, as slow and obvious as can be.
struct Ratio: Equatable {
    let upper: BigInt
    let lower: BigInt

    init(_ upper: BigInt, _ lower: BigInt = 1) {
        self.upper = lower < 0 ? -upper : upper
        self.lower = lower.magnitude == 0 ? 1 : BigInt(lower.magnitude)
    }

    static func == (left: Self, right: Self) -> Bool {
        left.upper * right.lower == right.upper * left.lower
    }

    static func < (left: Self, right: Self) -> Bool {
        left.upper * right.lower < right.upper * left.lower
    }

    static func + (left: Self, right: Self) -> Self {
        Ratio(left.upper * right.lower + right.upper * left.lower, left.lower * right.lower)
    }

    static func * (left: Self, right: Self) -> Self {
        Ratio(left.upper * right.upper, left.lower * right.lower)
    }

    static func / (left: Self, right: Self) -> Self {
        Ratio(left.upper * right.lower, left.lower * right.upper)
    }

    /// Rounded half-even to eighteen digits after the point.
    var step: Ratio {
        let scale = BigInt(10).power(18)
        let (quotient, remainder) = (upper.magnitude * scale.magnitude)
            .quotientAndRemainder(dividingBy: lower.magnitude)
        let twice = remainder * 2
        let isUp = twice > lower.magnitude || twice == lower.magnitude && quotient % 2 == 1
        let size = BigInt(quotient + (isUp ? 1 : 0))
        return Ratio(upper < 0 ? -size : size, scale)
    }
}

/// The weighted mean as the language page tells it, sentence by sentence.
enum Reference {
    enum State: String { case score, notApplicable = "not-applicable", missing, excluded }
    enum Policy: String, CaseIterable { case refuse, redistribute, zero, worst }

    struct Outcome {
        var state: State
        var score: Ratio?
        var isFilled = false
        var bounds: (lower: Ratio, upper: Ratio)?
    }

    struct Mean {
        let weights: [Int]
        let policies: [State: Policy]
        let coverage: Ratio?
    }

    /// Scores lie on 0…100, so `worst` is 0.
    static func mean(_ mean: Mean, _ children: [Outcome]) -> Outcome {
        var result = scored(mean, children)
        guard result.state != .notApplicable else { return result }
        result.bounds = bounds(mean, children) ?? (Ratio(0), Ratio(100))
        return result
    }

    private static func policy(_ mean: Mean, _ child: Outcome) -> Policy? {
        child.state == .score ? nil : mean.policies[child.state]
    }

    private static func scored(_ mean: Mean, _ children: [Outcome]) -> Outcome {
        let all = Array(zip(children, mean.weights))
        let left = all.filter {
            !($0.0.state == .notApplicable && policy(mean, $0.0) == .redistribute)
        }
        if left.isEmpty { return Outcome(state: .notApplicable) }
        if left.contains(where: { policy(mean, $0.0) == .refuse }) {
            return Outcome(state: .missing)
        }
        if let least = mean.coverage {
            let applicable = all.filter { $0.0.state != .notApplicable }
            let own = applicable.filter { $0.0.state == .score && !$0.0.isFilled }
            let total = applicable.reduce(0) { $0 + $1.1 }
            if total > 0,
                Ratio(BigInt(own.reduce(0) { $0 + $1.1 }), BigInt(total)) < least
            {
                return Outcome(state: .missing)
            }
        }
        guard left.contains(where: { $0.0.state == .score }) else {
            return Outcome(
                state: left.allSatisfy { $0.0.state == .excluded } ? .excluded : .missing)
        }
        var sum = Ratio(0)
        var weight = 0
        for (child, share) in left {
            switch policy(mean, child) {
            case nil: sum = sum + (child.score ?? Ratio(0)) * Ratio(BigInt(share))
            case .redistribute: continue
            case .zero, .worst, .refuse: break
            }
            weight += share
        }
        guard weight > 0 else { return Outcome(state: .missing) }
        return Outcome(state: .score, score: (sum / Ratio(BigInt(weight))).step)
    }

    private static func bounds(
        _ mean: Mean, _ children: [Outcome]
    ) -> (lower: Ratio, upper: Ratio)? {
        var (lower, upper, weight) = (Ratio(0), Ratio(0), 0)
        for (child, share) in zip(children, mean.weights) {
            var range = child.bounds
            if child.state == .notApplicable {
                let policy = mean.policies[.notApplicable]
                range = policy == .zero || policy == .worst ? (Ratio(0), Ratio(0)) : nil
            }
            guard let range else { continue }
            lower = lower + range.lower * Ratio(BigInt(share))
            upper = upper + range.upper * Ratio(BigInt(share))
            weight += share
        }
        guard weight > 0 else { return nil }
        let total = Ratio(BigInt(weight))
        return ((lower / total).step, (upper / total).step)
    }
}
