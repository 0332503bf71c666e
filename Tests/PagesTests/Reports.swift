internal import AssessmentSupport
internal import Domain
internal import Evidence
internal import Explanation
internal import Scoring
internal import Testing

@testable internal import Pages

/// Reports of tests, and what their pages hold.
enum Reports {
    /// The report of a shipped workspace; the latest period where none is named.
    static func make(_ workspace: String, by edition: String, _ period: String? = nil) throws
        -> Report
    {
        try make(try Examples.assess(workspace, by: edition), period)
    }

    /// The report of an assessment.
    static func make(_ assessment: Assessment, _ period: String? = nil) throws -> Report {
        let named = assessment.scoredPeriods.first {
            assessment.evidence.periods[$0].description == period
        }
        let last = try #require(assessment.scoredPeriods.last)
        let about = Report.About(version: "0.0.0", command: "apparatus assess x --report y")
        return Report(assessment, period: named ?? last, about: about)
    }

    /// The page of a body by its id, as text.
    static func body(_ id: String, _ report: Report, _ tag: String = "en") throws -> String {
        let position = try #require(report.assessment.evidence.bodies.firstIndex { $0.id == id })
        let bytes = BodyPage.bytes(PageContext(report, tag), body: position)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The first page, as text.
    static func overview(_ report: Report, _ tag: String = "en") -> String {
        String(decoding: OverviewPage.bytes(PageContext(report, tag)), as: UTF8.self)
    }

    /// A value of an attribute wherever it stands, with what follows up to the next tag.
    static func attributes(_ name: String, in page: String) -> [(value: String, text: String)] {
        page.split(separator: "\(name)=\"").dropFirst().compactMap { piece in
            guard let end = piece.firstIndex(of: "\""), let close = piece.firstIndex(of: ">"),
                let open = piece[close...].firstIndex(of: "<")
            else { return nil }
            return (String(piece[..<end]), String(piece[piece.index(after: close)..<open]))
        }
    }

    /// Every figure of an outcome on a page: which cell it is, and its exact value.
    static func figures(in page: String) -> [(place: String, value: String)] {
        page.split(separator: "<data value=\"").dropFirst().compactMap { piece in
            guard let end = piece.firstIndex(of: "\""), let close = piece.firstIndex(of: ">"),
                let place = piece[..<close].split(separator: "data-at=\"").dropFirst().first,
                let last = place.firstIndex(of: "\"")
            else { return nil }
            return (String(place[..<last]), String(piece[..<end]))
        }
    }
}
