import Diagnostics
@testable import Methodology
import Testing

/// Whether a denominator can be zero follows from the declarations by arithmetic anybody can do:
/// the ranges stand in ``declarations``.
@Suite struct DivisorsTests {
    private static let declarations = """
        inputs:
          any: {type: number}
          signed: {type: number, min: -5, max: 5}
          below: {type: number, max: -1}
          staff: {type: count}
          few: {type: count, min: 1}
          part: {type: share}
          low: {type: percent, min: 0, max: 40}
          high: {type: percent, min: 50, max: 100}
          middle: {type: percent, min: 30, max: 60}
        parameters:
          two: {value: 2, unit: number}
          some: {unit: number, values: [{from: 2020-01-01, value: -1}, {from: 2030-01-01, value: 1}]}
        tables:
          t:
            key: [k]
            fields:
              v: {type: count}
              w: {type: count, min: 2}
              sum: {value: v + w}
              pace: {value: 100 / v}
              safe: {value: 'IF(v <> 0, 100 / v, 0)'}
        """

    private func codes(_ rule: String, _ arithmetic: String = "decimal") -> [String] {
        Editions.read(
            Editions.example(
                """
                arithmetic: \(arithmetic)
                \(Self.declarations)
                scorecard:
                  id: total
                  aggregate: none
                  nodes:
                    - id: all
                      value: 'any + signed + below + staff + few + two + some + COUNT(t)'
                      score: as-is
                    - {id: other, value: '(low + high + middle) * part', score: as-is}
                    - {id: scored, min: 1, value: few, score: as-is}
                    - \(rule)
                """, scale: "{min: 0, max: 1000}")
        ).log.entries.map(\.code)
    }

    @Test(arguments: [
        "SQRT(staff)", "SQRT(ABS(signed))", "LN(few)", "LN(1 + staff)", "EXP(any)",
        "POWER(few, signed)", "POWER(staff, part)", "POWER(signed, two)", "POWER(below, -two)",
        "IF(any > 0, LN(any), 0)", "IF(any >= 0, SQRT(any), 0)", "SQRT(STDEV(t.v))",
        "LN(SQRT(few))", "LN(EXP(any))", "1 / POWER(few, any)",
    ]) func `what a root or logarithm takes needs no word`(value: String) {
        #expect(codes("{id: a, value: '\(value)', score: as-is}", "double") == [])
    }

    @Test(arguments: [
        "SQRT(signed)", "SQRT(high - middle)", "LN(staff)", "LN(any)", "LN(EXP(any) - 1)",
        "POWER(staff, signed)", "POWER(signed, part)", "POWER(signed, -two)", "1 / SQRT(staff)",
        "IF(any >= 0, LN(any), 0)", "SUM(t.w WHERE LN(v) > 0)",
    ]) func `what a root or logarithm may not take needs a word`(value: String) {
        #expect(codes("{id: a, value: '\(value)', score: as-is}", "double") == ["empty.missing"])
        #expect(
            codes("{id: a, value: '\(value)', empty: missing, score: as-is}", "double") == [])
        #expect(
            codes("{id: a, applies-when: '\(value) < 50', value: few, score: as-is}", "double")
                == ["formula.zero"])
    }

    @Test(arguments: [
        "few", "below", "1 + staff", "few + staff", "few - below", "high - low", "two", "some",
        "few * below", "few / high", "ABS(below)", "-few", "MAX(staff, 1)", "MIN(few, 1)",
        "AVERAGE(few, few)", "SUM(few, 1)", "ROUND(high, 0, \"down\")", "SUM(t.w)",
        "AVERAGE(t.w)", "MIN(t.sum)", "SUM(t.v WHERE v > 0)", "score(scored)",
        "IF(staff > 0, staff, 1)", "IF(staff = 0, 1, staff)", "IF(NOT (staff < 1), staff, 1)",
        "IF(signed BETWEEN 1 AND 5, signed, 1)", "1 + part",
    ]) func `what cannot be zero needs no word`(divisor: String) {
        #expect(codes("{id: a, value: '1 / (\(divisor))', score: as-is}") == [])
        #expect(
            codes("{id: a, applies-when: '1 / (\(divisor)) > any', value: few, score: as-is}") == []
        )
    }

    @Test(arguments: [
        "any", "signed", "staff", "COUNT(t)", "few - 1", "staff - few", "high - middle", "part",
        "1 - part", "few * staff", "staff / few", "ABS(signed)", "MAX(staff, signed)",
        "MIN(staff, 1)", "AVERAGE(signed, few)", "ROUND(part, 0, \"half-up\")", "SUM(t.v)",
        "MAX(t.v)", "COUNT(t WHERE v > 0)", "score(all)", "period - period", "0", "2 - 2",
        "IF(few > 2, staff, 1)", "IF(staff > 0 OR few > 2, staff, 1)", "IF(any < 1, any, 1)",
    ]) func `what can be zero needs a word, and where there is none it is refused`(
        divisor: String
    ) {
        let value = divisor.replacing("2", with: "two")

        #expect(codes("{id: a, value: '1 / (\(value))', score: as-is}") == ["empty.missing"])
        #expect(
            codes("{id: a, value: '1 / (\(value))', empty: missing, score: as-is}") == [])
        #expect(
            codes("{id: a, applies-when: '1 / (\(divisor)) > any', value: few, score: as-is}")
                == ["formula.zero"])
    }

    @Test(arguments: [
        "IF(staff > 0, any / staff, 0) > 1", "staff > 0 AND any / staff > 1",
        "AND(staff <> 0, any / staff > 1)", "staff = 0 OR any / staff > 1",
        "0 < staff AND any / staff > 1", "low <> middle AND any / (low - middle) > 1",
        "COUNT(t) > 0 AND any / COUNT(t) > 1", "COUNT(t WHERE v > 0 AND 1 / v > 1) > 0",
        "SUM(1 / t.v WHERE v > 0) > 1", "COUNT(t WHERE safe > 1) > 1",
        "ALL(1 / t.v > 1 WHERE v > 0)", "NOT (staff = 0 OR any / staff > 1)",
    ]) func `a condition that is looked at before is enough`(condition: String) {
        #expect(codes("{id: a, applies-when: '\(condition)', value: few, score: as-is}") == [])
    }

    @Test(arguments: [
        "value: few, score: as-is, corrections: [{penalty: few / staff, when: staff > 0}]",
        "value: few, score: as-is, corrections: [{gate: staff > 0, caps-at: 100 / staff}]",
        "value: few, score: as-is, applies-when: staff >= 1, corrections: [{penalty: few / staff}]",
    ]) func `a condition under which a rule is looked at is enough`(rule: String) {
        #expect(codes("{id: a, \(rule)}") == [])
    }

    @Test(arguments: [
        "any / staff > 1 AND staff > 0", "staff > 0 OR any / staff > 1",
        "few > 1 AND any / staff > 1", "IF(staff > 0, 1, any / staff) > 1",
        "IF(staff > two, any / staff, 0) > 1 OR (any > two AND 1 / any > 2)",
        "COUNT(t) > 0 AND COUNT(t WHERE 1 / v > 1) > 0", "COUNT(t WHERE pace > 1) > 0",
        "(staff > 0) = (any / staff > 1)",
    ]) func `a condition elsewhere is not`(condition: String) {
        #expect(
            codes("{id: a, applies-when: '\(condition)', value: few, score: as-is}")
                == ["formula.zero"])
    }

    @Test func `computed fields that use one another many times are looked at once`() {
        let chain = (1...60).map { "f\($0): {value: f\($0 - 1) + f\($0 - 1) + 1 / f\($0 - 1)}" }
        let log = Editions.read(
            Editions.example(
                """
                tables: {t: {key: [k], fields: {f0: {type: count, min: 1}, \(chain.joined(separator: ", "))}}}
                scorecard: {id: a, value: SUM(t.f60), score: as-is}
                """)
        ).log

        #expect(log.entries == [])
    }
}
