import Commands
import Foundation
import TestSupport
import Testing

@Suite struct RobustnessStudyTests {
    private static func answer(
        _ workspace: Workspace.Request, _ options: StudyOptions = StudyOptions(),
        coherence: Bool = false, nodes: [String] = [], file: String? = nil, format: Format? = nil
    ) -> Answer {
        RobustnessStudy.answer(
            RobustnessStudy.Request(
                workspace, options, hasCoherence: coherence, nodes: nodes,
                to: Destination(file: file, format: format)), .none)
    }

    private static func mean(threads: Int? = nil) -> Workspace.Request {
        Project.workspace(
            "ca-service-maf", edition: "ca-service-maf-mean/2023-24", threads: threads)
    }

    private static let all = StudyOptions(points: 200)

    // MARK: What is told

    @Test(arguments: ["2024", "2025"])
    func `the study of the teaching example is as recorded`(period: String) {
        let answer = Self.answer(
            Project.workspace("teaching", period: period), Self.all, coherence: period == "2024")
        expectGolden(answer.transcript, "robustness-teaching-\(period).txt")
    }

    @Test func `the study of the mean of five measures is as recorded`() {
        expectGolden(Self.answer(Self.mean()).transcript, "robustness-ca-service-maf-mean.txt")
    }

    @Test func `a study in another language speaks it, labels apart`() {
        let answer = Self.answer(Project.workspace("teaching", period: "2024", language: "kk"))
        expectGolden(answer.transcript, "robustness-teaching-2024-kk.txt")
    }

    @Test func `a node beneath which nothing is drawn has one line and no table`() {
        let options = StudyOptions(alternatives: "weights:25%")
        let text = Self.answer(Self.mean(), options, nodes: ["mean", "maf1"]).output.text
        #expect(text.contains("Every rank and score is the same in 90 % of the runs"), "\(text)")
        #expect(text.components(separatedBy: "5 %  median  95 %").count == 2)
    }

    /// The cells of an edition with stages are in no order, unless somebody names some.
    @Test(arguments: [nil, "weights:25%"])
    func `verdicts on stages are for another command`(assumed: String?) {
        let workspace = Project.workspace("state")
        let answer = Self.answer(workspace, StudyOptions(alternatives: assumed))
        #expect(answer.status == .wrongCommand)
        #expect(answer.output.bytes.isEmpty)
        #expect(
            answer.messages.text
                == "error: oecd-stages/2026 has stages and no ranking: there are no ranks whose "
                + "robustness could be studied — help: Ask how sure its verdicts are: "
                + "apparatus diagnose \(workspace.folder); or name cells with --nodes for "
                + "intervals of their scores\n")
    }

    @Test func `cells of stages that somebody names have intervals of scores`() {
        let workspace = Project.workspace("state")
        let options = StudyOptions(alternatives: "weights:25%")
        let named = Self.answer(workspace, options, nodes: ["A1-P"])
        #expect(named.status == .done, "\(named.transcript)")
        #expect(named.output.text.contains("the score lies between "))
        // Nothing is drawn for what hangs together.
        let coherence = Self.answer(workspace, coherence: true)
        #expect(coherence.status == .done, "\(coherence.transcript)")
        #expect(!coherence.output.text.contains("lies between "))
    }

    @Test func `CSV holds uncertainty, indices or correlations`() {
        let workspace = Project.workspace("teaching", period: "2024")
        let tables = [
            Self.answer(workspace, format: .csv), Self.answer(workspace, Self.all, format: .csv),
            Self.answer(workspace, coherence: true, format: .csv),
        ]
        expectGolden(
            tables.map(\.output.text).joined(separator: "\n"), "robustness-teaching.csv.txt")
    }

    @Test func `JSON holds everything`() throws {
        let workspace = Project.workspace("teaching", period: "2024")
        let answer = Self.answer(workspace, Self.all, coherence: true, format: .json)
        expectGolden(answer.output.text, "robustness-teaching.json.txt")
        _ = try JSONSerialization.jsonObject(with: Data(answer.output.bytes))
    }

    @Test func `a file has what would be on standard output`() throws {
        try Project.inTemporaryFolder { folder in
            for ending in ["csv", "json", "txt"] {
                let file = "\(folder)/intervals.\(ending)"
                let answer = Self.answer(Self.mean(), file: file)
                #expect(
                    answer.output.text.hasPrefix("Wrote \(file): 78 bodies, 1000 runs, as "),
                    "\(answer.transcript)")
                let format = Format(rawValue: ending) ?? .table
                let shown = Self.answer(Self.mean(), format: format).output.text
                let written = try String(contentsOfFile: file, encoding: .utf8)
                #expect(shown.hasPrefix(written))
            }
        }
    }

    // MARK: Sound figures

    @Test func `ends lie around the middle, and shares of bands sum to those with a score`() throws
    {
        let answer = Self.answer(Self.mean(), format: .csv)
        let rows = Self.rows(answer.output.text)
        #expect(rows.count == 78)
        for row in rows {
            func number(_ column: String) throws -> Double {
                try #require(row[column].flatMap(Double.init))
            }
            for figure in ["rank", "score"] {
                #expect(try number("\(figure)_lower") <= number("\(figure)_median"))
                #expect(try number("\(figure)_median") <= number("\(figure)_upper"))
            }
            let bands = try ["band_low", "band_medium", "band_high"].map(number).reduce(0, +)
            #expect(try abs(bands - number("scored")) < 1e-12)
            #expect(row["alternatives"] == "edition")
        }
    }

    /// One of five measures is left out, or of those that apply: the median of many runs is one of
    /// the scores that come out, which are means of the four others.
    @Test func `with one measure left out scores are means of the others`() throws {
        let options = StudyOptions(alternatives: "leave-one-out")
        let answer = Self.answer(Self.mean(), options, nodes: ["mean"], format: .csv)
        let assessed = Assess.answer(Assess.Request(Self.mean(), to: .csv), .none).output.text
        var scores: [String: [Double]] = [:]
        for row in Self.rows(assessed) where row["period"] == "2023-24" && row["node"] != "mean" {
            if let score = row["score"].flatMap(Double.init) {
                scores[row["body"] ?? "", default: []].append(score)
            }
        }
        for row in Self.rows(answer.output.text) {
            let own = try #require(scores[row["body"] ?? ""])
            let sum = own.reduce(0, +)
            // What does not apply may be left out as well: then nothing changes.
            let possible =
                own.map { (sum - $0) / Double(own.count - 1) } + [sum / Double(own.count)]
            for end in ["score_lower", "score_upper"] {
                let found = try #require(row[end].flatMap(Double.init))
                #expect(possible.contains { abs($0 - found) < 1e-9 }, "\(row)")
            }
        }
    }

    @Test func `the same bytes come out on any number of threads, and others of another seed`() {
        func json(_ threads: Int, seed: UInt64 = 1) -> String {
            Self.answer(
                Self.mean(threads: threads), StudyOptions(runs: 300, seed: seed, points: 50),
                coherence: true, format: .json
            ).output.text
        }
        let one = json(1)
        #expect(json(2) == one)
        #expect(json(8) == one)
        #expect(json(2, seed: 2) != one)
    }

    @Test func `the first runs are the same however many there are`() {
        func csv(_ runs: Int) -> [[String: String]] {
            Self.rows(Self.answer(Self.mean(), StudyOptions(runs: runs), format: .csv).output.text)
        }
        #expect(csv(1).allSatisfy { $0["rank_lower"] == $0["rank_upper"] })
        #expect(csv(2).contains { $0["rank_lower"] != $0["rank_upper"] })
    }

    // MARK: Assumptions

    @Test(arguments: Format.allCases)
    func `what rests on an analyst's assumption says so`(format: Format) {
        let options = StudyOptions(alternatives: "weights:10%; leave-one-out")
        let text = Self.answer(
            Project.workspace("ca-service-maf", edition: "ca-service-maf-mean/2023-24"), options,
            format: format
        ).output.text
        switch format {
        case .table:
            #expect(text.contains("An analyst assumed these alternatives"))
            #expect(text.contains("(an analyst's assumption, not official)"))
        case .csv: #expect(Self.rows(text).allSatisfy { $0["alternatives"] == "analyst" })
        case .json: #expect(text.contains("\"is-analysts\": true"))
        }
    }

    @Test func `an edition without alternatives says how to ask all the same`() {
        let workspace = Project.workspace("ca-service-maf")
        expectGolden(
            [
                Self.answer(workspace), Self.answer(workspace, coherence: true),
                Self.answer(
                    workspace, StudyOptions(alternatives: "weights:25%"), nodes: ["maf1"]),
            ].map(\.transcript).joined(separator: "\n"), "robustness-none.txt")
    }

    /// As CSV without quotes.
    private static func rows(_ text: String) -> [[String: String]] {
        let lines = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { cells in
            Dictionary(zip(lines[0], cells)) { first, _ in first }
        }
    }
}
