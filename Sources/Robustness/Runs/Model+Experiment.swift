extension Field: Contest {}

extension Model: Experiment {
    /// The choices of a run, and what it computes with.
    struct Memory: Sendable {
        var settings = Settings()
        var scratch: Scratch
    }

    var dimension: Int { factors.count }
    var contests: [Field] { fields }

    func memory() -> Memory { Memory(scratch: scratch()) }

    func compute(_ point: [Double], seed: UInt64, in memory: inout Memory) {
        choose(point, seed: seed, into: &memory.settings)
        run(memory.settings, in: &memory.scratch)
    }

    func scores(in memory: Memory) -> [[Double]] { memory.scratch.scores }
}
