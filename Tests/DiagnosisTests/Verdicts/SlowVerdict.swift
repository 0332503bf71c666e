internal import Arithmetic

/// The rule of the verdict once more, slowly and in words: what the project's design has as its
/// reference rule, with missing cells, cells that are not applicable, and the apparatus.
struct SlowVerdict {
    /// By stage; `nil` is not assessed, cells that are not applicable are left out.
    let scores: [[Fixed?]]
    /// Of the apparatus: whether each stage's own conditions are met; `nil` within: not assessed.
    var apparatus: [Bool?]?

    private struct Statistics {
        let mean: BigFraction
        let established: BigFraction
        let emerging: BigFraction
        let least: Fixed
    }

    private static func fraction(_ part: Int, _ whole: Int) -> BigFraction {
        BigFraction(numerator: Int128(part), denominator: Int128(whole))
    }

    private func statistics(_ stage: Int) throws -> Statistics? {
        let all = scores[stage]
        let known = all.compactMap(\.self)
        guard let least = known.min(), known.count * 3 >= all.count * 2 else { return nil }
        var sum = BigFraction(.zero)
        for score in known { sum = try sum.adding(BigFraction(score)) }
        return Statistics(
            mean: try sum.divided(by: Self.fraction(known.count, 1)),
            established: Self.fraction(known.count { $0 >= Fixed(70) }, known.count),
            emerging: Self.fraction(known.count { $0 >= Fixed(40) }, known.count), least: least)
    }

    private func has(_ number: BigFraction, atLeast part: Int, of whole: Int = 1) -> Bool {
        !number.isLess(than: Self.fraction(part, whole))
    }

    private func isMet(_ stage: Int, _ found: Statistics) -> Bool {
        if let apparatus { return apparatus[stage] == true }
        return has(found.mean, atLeast: 70) && has(found.established, atLeast: 3, of: 4)
            && found.least >= Fixed(40)
    }

    private func presence(_ stage: Int) throws -> String {
        if let apparatus, apparatus[stage] == nil { return "not assessed" }
        guard let found = try statistics(stage) else { return "not assessed" }
        if isMet(stage, found) { return "transition" }
        if has(found.mean, atLeast: 55), has(found.established, atLeast: 1, of: 2) {
            return "transition"
        }
        if has(found.mean, atLeast: 40),
            has(found.established, atLeast: 1, of: 4) || has(found.emerging, atLeast: 1, of: 2)
        {
            return "elements"
        }
        let isIsolated = found.established.sign > 0 || has(found.emerging, atLeast: 1, of: 4)
        return isIsolated ? "isolated" : "none"
    }

    /// The words of the verdict; `nil` where there is none.
    func text() throws -> String? {
        guard try presence(0) != "not assessed" else { return nil }
        var attained = 0
        while attained < 3, try presence(attained) != "not assessed",
            let found = try statistics(attained), isMet(attained, found)
        { attained += 1 }
        let isEmerging = ["elements", "transition"].contains(try presence(0))
        let head =
            attained > 0
            ? OecdStages.ids[attained - 1]
            : isEmerging ? "emerging professional" : "pre-professional"
        var tail: [String] = []
        for stage in max(attained, 1)..<max(3, attained) {
            let name = OecdStages.ids[stage]
            switch try presence(stage) {
            case "transition" where attained > 0 && stage == attained:
                tail.append("in transition to \(name)")
            case "transition", "elements": tail.append("with elements of \(name)")
            case "isolated": tail.append("with isolated \(name) practices")
            case "not assessed": tail.append("(\(name): not assessed)")
            default: break
            }
        }
        return tail.isEmpty ? head : "\(head) \(tail.joined(separator: ", "))"
    }
}
