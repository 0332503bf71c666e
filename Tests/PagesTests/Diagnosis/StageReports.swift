internal import AssessmentSupport
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Scoring
internal import Testing

@testable internal import Pages

/// A report of a small edition with stages: four ministries, two of them merged, over two years.
enum StageReports {
    private static let bodies = """
        id,kind,title.en,from,to,predecessors
        rivers,ministry,Ministry of Rivers,,,
        roads,ministry,Ministry of Roads,,,
        letters,ministry,Ministry of Letters,,2023-12-31,
        sciences,ministry,Ministry of Sciences,,2023-12-31,
        learning,ministry,Ministry of Learning,2024-01-01,,letters sciences
        all,apparatus,The whole apparatus,,,

        """

    private static let inputs = """
        body,period,staff,a1,a2,a3,a4,b1,b2,b3
        rivers,2023,100,60,48,20,10,72,,40
        roads,2023,200,35,76,15,20,55,,30
        letters,2023,50,80,76,15,25,80,,50
        sciences,2023,50,20,20,25,0,30,,10
        all,2023,,,,,,60,27.7,
        rivers,2024,100,80,88,12.5,35,75,,72
        roads,2024,200,30,76,15,25,60,,55
        learning,2024,100,85,100,10,20,,,
        all,2024,,,,,,72,33.1,

        """

    private static let reforms = """
        reform,measure,reform-title.en,measure-title.en,owner,from,to,criteria
        merit,tests,Merit first,One test for all,rivers,2024-02-01,2024-12-31,A-P2; B-P1
        merit,open,,All posts are announced,Office of Posts,2024-03-01,,A-P1
        list,paper,A list without effects,A paper,,2024-01-01,,

        """

    /// The assessment, with reforms or without, and other tables by name.
    static func assessment(
        hasReforms: Bool = true, _ others: [String: String] = [:]
    ) throws -> Assessment {
        var tables = others.merging(["bodies": bodies, "inputs": inputs]) { first, _ in first }
        if hasReforms { tables["reforms"] = reforms }
        return try Workbench.assess(Workbench.stagesEdition(), tables)
    }

    /// The report of the last year.
    static func make(
        hasReforms: Bool = true, _ others: [String: String] = [:]
    ) throws -> Report {
        let assessment = try assessment(hasReforms: hasReforms, others)
        var report = try Reports.make(assessment)
        let earlier = assessment.scoredPeriods.filter { $0 < report.period }
        let diagnosis = try #require(Diagnosis(assessment, period: report.period))
        report.diagnosis = ReportedDiagnosis(
            diagnosis, earlier: earlier.compactMap { Diagnosis(assessment, period: $0) })
        return report
    }

    /// All files of a report as text, by name.
    static func files(_ report: Report) -> [String: String] {
        let site = Site(report)
        let files = site.large + (0..<site.count).flatMap { site[$0] }
        return Dictionary(
            files.map { ($0.name, String(decoding: $0.content.bytes, as: UTF8.self)) }
        ) { first, _ in first }
    }

    /// What links on a page lead to: a file of the report, and a place in it.
    static func targets(_ page: String, at name: String) -> [(file: String, place: String?)] {
        Reports.attributes("href", in: page).map { link in
            let parts = link.value.split(separator: "#", omittingEmptySubsequences: false)
            var folders = name.split(separator: "/").dropLast().map(String.init)
            if parts[0].isEmpty { return (name, parts.count > 1 ? String(parts[1]) : nil) }
            for part in parts[0].split(separator: "/") {
                if part == ".." { folders.removeLast() } else { folders.append(String(part)) }
            }
            return (
                folders.joined(separator: "/"), parts.count > 1 ? String(parts[1]) : nil
            )
        }
    }

    /// The part of a page from the element with an id to the end of the element's section.
    static func section(_ id: String, of page: String) -> String {
        guard let start = page.range(of: "id=\"\(id)\"") else { return "" }
        let rest = page[start.lowerBound...]
        let end = rest.range(of: "</section>")?.lowerBound ?? rest.endIndex
        return String(rest[..<end])
    }
}

extension String {
    /// Where a text stands first; `nil` for nowhere.
    fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}

extension Substring {
    fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
