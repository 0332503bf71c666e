import AssessmentSupport
import Foundation
import Scoring
import TestSupport
import Testing

/// Scores among 51 countries against those of COINr 1.1.14, column by column.
///
/// - Source: ASEM sustainable connectivity, European Commission, Joint Research Centre; computed
///   with the R package COINr.
@Suite(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
struct ConnectivityTests {
    private static func lines(_ path: String) throws -> [String] {
        String(decoding: try Folders.sharedData("coinr-asem/\(path).csv"), as: UTF8.self)
            .split(whereSeparator: \.isNewline).map(String.init)
    }

    /// A file of the data as rows by the first column.
    private static func table(_ path: String) throws -> [String: [String: String]] {
        let lines = try Self.lines(path)
        let rows = lines.map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map {
                String($0).replacing("\"", with: "")
            }
        }
        let heading = try #require(rows.first)
        return Dictionary(
            rows.dropFirst().map { row in
                (row[0], Dictionary(uniqueKeysWithValues: zip(heading, row)))
            }
        ) { first, _ in first }
    }

    /// The indicators whose lower values are better.
    private static func falling() throws -> Set<String> {
        // Level, id, name, direction: names hold commas, so the direction is found by its mark.
        Set(
            try lines("steps/meta_ind").filter { $0.contains(",\"-1\",") }.map {
                String($0.split(separator: ",")[1]).replacing("\"", with: "")
            })
    }

    @Test(arguments: [
        ("minmax", "min-max: {over: bodies, constant: missing, to: scale, better", 1e-9),
        (
            "minmax_1_100",
            "min-max: {over: bodies, constant: missing, to: {min: 1, max: 100}, better", 1e-9
        ),
        ("rank", "rank: {over: bodies, ties: lowest, better", 0),
        ("borda", "borda: {over: bodies, ties: lowest, better", 0),
        (
            "prank",
            "percentile-rank: {over: bodies, ties: lowest, constant: missing, to: {min: 0, max: 1}, better",
            1e-15
        ),
        (
            "zscore",
            "z-score: {over: bodies, deviation: sample, constant: missing, at-mean: 10, per-deviation: 2, better",
            1e-11
        ),
        (
            "zscore01",
            "z-score: {over: bodies, deviation: sample, constant: missing, at-mean: 0, per-deviation: 1, better",
            1e-11
        ),
    ]) func `scores among countries are those of the package`(
        variant: String, rule: String, within: Double
    ) throws {
        let values = try Self.table("steps/05_Treated")
        let expected = try Self.table("variants/normalised_\(variant)")
        let falling = try Self.falling()
        let indicators = try #require(values["AUS"]).keys.filter { $0 != "uCode" }.sorted()
        let countries = values.keys.sorted()
        #expect(indicators.count == 49 && countries.count == 51 && falling.count == 14)
        let isDeviation = rule.hasPrefix("z-score")
        let nodes = indicators.map { id in
            let better = falling.contains(id) ? "lower" : "higher"
            return "    - {id: \(id), value: \(id), score: {\(rule): \(better)}}}\n"
        }
        let made = try Workbench.assess(
            Workbench.edition(
                "inputs:\n" + indicators.map { "  \($0): {type: number}\n" }.joined()
                    + "scorecard:\n  id: all\n  aggregate: none\n  nodes:\n" + nodes.joined(),
                head: [
                    "applies-to": "[country]", "arithmetic": isDeviation ? "double" : "decimal",
                    "scale": isDeviation ? "{min: -1000, max: 1000}" : "{min: 0, max: 100}",
                ]),
            [
                "bodies": "id,kind\n" + countries.map { "\($0),country\n" }.joined(),
                "inputs": "body,period,\(indicators.joined(separator: ","))\n"
                    + countries.map { country in
                        let cells = indicators.map { Self.decimal(values[country]?[$0]) }
                        return "\(country),2024,\(cells.joined(separator: ","))\n"
                    }.joined(),
            ])

        var compared = 0
        for country in countries {
            for indicator in indicators {
                let score = try #require(Double(try made.result(indicator, country)))
                let published = try #require(expected[country]?[indicator].flatMap(Double.init))
                #expect(abs(score - published) <= within, "\(country) \(indicator)")
                compared += 1
            }
        }
        #expect(compared == 2499)
    }

    @Test(arguments: ["mean", "median"])
    func `missing values are filled as the package fills them`(middle: String) throws {
        let values = try Self.table("steps/02_Denominated")
        let expected = try Self.table("variants/imputed_i_\(middle)_grp_EurAsia")
        let units = try Self.table("steps/meta_unit")
        let countries = values.keys.sorted()
        let indicators = try #require(values["AUS"]).keys.filter { $0 != "uCode" }.sorted()
        let leaf = "score: as-is, missing: {rule: group-\(middle)}"
        let made = try Workbench.assess(
            Workbench.edition(
                "peers: {by: group}\ninputs:\n"
                    + indicators.map { "  \($0): {type: number, optional: true}\n" }.joined()
                    + "scorecard:\n  id: all\n  aggregate: none\n  nodes:\n"
                    + indicators.map { "    - {id: \($0), value: \($0), \(leaf)}\n" }.joined(),
                head: [
                    "applies-to": "[country]",
                    "scale": "{min: -1000000000000, max: 1000000000000}",
                ]),
            [
                "bodies": "id,kind,group\n"
                    + countries.map { "\($0),country,\(units[$0]?["EurAsia_group"] ?? "")\n" }
                    .joined(),
                "inputs": "body,period,\(indicators.joined(separator: ","))\n"
                    + countries.map { country in
                        let cells = indicators.map { Self.decimal(values[country]?[$0]) }
                        return "\(country),2024,\(cells.joined(separator: ","))\n"
                    }.joined(),
            ])

        var filled = 0
        for country in countries {
            for indicator in indicators where Double(values[country]?[indicator] ?? "") == nil {
                let parts = try made.result(indicator, country).split(separator: " ")
                let published = try #require(expected[country]?[indicator].flatMap(Double.init))
                #expect(parts.last == "filled")
                let value = try #require(parts.first.flatMap { Double(String($0)) })
                #expect(abs(value - published) <= 1e-12 * max(1, abs(published)))
                filled += 1
            }
        }
        #expect(filled == 65)
    }

    /// With eighteen digits after the point, which cells may have.
    private static func decimal(_ text: String?) -> String {
        text.flatMap(Double.init).map { String(format: "%.18f", $0) } ?? ""
    }
}
