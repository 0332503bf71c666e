internal import Locales

@testable internal import Pages

extension ChartSamples {
    static let frontiers: [(String, FrontierChart)] = [
        (
            "frontier-bands",
            FrontierChart(
                costName: "Cost, thousand KZT", currency: "KZT", reachedName: "Total",
                upright: .numbers(banded),
                points: [
                    point("0", "52.4", 0, "Developing"), point("30", "57.1", 1, "Developing"),
                    point("85", "61.25", 2, "Good"), point("120", "66", 4, "Good"),
                    point("410", "74.5", 7, "Good"), point("900", "79.9", 11, "Good"),
                    point("1600", "82.2", 15, "Excellent"),
                ], chosen: point("85", "61.25", 2, "Good"))
        ),
        (
            "frontier-shares",
            FrontierChart(
                costName: "Cost, million KZT", currency: "KZT",
                reachedName: "Share of “Staff” in bodies that attained “strategic”",
                upright: .percent,
                points: [
                    point("0", "12.5", 0, "professional"),
                    point("250", "40", 9, "professional", isProven: false),
                    point("1220", "76.2", 21, "strategic"),
                    point("2000", "91", 30, "strategic", isProven: false),
                ], edge: (number("75"), "75 % is needed"),
                chosen: point("1220", "76.2", 21, "strategic"), namesSteps: true)
        ),
        (
            "frontier-nothing",
            FrontierChart(
                costName: "Cost, KZT", currency: "KZT", reachedName: "Total",
                upright: .numbers(plain), points: [point("0", "100", 0, nil)])
        ),
        (
            "frontier-one-step",
            FrontierChart(
                costName: "Cost, KZT", currency: "KZT", reachedName: "Total",
                upright: .numbers(plain),
                points: [point("0", "-3", 0, nil), point("0.5", "-2.999", 1, nil)])
        ),
        (
            "frontier-hostile",
            FrontierChart(
                costName: Phrase(hostile[3]), currency: hostile[0],
                reachedName: Phrase(hostile[1]), upright: .numbers(banded),
                points: hostile.enumerated().map { index, text in
                    point("\(index * 1000)", "\(40 + index * index)", index, Phrase(text))
                }, edge: (number("70"), Phrase(hostile[7])), namesSteps: true)
        ),
    ]

    private static func point(
        _ cost: String, _ reached: String, _ measures: Int, _ step: Phrase?, isProven: Bool = true
    ) -> FrontierChart.Point {
        FrontierChart.Point(
            cost: number(cost), reached: number(reached), measures: measures, step: step,
            isProven: isProven)
    }
}
