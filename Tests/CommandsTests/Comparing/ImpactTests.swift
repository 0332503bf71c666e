import Commands
import Foundation
import Testing
import TestSupport

/// What `compare --evidence` says.
struct ImpactTests {
    private static func harbours(_ format: Compare.Format) -> Answer {
        Compare.answer(
            Compare.Request(
                from: Project.fixture("comparing/old"), to: Project.fixture("comparing/new"),
                evidence: Project.fixture("comparing/evidence"), format: format), .none)
    }

    private static func teaching(
        _ old: String, _ format: Compare.Format, period: String? = nil
    ) -> Answer {
        Compare.answer(
            Compare.Request(
                from: old, to: "teaching/2026", evidence: Project.path("examples/teaching"),
                period: period, format: format), .none)
    }

    /// The rows of a table as CSV, by heading.
    private static func rows(_ text: String) throws -> [[String: String]] {
        let lines = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let head = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(head, $0)) }
    }

    @Test(arguments: Compare.Format.allCases)
    func `who moves, and why, is told as recorded`(format: Compare.Format) {
        expectGolden(
            Self.harbours(format).transcript, "impact-every-kind.\(format.rawValue).txt")
    }

    @Test func `grades move by steps of their scale`() {
        let answer = Compare.answer(
            Compare.Request(
                from: Project.fixture("comparing/graded-old.yaml"),
                to: Project.fixture("comparing/graded-new.yaml"),
                evidence: Project.fixture("comparing/graded")), .none)
        expectGolden(answer.transcript, "impact-graded.txt")
    }

    @Test func `every move is the sum of what each change moves alone and of the rest`() throws {
        let answers = [Self.harbours(.csv), Self.teaching("teaching/2025", .csv)]
        var count = 0
        for row in try answers.flatMap({ try Self.rows($0.output.text) }) {
            guard let text = row["move"], let move = Decimal(string: text) else { continue }
            let parts = row.filter {
                $0.key == "days" || $0.key == "together" || $0.key.hasPrefix("alone_")
            }
            let sum = parts.values.reduce(Decimal(0)) { $0 + (Decimal(string: $1) ?? 0) }
            #expect(sum == move, "\(row)")
            let scores = [row["new_score"], row["old_score"]].compactMap { $0 }
                .compactMap { Decimal(string: $0) }
            #expect(scores.count == 2 && scores[0] - scores[1] == move, "\(row)")
            count += 1
        }
        #expect(count >= 5)
    }

    @Test func `printed parts add up to the printed move`() throws {
        let text = Self.harbours(.text).output.text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        func last(_ line: Substring) -> Decimal? {
            line.split(separator: " ").last.flatMap { Decimal(string: String($0)) }
        }
        var checked = 0
        for (number, line) in lines.enumerated() {
            guard line.contains(" → "), line.contains("): "), line.contains(", "),
                let move = last(line)
            else { continue }
            let parts = lines[(number + 1)...].prefix { $0.hasPrefix("    ") }.compactMap(last)
            #expect(parts.reduce(0, +) == move, "\(line)")
            checked += 1
        }
        #expect(checked >= 4)
    }

    /// Each change is written into the old edition by hand and assessed as any other edition.
    @Test(arguments: [
        ("time_limit: {value: 15,", "time_limit: {value: 12,", "alone_8"),
        ("[[20, 0], [15, 70], [10, 100]]", "[[18, 0], [12, 70], [8, 100]]", "alone_12"),
        ("weight: 3\n", "weight: 2\n", "alone_5"),
    ])
    func `what a change moves alone is what an edition with it alone yields`(
        old: String, new: String, column: String
    ) throws {
        // On the days of the new edition the old one has the values of its last dated parameter.
        let later = ("{from: 2024-01-01, value: 1}, {from: 2025-01-01, value: 2, basis: order-31}")
        let before = try scores([(later, "{from: 2024-01-01, value: 2}")])
        let after = try scores([(later, "{from: 2024-01-01, value: 2}"), (old, new)])
        let rows = try Self.rows(Self.teaching("teaching/2025", .csv).output.text)
        var checked = 0
        for row in rows {
            guard let body = row["body"], let period = row["period"],
                let alone = row[column].flatMap({ Decimal(string: $0) }),
                let first = before["\(body) \(period)"], let second = after["\(body) \(period)"]
            else { continue }
            #expect(second - first == alone, "\(body) \(period)")
            checked += 1
        }
        #expect(checked >= 2)
    }

    /// The totals of the teaching example by the edition of 2025 with texts replaced.
    private func scores(_ replaced: [(String, String)]) throws -> [String: Decimal] {
        try Project.inTemporaryFolder { folder in
            let rules = folder + "/rules"
            try FileManager.default.copyItem(
                atPath: Project.path("methodologies/teaching/2025"), toPath: rules)
            var text = try String(contentsOfFile: rules + "/edition.yaml", encoding: .utf8)
            for (old, new) in replaced {
                try #require(text.contains(old))
                text = text.replacingOccurrences(of: old, with: new)
            }
            try text.write(toFile: rules + "/edition.yaml", atomically: true, encoding: .utf8)
            let request = Assess.Request(
                Project.workspace("teaching", edition: rules), nodes: ["total"], to: .csv)
            let rows = try Self.rows(Assess.answer(request, .none).output.text)
            var scores: [String: Decimal] = [:]
            for row in rows {
                guard let body = row["body"], let period = row["period"] else { continue }
                scores["\(body) \(period)"] = row["score"].flatMap { Decimal(string: $0) }
            }
            return scores
        }
    }

    /// Two ministries of the state ended on 2024-12-31, one began on 2025-01-01; there are 26.
    @Test(arguments: [("2024", 25), ("2025", 24)])
    func `only bodies that exist in the period are counted`(period: String, bodies: Int) throws {
        func answer(_ format: Compare.Format) -> String {
            Compare.answer(
                Compare.Request(
                    from: "kz-954/2020", to: "kz-954/2025",
                    evidence: Project.path("examples/state"), period: period, format: format),
                .none
            ).output.text
        }
        let text = answer(.text)
        let kinds = text.matches(of: /: \d+ of (\d+) gain/).compactMap { Int($0.output.1) }
        #expect(text.contains(" of \(bodies) gain, "))
        #expect(kinds.reduce(0, +) == bodies)
        #expect(answer(.json).contains("\"bodies\": \(bodies),"))
    }

    @Test func `a period without evidence is refused`() {
        let answer = Self.teaching("teaching/2025", .text, period: "2023")
        #expect(answer.status == .wrongCommand)
        #expect(answer.messages.text.contains("There is for 2024, 2025"))
    }

    @Test func `editions of other periods are not tried on evidence`() {
        let answer = Self.teaching("ca-service-maf/2023-24", .text)
        #expect(answer.status == .wrongInput)
        #expect(answer.messages.text.contains("the editions assess other periods"))
    }
}
