import AssessmentSupport
import Domain
import Testing

@testable import Methodology

/// What an edition says of the values of its leaves, and of the inputs that they read.
@Suite struct NodeSchemaTests {
    private static let edition = Workbench.edition(
        """
        inputs:
          a: {type: number}
          b: {type: number, optional: true}
          c: {type: flag}
          d: {type: number, optional: true}
          e: {type: number}
          f: {type: code, values: [good, bad]}
          open: {type: count}
        tables: {parts: {key: [id], fields: {x: {type: number}, y: {value: x + e}}}}
        scorecard:
          id: all
          aggregate: {weighted-mean: {not-applicable: redistribute, missing: zero, excluded: zero}}
          corrections: [{cap: 50, when: NOT c}]
          nodes:
            - {id: sum, weight: 20, value: a + b, score: as-is}
            - {id: past, weight: 20, value: PREVIOUS(d) + a, score: as-is}
            - {id: deep, weight: 20, value: SUM(parts.y), score: as-is}
            - {id: steps, weight: 20, score: {ladder: [{when: c, score: 100}, {otherwise: 0}]}}
            - {id: word, weight: 10, value: f, coding: {good: 100, bad: 0}, score: as-is}
            - {id: kept, weight: 10, value: open, applies-when: c, score: as-is}
        """)

    @Test func `leaves name the inputs they read of the period that is scored`() throws {
        let schema = try Workbench.plan(Self.edition).schema

        #expect(schema.nodes.map(\.id) == ["all", "sum", "past", "deep", "steps", "word", "kept"])
        #expect(schema.nodes.map(\.inputs) == [[2], [0, 1], [0], [4], [2], [5], [2, 6]])
        #expect(schema.leaves(readingInput: 0) == [1, 2])
        #expect(schema.leaves(readingInput: 2) == [4, 6])
        #expect(schema.leaves(readingInput: 3) == [])
    }

    @Test func `leaves say what their value is, and other nodes say nothing`() throws {
        let types = try Workbench.plan(Self.edition).schema.nodes.map(\.value)

        #expect(
            types == [
                nil, .number, .number, .number, .number, .code(["good", "bad"]), .count,
            ])
    }
}
