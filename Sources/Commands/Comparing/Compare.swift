internal import Domain
internal import Explanation
internal import JSON
internal import Methodology

/// `apparatus compare`: what differs between two editions, by meaning.
package enum Compare {
    /// What is compared, and how it is written.
    package struct Request: Hashable, Sendable {
        /// The edition that is compared from: a folder, a file, or a shipped one.
        package var old: String
        /// The edition that is compared to, likewise.
        package var new: String
        /// A workspace in whose evidence the change is shown; `nil` for none.
        package var evidence: String?
        /// The period that is shown; `nil` for the latest, in data for all.
        package var period: String?
        /// The language of titles.
        package var language: String?
        /// How the answer is written.
        package var format: Format

        /// What is compared, and how it is written.
        package init(
            from old: String, to new: String, evidence: String? = nil, period: String? = nil,
            language: String? = nil, format: Format = .text
        ) {
            self.old = old
            self.new = new
            self.evidence = evidence
            self.period = period
            self.language = language
            self.format = format
        }
    }

    /// How the answer is written.
    package enum Format: String, CaseIterable, Hashable, Sendable {
        case text
        case json
        case csv
    }

    /// Reads both editions and tells what differs, and what that moves in evidence.
    package static func answer(_ request: Request, _ terminal: Terminal) -> Answer {
        Answer.working(terminal) { (progress) throws(Refusal) in
            let (old, first) = try read(request.old)
            let (new, second) = try read(request.new)
            let wording = DifferenceWording(
                EditionDifference(from: old, to: new), language: request.language)
            var answer = Answer(terminal)
            answer.messages.complaints([first, second], hasExcerpts: terminal.isMessages)
            var impact: ImpactWording?
            if let folder = request.evidence {
                let tried = try trying(wording.difference, in: folder, request, progress)
                answer.messages.complaints(tried.complaints, hasExcerpts: false)
                impact = tried.wording(wording)
            }
            switch request.format {
            case .text: write(wording, impact, request, to: &answer)
            case .json:
                let more = impact.map { [JSON.Member("impact", $0.document)] } ?? []
                let document = JSON.object(wording.members + more)
                answer.output.data(document.bytes(isIndented: true) + [UInt8(ascii: "\n")])
            case .csv: answer.output.data(impact?.csv ?? wording.csv)
            }
            return answer
        }
    }

    static func read(_ name: String) throws(Refusal) -> (EditionText, Complaint) {
        let (edition, complaint) = try EditionLocation.find(name).readText()
        guard let edition else { throw Refusal(input: [complaint]) }
        return (edition, complaint)
    }

    // MARK: Text

    private static func write(
        _ wording: DifferenceWording, _ impact: ImpactWording?, _ request: Request,
        to answer: inout Answer
    ) {
        head(wording, to: &answer.output)
        for section in wording.sections {
            answer.output.line()
            answer.output.line(section.heading, .heading)
            for lines in section.changes { answer.output.lines(lines) }
        }
        if let impact { write(impact, request, to: &answer.output) }
        answer.next([commandLine(next(request))])
    }

    private static func head(_ wording: DifferenceWording, to page: inout Page) {
        let (old, new) = (wording.difference.old.identity, wording.difference.new.identity)
        let titles = [old, new].map { $0.title?.text(in: wording.spoken.asked) }
        if let title = titles[1], titles[0] == title { page.line(title, .heading) }
        for (word, identity, title) in [("From", old, titles[0]), ("To  ", new, titles[1])] {
            let name = titles[0] == titles[1] ? "" : title.map { ", \($0)" } ?? ""
            page.line(
                "\(word)  \(identity.name)\(name), in force \(identity.days)")
        }
        if old.methodology != new.methodology {
            page.line("These are two methodologies: ids that are alike may mean different things")
        }
        let count = wording.difference.changes.count
        guard count > 0 else {
            page.line(
                old.hash == new.hash
                    ? "The files are the same"
                    : "They mean the same; the files differ in comments, layout or test cases")
            return
        }
        let day = new.from.map { ", in force from \($0) where no other day is named" } ?? ""
        page.line("\(Words.counted(count, "change"))\(day)")
    }

    private static func next(_ request: Request) -> [String?] {
        guard request.evidence == nil else { return ["apparatus", "test", request.new] }
        return ["apparatus", "compare", request.old, request.new, "--evidence", "WORKSPACE"]
    }
}

extension EditionLocation {
    /// Reads the edition with its text, to be compared.
    func readText() -> (edition: EditionText?, complaint: Complaint) {
        let (edition, log) = EditionText.read(from: source, main: main)
        return (edition, Complaint(log, prefix: prefix, source: source))
    }
}
