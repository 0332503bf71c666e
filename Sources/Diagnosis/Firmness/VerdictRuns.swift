internal import Arithmetic
internal import Diagnostics
internal import Methodology
internal import Robustness

/// Runs of a model, and the verdicts that each of them comes to.
struct VerdictRuns: Sendable {
    /// So many runs are computed before their verdicts are counted.
    static let piece = 16

    let model: Model
    let rule: VerdictRule<Double>
    /// The bodies that have a verdict, as positions in ``Model/bodies``.
    let bodies: [Int]
    /// What is known of the apparatus; `nil` where the edition looks at bodies alone.
    let apparatus: ApparatusRuns?
    /// Codes of the edition's own verdicts, by body and then of the apparatus.
    let own: [VerdictCode]

    /// The nodes that verdicts rest on: cells by dimension and stage, then criteria of the system.
    static func nodes(of diagnosis: Diagnosis) -> [Int] {
        let cells = diagnosis.rule.dimensions.flatMap(\.cells)
        guard diagnosis.apparatus != nil else { return cells }
        return cells + ApparatusRuns.criteria(of: diagnosis).map(\.node)
    }

    /// The verdicts of runs of a model that looks at ``nodes(of:)``.
    init(_ diagnosis: Diagnosis, _ model: Model) {
        self.model = model
        rule = VerdictRule(diagnosis.rule)
        let places = Dictionary(
            uniqueKeysWithValues: model.bodies.enumerated().map { ($0.element, $0.offset) })
        // Whoever has a verdict exists in the period, and is computed.
        bodies = diagnosis.bodies.compactMap { places[$0.body] }
        apparatus = ApparatusRuns(diagnosis, places)
        own =
            diagnosis.bodies.map { VerdictCode($0.verdict.standings) }
            + (diagnosis.apparatus.map { [VerdictCode($0.verdict.standings)] } ?? [])
    }

    /// For each of ``nodes(of:)``, the bodies on whose scores there verdicts rest, as positions in
    /// ``Model/bodies``: cells of the bodies that have a verdict, and criteria of the system.
    var read: [[Int]] {
        Array(repeating: bodies, count: rule.dimensions * rule.stages) + (apparatus?.read ?? [])
    }

    /// What a run works with; each thread has its own.
    struct Memory: Sendable {
        var settings = Settings()
        var scratch: Scratch
        var point: [Double]
        /// Of the body at work, by dimension, then by stage.
        var cells: [StageCell<Double>]
        /// What the bodies before it add up to.
        var sums: ApparatusRuns.Sums
    }

    func memory() -> Memory {
        Memory(
            scratch: model.scratch(), point: Array(repeating: 0, count: model.factors.count),
            cells: Array(repeating: .notAssessed, count: rule.dimensions * rule.stages),
            sums: ApparatusRuns.Sums(cells: rule.dimensions * rule.stages, stages: rule.stages))
    }

    /// Counts the verdicts of all runs.
    ///
    /// - Returns: By body and then of the apparatus; it grows with neither runs nor threads.
    func tally(runs: Int, seed: UInt64, threads: Int?) -> VerdictTally {
        let tally = TallyBox(VerdictTally(own: own, stages: rule.stages))
        let pool = Pool<Memory>()
        Parallel.stream(runs, chunk: Self.piece, threads: threads) { piece in
            pool.use(making: memory) { memory in codes(of: piece, seed: seed, in: &memory) }
        } taking: { codes in
            tally.add(codes)
        }
        return tally.value
    }

    /// For each body, and for the apparatus, the codes of some runs.
    private func codes(
        of runs: Range<Int>, seed: UInt64, in memory: inout Memory
    ) -> [VerdictCode] {
        var codes = [VerdictCode](
            repeating: VerdictCode(bits: 0), count: own.count * runs.count)
        for (place, run) in runs.enumerated() {
            model.draw(run: run, seed: seed, &memory.point, into: &memory.settings)
            compute(in: &memory) { codes[$0 * runs.count + place] = $1 }
        }
        return codes
    }

    /// Computes a run and hands on the code of each body, and then of the apparatus.
    func compute(in memory: inout Memory, _ take: (_ position: Int, VerdictCode) -> Void) {
        model.run(memory.settings, in: &memory.scratch)
        memory.sums.clear()
        let stages = rule.stages
        for (position, body) in bodies.enumerated() {
            for cell in memory.cells.indices {
                memory.cells[cell] = Self.cell(
                    memory.scratch.scores[cell][body], memory.scratch.marks[cell][body])
            }
            let code = rule.code { memory.cells[$0 * stages + $1] }
            if let apparatus {
                memory.sums.add(memory.cells, code, weight: apparatus.weights[position])
            }
            take(position, code)
        }
        guard let apparatus else { return }
        let sums = memory.sums
        let code = rule.code {
            sums.mean($0 * stages + $1)
        } ground: { stage in
            apparatus.ground(stage, sums, memory.scratch, leftOut: memory.settings.leftOut)
        }
        take(bodies.count, code)
    }

    private static func cell(_ score: Double, _ mark: Mark) -> StageCell<Double> {
        switch mark {
        case .score, .filled: .score(score)
        // What was left out of a run is not there at all.
        case .notApplicable, .leftOut: .notApplicable
        case .missing, .excluded: .notAssessed
        }
    }
}
