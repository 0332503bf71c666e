internal import Foundation
internal import Methodology
internal import Robustness

@testable internal import Diagnosis

/// The verdicts of one run, computed one body and one cell after the other from plain numbers.
struct SlowVerdicts {
    let state: StagedState
    /// By criterion, what the weight is multiplied by.
    let weights: [Double]
    /// By criterion, where its pass mark lies; `nil` for its own.
    let passMarks: [Double?]
    /// By body and criterion, by how many standard errors the value is larger.
    let errors: [[Double]]
    let isGeometric: Bool
    let countsMissingAsWorst: Bool
    /// A part that is forgotten, to see whether it matters.
    var forgotten: Part?

    enum Part: CaseIterable {
        case decisive
        case proof
        case coverage
        case passMarks
        case errors
        case system
    }

    private enum Cell {
        case score(Double)
        case notAssessed
        case notApplicable
    }

    private static let edge = 1e-9

    /// The verdicts of the bodies, and then of the apparatus.
    func verdicts() -> [VerdictCode] {
        let bodies = state.values.indices.dropLast()
        let cells = bodies.map { body in
            StagedState.names.indices.map { dimension in
                StagedState.stages.indices.map { cell(body, dimension, $0) }
            }
        }
        let codes = cells.map { code($0) { stats, _ in Self.isMet(stats) } }
        return codes + [apparatus(cells, codes)]
    }

    private func score(_ body: Int, _ index: Int) -> (score: Double, isOwn: Bool)? {
        let criterion = state.criteria[index]
        guard var value = state.values[body][index] else {
            return countsMissingAsWorst ? (0, false) : nil
        }
        if forgotten != .errors { value += (criterion.standardError ?? 0) * errors[body][index] }
        guard let (floor, own, full) = criterion.marks else {
            return (min(max(value, 0), 100), true)
        }
        let pass = forgotten == .passMarks ? own : passMarks[index] ?? own
        // Both ways round, as shares of the way from floor to full mark.
        let (part, middle) = ((value - floor) / (full - floor), (pass - floor) / (full - floor))
        if part <= 0 { return (0, true) }
        if part >= 1 { return (100, true) }
        let score = part < middle ? 70 * part / middle : 70 + 30 * (part - middle) / (1 - middle)
        return (score, true)
    }

    private func isMeasured(_ body: Int, _ index: Int) -> Bool {
        let isSystem = body == state.values.count - 1
        return state.criteria[index].level != (isSystem ? "body" : "system")
    }

    private func cell(_ body: Int, _ dimension: Int, _ stage: Int) -> Cell {
        var (all, observed, counted, proven) = (0.0, 0.0, 0.0, 0.0)
        var (sum, isZero, hasFailed) = (0.0, false, false)
        for (index, criterion) in state.criteria.enumerated()
        where criterion.dimension == dimension && criterion.stage == stage
            && isMeasured(body, index)
        {
            let weight = Double(criterion.weight) * weights[index]
            all += weight
            guard let (score, isOwn) = score(body, index) else { continue }
            counted += weight
            if isOwn { observed += weight }
            if criterion.isProven { proven += weight }
            if score <= 0 { isZero = true }
            sum += weight * (isGeometric ? log(score) : score)
            if criterion.isDecisive, score < 40 - Self.edge { hasFailed = true }
        }
        guard all > 0 else { return .notApplicable }
        let isCovered = observed / all >= 2.0 / 3 - 1e-12 || forgotten == .coverage
        guard counted > 0, isCovered else { return .notAssessed }
        var score = isGeometric ? (isZero ? 0 : exp(sum / counted)) : sum / counted
        let isGated = stage == 1 && proven / counted < 0.5 - Self.edge
        if hasFailed, forgotten != .decisive { score = min(score, 69.9) }
        if isGated, forgotten != .proof { score = min(score, 69.9) }
        return .score(score)
    }

    // MARK: The rule

    private struct Stats {
        var scores: [Double] = []
        var applicable = 0

        func share(from score: Double) -> Double {
            Double(scores.count { $0 >= score - SlowVerdicts.edge }) / Double(scores.count)
        }

        var mean: Double { scores.reduce(0, +) / Double(scores.count) }
    }

    private static func isMet(_ stats: Stats) -> Bool {
        stats.mean >= 70 - edge && stats.share(from: 70) >= 0.75 - edge
            && (stats.scores.min() ?? 0) >= 40 - edge
    }

    private static func presence(_ stats: Stats) -> Stages.Presence {
        let (established, emerging) = (stats.share(from: 70), stats.share(from: 40))
        if stats.mean >= 55 - edge, established >= 0.5 - edge { return .transition }
        if stats.mean >= 40 - edge, established >= 0.25 - edge || emerging >= 0.5 - edge {
            return .elements
        }
        return established > 0 || emerging >= 0.25 - edge ? .isolated : .none
    }

    private func code(_ cells: [[Cell]], _ isMet: (Stats, Int) -> Bool?) -> VerdictCode {
        var standings: [Verdict.Standing] = []
        for stage in StagedState.stages.indices {
            var stats = Stats()
            for dimension in cells.indices {
                if case .notApplicable = cells[dimension][stage] { continue }
                stats.applicable += 1
                if case .score(let score) = cells[dimension][stage] { stats.scores.append(score) }
            }
            let isKnown =
                !stats.scores.isEmpty
                && Double(stats.scores.count) / Double(stats.applicable) >= 2.0 / 3 - Self.edge
            guard isKnown, let isMet = isMet(stats, stage) else {
                standings.append(.notAssessed)
                continue
            }
            let isAbove = standings.allSatisfy { $0 == .attained }
            standings.append(
                !isMet
                    ? .presence(Self.presence(stats))
                    : isAbove ? .attained : .presence(.transition))
        }
        return VerdictCode(standings)
    }

    // MARK: The apparatus

    private func apparatus(_ cells: [[[Cell]]], _ codes: [VerdictCode]) -> VerdictCode {
        let means = StagedState.names.indices.map { dimension in
            StagedState.stages.indices.map { stage -> Cell in
                var (sum, weight, isApplicable) = (0.0, 0.0, false)
                for (body, staff) in state.staff.dropLast().enumerated() {
                    guard let staff else { continue }
                    switch cells[body][dimension][stage] {
                    case .notApplicable: continue
                    case .notAssessed: isApplicable = true
                    case .score(let score):
                        isApplicable = true
                        sum += Double(staff) * score
                        weight += Double(staff)
                    }
                }
                guard isApplicable else { return .notApplicable }
                return weight > 0 ? .score(sum / weight) : .notAssessed
            }
        }
        let known = state.staff.dropLast().enumerated().filter { $0.element != nil }
        let whole = known.reduce(0) { $0 + ($1.element ?? 0) }
        return code(means) { _, stage in
            let system = state.values.count - 1
            let own = state.criteria.indices.filter {
                state.criteria[$0].stage == stage && state.criteria[$0].level != "body"
            }
            guard whole > 0, own.contains(where: { state.values[system][$0] != nil }) else {
                return nil
            }
            let scores = own.compactMap { index in
                score(system, index).map { (score: $0.score, index: index) }
            }
            let mean = scores.reduce(0) { $0 + $1.score } / Double(scores.count)
            let attained = known.filter { codes[$0.offset][stage] == .attained }
                .reduce(0) { $0 + ($1.element ?? 0) }
            let hasFailed = scores.contains {
                state.criteria[$0.index].isDecisive && $0.score < 40 - Self.edge
            }
            let isMet = mean >= 70 - Self.edge && !hasFailed
            return (isMet || forgotten == .system)
                && Double(attained) / Double(whole) >= 0.75 - Self.edge
        }
    }
}
