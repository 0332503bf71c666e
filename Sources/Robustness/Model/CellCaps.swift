internal import Arithmetic
internal import Methodology

/// What the score of a cell is held to when its criteria are not as they should be.
struct CellCaps: Sendable {
    /// A score below the edge holds the cell down.
    struct Edge: Sendable {
        /// Positions among the children.
        let children: [Int]
        let edge: Double
        let cap: Double
    }

    /// Too little proof holds the cell down.
    struct Gate: Sendable {
        /// For each child whether one of its kinds of proof counts.
        let isCounted: [Bool]
        /// The least share of the observed weight.
        let share: Double
        let cap: Double
    }

    let decisive: Edge?
    let gate: Gate?

    /// What a comparison of doubles overlooks, in points or as a share.
    static let tolerance = 1e-9
}

extension Compiler {
    /// What holds a cell down; `nil` where nothing does.
    func cellCaps(_ position: Int, stage: Int) -> CellCaps? {
        guard let stages = plan.stages else { return nil }
        let children = plan.nodes[position].children.map { plan.nodes[$0].criterion }
        let decisive = children.indices.filter { children[$0]?.isDecisive ?? false }
        let edge = stages.decisive.flatMap { cap in
            decisive.isEmpty
                ? nil
                : CellCaps.Edge(
                    children: decisive, edge: cap.edge.double, cap: Double(cap.score))
        }
        let gate = stages.gate.flatMap { gate in
            !gate.stages.contains(stage)
                ? nil
                : CellCaps.Gate(
                    isCounted: children.map { criterion in
                        criterion?.proof.contains { gate.kinds.contains($0) } ?? false
                    }, share: gate.cap.edge.double, cap: Double(gate.cap.score))
        }
        // A gate that counts every child never closes.
        let open = gate.map { $0.isCounted.contains(false) } ?? false
        return edge == nil && !open ? nil : CellCaps(decisive: edge, gate: open ? gate : nil)
    }
}

extension Inner {
    /// Puts into the memory what each body's score is held to.
    func hold(
        by caps: CellCaps, _ settings: Settings, _ columns: [Column], _ work: inout Work
    ) {
        for body in work.caps.indices { work.caps[body] = .infinity }
        if let decisive = caps.decisive {
            for child in decisive.children where children[child].node != settings.leftOut {
                Self.hold(
                    columns[children[child].slot].scores, below: decisive.edge, to: decisive.cap,
                    &work.caps)
            }
        }
        guard let gate = caps.gate else { return }
        for body in work.caps.indices {
            weigh(at: body, settings, &work)
            if !isOpen(gate, body, settings, columns, work) {
                work.caps[body] = min(work.caps[body], gate.cap)
            }
        }
    }

    /// A score that is not there holds nothing down.
    private static func hold(
        _ scores: [Double], below edge: Double, to cap: Double, _ caps: inout [Double]
    ) {
        let edge = edge - CellCaps.tolerance
        for body in caps.indices where scores[body] < edge { caps[body] = min(caps[body], cap) }
    }

    /// Whether enough of the observed weight is of the kinds of proof that count.
    private func isOpen(
        _ gate: CellCaps.Gate, _ body: Int, _ settings: Settings, _ columns: [Column],
        _ work: Work
    ) -> Bool {
        var (counted, observed) = (0.0, 0.0)
        for (index, child) in children.enumerated() where child.node != settings.leftOut {
            guard columns[child.slot].marks[body].hasScore else { continue }
            observed += work.weights[index]
            if gate.isCounted[index] { counted += work.weights[index] }
        }
        return counted >= (gate.share - CellCaps.tolerance) * observed
    }
}

extension Fraction {
    /// The nearest double, nearly.
    fileprivate var double: Double { Double(numerator: numerator, denominator: denominator) }
}
