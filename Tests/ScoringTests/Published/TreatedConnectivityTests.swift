import Arithmetic
import AssessmentSupport
import Foundation
import Scoring
import TestSupport
import Testing

/// Values that were treated among 51 countries against those of COINr 1.1.14.
///
/// - Source: ASEM sustainable connectivity, European Commission, Joint Research Centre; computed
///   with the R package COINr, its functions winsorise and log_CT.
@Suite(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
struct TreatedConnectivityTests {
    /// A file of the data as rows by the first column.
    private static func table(_ path: String) throws -> [String: [String: String]] {
        let text = String(
            decoding: try Folders.sharedData("coinr-asem/\(path).csv"), as: UTF8.self)
        let rows = text.split(whereSeparator: \.isNewline).map { line in
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

    private static func number(_ text: String?) -> Double? { text.flatMap { Double($0) } }

    /// The treated values as scores, of the values before.
    private func assess(_ treat: String) throws -> (made: Assessment, indicators: [String]) {
        let values = try Self.table("steps/04_Screened")
        let indicators = try #require(values["AUS"]).keys.filter { $0 != "uCode" }.sorted()
        let countries = values.keys.sorted()
        let nodes = indicators.map {
            "    - {id: \($0), value: \($0), treat: {\(treat)}, score: as-is}\n"
        }
        let made = try Workbench.assess(
            Workbench.edition(
                "inputs:\n" + indicators.map { "  \($0): {type: number}\n" }.joined()
                    + "scorecard:\n  id: all\n  aggregate: none\n  nodes:\n" + nodes.joined(),
                head: [
                    "applies-to": "[country]", "arithmetic": "double",
                    "scale": "{min: -1000000000000, max: 1000000000000}",
                ]),
            [
                "bodies": "id,kind\n" + countries.map { "\($0),country\n" }.joined(),
                "inputs": "body,period,\(indicators.joined(separator: ","))\n"
                    + countries.map { country in
                        let cells = indicators.map { indicator in
                            Self.number(values[country]?[indicator]).map {
                                String(format: "%.18f", $0)
                            } ?? ""
                        }
                        return "\(country),2024,\(cells.joined(separator: ","))\n"
                    }.joined(),
            ])
        #expect(indicators.count == 49 && countries.count == 51)
        return (made, indicators)
    }

    private func expect(
        _ own: Fixed?, _ text: String?, _ what: String
    ) throws {
        guard let published = Self.number(text) else {
            #expect(own == nil, "\(what)")
            return
        }
        let own = Double(try #require(own, "\(what)"))
        #expect(abs(own - published) <= 1e-12 * max(1, abs(published)), "\(what)")
    }

    @Test(arguments: [
        (
            "steps/05_Treated", "steps/analysis_Treated_Dets_Table",
            "{skewness: 2, kurtosis: 3.5}, winsorise: {at-most: 5}, otherwise: log", 0
        ),
        (
            "variants/treated_winmax1", "variants/treated_winmax1_details",
            "{skewness: 2, kurtosis: 3.5}, winsorise: {at-most: 1}, otherwise: log", 11
        ),
        (
            "variants/treated_win_skew1_kurt3", "variants/treated_win_skew1_kurt3_details",
            "{skewness: 1, kurtosis: 3}, winsorise: {at-most: 3}, otherwise: log", 2
        ),
    ]) func `treated values, points and moments are those of the package`(
        file: String, details: String, rule: String, logged: Int
    ) throws {
        let (made, indicators) = try assess("over: bodies, when: \(rule)")
        let expected = try Self.table(file)
        let shapes = try Self.table(details)
        var taken = 0

        for indicator in indicators {
            let node = try made.position(indicator)
            for country in expected.keys.sorted() {
                let score = made.columns[node]?.score(at: try made.unit(country))
                try expect(score, expected[country]?[indicator], "\(country) \(indicator)")
            }
            let step = try #require(
                made.computation(of: node, at: try made.unit("AUS")).treated)
            let shape = try #require(shapes[indicator])
            try expect(step.before.skewness, shape["check_SkewKurt0.Skew"], indicator)
            try expect(step.before.kurtosis, shape["check_SkewKurt0.Kurt"], indicator)
            try expect(step.drawnIn?.skewness, shape["check_SkewKurt1.Skew"], indicator)
            try expect(step.drawnIn?.kurtosis, shape["check_SkewKurt1.Kurt"], indicator)
            #expect(step.points == Int(shape["winsorise.nwin"] ?? "") ?? 0, "\(indicator)")
            if step.transform != nil {
                taken += 1
                try expect(step.after.skewness, shape["check_SkewKurt2.Skew"], indicator)
                try expect(step.after.kurtosis, shape["check_SkewKurt2.Kurt"], indicator)
            } else {
                #expect(shape["check_SkewKurt2.Skew"] ?? "" == "", "\(indicator)")
            }
        }
        #expect(taken == logged)
    }

    /// The package's runs with a logarithm alone stopped at series that fail: it kept their values
    /// and no moments, so these are held against the formula itself.
    @Test(arguments: [
        ("treated_log_CT_only", "log", nil), ("treated_log_CT_orig", "log-plus-one", 1.0),
    ]) func `a logarithm alone leaves the series that do not fail`(
        variant: String, rule: String, shift: Double?
    ) throws {
        let (made, indicators) = try assess(
            "over: bodies, when: {skewness: 2, kurtosis: 3.5}, otherwise: \(rule)")
        let before = try Self.table("steps/04_Screened")
        let expected = try Self.table("variants/\(variant)")
        let shapes = try Self.table("variants/\(variant)_details")
        #expect(shapes.count == 34)

        for indicator in indicators {
            let node = try made.position(indicator)
            let step = try #require(
                made.computation(of: node, at: try made.unit("AUS")).treated)
            let shape = shapes[indicator]
            #expect((step.transform == nil) == (shape != nil), "\(indicator)")
            if let shape {
                try expect(step.before.skewness, shape["check_SkewKurt0.Skew"], indicator)
                try expect(step.before.kurtosis, shape["check_SkewKurt0.Kurt"], indicator)
            }
            let values = before.values.compactMap { Self.number($0[indicator]) }
            let (least, greatest) = (try #require(values.min()), try #require(values.max()))
            for country in before.keys.sorted() {
                let score = made.columns[node]?.score(at: try made.unit(country))
                let published = expected[country]?[indicator]
                if shape != nil {
                    try expect(score, published, "\(country) \(indicator)")
                } else {
                    let value = try #require(Self.number(before[country]?[indicator]))
                    #expect(Self.number(published) == value, "\(country) \(indicator)")
                    let logarithm = log(value - least + (shift ?? 0.01 * (greatest - least)))
                    try expect(score, String(logarithm), "\(country) \(indicator)")
                }
            }
        }
    }
}
