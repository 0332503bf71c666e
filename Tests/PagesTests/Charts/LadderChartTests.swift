internal import Diagnosis
internal import Locales
internal import TestSupport
internal import Testing

@testable internal import Pages

@Suite struct LadderChartTests {
    private static func cell(
        _ status: CellResult.Status, _ score: String? = nil, isCapped: Bool = false
    ) -> LadderChart.Cell {
        LadderChart.Cell(
            status: status, word: Phrase(status.rawValue),
            score: score.map { ChartSamples.number($0) }, isCapped: isCapped)
    }

    static let samples: [(String, LadderChart)] = [
        (
            "ladder",
            LadderChart(
                columns: ["professional", "strategic", "innovative"].map {
                    .init(name: $0, mean: ChartSamples.number("66.25"), standing: "elements")
                },
                rows: [
                    .init(
                        name: "Merit, values & attraction of people to the public service",
                        cells: [
                            cell(.established, "82.00"), cell(.emerging, "69.90", isCapped: true),
                            cell(.absent, "31.00"),
                        ], address: "dimension-B1.html"),
                    .init(
                        name: "Services",
                        cells: [
                            cell(.notApplicable), cell(.notAssessed), cell(.established, "70"),
                        ]),
                ])
        ),
        (
            "ladder-hostile",
            LadderChart(
                columns: ChartSamples.hostile.prefix(5).map {
                    .init(name: Phrase($0), standing: Phrase($0))
                },
                rows: ChartSamples.hostile.map { name in
                    .init(
                        name: Phrase(name),
                        cells: Array(
                            repeating: .init(status: .emerging, word: Phrase(name)), count: 5))
                })
        ),
        ("ladder-empty", LadderChart(columns: [], rows: [])),
    ]

    @Test func `ladders are drawn as recorded`() {
        for (name, chart) in Self.samples {
            expectGolden(
                Written.chart(chart, name, .english) { _ in "What it shows." }, name + ".html")
        }
    }

    @Test(arguments: CellResult.Status.allCases)
    func `every status has a shape of its own beside its word`(status: CellResult.Status) {
        let shapes = CellResult.Status.allCases.map { Self.shapes(of: $0) }
        #expect(shapes.count { $0 == Self.shapes(of: status) } == 1)

        let labels = DrawnShapes(Self.chart(status)).labels.map(\.text)
        #expect(labels.contains(status.rawValue))
    }

    private static func chart(_ status: CellResult.Status) -> LadderChart {
        LadderChart(
            columns: [.init(name: "S", standing: "")],
            rows: [.init(name: "D", cells: [cell(status)])])
    }

    private static func shapes(of status: CellResult.Status) -> [Mark.Form] {
        DrawnShapes(chart(status)).marks.map(\.form).filter { form in
            switch form {
            case .dot, .sign: true
            case .line, .bar, .hatched: false
            }
        }
    }

    @Test func `every score of a cell and of a stage stands in the table`() {
        let chart = Self.samples[0].1
        let written = Written.chart(chart, "ladder", .english) { _ in "" }
        for score in ["82.00", "69.90", "31.00", "70", "66.25"] {
            #expect(written.contains(">\(score)</data>"))
        }
    }
}
