internal import Testing

@testable internal import Improvement

@Suite struct IntegerProgramTests {
    /// The three items of the textbook: 60, 100 and 120 for 10, 20 and 30 of 50.
    private var knapsack: IntegerProgram {
        var program = IntegerProgram()
        for value in [60.0, 100, 120] {
            program.objective[program.addColumn(isWhole: true)] = -value
        }
        program.addRow(
            [
                .init(column: 0, factor: 10), .init(column: 1, factor: 20),
                .init(column: 2, factor: 30),
            ],
            .atMost, 50)
        return program
    }

    @Test func `the knapsack of the textbook is filled with the second and the third`() {
        guard case .optimal(let values, let objective) = knapsack.solved(nodes: 100) else {
            Issue.record("not optimal")
            return
        }
        #expect(values.map { $0 > 0.5 } == [false, true, true])
        #expect(abs(objective + 220) < 1e-6)
    }

    @Test func `rows that contradict each other are infeasible, in parts and in wholes`() {
        var parts = knapsack
        parts.addRow([.init(column: 0, factor: 1)], .atLeast, 2)
        var wholes = knapsack
        wholes.addRow([.init(column: 0, factor: 2), .init(column: 1, factor: 2)], .equal, 1)
        for program in [parts, wholes] {
            guard case .infeasible = program.solved(nodes: 100) else {
                Issue.record("not infeasible")
                continue
            }
        }
    }

    @Test func `programs without columns, whole columns or rows are solved`() {
        var nothing = IntegerProgram()
        guard case .optimal([], 0) = nothing.solved(nodes: 1) else {
            Issue.record("nothing is optimal")
            return
        }
        nothing.addRow([], .atLeast, 1)
        guard case .infeasible = nothing.solved(nodes: 1) else {
            Issue.record("nothing is not 1")
            return
        }
        for isWhole in [false, true] {
            var program = IntegerProgram()
            program.objective[program.addColumn(isWhole: isWhole)] = -1
            guard case .optimal(let values, _) = program.solved(nodes: 1) else {
                Issue.record("not optimal")
                continue
            }
            #expect(abs(values[0] - 1) < 1e-9)
        }
    }

    @Test func `a column that is fixed keeps its value`() {
        var program = knapsack
        program.fix(0, at: 1)
        guard case .optimal(let values, _) = program.solved(nodes: 100) else {
            Issue.record("not optimal")
            return
        }
        #expect(values.map { $0 > 0.5 } == [true, false, true])
    }
}
