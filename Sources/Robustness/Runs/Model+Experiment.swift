internal import Arithmetic

extension Field: Contest {}

extension Model {
    /// Draws what a run chooses: a point of the unit cube, and what it stands for.
    ///
    /// - Parameters:
    ///   - run: The number of the run; the same number and seed give the same choices.
    ///   - seed: What all draws follow from.
    ///   - point: Memory; as long as there are ``factors``.
    ///   - settings: Receives the choices; its memory is used again.
    package func draw(
        run: Int, seed: UInt64, _ point: inout [Double], into settings: inout Settings
    ) {
        var stream = RandomStream(seed: seed, number: UInt64(run), purpose: Purpose.run)
        for factor in point.indices { point[factor] = stream.uniform() }
        choose(point, seed: seed, into: &settings)
    }
}

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
