internal import Arithmetic
internal import Methodology

extension Model {
    /// What a point of the unit cube chooses.
    ///
    /// Of *m* options it is number ⌊u · m⌋. Where a factor is made of many numbers, ⌊u · 2³²⌋ is
    /// the name of a set of them: so a factor is one coordinate, and the same coordinate gives the
    /// same numbers.
    ///
    /// - Parameters:
    ///   - point: For each of ``factors`` a number from 0 to below 1.
    ///   - seed: The numbers within a factor follow from it and the factor's number.
    ///   - settings: Receives the choices; its memory is used again.
    package func choose(_ point: [Double], seed: UInt64, into settings: inout Settings) {
        for (index, factor) in factors.enumerated() {
            let place = point[index]
            switch factor.kind {
            case .weights: chooseWeights(place, seed, index, into: &settings)
            case .aggregation: settings.aggregation = Self.option(drawing.aggregates, place)
            case .scoring: settings.scoring = Self.number(factor.options ?? 1, place)
            case .treatment: settings.points = Self.option(drawing.points, place)
            case .missing: settings.missing = Self.option(drawing.missing, place)
            case .leaveOneOut: settings.leftOut = Self.option(drawing.leaves, place)
            case .bounds:
                var stream = Self.stream(place, seed, index)
                Self.draw(openCount, into: &settings.bounds) { stream.uniform() }
            case .passMarks:
                var stream = Self.stream(place, seed, index)
                Self.draw(passMarkCount, into: &settings.passMarks) { stream.uniform() }
            case .sampling:
                var stream = Self.stream(place, seed, index)
                Self.draw(sampledCount, into: &settings.sampling) { stream.normal() }
            }
        }
    }

    private static func option<Option>(_ options: [Option], _ place: Double) -> Option {
        options[number(options.count, place)]
    }

    private static func number(_ count: Int, _ place: Double) -> Int {
        min(max(Int(place * Double(count)), 0), count - 1)
    }

    /// The numbers within a factor; no run's own numbers have such a purpose.
    private static func stream(_ place: Double, _ seed: UInt64, _ factor: Int) -> RandomStream {
        RandomStream(
            seed: seed, number: UInt64(max(place, 0) * 0x1p32),
            purpose: 0x8000_0000 | UInt32(truncatingIfNeeded: factor))
    }

    private static func draw(
        _ count: Int, into numbers: inout [Double]?, _ next: () -> Double
    ) {
        var drawn = numbers ?? []
        numbers = nil
        drawn.removeAll(keepingCapacity: true)
        for _ in 0..<count { drawn.append(next()) }
        numbers = drawn
    }

    private func chooseWeights(
        _ place: Double, _ seed: UInt64, _ factor: Int, into settings: inout Settings
    ) {
        var place = place
        if drawing.hasEqualWeights {
            settings.hasEqualWeights = place < 0.5
            place = place * 2 - 1
            // Without noise the others are the edition's own.
            if settings.hasEqualWeights || drawing.sites.isEmpty { return }
        }
        var stream = Self.stream(place, seed, factor)
        var weights = settings.weights ?? []
        settings.weights = nil
        if weights.isEmpty { weights = [Double](repeating: 1, count: nodeCount) }
        for site in drawing.sites { site.draw(&stream, into: &weights) }
        settings.weights = weights
    }
}

extension Drawing.Site {
    /// Draws what the weights of the children are multiplied by.
    ///
    ///     uniform:   1 − e + 2 e u
    ///     Dirichlet: of shape (3 (k − 1) / e² − 1) · share, over the share
    ///
    /// so that of k children with the same weight each has the same standard deviation either way.
    func draw(_ stream: inout RandomStream, into factors: inout [Double]) {
        switch shape {
        case .uniform:
            var sum = 0.0
            for (index, child) in children.enumerated() {
                factors[child] = 1 - spread + 2 * spread * stream.uniform()
                sum += factors[child] * shares[index]
            }
            guard keepsSum else { return }
            for child in children { factors[child] /= sum }
        case .dirichlet:
            let whole = 3 * Double(children.count - 1) / (spread * spread) - 1
            let drawn = stream.dirichlet(shapes: shares.map { $0 * whole })
            for (index, child) in children.enumerated() {
                factors[child] = drawn[index] / shares[index]
            }
        }
    }
}
