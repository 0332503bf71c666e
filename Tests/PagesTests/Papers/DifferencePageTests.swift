internal import AssessmentSupport
internal import Explanation
internal import Files
internal import Foundation
internal import Methodology
internal import TestSupport
internal import Testing

@testable internal import Pages

@Suite struct DifferencePageTests {
    @Test(arguments: ["en", "ru"])
    func `the page tells what the new edition says otherwise, old beside new`(tag: String) throws {
        let page = try page(tag, from: "teaching/2025", to: "teaching/2026")

        expectGolden(page.bytes.text, "difference.\(tag).html")
    }

    @Test(arguments: ["en", "fr", "ru", "kk"])
    func `every change stands on the page under its number`(tag: String) throws {
        let page = try page(tag, from: "teaching/2025", to: "teaching/2026")
        let text = page.bytes.text

        for number in 1...page.told.difference.difference.changes.count {
            #expect(text.contains("id=\"change-\(number)\""))
        }
    }

    @Test func `editions that are the same differ in nothing`() throws {
        let page = try page("en", from: "teaching/2025", to: "teaching/2025")

        #expect(page.bytes.text.contains("The files of the two editions are the same."))
    }

    @Test func `there is a page with its data for every language`() throws {
        let page = try page("en", from: "teaching/2025", to: "teaching/2026")

        let names = page.report.files.map(\.name)

        #expect(
            names == [
                "en/difference.html", "en/difference.csv", "en/difference.json",
                "fr/difference.html", "fr/difference.csv", "fr/difference.json",
                "ru/difference.html", "ru/difference.csv", "ru/difference.json",
                "kk/difference.html", "kk/difference.csv", "kk/difference.json",
            ])
    }

    private func page(_ tag: String, from old: String, to new: String) throws -> DifferencePage {
        let difference = EditionDifference(from: try Self.text(old), to: try Self.text(new))
        let told = ["en", "fr", "ru", "kk"].map { tag in
            DifferenceReport.Told(tag, DifferenceWording(difference, language: tag))
        }
        let report = DifferenceReport(
            told, version: "0", command: "apparatus compare OLD NEW --report REPORT")
        return DifferencePage(report, try #require(told.first { $0.tag == tag }))
    }

    private static func text(_ edition: String) throws -> EditionText {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = Folder(root.appending(path: "methodologies/\(edition)").path)
        return try #require(EditionText.read(from: folder).edition)
    }
}
