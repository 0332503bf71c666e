internal import Arithmetic
internal import Diagnosis
public import Diagnostics
internal import Evidence
internal import Methodology
public import Scoring

extension WhatIf {
    /// Assesses once more with other values.
    ///
    /// - Parameters:
    ///   - before: As it is.
    ///   - period: The position of the period, one that the edition scores.
    ///   - values: Each subject of a unit once, of the period.
    ///   - threads: At most so many; `nil` uses all cores. The result does not depend on it.
    /// - Returns: `nil` when a number cannot be, with everything that was found in the log.
    public static func make(
        _ before: Assessment, period: Int, _ values: [SupposedValue], threads: Int? = nil
    ) -> (whatIf: WhatIf?, log: DiagnosticLog) {
        let (assessment, log) = before.supposing(values, threads: threads)
        guard let after = assessment else { return (nil, log) }
        let changed = Set(values.map(\.unit))
        let moved = before.evidence.bodies.indices.compactMap { body -> Moved? in
            let unit = before.unit(body: body, period: period)
            let nodes = before.plan.nodes.indices.filter {
                Self.differ($0, unit, before, after)
            }
            guard !nodes.isEmpty else { return nil }
            return Moved(body: body, nodes: nodes, isChanged: changed.contains(unit))
        }
        let whatIf = WhatIf(
            before: before, after: after, period: period, values: values,
            diagnosisBefore: Diagnosis(before, period: period, threads: threads),
            diagnosisAfter: Diagnosis(after, period: period, threads: threads), moved: moved)
        return (whatIf, log)
    }

    /// Whether a node has another score, state, rank or band.
    private static func differ(
        _ node: Int, _ unit: Int, _ before: Assessment, _ after: Assessment
    ) -> Bool {
        guard let one = before.columns[node], let other = after.columns[node] else {
            return false
        }
        return one.states[unit] != other.states[unit]
            || one.score(at: unit) != other.score(at: unit)
            || one.isFilled(at: unit) != other.isFilled(at: unit)
            || before.rank(of: node, at: unit) != after.rank(of: node, at: unit)
            || before.band(of: node, at: unit)?.id != after.band(of: node, at: unit)?.id
    }
}
