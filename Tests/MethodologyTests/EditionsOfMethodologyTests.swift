import Diagnostics
import Domain
import Foundation
import Methodology
import TestSupport
import Testing

/// Which edition holds for a period and a kind of body.
@Suite struct EditionsOfMethodologyTests {
    private static func plan(
        _ id: String, _ days: String, kinds: String = "[ministry]", form: String = "{form: year}"
    ) throws -> Plan {
        let text = Editions.example(
            "inputs: {a: {type: percent}}\nscorecard: {id: total, value: a, score: as-is}",
            period: form
        )
        .replacingOccurrences(of: "edition: \"2024\"", with: "edition: \"\(id)\"")
        .replacingOccurrences(of: "{from: 2024-01-01}", with: days)
        .replacingOccurrences(of: "[ministry]", with: kinds)
        return try #require(Editions.read(text).plan)
    }

    private static func year(_ year: Int) -> Period { Period(.year, index: year) }

    @Test func `the edition is the one that holds for the whole period and the kind`() throws {
        let editions = Methodology.Editions([
            try Self.plan("a", "{to: 2024-12-31}", kinds: "[ministry, agency]"),
            try Self.plan("b", "{from: 2025-01-01}"),
            try Self.plan("c", "{from: 2026-01-01}", kinds: "[agency]"),
        ])

        #expect(editions.faults.isEmpty)
        #expect(editions.position(ofKind: "agency", in: Self.year(2024)) == 0)
        #expect(editions.position(ofKind: "ministry", in: Self.year(2025)) == 1)
        #expect(editions.position(ofKind: "agency", in: Self.year(2025)) == nil)
        #expect(editions.position(ofKind: "agency", in: Self.year(2026)) == 2)
        #expect(editions.position(ofKind: "court", in: Self.year(2026)) == nil)
        let gap = try #require(editions.gaps.first)
        #expect(editions.gaps.count == 1)
        #expect(gap.kinds == ["agency"])
        #expect([gap.first, gap.last] == [Self.year(2025), Self.year(2025)])
    }

    @Test func `days in common are no overlap unless a whole period lies in them`() throws {
        let years = Methodology.Editions([
            try Self.plan("a", "{to: 2025-06-30}"), try Self.plan("b", "{from: 2025-01-01}"),
        ])
        #expect(years.faults.isEmpty)
        #expect(years.gaps.isEmpty)

        let quarters = Methodology.Editions([
            try Self.plan("a", "{to: 2025-06-30}", form: "{form: quarter}"),
            try Self.plan("b", "{from: 2025-01-01}", form: "{form: quarter}"),
        ])
        #expect(quarters.faults.map(\.diagnostic.code) == ["editions.overlap"])
        #expect(quarters.faults.first?.diagnostic.what.contains("in 2025-Q1") ?? false)
    }

    @Test func `a period that lies in no edition wholly is a gap`() throws {
        let editions = Methodology.Editions([
            try Self.plan("a", "{to: 2023-06-30}"), try Self.plan("b", "{from: 2023-07-01}"),
        ])
        #expect(editions.gaps.map(\.first) == [Self.year(2023)])
        #expect(editions.gaps.map(\.last) == [Self.year(2023)])
    }

    @Test func `editions without days overlap always`() throws {
        let editions = Methodology.Editions([
            try Self.plan("a", "{to: 2025-06-30}"), try Self.plan("b", "{to: 2023-06-30}"),
        ])
        #expect(
            editions.faults.first?.diagnostic.what
                == "example/b and example/a both hold for ministry in every period until "
                + "2023-06-30: to 2023-06-30 and to 2025-06-30")
    }
}
