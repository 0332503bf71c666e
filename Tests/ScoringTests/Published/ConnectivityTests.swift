import AssessmentSupport
import Foundation
import Scoring
import TestSupport
import Testing

/// Missing values of 51 countries against those that COINr 1.1.14 fills, column by column.
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
