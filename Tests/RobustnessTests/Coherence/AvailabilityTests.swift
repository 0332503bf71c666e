internal import TestSupport
internal import Testing

@testable internal import Robustness

@Suite struct AvailabilityTests {
    @Test func `blanks and zeros are counted, and nothing is divided by nothing`() {
        let some = Availability([0, .nan, 3, 0, 5])
        #expect((some.total, some.missing, some.zeros) == (5, 1, 2))
        #expect((some.availableShare, some.nonZeroShare) == (0.8, 0.5))

        #expect(Availability([]).availableShare == nil)
        #expect(Availability([.nan]).nonZeroShare == nil)
    }

    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `countries have as much as the peer counts, and fall short where it says`() throws {
        let raw = try CoinrTable("steps/01_Raw.csv")
        let codes = try CoinrTree().level(1)
        let columns = codes.map(raw.numbers)
        let tables = [
            ("analysis/data_avail_raw.csv", nil), ("variants/screen_raw_byNA_0.85.csv", 0.85),
            ("variants/screen_raw_byNA_0.95.csv", 0.95),
        ]
        for (name, limit) in tables {
            let peer = try CoinrTable(name)
            #expect(peer.texts("uCode") == raw.texts("uCode"))
            for (place, row) in peer.rows.enumerated() {
                let ours = Availability(columns.map { $0[place] })
                let missing = (ours.missing, ours.zeros, ours.missing + ours.zeros)
                #expect(Double(missing.0) == peer.number(row, "N_missing"))
                #expect(Double(missing.1) == peer.number(row, "N_zero"))
                #expect(Double(missing.2) == peer.number(row, "N_miss_or_zero"))
                #expect(isClose(ours.availableShare, peer.number(row, "Dat_Avail")))
                #expect(isClose(ours.nonZeroShare, peer.number(row, "Non_Zero")))
                guard let limit, let share = ours.availableShare else { continue }
                #expect((share < limit) == (row["LowData"] == "TRUE"))
            }
        }
    }
}
