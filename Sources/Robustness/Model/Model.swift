package import Methodology
package import Scoring

/// An assessment compiled to runs with doubles: what no choice moves is constant in it.
package struct Model: Sendable {
    /// The position of the period.
    package let period: Int
    /// The positions in the evidence of the bodies that are computed, in its order.
    package let bodies: [Int]
    /// The positions of the nodes whose results are looked at.
    package let nodes: [Int]
    /// What is drawn in each run.
    package let factors: [Factor]
    /// For each of ``nodes``, who is ranked among whom.
    package let fields: [Field]
    /// How many scores range over their bounds.
    package let openCount: Int
    /// How many pass marks are drawn.
    package let passMarkCount: Int
    /// How many values have a standard error, and are drawn.
    package let sampledCount: Int

    /// How many nodes the plan has.
    let nodeCount: Int
    /// In the order in which they are computed.
    let steps: [Step]
    let leaves: [Leaf]
    let inners: [Inner]
    let formulated: [Formulated]
    /// The columns of nodes that no run changes, and the official ones of the others.
    let columns: [Column]
    /// For each of ``nodes``, where its column stands.
    private let results: [Int]
    let drawing: Drawing

    /// What is computed next.
    enum Step: Sendable {
        case leaf(Int)
        case inner(Int)
        case formulated(Int)
    }

    /// Compiles an assessment.
    ///
    /// - Throws: What is wrong: a factor that cannot act on this evidence, a rule that cannot be
    ///   computed under alternatives, or a run without changes that differs from the official
    ///   results.
    package init(
        _ assessment: Assessment, _ alternatives: Alternatives, period: Int
    ) throws(Study.Diagnostics) {
        var compiler = Compiler(assessment, alternatives, period: period)
        compiler.compile()
        compiler.refuseNodes()
        guard compiler.problems.isEmpty else { throw Study.Diagnostics(compiler.problems) }
        let drawing = compiler.drawing()
        guard compiler.problems.isEmpty else {
            throw Study.Diagnostics(compiler.problems, idle: compiler.idle)
        }
        compiler.fillChoices(drawing)
        self.drawing = drawing
        (self.period, bodies) = (period, compiler.bodies)
        (nodes, factors) = (alternatives.nodes, drawing.factors)
        fields = alternatives.nodes.map { Field($0, assessment, compiler) }
        (openCount, sampledCount) = (compiler.openCount, compiler.sampledCount)
        passMarkCount = compiler.passMarkCount
        nodeCount = assessment.plan.nodes.count
        (steps, leaves, inners) = (compiler.steps, compiler.leaves, compiler.inners)
        (formulated, columns) = (compiler.formulated, compiler.columns)
        results = alternatives.nodes.map { compiler.slots[$0] }
        let differences = differences(from: assessment)
        guard differences.isEmpty else { throw Study.Diagnostics(differences) }
    }

    /// The memory that a run needs.
    package func scratch() -> Scratch {
        let programs = formulated.flatMap(\.programs)
        let registers = programs.map(\.operations.count).max() ?? 0
        let parts = max(inners.map(\.children.count).max() ?? 0, registers)
        let outranking = inners.filter { if case .copeland = $0.combining { true } else { false } }
        let compared = outranking.map(\.children.count).max() ?? 0
        return Scratch(
            columns: columns, leaves: leaves.count, results: nodes.count,
            Work(
                children: parts, bodies: bodies.count, registers: registers,
                matrix: compared * bodies.count, hasCells: inners.contains { $0.caps != nil }))
    }

    /// Computes the scores of one run; takes no new memory.
    ///
    /// - Parameters:
    ///   - settings: What it chooses.
    ///   - scratch: Of this model; ``Scratch/scores`` receives the result.
    package func run(_ settings: Settings, in scratch: inout Scratch) {
        let choice = Choice(settings, drawing)
        for step in steps {
            switch step {
            case .leaf(let index):
                let slot = leaves[index].slot
                if leaves[index].isSettled, let place = leaves[index].strides.position(of: choice) {
                    guard scratch.places[index] != place else { continue }
                    scratch.columns[slot] = leaves[index].choices[place]
                    scratch.places[index] = place
                } else {
                    scratch.places[index] = -1
                    leaves[index].run(
                        settings, choice, into: &scratch.columns[slot], &scratch.work)
                }
            case .inner(let index):
                scratch.takeOut(inners[index].slot)
                inners[index].run(settings, scratch.columns, into: &scratch.own, &scratch.work)
                scratch.putBack(inners[index].slot)
            case .formulated(let index):
                scratch.takeOut(formulated[index].slot)
                formulated[index].run(
                    settings, scratch.columns, into: &scratch.own, &scratch.work)
                scratch.putBack(formulated[index].slot)
            }
        }
        for (result, slot) in results.enumerated() {
            for body in bodies.indices {
                scratch.scores[result][body] = scratch.columns[slot].scores[body]
                scratch.marks[result][body] = scratch.columns[slot].marks[body]
            }
        }
    }
}
