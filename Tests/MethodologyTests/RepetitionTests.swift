import Diagnostics
@testable import Methodology
import Testing

@Suite struct RepetitionTests {
    private func expand(
        _ text: String, _ lists: [String: [String]]
    ) throws -> (yaml: YAML, log: DiagnosticLog, isExceeded: Bool) {
        var log = DiagnosticLog()
        let yaml = try #require(YAMLReader.read(Array(text.utf8), file: "a.yaml", log: &log))
        var repetition = Repetition(lists: lists)
        let expanded = repetition.expand(yaml)
        return (expanded, repetition.log, repetition.isExceeded)
    }

    @Test func `a key is repeated for each member, and its value with it`() throws {
        let yaml = try expand(
            "\"dqa_{i of indicators}\": {type: \"{i}\", of: \"{i of indicators}\"}",
            ["indicators": ["cap", "crm"]]
        ).yaml

        let entries = try #require(yaml.entries)
        #expect(entries.map(\.key) == ["dqa_cap", "dqa_crm"])
        #expect(entries[1].value.entries?.map(\.value.scalar) == ["crm", "crm"])
    }

    @Test func `an item of a list is repeated by its id`() throws {
        let yaml = try expand(
            "- {id: \"node_{i of indicators}\", value: \"{i} + dqa_{i}\"}\n- {id: other}\n",
            ["indicators": ["cap", "crm"]]
        ).yaml

        let items = try #require(yaml.items)
        #expect(items.map { $0.entries?.first?.value.scalar } == ["node_cap", "node_crm", "other"])
        #expect(items[1].entries?.last?.value.scalar == "crm + dqa_crm")
        #expect(items[1].place.line == 1)
    }

    @Test func `lists within lists are repeated for every pair`() throws {
        let yaml = try expand(
            "\"{a of x}\": {\"{a}_{b of y}\": 1}", ["x": ["p", "q"], "y": ["1", "2"]]
        ).yaml

        #expect(
            yaml.entries?.map { $0.value.entries?.map(\.key) ?? [] }
                == [["p_1", "p_2"], ["q_1", "q_2"]])
    }

    @Test func `what multiplies without end stops and is told once`() throws {
        let members = (0..<1000).map { "m\($0)" }
        let (_, log, isExceeded) = try expand(
            "\"{a of x}\": {\"{b of x}\": {\"{c of x}\": {\"{d of x}\": {\"{e of x}\": 1}}}}",
            ["x": members])

        #expect(isExceeded)
        #expect(log.entries.map(\.code) == ["repetition.size"])
    }

    @Test func `long texts count as much as many`() throws {
        let text = String(repeating: "x", count: 1 << 20)
        let (_, log, isExceeded) = try expand(
            "\"{a of x}\": \"\(text)\"", ["x": (0..<1000).map { "m\($0)" }])

        #expect(isExceeded)
        #expect(log.entries.map(\.code) == ["repetition.size"])
    }
}
