import Arithmetic
import AssessmentSupport
import Domain
import Evidence
import Methodology
import Scoring
import TestSupport
import Testing

/// The index of 51 countries of `examples/asem` against every step of COINr 1.1.14.
///
/// - Source: ASEM sustainable connectivity, European Commission, Joint Research Centre; computed
///   with the R package COINr.
@Suite struct ConnectivityIndexTests {
    private let assessment: Assessment

    init() throws { assessment = try Examples.assess("asem", by: "asem/2018") }

    @Test func `the index and the ranks are those of the package`() throws {
        let expected = try Examples.expected("asem")
        let index = try #require(assessment.plan.nodes.firstIndex { $0.id == "index" })
        let column = try #require(assessment.columns[index])

        #expect(expected.count == 51)
        for row in expected {
            let unit = try unit(row["body"])
            #expect(Self.isNear(column.score(at: unit), row["score"]), "\(row)")
            #expect(assessment.rank(of: index, at: unit).map(String.init) == row["rank"], "\(row)")
        }
    }

    /// A step of the package, and what it is here.
    private static let steps: [(file: String, cells: Int)] = [
        ("02_Denominated", 2_499 - 65), ("03_Imputed", 2_499), ("05_Treated", 2_499),
        ("06_Normalised", 2_499), ("07_Aggregated", 51 * 60),
    ]

    @Test(
        .enabled(if: Folders.hasSharedData, Folders.needsSharedData),
        arguments: steps.map(\.file))
    func `every step gives what the package gives`(step: String) throws {
        let rows = Examples.rows(try Folders.sharedData("coinr-asem/steps/\(step).csv"))
        var compared = 0
        for row in rows {
            let unit = try unit(row["uCode"])
            for (position, node) in assessment.plan.nodes.enumerated() {
                guard let cell = row.first(where: { $0.key.lowercased() == node.id })?.value
                else { continue }
                let ours = figure(of: position, at: unit, step)
                let isBlank = cell.isEmpty || cell == "NA"
                #expect(
                    isBlank ? ours == nil : Self.isNear(ours, cell),
                    "\(step) \(row["uCode"] ?? "") \(node.id)")
                if !isBlank { compared += 1 }
            }
        }

        #expect(rows.count == 51)
        #expect(compared == Self.steps.first { $0.file == step }?.cells)
    }

    /// What a node comes to at a step.
    private func figure(of node: Int, at unit: Int, _ step: String) -> Fixed? {
        guard let column = assessment.columns[node] else { return nil }
        let computation = assessment.computation(of: node, at: unit)
        switch step {
        case "02_Denominated": return computation.substituted == nil ? computation.value : nil
        case "03_Imputed": return column.value(at: unit)
        case "05_Treated": return computation.treated?.value
        default: return column.score(at: unit)
        }
    }

    private func unit(_ code: String?) throws -> Int {
        let body = assessment.evidence.bodies.firstIndex { $0.id.description == code }
        return assessment.unit(body: try #require(body), period: 0)
    }

    /// Whether a figure is the published one to 1e-12 of its size.
    private static func isNear(_ ours: Fixed?, _ published: String?) -> Bool {
        guard let ours, let published = published.flatMap({ Double($0) }) else { return false }
        return abs(Double(ours) - published) <= 1e-12 * max(1, abs(published))
    }
}
