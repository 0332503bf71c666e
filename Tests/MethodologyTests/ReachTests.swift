import Diagnostics
@testable import Methodology
import Testing

/// What can never happen, or always does, follows from the declarations by arithmetic anybody can
/// do; where they do not decide, nothing is said.
@Suite struct ReachTests {
    private static let declarations = """
        inputs:
          any: {type: number}
          low: {type: percent, min: 0, max: 40}
          high: {type: percent, min: 60, max: 100}
          part: {type: share}
          staff: {type: count}
          kind_of: {type: code, values: [a, b]}
        parameters:
          two: {value: 2, unit: number}
          edge: {unit: points, values: [{from: 2020-01-01, value: 30}, {from: 2030-01-01, value: 50}]}
        """

    private func codes(_ rule: String, bands: String? = nil) -> [String] {
        let list = bands.map { "bands: {nodes: [a], figures: unrounded, list: [\($0)]}" } ?? ""
        let use =
            "- {id: use, value: 'IF(any > low - high AND two + staff > part, edge, 0)', "
        return Editions.read(
            Editions.example(
                """
                \(Self.declarations)
                checks: [{id: kinds, expect: 'kind_of = "a"'}]
                scorecard:
                  id: all
                  aggregate: none
                  nodes:
                    \(use)score: as-is}
                    - {id: a, \(rule)}
                \(list)
                """)
        ).log.entries.map(\.code)
    }

    private static let band = "{id: good, from: 50}, {id: poor, below: 50}"

    @Test(arguments: [
        "value: low, score: as-is", "value: low / 100, score: {knots: [[0, 0], [1, 100]]}",
        "value: any, score: {as-is: {floor: 0, cap: 49}}",
        "value: high, score: {knots: [[0, 100], [100, 0]]}",
        "value: any, score: {points: [{below: 0, points: 10}, {from: 0, points: 49.9}]}",
        "value: any, score: as-is, corrections: [{cap: 45}]",
        "value: low, score: as-is, corrections: [{bonus: staff, at-most: 9}]",
        "value: low, score: as-is, missing: {rule: {score: 45}}",
        "max: 40, value: any, score: as-is",
        "value: any, score: {goalposts: {worst: low, best: high, to: {min: 0, max: 30}}}",
        "value: staff, score: {target-achievement: {target: 1, better: higher, full: 40, cap: 40}}",
    ])
    func `a band that no score reaches is refused`(rule: String) {
        #expect(codes(rule, bands: Self.band) == ["bands.unreachable"])
    }

    @Test(arguments: [
        "value: any, score: as-is", "value: staff, score: as-is", "value: low + any, score: as-is",
        "value: score(use), score: as-is, corrections: [{cap: edge}]",
        "value: any, score: {knots: [[0, 100], [100, 0]]}",
        "value: low, score: {knots: [[0, 0], [20, 60], [40, 0]]}",
        "value: low, score: as-is, corrections: [{bonus: staff, at-most: 10}]",
        "value: low, score: as-is, corrections: [{floor: 50, when: 'kind_of = \"a\"'}]",
        "value: low, score: as-is, missing: {rule: {score: 50}}",
        "value: any, score: as-is, corrections: [{cap: edge}]",
    ])
    func `a band that a score may reach is not`(rule: String) {
        #expect(codes(rule, bands: Self.band) == [])
    }

    @Test func `rounded figures reach a band that others do not`() {
        let rounded = """
            bands:
              nodes: [a]
              figures: {mode: half-up, digits: 0}
              list: [{id: good, from: 50}, {id: poor, below: 50}]
            """
        let rule = "scorecard: {id: a, value: x, score: as-is}"

        let half = "inputs: {x: {type: percent, min: 0, max: 49.5}}"
        let less = "inputs: {x: {type: percent, min: 0, max: 49.4}}"

        let found = Editions.read(Editions.example([half, rule, rounded].joined(separator: "\n")))
        #expect(found.log.text == "")
        let none = Editions.read(Editions.example([less, rule, rounded].joined(separator: "\n")))
        #expect(none.log.entries.map(\.code) == ["bands.unreachable"])
    }

    @Test func `a mean lies between its children, and what counts in their place`() {
        func codes(_ missing: String, _ minimum: String) -> [String] {
            Editions.read(
                Editions.example(
                    """
                    inputs: {x: {type: percent, min: 60}, y: {type: percent, min: 70}}
                    scorecard:
                      id: t
                      aggregate:
                        weighted-mean:
                          {missing: \(missing), excluded: refuse, not-applicable: redistribute}
                      nodes:
                        - {id: a, min: \(minimum), value: x, score: as-is, weight: 1}
                        - {id: b, min: \(minimum), value: y, score: as-is, weight: 1}
                    bands:
                      nodes: [t]
                      figures: unrounded
                      list: [{id: good, from: 60}, {id: poor, below: 60}]
                    """)
            ).log.entries.map(\.code)
        }

        #expect(codes("redistribute", "0") == ["bands.unreachable"])
        #expect(codes("zero", "0") == [])
        #expect(codes("worst", "0") == [])
        #expect(codes("worst", "60") == ["bands.unreachable"])
    }

    @Test(arguments: [
        "staff >= 0", "low < high", "high - low >= 20", "part <= 100 %", "low BETWEEN 0 AND 40",
        "NOT (staff < 0)", "staff > 5 OR staff <= 5 AND staff >= 0", "COUNT(low > 1) >= 0",
        "low <= 40 AND part >= 0", "ABS(any) >= 0",
    ])
    func `a condition that always holds is a warning`(condition: String) {
        let leaf = "value: low, score: as-is"
        #expect(codes("\(leaf), applies-when: '\(condition)'") == ["condition.always"])
        #expect(
            codes("\(leaf), corrections: [{gate: '\(condition)', caps-at: 20}]")
                == ["condition.always"])
    }

    @Test(arguments: [
        "staff < 0", "low > high", "low = high", "part > 100 %", "high BETWEEN 0 AND 59",
        "staff > 5 AND staff < 5", "low > 40 OR part < 0", "NOT (staff >= 0)",
    ])
    func `a condition that never holds is a warning, where it decides on a node an error`(
        condition: String
    ) {
        let leaf = "value: low, score: as-is"
        #expect(codes("\(leaf), applies-when: '\(condition)'") == ["applies.never"])
        #expect(
            codes("\(leaf), corrections: [{penalty: staff, at-most: 5, when: '\(condition)'}]")
                == ["condition.never"])
    }

    @Test(arguments: [
        "staff > 0", "any >= 0", "low > 20", "low >= 40", "part > 50 %", "kind_of = \"a\"",
        "staff IS KNOWN", "low < 40 OR staff > 5", "low < 40 AND staff >= 0",
        "low + any > 40", "kind = \"ministry\"",
    ])
    func `of a condition that the declarations do not decide nothing is said`(condition: String) {
        let leaf = "value: low, score: as-is"
        #expect(codes("\(leaf), applies-when: '\(condition)'") == [])
        #expect(codes("\(leaf), corrections: [{gate: '\(condition)', caps-at: 20}]") == [])
    }

    @Test(arguments: [
        "{cap: 40}", "{floor: 0}", "{gate: staff > 5, caps-at: 60}", "{bonus: 0}",
        "{cap: 80, when: staff > 5}",
    ])
    func `a correction that changes nothing is a warning`(correction: String) {
        #expect(
            codes("value: low, score: as-is, corrections: [\(correction)]")
                == ["corrections.idle"])
    }

    @Test(arguments: [
        "{cap: 39}", "{floor: 1}", "{gate: staff > 5, caps-at: edge}", "{bonus: staff}",
    ])
    func `of a correction that may change something nothing is said`(correction: String) {
        #expect(codes("value: low, score: as-is, corrections: [\(correction)]") == [])
    }

    @Test(arguments: [
        "{penalty: 0 - staff}", "{bonus: '-1'}", "{penalty: any}", "{bonus: any - staff}",
    ])
    func `points that can be below 0 would stop the assessment`(correction: String) {
        #expect(
            codes("value: low, score: as-is, corrections: [\(correction)]")
                == ["corrections.negative"])
    }

    @Test func `points held at 0 are sound, or asked for only where they are above it`() {
        for correction in ["{penalty: 'MAX(any, 0)'}", "{penalty: any, when: any > 0}"] {
            #expect(codes("value: low, score: as-is, corrections: [\(correction)]") == [])
        }
    }

    @Test func `of a value that cannot be read no range is told`() {
        let rule =
            "target-achievement: {target: staff, better: higher, cap: 100, zero-target: worst}"
        #expect(codes("value: lww * 1, score: {\(rule)}") == ["name.unknown"])
    }
}
