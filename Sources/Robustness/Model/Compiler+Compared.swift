internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology
internal import Scoring

extension Compiler {
    /// A comparison of bodies by a kind that may be another than its own; `nil` where it is
    /// refused.
    mutating func compared(
        _ comparison: Node.Comparison, _ kind: Node.Comparison.Kind, at position: Int
    ) -> Compared? {
        guard let kind = self.kind(kind, comparison) else {
            let node = plan.nodes[position]
            problems.append(
                Diagnostic(
                    .error, "robustness.unsupported", at: node.place, node: node.id,
                    "its score by \(kind.word) is compared with other bodies, and runs do not "
                        + "compute it again",
                    help: "Name nodes of the alternatives beneath which there is none"))
            return nil
        }
        let (groups, alone) = groups(comparison.reach)
        return Compared(
            kind: kind, groups: groups, alone: alone, isHigherBetter: comparison.isHigherBetter,
            constant: comparison.constant)
    }

    private func kind(
        _ kind: Node.Comparison.Kind, _ own: Node.Comparison
    ) -> Compared.Kind? {
        switch kind {
        case .minMax(let scale):
            .minMax(least: Double(scale.least), greatest: Double(scale.greatest))
        case .rank(let ties, let isBorda): .rank(ties, isBorda: isBorda)
        case .percentileRank(let ties, let scale):
            .percentileRank(
                ties, least: Double(scale.least), greatest: Double(scale.greatest))
        case .zScore(let rule):
            .zScore(
                Compared.ZScore(
                    isSample: rule.deviation == .sample, atMean: Double(rule.atMean),
                    perDeviation: Double(rule.perDeviation),
                    floor: rule.floor.map { Double($0) } ?? -.infinity,
                    cap: rule.cap.map { Double($0) } ?? .infinity,
                    least: Double(rule.ends.least), greatest: Double(rule.ends.greatest)))
        case .fractionOfMax(let line): .open(open(line, to: .best))
        case .distanceToReference(let id, let line):
            .open(open(line, to: .body(position(of: id))))
        case .distanceToTarget(let line): own.target.map { .open(open(line, to: targets($0))) }
        case .quota: nil
        }
    }

    private func open(
        _ line: Node.Comparison.OpenLine, to mark: Compared.OpenLine.Mark
    ) -> Compared.OpenLine {
        Compared.OpenLine(
            from: Double(line.ends.least), until: Double(line.ends.greatest),
            floor: line.floor.map { Double($0) } ?? -.infinity,
            cap: line.cap.map { Double($0) } ?? .infinity, to: mark)
    }

    /// The position of a body among those that are computed; -1 for one that is not.
    private func position(of id: String) -> Int {
        bodies.firstIndex { assessment.evidence.bodies[$0].id == id } ?? -1
    }

    private func targets(_ target: Node.Edge) -> Compared.OpenLine.Mark {
        let made = units.map { edges([target], at: $0) }
        return .targets(
            made.map { $0.values.map { Double($0[0]) } ?? .nan }, blank: made.map(\.blank))
    }

    /// The bodies that are compared with one another, and those of no group.
    func groups(_ reach: Population.Reach) -> (groups: [[Int]], alone: [Int]) {
        var groups: [Int: [Int]] = [:]
        var alone: [Int] = []
        for (body, unit) in units.enumerated() {
            if let group = assessment.group(of: unit, reach) {
                groups[group, default: []].append(body)
            } else {
                alone.append(body)
            }
        }
        return (groups.keys.sorted().compactMap { groups[$0] }, alone)
    }
}
