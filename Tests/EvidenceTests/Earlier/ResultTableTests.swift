import Arithmetic
import Diagnostics
import Domain
import Evidence
import TestSupport
import Testing

@Suite struct ResultTableTests {
    private static let head = "methodology,edition,body,node,period,state,value,score,band,rank\n"

    private static func read(
        _ text: String, _ name: String = "results.csv"
    ) -> (results: ResultTable?, told: [String]) {
        let read = ResultTable.read(name, from: MemorySource([name: text]), form: .year)
        return (read.results, read.log.entries.map { "\($0.code) \($0.description)" })
    }

    private static func outcome(_ members: String) -> String {
        """
        {"edition": {"methodology": "m", "edition": "1", "hash": "ab"},
         "results": [
           {"body": "a", "node": "n", "period": "2024", "state": "missing", "score": null},
           \(members)
        ]}
        """
    }

    @Test func `CSV and JSON hold the same outcomes`() throws {
        let csv = Self.read(
            Self.head + "m,1,a,n,2024,missing,,,,\nm,1,\"b, c\",n,2023,score,71.995,70,good,2\n")
        let json = Self.read(
            Self.outcome(
                """
                {"body": "b, c", "node": "n", "period": "2023", "state": "score",
                 "value": 71.995, "score": 70, "band": "good", "rank": 2, "reason": "a \\"]\\""}
                """), "results.json")
        for (results, told) in [csv, json] {
            #expect(told == [])
            let results = try #require(results)
            #expect(results.bodies == ["a", "b, c"])
            #expect(results.periods.map(\.description) == ["2023", "2024"])
            #expect(results.editions.map(\.name) == ["m/1"])
            let period = try #require(PeriodForm.year.period("2023"))
            let entry = try #require(results.entry(body: "b, c", node: "n", period: period))
            #expect(entry.value == (try Fixed("71.995")))
            #expect(entry.score == Fixed(70))
            #expect((entry.state, entry.band, entry.rank) == ("score", "good", 2))
            #expect(results.entry(body: "a", node: "n", period: period) == nil)
        }
        #expect(csv.results?.editions.first?.hash == nil)
        #expect(json.results?.editions.first?.hash == "ab")
    }

    @Test func `JSON is the same in whatever pieces it is read`() throws {
        let text = Self.outcome(
            #"{"body": "ä\"[{", "node": "n", "period": "2024", "state": "score", "score": 1}"#)
        let whole = Self.read(text, "r.json").results
        let dripping = ResultTable.read(
            "r.json", from: Dripping(bytes: Array(text.utf8)), form: .year)
        #expect(dripping.log.entries == [])
        #expect(whole?.bodies == ["a", "ä\"[{"])
        #expect(dripping.results?.bodies == whole?.bodies)
    }

    /// A folder whose file comes byte by byte.
    private struct Dripping: Source {
        let bytes: [UInt8]
        func names() -> [String] { ["r.json"] }
        func open(_ name: String) -> any ByteStream { Drip(bytes) }
    }

    private final class Drip: ByteStream {
        var left: ArraySlice<UInt8>
        init(_ bytes: [UInt8]) { left = bytes[...] }
        func read(atMost count: Int) -> [UInt8] { left.popFirst().map { [$0] } ?? [] }
    }

    @Test func `what is no such results is refused by row and column`() {
        let row = "m,1,a,n,2024,score,1,1,good,1\n"
        let cases = [
            "", Self.head, Self.head + row + row, Self.head + "m,1,a,n,24,score,1,1,good,1\n",
            Self.head + "m,1,,n,2024,score,1,1,good,1\nm,1,a,,2024,missing,,,,\n",
            Self.head + "m,1,a,n,2024,scored,1,1,good,1\n",
            Self.head + "m,1,a,n,2024,score,1,,good,1\n",
            Self.head + "m,1,a,n,2024,score,1,\"1,5\",good,0\n",
            Self.head + "m,1,a,n,2024\n", "body,node,period,state,score\n", "a;b;c\n", "\u{0}\u{1}",
            Self.head + "m,1,a,n,2024,\"score",
        ]
        expectGolden(Self.told(cases, "results.csv"), "results-csv.txt")
    }

    @Test func `JSON that is no results is refused by line`() {
        let cases = [
            "", "[]", "{}", "{\"results\": []}", "{\"results\": [1]}", "{\"results\": [[]]}",
            "{\"results\": [{}]}", "{\"results\": [{\"body\": \"a\"", "{\"results\": {}}",
            Self.outcome("{\"body\": \"a\", \"node\": \"n\", \"period\": \"2024\"}"),
            Self.outcome("{\n\"body\": }"),
            Self.outcome("{\"body\": [], \"node\": \"n\", \"period\": 2024, \"state\": \"score\"}"),
            "{\"results\": [" + String(repeating: "[", count: 200_000),
            String(repeating: "[", count: 2_000_000),
            "{\"results\": [{\"a\": \"" + String(repeating: "x", count: 2_000_000),
        ]
        expectGolden(Self.told(cases, "results.json"), "results-json.txt")
    }

    @Test func `results of other periods throughout are told in a line`() {
        let rows = (0..<30_000).map { "m,1,b\($0),n,2022-23,missing,,,,\n" }
        #expect(
            Self.read(Self.head + rows.prefix(21).joined()).told == [
                "results.period results.csv: row 2, column period: error: \"2022-23\" is not a "
                    + "period as in 2024, and neither are 20 others that were read — help: "
                    + "Compare results of editions that assess the same periods"
            ])
        #expect(Self.read(Self.head + rows.joined()).told.count == 1)
        #expect(Self.read(Self.head + rows.prefix(20).joined()).told.count == 20)
    }

    private static func told(_ cases: [String], _ name: String) -> String {
        cases.map { text in
            let short =
                text.count > 300 ? "\(text.prefix(40))… (\(text.utf8.count) bytes)" : text
            let shown = short.replacing("\u{0}\u{1}", with: "NUL SOH")
            let told = read(text, name).told
            let lines = shown.split(separator: "\n", omittingEmptySubsequences: false)
            return lines.map { "| \($0)" }.joined(separator: "\n") + "\n"
                + told.joined(separator: "\n") + "\n"
        }.joined(separator: "\n")
    }
}
