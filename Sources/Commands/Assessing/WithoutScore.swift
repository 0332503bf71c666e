internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Scoring

/// Bodies that have no score of a node, all for the same reason.
struct WithoutScore {
    let state: State
    let reason: String?
    /// Their positions, and the body's unit of the period.
    private(set) var bodies: [(body: Int, unit: Int)]

    /// By state and reason, in the order in which they occur.
    static func groups(of node: Int, _ period: Int, _ wording: Wording) -> [WithoutScore] {
        let assessment = wording.assessment
        guard let column = assessment.columns[node] else { return [] }
        var groups: [WithoutScore] = []
        var positions: [String: Int] = [:]
        for body in assessment.evidence.bodies.indices {
            let unit = assessment.unit(body: body, period: period)
            guard column.score(at: unit) == nil else { continue }
            let reason = wording.reason(of: node, at: unit)
            let key = "\(column.states[unit].rawValue) \(reason ?? "")"
            if let position = positions[key] {
                groups[position].bodies.append((body, unit))
            } else {
                positions[key] = groups.count
                groups.append(
                    WithoutScore(
                        state: column.states[unit], reason: reason, bodies: [(body, unit)]))
            }
        }
        return groups
    }

    /// As in `Not applicable to 2 bodies, because COUNT(services) is zero: A (12); B (43)`; a body
    /// whose score lies between bounds is named with them.
    func text(_ wording: Wording, _ display: Display, _ node: Int) -> String {
        let names = bodies.map { body, unit in
            let name = "\(wording.body(body)) (\(wording.assessment.evidence.bodies[body].id))"
            guard let bounds = wording.assessment.columns[node]?.bounds(at: unit) else {
                return name
            }
            return "\(name), between \(display.figure(bounds.lower, of: node)) and "
                + display.figure(bounds.upper, of: node)
        }
        let count = Words.counted(bodies.count, "body")
        let link = state == .notApplicable ? "to" : "for"
        let cause = reason.map { ", because \($0)" } ?? ""
        return "\(Words.sentence(Wording.word(state))) \(link) \(count)\(cause): "
            + Words.some(names, separator: "; ")
    }
}
