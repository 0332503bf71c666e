internal import Arithmetic
internal import Locales
internal import Scoring

@testable internal import Pages

/// Charts of ordinary and of degenerate data, by name.
enum ChartSamples {
    /// A number as it is written here, shown in English with so many digits as it has.
    static func number(_ text: String) -> Plotted {
        let number = (try? Fixed(text)) ?? .zero
        return Plotted(number, shown: Locale.english.decimal(text))
    }

    /// 0…100 without bands.
    static let plain = PlotRange(number("0"), number("100"))

    /// 0…100 with four bands.
    static let banded = PlotRange(
        number("0"), number("100"),
        bands: [
            .init(title: "Insufficient", from: nil, below: number("40")),
            .init(title: "Developing", from: number("40"), below: number("60")),
            .init(title: "Good", from: number("60"), below: number("80")),
            .init(title: "Excellent", from: number("80"), below: nil),
        ])

    static let names = [
        "Ministry of Finance", "Committee for Statistics", "Ministry of Justice",
        "Agency for Public Service Affairs", "Ministry of Agriculture",
        "Ministry of Labour and Social Protection of the Population", "Ministry of Health",
        "Ministry of Digital Development, Innovations and Aerospace Industry",
        "Ministry of Ecology and Natural Resources", "Ministry of Culture",
    ]

    static let hostile = [
        "<script>alert(\"1\")</script> & Sons",
        "وزارة المالية (المالية العامة)",
        "\u{202E}reversed by an override",
        String(repeating: "Ministry of very long names ", count: 11),
        "Z\u{335}\u{340}\u{341}\u{342}\u{343}\u{344}\u{345}algo\u{300}\u{301}\u{302}\u{303}\u{304}",
        "e\u{301}te\u{301} – Ünïcode 部門 🏛️👩‍👩‍👧",
        "Қазақстан Республикасы Ауыл шаруашылығы министрлігі мен Экология комитеті",
        String(repeating: "W", count: 300),
    ]
}

extension ChartSamples {
    static let ranked: [(String, RankedDots)] = [
        ("ranked", RankedDots(range: banded, rows: rankedRows)),
        (
            "ranked-one",
            RankedDots(
                range: plain,
                rows: [.init(name: "Ministry of Finance", rank: "1", score: number("50"))])
        ),
        (
            "ranked-equal",
            RankedDots(
                range: plain,
                rows: names.prefix(3).map {
                    .init(name: Phrase($0), rank: "1=", score: number("70"))
                })
        ),
        (
            "ranked-none",
            RankedDots(
                range: banded,
                rows: names.prefix(2).map { .init(name: Phrase($0), note: "not applicable") })
        ),
        ("ranked-nobody", RankedDots(range: plain, rows: [])),
        ("ranked-beyond", RankedDots(range: banded, rows: beyondRows)),
        ("ranked-huge", RankedDots(range: hugeRange, rows: hugeRows)),
        (
            "ranked-hostile",
            RankedDots(
                range: banded,
                rows: hostile.enumerated().map { index, name in
                    .init(
                        name: index == 1 ? Phrase([.foreign(name, tag: "ar")]) : Phrase(name),
                        rank: String(index + 1), score: number(String(90 - 7 * index)),
                        isOwn: index == 3)
                })
        ),
        ("ranked-intervals", RankedDots(range: banded, rows: intervalRows)),
        ("ranked-narrow-bands", RankedDots(range: narrowBands, rows: rankedRows)),
    ]

    private static let rankedRows: [RankedDots.Row] = {
        let scores = ["91.40", "84.00", "84.00", "77.25", "71.02", "66.90", "58.33", "41.70"]
        let ranks = ["1", "2=", "2=", "4", "5", "6", "7", "8"]
        var rows = zip(names, zip(ranks, scores)).map { name, figures in
            RankedDots.Row(
                name: Phrase(name), rank: figures.0, score: number(figures.1),
                address: "bodies/x.html")
        }
        rows[1].bounds = (number("79.50"), number("88.00"))
        rows[4].isOwn = true
        rows[4].bounds = (number("55.00"), number("75.10"))
        rows[6].bounds = (number("0"), number("100"))
        rows.append(
            .init(
                name: Phrase(names[8]), bounds: (number("12.00"), number("83.50")),
                note: "missing"))
        rows.append(.init(name: Phrase(names[9]), note: "not applicable"))
        return rows
    }()

    private static let intervalRows: [RankedDots.Row] = {
        var rows = rankedRows
        for (place, ends) in [("88.00", "93.00"), ("70.50", "90.10"), ("84", "84")].enumerated() {
            rows[place].interval = (number(ends.0), number(ends.1))
        }
        rows[8].interval = (number("20.00"), number("70.00"))
        return rows
    }()

    private static let beyondRows: [RankedDots.Row] = [
        .init(name: "With a bonus", rank: "1", score: number("112.5")),
        .init(name: "At the top", rank: "2", score: number("100")),
        .init(name: "Below zero", rank: "3", score: number("-14")),
    ]

    private static let hugeRange = PlotRange(
        number("0"), number("1000000000000000000"))

    private static let hugeRows: [RankedDots.Row] = [
        .init(name: "All of it", rank: "1", score: number("1000000000000000000")),
        .init(name: "Half of it", rank: "2", score: number("500000000000000000")),
        .init(name: "Nearly nothing", rank: "3", score: number("0.000000000000000001")),
    ]

    /// Bands that crowd at the upper end, with names that are wider than they are.
    static let narrowBands = PlotRange(
        number("0"), number("100"),
        bands: [
            .init(title: "Does not meet the requirements", from: nil, below: number("70")),
            .init(title: "Minimum level reached", from: number("70"), below: number("80")),
            .init(title: "Advanced level", from: number("80"), below: number("90")),
            .init(title: "Outstanding", from: number("90"), below: number("95")),
            .init(title: "Exemplary for all others", from: number("95"), below: nil),
        ])
}

extension ChartSamples {
    static let waterfalls: [(String, Waterfall)] = [
        (
            "waterfall",
            Waterfall(
                start: .init(name: "Maximum", points: number("100")),
                steps: [
                    .init(
                        name: "Answers within the legal time", change: number("-12.50"),
                        reason: "62 of 80 answers were late", address: "#node-answers"),
                    .init(name: "Open data sets published", change: number("-8.25")),
                    .init(
                        name: "Accessibility statement", change: number("-5"), isOpen: true,
                        reason: "missing"),
                    .init(name: "Complaints settled before court", change: number("-0.08")),
                    .init(name: "Bonus for peer training", change: number("2.50")),
                ],
                end: .init(name: "Score", points: number("76.67")))
        ),
        (
            "waterfall-nothing",
            Waterfall(
                start: .init(name: "Maximum", points: number("100")), steps: [],
                end: .init(name: "Score", points: number("100")))
        ),
        (
            "waterfall-negative",
            Waterfall(
                start: .init(name: "Maximum", points: number("10")),
                steps: [
                    .init(name: "Penalties", change: number("-25")),
                    .init(name: "Bonus", change: number("3")),
                ],
                end: .init(name: "Score", points: number("-12")))
        ),
        (
            "waterfall-zero",
            Waterfall(
                start: .init(name: "Maximum", points: number("0")), steps: [],
                end: .init(name: "Score", points: number("0")))
        ),
    ]

    static let distributions: [(String, DistributionChart)] = [
        (
            "distribution",
            DistributionChart(
                range: banded, scores: spread(24), unscored: 2,
                median: .init(name: "Median", score: number("63.5")),
                own: .init(name: "Ministry of Agriculture", score: spread(24)[5]))
        ),
        (
            "distribution-bars",
            DistributionChart(
                range: banded, scores: spread(700), unscored: 31,
                median: .init(name: "Median", score: number("58.2")),
                own: .init(name: Phrase(names[7]), score: number("77")))
        ),
        (
            "distribution-equal",
            DistributionChart(
                range: plain, scores: Array(repeating: number("70"), count: 40),
                median: .init(name: "Median", score: number("70")))
        ),
        ("distribution-one", DistributionChart(range: plain, scores: [number("50")])),
        ("distribution-none", DistributionChart(range: banded, scores: [], unscored: 5)),
        (
            "distribution-huge",
            DistributionChart(
                range: PlotRange(number("-1000000000000000000"), number("1000000000000000000")),
                scores: ["-1000000000000000000", "3", "999999999999999999.5"].map(number))
        ),
    ]

    /// Scores that are always the same and look like chance.
    static func spread(_ count: Int) -> [Plotted] {
        var state: UInt64 = 7
        return (0..<count).map { _ in
            var sum = 0
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                sum += Int(state >> 40) % 3334
            }
            let (whole, rest) = sum.quotientAndRemainder(dividingBy: 100)
            return number("\(whole)." + (rest < 10 ? "0" : "") + "\(rest)")
        }
    }
}

extension ChartSamples {
    static let heatTables: [(String, HeatTable)] = [
        ("heat", heat(["Strategy", "Budget", "Services", "Openness", "Staff"], names)),
        (
            "heat-wide",
            heat(
                [
                    "Strategic planning", "Budget", "Public services", "Interdepartmental work",
                    "Human resources management", "Digital transformation", "Open data", "Law",
                    "Work with citizens and associations",
                ], names.prefix(4) + hostile.suffix(4))
        ),
        (
            "heat-one",
            HeatTable(
                columns: [column("Total")],
                rows: [
                    .init(
                        name: "A",
                        cells: [.init(score: number("1000000000000000000"), state: .score)])
                ])
        ),
        ("heat-nobody", HeatTable(columns: [], rows: [])),
    ]

    private static func column(_ name: String) -> HeatTable.Column {
        .init(name: Phrase(name), lowest: number("0"), highest: number("100"))
    }

    private static func heat(_ columns: [String], _ rows: some Sequence<String>) -> HeatTable {
        HeatTable(
            columns: columns.map(column),
            rows: rows.enumerated().map { index, name in
                .init(
                    name: Phrase(name),
                    cells: columns.indices.map { column in
                        switch (index * 7 + column * 3) % 17 {
                        case 1: .init(state: .missing)
                        case 5: .init(state: .notApplicable)
                        case 9: .init(state: .excluded)
                        default:
                            .init(
                                score: number("\((index * 37 + column * 23) % 101).5"),
                                state: .score, address: "bodies/x.html#node-y")
                        }
                    }, address: "bodies/x.html")
            })
    }

    static let trends: [(String, Trend)] = [
        (
            "trend",
            Trend(
                upright: .numbers(banded),
                periods: ["2021", "2022", "2023", "2024", "2025", "2026"],
                lines: [
                    .init(
                        name: "Ministry of Agriculture",
                        points: ["51.2", "48.9", nil, "63.1", "70.4", "71.0"].map(optional)),
                    .init(
                        name: "Median of its peers",
                        points: ["55.0", "56.1", "57.9", "60.0", "61.2", "63.5"].map(optional)),
                ], breaks: [4])
        ),
        (
            "trend-two",
            Trend(
                upright: .numbers(plain), periods: ["2025", "2026"],
                lines: [.init(name: "Total", points: [number("60"), number("64.5")])])
        ),
        (
            "trend-grades",
            Trend(
                upright: .grades(["Professional", "Strategic", "Innovative"]),
                periods: ["2024", "2025", "2026"],
                lines: [
                    .init(
                        name: "Stage",
                        points: [
                            Plotted(grade: 0, exact: "professional", shown: "Professional"),
                            Plotted(grade: 0, exact: "professional", shown: "Professional"),
                            Plotted(grade: 2, exact: "innovative", shown: "Innovative"),
                        ])
                ])
        ),
        (
            "trend-one",
            Trend(
                upright: .numbers(plain), periods: ["2026"],
                lines: [.init(name: "Total", points: [number("60")])])
        ),
        (
            "trend-none",
            Trend(
                upright: .numbers(plain), periods: ["2025", "2026"],
                lines: [.init(name: "Total", points: [nil, nil])])
        ),
        (
            "trend-long",
            Trend(
                upright: .numbers(narrowBands),
                periods: (0..<40).map { Phrase("Quarter " + String($0)) },
                lines: [
                    .init(
                        name: "Total",
                        points: spread(40).enumerated().map { $0 % 11 == 3 ? nil : $1 })
                ])
        ),
        ("trend-nothing", Trend(upright: .numbers(plain), periods: [], lines: [])),
    ]

    private static func optional(_ text: String?) -> Plotted? { text.map(number) }

    static let targets: [(String, TargetActual)] = [
        (
            "targets",
            TargetActual(rows: [
                .init(
                    name: "Share of services that are fully digital", actual: number("92.5"),
                    target: number("90"), verdict: .met, word: "met", range: plain,
                    address: "#node-x"),
                .init(
                    name: "Complaints answered within fifteen days", actual: number("61"),
                    target: number("80"), verdict: .notMet, word: "not met", range: plain),
                .init(
                    name: "Persons trained", actual: number("1240"), target: number("1000"),
                    verdict: .met, word: "met"),
                .init(
                    name: "Staff turnover", actual: nil, target: number("8"), verdict: .open,
                    word: "not known"),
                .init(
                    name: "Change of the budget balance", actual: number("-4.2"),
                    target: number("1.5"), verdict: .notMet, word: "not met"),
            ])
        ),
        (
            "targets-degenerate",
            TargetActual(rows: [
                .init(name: "Nothing known", verdict: .open, word: "not known"),
                .init(
                    name: "Both zero", actual: number("0"), target: number("0"), verdict: .met,
                    word: "met"),
                .init(
                    name: Phrase(hostile[3]), actual: number("1000000000000000000"),
                    target: number("999999999999999999"), verdict: .met,
                    word: Phrase(hostile[3])),
            ])
        ),
        ("targets-nothing", TargetActual(rows: [])),
    ]
}
