import AssessmentSupport
import Foundation
import Scoring
import TestSupport
import Testing

/// The figures of 51 countries and editions that are made for them.
enum Connectivity {
    /// A file of the data as rows by the first column; each as cells by the heading.
    static func table(_ path: String, key: String) throws -> [String: [String: String]] {
        let text = String(decoding: try Folders.sharedData("coinr-asem/\(path).csv"), as: UTF8.self)
        let rows = text.split(whereSeparator: \.isNewline).map { cells(String($0)) }
        let heading = try #require(rows.first)
        return Dictionary(
            rows.dropFirst().map { row in
                let cells = Dictionary(uniqueKeysWithValues: zip(heading, row))
                return (cells[key] ?? "", cells)
            }
        ) { first, _ in first }
    }

    /// Names hold commas, between quotes.
    private static func cells(_ line: String) -> [String] {
        var cells = [""]
        let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            guard index.isMultiple(of: 2) else {
                cells[cells.count - 1] += part
                continue
            }
            let pieces = part.split(separator: ",", omittingEmptySubsequences: false)
            cells[cells.count - 1] += pieces.first ?? ""
            cells += pieces.dropFirst().map(String.init)
        }
        return cells
    }

    /// With eighteen digits after the point, which numbers of a file may have.
    static func decimal(_ text: String?) -> String {
        text.flatMap(Double.init).map { String(format: "%.18f", $0) } ?? ""
    }

    /// What is measured, which way is better, what it belongs to.
    struct Meta {
        let indicators: [String]
        let falling: Set<String>
        let targets: [String: String]
        /// By the id of the element they stand beneath.
        let children: [String: [String]]

        init() throws {
            let rows = try Connectivity.table("input/ASEM_iMeta", key: "iCode")
            let used = rows.filter { ["Indicator", "Aggregate"].contains($1["Type"]) }
            indicators = used.filter { $1["Type"] == "Indicator" }.keys.sorted()
            falling = Set(used.filter { $1["Direction"] == "-1" }.keys)
            targets = used.compactMapValues { $0["Target"] }
            children = Dictionary(grouping: used.keys.sorted()) { used[$0]?["Parent"] ?? "" }
        }
    }

    /// Assesses an edition whose inputs are the figures of a file, by indicator.
    static func assess(
        _ scorecard: String, _ path: String, head: [String: String]
    ) throws -> Assessment {
        let meta = try Meta()
        let values = try table(path, key: "uCode")
        let countries = values.keys.sorted()
        let inputs = meta.indicators.map { "  \($0): {type: number}\n" }.joined()
        return try Workbench.assess(
            Workbench.edition(
                "inputs:\n\(inputs)scorecard:\n\(scorecard)",
                head: head.merging(["applies-to": "[country]"]) { $1 }),
            [
                "bodies": "id,kind\n" + countries.map { "\($0),country\n" }.joined(),
                "inputs": "body,period,\(meta.indicators.joined(separator: ","))\n"
                    + countries.map { country in
                        let cells = meta.indicators.map { decimal(values[country]?[$0]) }
                        return "\(country),2024,\(cells.joined(separator: ","))\n"
                    }.joined(),
            ])
    }
}
