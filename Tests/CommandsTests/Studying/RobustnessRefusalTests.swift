import Foundation
import TestSupport
import Testing

/// What `apparatus robustness` and the intervals of `assess` refuse, read aloud.
@Suite struct RobustnessRefusalTests {
    private static let mean = ["examples/ca-service-maf", "--edition", "ca-service-maf-mean"]

    private static let refused: [[String]] = [
        ["--runs", "0"], ["--runs", "19"], ["--runs", "10000001"], ["--runs", "many"],
        ["--seed", "-1"],
        ["--seed", "x"], ["--runs", "2000000", "--sensitivity"],
        ["--sensitivity", "--coherence", "--format", "csv"], ["--nodes", "maf3"],
        ["--nodes", ","], ["--period", "2031-32"], ["--period", "soon"], ["--threads", "0"],
        ["--out", "intervals.xlsx"], ["--alternatives", "weights:25%", "--sensitivity"],
        ["--alternatives", "wights:25%"], ["--alternatives", "weights:125%"],
        ["--alternatives", ""], ["--alternatives", "missing:zero"],
        ["--alternatives", "score:min-max"], ["--alternatives", "bounds"],
        ["--alternatives", "{treat: {winsorise: [1]}}"], ["--nodes", "maf1", "--coherence"],
    ]

    @Test func `every refusal says what, where and how to mend it`() throws {
        var text = ""
        for arguments in Self.refused {
            let ended = try Program.run(["robustness"] + Self.mean + arguments)
            #expect(ended.output.isEmpty, "\(arguments)")
            #expect(ended.status == 64 || ended.status == 65, "\(arguments)")
            text += "$ … \(arguments.joined(separator: " "))\n\(ended.messages)"
            text += "--- exit \(ended.status)\n"
        }
        expectGolden(text, "robustness-refusals.txt")
    }

    @Test func `intervals that cannot be are a warning beside scores`() throws {
        let ended = try Program.run(
            ["assess"] + Self.mean + ["--nodes", "mean", "--alternatives", "bounds"])
        #expect(ended.status == 0)
        #expect(ended.messages.hasPrefix("warning: there are no intervals of ranks: "))
        #expect(ended.messages.contains("or say --no-robustness"))
        #expect(!ended.output.contains("in runs"))
    }

    @Test(arguments: [
        ["--alternatives", "bounds", "--no-robustness"],
        ["--alternatives", "bounds", "--format", "csv"],
        ["--alternatives", "bounds", "--out", "results.json"],
    ])
    func `scores and intervals that exclude each other are refused`(arguments: [String]) throws {
        let ended = try Program.run(["assess"] + Self.mean + arguments)
        #expect(ended.status == 64)
        #expect(ended.messages.contains("--alternatives"), "\(ended.messages)")
    }
}
