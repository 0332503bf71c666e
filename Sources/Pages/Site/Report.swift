package import Explanation
internal import Evidence
internal import Locales
internal import Methodology
package import Scoring

/// What a report is about: an assessment in one of its periods, and what is told beside it.
package struct Report: Sendable {
    /// All outcomes of all periods.
    package let assessment: Assessment
    /// The position of the period that is reported; earlier ones show change and trend.
    package let period: Int
    /// Tags of the languages the report is written in, the edition's first language first.
    package let languages: [String]
    /// What is told of the report itself.
    package let about: About
    /// Figures for eyes.
    package let display: Display

    /// What is told of a report that does not come from edition or evidence alone.
    package struct About: Hashable, Sendable {
        /// The program's version, as in `0.6.0`.
        package var version: String
        /// The command that makes the same, as it would be typed.
        package var command: String
        /// Whether papers are marked *final*; otherwise they are drafts for comment.
        package var isFinal: Bool
        /// The day the papers bear, as in `2026-03-01`; `nil` where none was named.
        package var issued: String?
        /// Licences of the evidence, from its descriptor: a title and an address.
        package var licences: [Link]
        /// Sources of the evidence, from its descriptor: a title and an address.
        package var sources: [Link]

        /// A title with an address, which may be absent.
        package struct Link: Hashable, Sendable {
            package let title: String
            package let address: String?

            package init(title: String, address: String?) {
                self.title = title
                self.address = address
            }
        }

        package init(
            version: String, command: String, isFinal: Bool = false, issued: String? = nil,
            licences: [Link] = [], sources: [Link] = []
        ) {
            self.version = version
            self.command = command
            self.isFinal = isFinal
            self.issued = issued
            self.licences = licences
            self.sources = sources
        }
    }

    /// A report of one period.
    package init(_ assessment: Assessment, period: Int, about: About) {
        self.assessment = assessment
        self.period = period
        self.about = about
        let written = assessment.plan.identity.languages
        languages = written.isEmpty ? ["en"] : written
        display = Display(assessment)
    }
}

/// One page's surroundings: the report, the language, and where the page lies.
struct PageContext {
    let report: Report
    /// The tag of the language that the page is written in.
    let tag: String
    /// The language of our own texts.
    let locale: Locale
    let wording: Wording
    /// Our own texts.
    let phrases: Phrases

    /// A page of a report in one of its languages.
    init(_ report: Report, _ tag: String) {
        self.report = report
        self.tag = tag
        locale = Locale(tag: tag) ?? .english
        wording = Wording(report.assessment, language: tag)
        phrases = Phrases(locale)
    }

    var assessment: Assessment { report.assessment }

    /// The body's unit in the reported period.
    func unit(_ body: Int) -> Int { assessment.unit(body: body, period: report.period) }
}
