internal import Domain
internal import Evidence
internal import Methodology
internal import Pages
internal import Robustness
internal import Scoring

extension Workspace {
    /// How many points the sensitivity of a report has.
    private static let points = 500
    /// The most figures that are computed for it, and for coherence: a few seconds of work.
    private static let mostFigures = 500_000_000

    /// What a report tells of where ranks would lie if choices had been made otherwise.
    ///
    /// What is told depends on the data alone, so that a report comes out the same again.
    ///
    /// - Throws: ``Refusal`` when what an analyst assumes cannot be read.
    func robustness(
        in assessment: Assessment, _ period: Int, _ request: Workspace.Request,
        _ options: ReportOptions
    ) throws(Refusal) -> ReportedRobustness {
        // How sure verdicts on stages are is told beside them.
        guard !options.isWithoutRobustness, !hasVerdictsAlone else {
            return ReportedRobustness(.unwanted)
        }
        guard let alternatives = try alternatives(assumed: options.alternatives) else {
            return ReportedRobustness(.noAlternatives)
        }
        var study = StudyOptions(alternatives: options.alternatives)
        study.isForgiving = true
        let (bodies, nodes) = (evidence.bodies.count, plan.nodes.count)
        if Self.isQuick([bodies, nodes, Self.points, Factor.Kind.allCases.count + 2]) {
            study.points = Self.points
        }
        let intervals = Self.study(
            assessment, alternatives, period: period, study, threads: request.threads)
        guard Self.isQuick([bodies, nodes, nodes]) else { return ReportedRobustness(intervals) }
        let coherence = alternatives.nodes.compactMap { node in
            Coherence(assessment, node: node, period: period, threads: request.threads)
        }
        return ReportedRobustness(intervals, coherence: coherence)
    }

    /// Whether its edition has stages and ranks nothing: cells are in no order.
    var hasVerdictsAlone: Bool { plan.stages != nil && plan.ranking == nil }

    /// Whether a product of sizes is work of a few seconds.
    private static func isQuick(_ sizes: [Int]) -> Bool {
        var product = 1
        for size in sizes {
            let (next, isTooLarge) = product.multipliedReportingOverflow(by: size)
            guard !isTooLarge, next <= mostFigures else { return false }
            product = next
        }
        return true
    }
}
