internal import Arithmetic
internal import Diagnostics
internal import Methodology

extension Model {
    /// So often everything else is drawn before a factor is said to change nothing.
    private static let probes: UInt64 = 16

    /// What is wrong where nothing is drawn.
    static func nothingDrawn(_ alternatives: Alternatives) -> Diagnostic {
        Diagnostic(
            .error, "robustness.cannot-act", at: alternatives.place,
            "the alternatives name nothing that is drawn",
            help: "Name one that acts, as in weights: {each: 25 %} or leave-one-out: yes")
    }

    /// The factors that change no score, whatever else is drawn.
    ///
    /// - Parameters:
    ///   - alternatives: What is drawn.
    ///   - reading: For each of ``nodes``, the bodies whose scores are looked at; `nil` for all.
    /// - Returns: In the order of the factors; none where each moves something.
    func idleness(_ alternatives: Alternatives, reading: [[Int]]? = nil) -> [Idle] {
        var scratch = scratch()
        let read = reading ?? nodes.map { _ in Array(bodies.indices) }
        return factors.indices.filter { !acts($0, read, &scratch) }.map { factor in
            let key = factors[factor].kind.rawValue
            return Idle(
                kind: factors[factor].kind, node: nil,
                Diagnostic(
                    .error, "robustness.cannot-act", at: alternatives.place,
                    "the alternatives for \(key) change nothing: no score differs by them, "
                        + "whatever else is drawn",
                    help: "Leave \(key) out, or add an alternative that acts on this evidence"))
        }
    }

    /// Whether two of its options give other scores while the rest stays as it was drawn.
    private func acts(_ factor: Int, _ read: [[Int]], _ scratch: inout Scratch) -> Bool {
        let options = factors[factor].options ?? 2
        var settings = Settings()
        for probe in 0..<Self.probes {
            var stream = RandomStream(seed: 0, number: probe, purpose: Purpose.probe)
            var point = factors.map { _ in stream.uniform() }
            var first: [[Double]] = []
            for option in 0..<options {
                point[factor] = (Double(option) + 0.5) / Double(options)
                choose(point, seed: 0, into: &settings)
                run(settings, in: &scratch)
                if option == 0 { first = scratch.scores }
                if !Self.areSame(first, scratch.scores, read) { return true }
            }
        }
        return false
    }

    private static func areSame(
        _ some: [[Double]], _ others: [[Double]], _ read: [[Int]]
    ) -> Bool {
        read.indices.allSatisfy { node in
            read[node].allSatisfy { body in
                let (one, other) = (some[node][body], others[node][body])
                return one == other || one.isNaN && other.isNaN
            }
        }
    }
}
