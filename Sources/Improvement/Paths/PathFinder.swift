internal import Diagnosis
internal import Methodology
internal import Scoring

/// Finds paths over the measures of a catalogue.
///
/// Tables of what sets of measures come to are computed by the engine once and kept.
public struct PathFinder: Sendable {
    /// What can be chosen.
    public let catalogue: Catalogue
    /// How far solvers go.
    package var limits = SolvingLimits()
    let threads: Int?
    /// Where bodies stand now; `nil` where the edition has no stages.
    let diagnosis: Diagnosis?
    let acting: Acting
    private let tables = KeptTables()

    /// Over a catalogue.
    ///
    /// - Parameters:
    ///   - catalogue: Of an assessment with the outcomes of everything that is asked for.
    ///   - threads: At most so many; `nil` uses all cores. The result does not depend on it.
    public init(_ catalogue: Catalogue, threads: Int? = nil) {
        self.catalogue = catalogue
        self.threads = threads
        diagnosis = Diagnosis(catalogue.assessment, period: catalogue.period, threads: threads)
        acting = Acting(catalogue)
    }

    func unit(of body: Int) -> Int {
        catalogue.assessment.unit(body: body, period: catalogue.period)
    }

    /// -1 where less is better: the node is ranked, and the lowest is the best.
    func sign(of node: Int) -> Int128 {
        let ranking = catalogue.assessment.plan.ranking
        let isFalling = ranking.map { $0.best == .lowest && $0.nodes.contains(node) } ?? false
        return isFalling ? -1 : 1
    }

    func scoreTable(of node: Int, body: Int) -> Table? {
        tables.table(.score(body: body, node: node)) {
            Table.score(
                of: node, at: unit(of: body), sign: sign(of: node), acting, threads: threads)
        }
    }

    func meanTable(of stage: Int, body: Int) -> Table? {
        tables.table(.mean(body: body, stage: stage)) {
            diagnosis.flatMap { diagnosis in
                diagnosis.body(body).flatMap {
                    Table.mean(of: stage, $0, diagnosis, acting, threads: threads)
                }
            }
        }
    }

    func stageTable(of stage: Int, body: Int) -> Table? {
        tables.table(.stage(body: body, stage: stage)) {
            diagnosis.flatMap { diagnosis in
                diagnosis.body(body).map {
                    Table.stage(stage, $0, diagnosis, acting, threads: threads)
                }
            }
        }
    }

    func apparatusTable(of stage: Int, isWhole: Bool) -> Table? {
        tables.table(.apparatus(stage: stage, isWhole: isWhole)) {
            diagnosis.flatMap {
                Table.apparatus(stage, isWhole: isWhole, $0, acting, threads: threads)
            }
        }
    }
}
