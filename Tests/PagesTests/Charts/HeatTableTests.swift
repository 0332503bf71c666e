internal import Locales
internal import Scoring
internal import Testing

@testable internal import Pages

@Suite struct HeatTableTests {
    private let column = HeatTable.Column(
        name: "Block", lowest: ChartSamples.number("0"), highest: ChartSamples.number("100"))

    @Test(arguments: [
        ("0", 0), ("19.99", 0), ("20", 1), ("50", 2), ("79.9", 3), ("80", 4), ("100", 4),
        ("-5", 0), ("120", 4),
    ])
    func `the shade is the fifth of the scale`(score: String, step: Int) {
        #expect(HeatTile.step(ChartSamples.number(score), column) == step)
    }

    @Test func `every score stands in its cell as a number`() {
        for (_, table) in ChartSamples.heatTables {
            let labels = DrawnShapes(table).labels.filter { $0.look == .cell }
            let scores = table.rows.flatMap(\.cells).compactMap(\.score?.shown)
            #expect(labels.map(\.text) == scores)
        }
    }

    @Test(arguments: [State.missing, .notApplicable, .excluded])
    func `what has no score has a sign and a pattern of its own`(state: State) {
        let table = HeatTable(
            columns: [column], rows: [.init(name: "B", cells: [.init(state: state)])])

        var signs: [Mark.Sign] = []
        var hatches: [Mark.Hatch] = []
        for mark in DrawnShapes(table).marks {
            if case .sign(let sign, _, _) = mark.form { signs.append(sign) }
            if case .hatched(let hatch, _, _, _, _) = mark.form { hatches.append(hatch) }
        }

        // Once in the cell, once in the key.
        let sign: Mark.Sign = state == .missing ? .question : state == .excluded ? .cross : .dash
        #expect(signs == [sign, sign])
        let hatch: Set<Mark.Hatch> =
            state == .missing ? [.rising] : state == .excluded ? [.crossed] : []
        #expect(Set(hatches) == hatch)
    }

    @Test func `a table of few blocks is hardly wider than a telephone`() {
        let grid = HeatGrid(ChartSamples.heatTables[0].1)

        #expect(grid.width < 600)
        #expect(grid.column >= 56)
    }
}
