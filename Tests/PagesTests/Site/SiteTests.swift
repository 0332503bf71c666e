internal import Arithmetic
internal import AssessmentSupport
internal import Evidence
internal import Explanation
internal import JSON
internal import Methodology
internal import Scoring
internal import Testing

@testable internal import Pages

@Suite struct SiteTests {
    private static func report(_ workspace: String, _ edition: String) throws -> Report {
        let assessment = try Examples.assess(workspace, by: edition)
        return Report(
            assessment, period: assessment.scoredPeriods.last ?? 0,
            about: Report.About(version: "0", command: "apparatus assess"))
    }

    /// Every file of a site, by name.
    private static func files(_ site: Site) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for file in site.large + (0..<site.count).flatMap({ site[$0] }) {
            #expect(files[file.name] == nil, "\(file.name) is made twice")
            files[file.name] = file.content.bytes
        }
        return files
    }

    @Test func `the look takes less than 30 KB and the script less than 10 KB`() throws {
        let sizes = Dictionary(
            uniqueKeysWithValues: Site.assets.map { ($0.name, $0.make().count) })

        #expect(try #require(sizes["assets/style.css"]) < 30_000)
        #expect(try #require(sizes["assets/script.js"]) < 10_000)
    }

    static let examples = [
        ("teaching", "teaching/2025"), ("teaching-decided", "teaching/2025"),
        ("ca-service-maf", "ca-service-maf/2023-24"), ("ca-results", "ca-results/2016-17"),
        ("incise", "incise/2019"), ("kz-2022-goals", "kz-2022-goals/2022"),
        ("state", "oecd-stages/2026"),
    ]

    @Test(arguments: examples)
    func `every link leads to a file and a place in it`(
        workspace: String, edition: String
    ) throws {
        var report = try Self.report(workspace, edition)
        // A few bodies have pages, so that links to others are looked at, too.
        report.shown = Set(0..<min(4, report.assessment.evidence.bodies.count))
        report.languages = Array(report.languages.prefix(2))
        let site = Site(report)
        let files = Self.files(site)
        #expect(Set(site.names) == Set(files.keys))

        let pages = files.filter { $0.key.hasSuffix(".html") }.mapValues(HTMLLinks.init)
        #expect(pages.count > 5)
        for (name, page) in pages {
            for link in page.links where !link.contains("://") && !link.hasPrefix("mailto:") {
                let (target, place) = HTMLLinks.resolved(link, from: name)
                #expect(files[target] != nil, "\(name) links to \(link)")
                guard let place, let there = pages[target] else { continue }
                #expect(there.places.contains(place), "\(name) links to \(link)")
            }
            #expect(page.places.count == page.allPlaces.count, "\(name) has a place twice")
        }
    }

    @Test func `a piece of work gives the same on any thread`() throws {
        let site = Site(try Self.report("teaching", "teaching/2025"), threads: 1)
        let once = (0..<site.count).map { site[$0].map(\.content.bytes) }
        let again = Parallel.map(site.count, chunk: 1) { range in
            range.map { site[$0].map(\.content.bytes) }
        }.flatMap(\.self)
        #expect(once == again)
    }

    @Test func `no text within a script can end it`() {
        let hostile = "</script><script>alert(1)//\u{2028}\u{2029}\u{0}\"\\"
        let bytes = CompareScript.call("f", with: .list([.text(hostile)]))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix("f([\"\\u003c/script>\\u003cscript>"))
        #expect(text.hasSuffix("]);\n"))
        #expect(!text.unicodeScalars.contains { $0 == "<" || $0 == "\u{2028}" || $0 == "\u{2029}" })
    }

    @Test func `the script compares at most twenty nodes, the upper ones first`() throws {
        let assessment = try Examples.assess("incise", by: "incise/2019")
        let nodes = CompareScript.nodes(assessment)
        let scored = assessment.plan.nodes.indices.filter { !assessment.plan.nodes[$0].isHeading }
        #expect(nodes.count == min(20, scored.count))
        #expect(nodes.first == assessment.plan.roots.first)
    }
}

/// The links of a page and the places in it, as an attribute reader finds them.
struct HTMLLinks {
    private(set) var links: [String] = []
    private(set) var allPlaces: [String] = []
    var places: Set<String> { Set(allPlaces) }

    init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        links = Self.values(of: "href", in: text) + Self.values(of: "src", in: text)
        allPlaces = Self.values(of: "id", in: text)
    }

    /// Our writer puts a space before an attribute and double quotes around its value.
    private static func values(of attribute: String, in text: String) -> [String] {
        text.split(separator: " \(attribute)=\"").dropFirst().map { piece in
            String(piece.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
        }
    }

    /// The file that a link leads to, and the place in it.
    static func resolved(_ link: String, from page: String) -> (file: String, place: String?) {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let place = parts.count > 1 ? String(parts[1]) : nil
        guard !parts[0].isEmpty else { return (page, place) }
        var folders = page.split(separator: "/").dropLast().map(String.init)
        for part in parts[0].split(separator: "/") {
            if part == ".." { _ = folders.popLast() } else { folders.append(String(part)) }
        }
        return (folders.joined(separator: "/"), place)
    }
}
