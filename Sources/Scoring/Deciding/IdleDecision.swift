internal import Arithmetic
internal import Domain
internal import Evidence
internal import Methodology

/// A decision without which every outcome would be the same.
public struct IdleDecision: Hashable, Sendable {
    /// Why it changes nothing.
    public enum Why: Hashable, Sendable {
        /// What it says of an input stood there before.
        case stoodBefore
        /// What it accepts was not handed in.
        case nothingHandedIn
        /// What it accepts was verified before.
        case verifiedBefore
        /// No node reads the input.
        case notRead
        /// The edition does not score the period.
        case outside
        /// The body did not exist, or the edition does not apply to its kind.
        case notAssessed
        /// The node comes to the same by its rule.
        case sameOutcome
        /// It changes an input, and no node comes to anything else.
        case noOtherOutcome
    }

    /// Its position in ``Evidence/decisions``.
    public let decision: Int
    /// Why it changes nothing.
    public let why: Why
}

extension Assessment {
    /// The decisions that change nothing: without each alone, the state, score, bounds and standing
    /// of every node, and every value that was computed, would be the same.
    ///
    /// Where nodes depend on other bodies, it costs an assessment for each of them; otherwise
    /// one for as many as there are about one body at most.
    ///
    /// - Parameters:
    ///   - numbers: Those that are tried, as positions in ``Evidence/decisions``.
    ///   - threads: At most so many; `nil` uses all cores.
    /// - Returns: In the order of the numbers.
    public func idleDecisions(among numbers: [Int], threads: Int? = nil) -> [IdleDecision] {
        var idle: Set<Int> = []
        for round in rounds(numbers) {
            var options = Options()
            options.threads = threads
            options.isByOwner = isByOwner
            options.nodes = columns.indices.filter { columns[$0] != nil }
            // Where nothing can be computed without it, the decision changes a great deal.
            guard
                let other = Assessment.make(
                    plan, evidence.leavingOut(Set(round)), options: options
                ).assessment
            else { continue }
            for number in round where isSame(other, without: number) { idle.insert(number) }
        }
        return numbers.filter(idle.contains).map { IdleDecision(decision: $0, why: why($0)) }
    }

    /// Decisions that can be left out together, since they cannot touch one another.
    private func rounds(_ numbers: [Int]) -> [[Int]] {
        guard plan.relative.isEmpty else { return numbers.map { [$0] } }
        var rounds: [[Int]] = []
        var counts: [Int: Int] = [:]
        for number in numbers {
            let body = body(of: evidence.decisions[number].unit)
            let round = counts[body, default: 0]
            counts[body] = round + 1
            if round == rounds.count { rounds.append([]) }
            rounds[round].append(number)
        }
        return rounds
    }

    /// Whether everything the decision can touch is the same in another assessment.
    private func isSame(_ other: Assessment, without number: Int) -> Bool {
        let decision = evidence.decisions[number]
        let bodies =
            plan.relative.isEmpty ? [body(of: decision.unit)] : Array(evidence.bodies.indices)
        return scoredPeriods.allSatisfy { period in
            bodies.allSatisfy { isSame(other, at: unit(body: $0, period: period), decision) }
        }
    }

    private func isSame(_ other: Assessment, at unit: Int, _ decision: Decision) -> Bool {
        columns.indices.allSatisfy { node in
            guard let own = columns[node], let their = other.columns[node] else { return true }
            // A score that is set has no value before it, whatever it is set to.
            let isOwn = decision.unit == unit && decision.subject == .node(node)
            return own.states[unit] == their.states[unit]
                && own.score(at: unit) == their.score(at: unit)
                && own.bounds(at: unit) == their.bounds(at: unit)
                && own.isFilled(at: unit) == their.isFilled(at: unit)
                && own.usesUnverified(at: unit) == their.usesUnverified(at: unit)
                && (isOwn || own.value(at: unit) == their.value(at: unit))
        }
    }

    private func why(_ number: Int) -> IdleDecision.Why {
        let decision = evidence.decisions[number]
        let unit = decision.unit
        guard scoredPeriods.contains(period(of: unit)) else { return .outside }
        switch decision.subject {
        case .node(let node):
            return scorer.exclusion(plan.nodes[node], unit) == nil ? .sameOutcome : .notAssessed
        case .input(let input):
            if let why = why(decision, input) { return why }
            let isRead = dependencies.contains { $0.inputs.contains(input) }
            return isRead ? .noOtherOutcome : .notRead
        }
    }

    /// Why what stands in an input is the same as before; `nil` where it is not.
    private func why(_ decision: Decision, _ input: Int) -> IdleDecision.Why? {
        guard let before = decision.before else { return nil }
        let wasVerified = evidence.provenances[Int(before.provenance)].status.isVerified
        guard decision.kind == .accept else {
            let after = evidence.inputs[input].column.cell(at: decision.unit)
            return figure(of: before.cell, input) == figure(of: after, input) ? .stoodBefore : nil
        }
        if before.row == 0 { return .nothingHandedIn }
        return wasVerified ? .verifiedBefore : nil
    }
}
