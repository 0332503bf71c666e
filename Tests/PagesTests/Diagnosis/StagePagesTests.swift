internal import Arithmetic
internal import AssessmentSupport
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring
internal import Testing

@testable internal import Pages

@Suite struct StagePagesTests {
    @Test func `the first page begins with whose apparatus it is, and the verdict`() throws {
        let report = try StageReports.make()
        let page = Reports.overview(report)
        let diagnosis = try #require(report.diagnosis)
        let apparatus = try #require(diagnosis.apparatus)
        let words = DiagnosisWording(diagnosis.diagnosis, PageContext(report, "en").wording)

        let system = report.assessment.evidence.bodies[try #require(apparatus.system)]
        let name = try #require(system.title.text(in: "en"))
        let verdict = words.verdict(apparatus.verdict).plain
        #expect(page.contains("class=\"finding\">\(name): \(verdict)."))
    }

    @Test func `a body that exists no more says so, and keeps the verdicts it had`() throws {
        let report = try StageReports.make()
        let evidence = report.assessment.evidence
        let lastDay = evidence.periods[report.period].lastDay
        let ended = try #require(evidence.bodies.first { !$0.existed(on: lastDay) })
        let page = try Reports.body(ended.id, report)

        #expect(page.contains("There is no verdict in \(evidence.periods[report.period])"))
        #expect(page.contains("its tasks went to"))
        #expect(page.contains("Verdicts by period"))
        #expect(!page.contains("Not official"))
    }

    @Test func `beside every verdict stands on what its thresholds rest`() throws {
        let report = try StageReports.make()

        for page in [Reports.overview(report), try Reports.body("rivers", report)] {
            #expect(page.contains("1 rests on published thresholds"))
            #expect(page.contains("on thresholds that the edition proposes"))
        }
    }

    @Test func `from the verdict two clicks lead to the records behind each criterion`() throws {
        let report = try StageReports.make()
        let files = StageReports.files(report)
        let first = "en/index.html"
        let next = try #require(report.diagnosis?.apparatus?.next)
        try #require(!next.blocking.isEmpty)
        let links = StageReports.targets(try #require(files[first]), at: first)

        for criterion in next.blocking {
            let id = "node-" + report.assessment.plan.nodes[criterion].id
            let dimension = try #require(
                links.first { $0.place == id }, "the first page has no link to \(id)")
            let page = try #require(files[dimension.file])
            let section = StageReports.section(id, of: page)
            let bodies = StageReports.targets(section, at: dimension.file).filter {
                $0.file.hasPrefix("en/bodies/") && $0.place == id
            }
            #expect(!bodies.isEmpty)
            for body in bodies {
                let explained = StageReports.section(id, of: try #require(files[body.file]))
                #expect(explained.contains("inputs.csv"), "\(body.file)#\(id)")
            }
        }
    }

    @Test func `every link leads to a file and a place in it`() throws {
        var report = try StageReports.make()
        report.shown = [0, 4, 5]
        let files = StageReports.files(report)

        for (name, page) in files where name.hasSuffix(".html") {
            for target in StageReports.targets(page, at: name) {
                let file = files[target.file]
                #expect(file != nil, "\(name): \(target)")
                if let place = target.place {
                    #expect(file?.contains("id=\"\(place)\"") == true, "\(name): \(target)")
                }
            }
        }
    }

    @Test func `a page of a dimension holds every score of its cells and criteria`() throws {
        let report = try StageReports.make()
        let context = PageContext(report, "en")
        let told = try #require(report.diagnosis)

        for position in told.rule.dimensions.indices {
            let page = try #require(DimensionPage(context, position))
            let shown = Set(
                Reports.figures(in: String(decoding: page.bytes, as: UTF8.self)).map(\.place))
            let nodes = told.rule.dimensions[position].cells.flatMap {
                [$0] + told.criteria(of: $0)
            }
            for body in told.diagnosis.bodies.map(\.body) {
                for node in nodes {
                    guard let score = context.score(of: node, at: context.unit(body)) else {
                        continue
                    }
                    #expect(shown.contains(score.place))
                }
            }
        }
    }

    @Test func `there are pages of dimensions in the place of league tables`() throws {
        let names = Set(Site(try StageReports.make()).names)

        for name in ["dimension-A", "dimension-B", "reforms"] {
            for form in ["html", "csv", "json"] { #expect(names.contains("en/\(name).\(form)")) }
        }
        #expect(names.contains("en/verdicts.csv"))
        #expect(!names.contains { $0.contains("league-") })
    }

    @Test func `the body that stands for the apparatus has no verdict of its own`() throws {
        let page = try Reports.body("all", try StageReports.make())

        #expect(page.contains("it is no body and has no verdict of its own"))
        #expect(!page.contains("id=\"ladder\""))
    }

    @Test func `a merged body tells of those before it`() throws {
        let report = try StageReports.make()
        let page = try Reports.body("learning", report)
        let years = StageReports.section("years", of: page)

        #expect(page.contains("it took over the tasks of"))
        for name in ["Ministry of Letters", "Ministry of Sciences"] {
            #expect(years.contains(name))
        }
        #expect(years.contains(">2024<"))
    }

    @Test func `a cell of which too little is known is partial, with the share of its weight`()
        throws
    {
        // Of learning nothing is known in dimension B; its strategic cell has one of two there.
        let report = try StageReports.make()
        let cells = try #require(
            report.diagnosis?.diagnosis.bodies.first { $0.body == 4 }
        ).cells

        #expect(cells[1].allSatisfy { $0.score == nil })
        let page = try Reports.body("learning", report)
        #expect(page.contains("not assessed"))
    }

    @Test func `verdicts as data are those that the command writes`() throws {
        let report = try StageReports.make()
        let files = StageReports.files(report)
        let diagnosis = try #require(report.diagnosis)
        let wording = PageContext(report, "en").plainWording
        let data = DiagnosisData(
            DiagnosisWording(diagnosis.diagnosis, wording), nil,
            earlier: diagnosis.earlier.reversed())

        #expect(files["en/verdicts.csv"] == String(decoding: data.csv, as: UTF8.self))
        #expect(files["en/verdicts.json"] == String(decoding: data.json, as: UTF8.self))
    }
}
