internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// A reform: its measures, and what moved of the criteria it means to move, beside all others.
struct ReformModel {
    /// A criterion that the reform means to move.
    struct Criterion {
        let progress: ReformProgress.Criterion
        /// The weighted means of its cell before and now; `nil` where there is none in both.
        let cell: (was: Fraction, now: Fraction)?
    }

    /// How all other criteria moved, body by body.
    struct Others {
        let criteria: Int
        var up = 0
        var down = 0
        var same = 0
    }

    let progress: ReformProgress
    let title: Phrase
    /// What moved first.
    let criteria: [Criterion]
    /// `nil` where nothing is compared.
    let others: Others?

    var reform: Reform { progress.reform }

    /// The periods that are compared; `nil` where there are not both.
    var compared: (before: Int, now: Int)? {
        guard let before = progress.before, let now = progress.now else { return nil }
        return (before, now)
    }

    init(_ progress: ReformProgress, _ context: PageContext) {
        self.progress = progress
        title = context.wording.phrase(progress.reform.title) ?? .code(progress.reform.id)
        let reported = context.report.diagnosis
        let all = progress.criteria.map { criterion in
            Criterion(
                progress: criterion,
                cell: reported?.cell(
                    of: criterion.node, since: progress.before, context.assessment.plan))
        }
        criteria = all.filter(\.hasMoved) + all.filter { !$0.hasMoved }
        guard let before = progress.before, progress.now != nil, !all.isEmpty else {
            others = nil
            return
        }
        let own = Set(all.map(\.progress.node))
        others = context.moves(of: context.measured.filter { !own.contains($0) }, since: before)
    }

    /// All reforms of the evidence.
    static func all(_ context: PageContext) -> [ReformModel] {
        ReformProgress.all(in: context.assessment, period: context.report.period).map {
            ReformModel($0, context)
        }
    }
}

extension ReformModel.Criterion {
    /// Which way its mean went, or what the whole apparatus has; `nil` where neither can be told.
    var direction: Movement.Direction? {
        let all = [progress.mean?.movement, progress.system?.movement].compactMap(\.self)
        return all.first { if case .unknown = $0.direction { false } else { true } }?.direction
    }

    /// Whether it moved in any body or in the apparatus.
    fileprivate var hasMoved: Bool {
        progress.count(.up) + progress.count(.down) > 0 || direction == .up || direction == .down
    }
}

extension ReportedDiagnosis {
    /// The weighted means of a criterion's cell in an earlier period and now.
    fileprivate func cell(
        of node: Int, since before: Int?, _ plan: Plan
    ) -> (was: Fraction, now: Fraction)? {
        guard let criterion = plan.nodes[node].criterion,
            let earlier = earlier.first(where: { $0.period == before }),
            let was = earlier.apparatus?.cells[criterion.dimension][criterion.stage],
            let now = apparatus?.cells[criterion.dimension][criterion.stage]
        else { return nil }
        return (was, now)
    }
}

extension PageContext {
    /// Whether there is a page of reforms.
    var hasReforms: Bool { !assessment.evidence.reforms.isEmpty }

    /// What reforms can mean to move: the criteria of an edition with stages, or all leaves.
    fileprivate var measured: [Int] {
        report.diagnosis?.criteria
            ?? assessment.plan.nodes.indices.filter { node in
                assessment.plan.nodes[node].children.isEmpty && assessment.columns[node] != nil
            }
    }

    /// How scores of bodies moved that are known in both periods.
    fileprivate func moves(of nodes: [Int], since before: Int) -> ReformModel.Others? {
        let bodies = assessment.evidence.bodies.indices.filter {
            report.diagnosis?.isSystem($0) != true
        }
        var others = ReformModel.Others(criteria: nodes.count)
        for node in nodes {
            guard let column = assessment.columns[node] else { continue }
            for body in bodies {
                guard
                    let was = column.score(at: assessment.unit(body: body, period: before)),
                    let now = column.score(at: unit(body))
                else { continue }
                if was < now {
                    others.up += 1
                } else if now < was {
                    others.down += 1
                } else {
                    others.same += 1
                }
            }
        }
        return nodes.isEmpty ? nil : others
    }
}
