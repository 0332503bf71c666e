internal import Arithmetic
public import Domain
public import Evidence
internal import Methodology
public import Scoring

/// What results are compared with: other evidence under the same rules, or results as they were
/// written.
public struct EarlierResults: Sendable {
    /// Where they come from.
    public enum Origin: Sendable {
        /// Other evidence, assessed by the same rules.
        case assessed(Assessment)
        /// A file of results.
        case written(ResultTable)
    }

    /// Where they come from.
    public let origin: Origin
    /// The ids of their bodies, in the order of their file.
    public let bodies: [String]
    /// Their periods, the earliest first.
    public let periods: [Period]
    private let positions: [String: Int]

    /// Results to compare with.
    public init(_ origin: Origin) {
        self.origin = origin
        switch origin {
        case .assessed(let assessment):
            bodies = assessment.evidence.bodies.map(\.id)
            periods = assessment.scoredPeriods.map { assessment.evidence.periods[$0] }
        case .written(let table): (bodies, periods) = (table.bodies, table.periods)
        }
        positions = Dictionary(
            bodies.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether there is such a body.
    public func has(_ body: String) -> Bool { positions[body] != nil }

    /// The period that one is compared with: the same where there is one, else the latest before.
    ///
    /// - Parameters:
    ///   - period: The period that is compared.
    ///   - isOther: Whether the same period is no other evidence, so that only an earlier one is.
    /// - Returns: `nil` where there is none.
    public func period(for period: Period, isOther: Bool) -> Period? {
        if isOther, periods.contains(period) { return period }
        return periods.last { $0 < period }
    }

    /// One body in one period.
    func unit(_ body: String, _ period: Period) -> EarlierUnit? {
        guard let position = positions[body] else { return nil }
        switch origin {
        case .assessed(let assessment):
            guard let index = assessment.evidence.periods.firstIndex(of: period) else {
                return nil
            }
            return .assessed(assessment, assessment.unit(body: position, period: index))
        case .written(let table): return .written(table, body, period)
        }
    }
}

/// One body's earlier outcomes.
enum EarlierUnit {
    case assessed(Assessment, Int)
    case written(ResultTable, String, Period)

    /// What a node of a plan yielded; `nil` where nothing is known of it.
    func figure(_ node: Int, _ plan: Plan) -> Impact.Figure? {
        switch self {
        case .assessed(let assessment, let unit):
            guard let column = assessment.columns[node] else { return nil }
            return Impact.Figure(
                state: column.states[unit], score: column.score(at: unit),
                grade: assessment.mark(of: node, at: unit)
                    ?? assessment.grade(of: node, at: unit),
                band: assessment.band(of: node, at: unit)?.id,
                rank: assessment.rank(of: node, at: unit))
        case .written(let table, let body, let period):
            let id = plan.nodes[node].id
            guard let entry = table.entry(body: body, node: id, period: period),
                let state = State(rawValue: entry.state)
            else { return nil }
            let grades = plan.nodes[node].grades?.order
            let position = entry.grade.flatMap { grades?.firstIndex(of: $0) }
            return Impact.Figure(
                state: state, score: entry.score ?? position.map { Fixed($0) },
                grade: entry.grade, band: entry.band, rank: entry.rank)
        }
    }

    /// The score of a node that has no grades.
    func score(_ node: Int, _ plan: Plan) -> Fixed? {
        guard let figure = figure(node, plan), figure.grade == nil else { return nil }
        return figure.score
    }

    /// What stood before the node's score was made of it.
    func value(_ node: Int, _ plan: Plan) -> Fixed? {
        switch self {
        case .assessed(let assessment, let unit): assessment.columns[node]?.value(at: unit)
        case .written(let table, let body, let period):
            table.entry(body: body, node: plan.nodes[node].id, period: period)?.value
        }
    }

    /// Every step on the way to the node's score; `nil` where only results are known.
    func computation(_ node: Int) -> Computation? {
        guard case .assessed(let assessment, let unit) = self,
            assessment.columns[node]?.score(at: unit) != nil
        else { return nil }
        return assessment.computation(of: node, at: unit)
    }
}
