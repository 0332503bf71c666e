import Diagnostics
import Domain
@testable import Expressions
import Testing

/// The types of sums, products and quotients.
///
/// - Source: the language's design: count ÷ count is a share, share × 100 a percent, a share
///   and a percent never meet; the rest as quantities with units are counted anywhere.
@Suite struct UnitsTests {
    @Test(arguments: [
        ("n + n", ValueType.number), ("staff + in_time", .count), ("part + part", .share),
        ("1 - part", .share), ("part - 5 %", .share), ("rate + rate", .percent),
        ("100 - rate", .percent), ("wait + wait", .days), ("cost - cost", .money("CAD")),
        ("staff + n", .number), ("rate + n", .percent), ("part + n", .share),
        ("wait + n", .days),
    ]) func `sums are of one kind`(text: String, type: ValueType) {
        #expect(Bench.expression(text)?.type == type)
    }

    @Test(arguments: [
        ("part * 100", ValueType.percent), ("100 * part", .percent),
        ("in_time / staff * 100", .percent), ("part * n", .number), ("part * 99", .number),
        ("part * part", .share), ("part * rate", .percent), ("part * staff", .number),
        ("part * cost", .money("CAD")), ("part * wait", .days), ("n * cost", .money("CAD")),
        ("staff * cost", .money("CAD")), ("staff * wait", .days), ("staff * staff", .count),
        ("rate * rate", .number), ("n * n", .number),
    ]) func `products carry the unit on`(text: String, type: ValueType) {
        #expect(Bench.expression(text)?.type == type)
    }

    @Test(arguments: [
        ("in_time / staff", ValueType.share), ("cost / cost", .share), ("wait / wait", .share),
        ("part / part", .share), ("rate / 100", .share), ("rate / n", .percent),
        ("cost / staff", .money("CAD")), ("wait / staff", .days), ("cost / n", .money("CAD")),
        ("cost / part", .money("CAD")), ("n / n", .number), ("staff / n", .number),
        ("since - since", .number), ("due - due", .days),
    ]) func `quotients of one kind are shares`(text: String, type: ValueType) {
        #expect(Bench.expression(text)?.type == type)
    }

    @Test(arguments: [
        "part + rate", "part - rate", "cost + fee", "cost * fee", "cost / fee", "cost * cost",
        "cost + n", "cost + staff", "due + due", "since * n", "opinion + 1", "open * 1", "-opinion",
        "IF(open, part, rate)", "MAX(part, rate)", "MAX(n, part, rate)", "(n + rate) - part",
        "MEDIAN(n, 1, rate, 2, part)", "MAX(cost, n)", "SUM(n, cost)", "MIN(cost, fee)",
        "due - since",
    ]) func `what makes no sense is refused`(text: String) {
        let (formula, log) = Bench.read(text)

        #expect(formula == nil)
        #expect(log.entries.map(\.code) == ["type.clash"])
    }

    @Test(arguments: [
        "part > 95 %", "part >= 0", "part < 1", "part = part", "rate > 95", "rate > edge",
        "staff = n", "wait <= 30", "cost > 0", "cost > 1000", "due > \"2024-03-31\"",
        "since = \"2024\"", "opinion = \"clean\"", "opinion <> \"adverse\"", "remark = \"late\"",
        "kind = \"ministry\"", "body = \"health\"", "period - since BETWEEN 0 AND 1",
        "part BETWEEN 90 % AND 110 %", "(n > 0) = (staff > 0)", "in_time / staff > 1/3",
    ]) func `values of one kind are compared`(text: String) {
        #expect(Bench.read(text, expecting: .condition).log.entries == [])
    }

    @Test(arguments: [
        "part > rate", "part > 95", "rate > 95 %", "cost > fee", "cost > n",
        "due > since", "opinion = remark", "open = n", "due = 5", "wait = due",
    ]) func `values of two kinds are not compared`(text: String) {
        #expect(Bench.read(text, expecting: .condition).log.entries.map(\.code) == ["type.clash"])
    }
}
