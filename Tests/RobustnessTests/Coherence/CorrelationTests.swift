internal import TestSupport
internal import Testing

@testable internal import Robustness

@Suite struct CorrelationTests {
    /// Of 1, 2, 2, 4 and 1, 3, 2, 2: sums 4.75, 2 and 1; ranks 1, 2.5, 2.5, 4 and 1, 4, 2.5,
    /// 2.5; of six pairs three are in order, one is not, one is tied on each side.
    @Test func `short series go together as a hand computes`() {
        let (one, other) = ([1.0, 2, 2, 4], [1.0, 3, 2, 2])

        #expect(isClose(Correlation.pearson(one, other), 1 / (4.75 * 2).squareRoot()))
        #expect(isClose(Correlation.spearman(one, other), 2.25 / 4.5))
        #expect(isClose(Correlation.kendall(one, other), 2.0 / 5))
    }

    @Test(arguments: Correlation.allCases)
    func `nothing goes together with what is constant, or with too little`(kind: Correlation) {
        #expect(kind([], []) == nil)
        #expect(kind([1, .nan], [1, 2]) == nil)
        #expect(kind([0.1, 0.1, 0.1, 5], [1, 2, 3, .nan]) == nil)
        #expect(kind([1, 2, 3], [10, 20, 30]) == 1)
        #expect(kind([1, 2, .nan, 3], [10, 0, 99, -10]) == -1)
    }

    @Test(arguments: 1...20)
    func `Kendall's is that of every pair looked at`(seed: UInt64) {
        var generator = SeededGenerator.fresh(seed)
        let (one, other) = (tiedNumbers(40, &generator), tiedNumbers(40, &generator))

        var (balance, ties, otherTies) = (0.0, 0.0, 0.0)
        for place in one.indices where !one[place].isNaN && !other[place].isNaN {
            for second in one.indices where !one[second].isNaN && !other[second].isNaN {
                let (up, otherUp) = (one[place] - one[second], other[place] - other[second])
                balance += (up > 0 ? 1 : up < 0 ? -1 : 0) * (otherUp > 0 ? 1 : otherUp < 0 ? -1 : 0)
                ties += up != 0 ? 1 : 0
                otherTies += otherUp != 0 ? 1 : 0
            }
        }

        let expected = balance / (ties * otherTies).squareRoot()
        #expect(isClose(Correlation.kendall(one, other), expected), "seed \(generator.seed)")
    }

    @Test func `ties share the mean of their ranks`() {
        let column = RankedColumn([3, 1, 3, .nan, 3, 2, 9])

        #expect(column.ranks(beside: column) == [4, 1, 4, 4, 2, 6])
        #expect(
            column.ranks(beside: RankedColumn([.nan, 0, 0, 0, 0, .nan, 0])) == [1, 2.5, 2.5, 4])
    }

    @Test(
        .enabled(if: Folders.hasSharedData, Folders.needsSharedData),
        arguments: Correlation.allCases)
    func `indicators and pillars go together as for the peer`(kind: Correlation) throws {
        let scores = try CoinrTable("steps/07_Aggregated.csv")
        let tree = try CoinrTree()
        let codes = tree.level(1) + tree.level(2)
        let table = CorrelationTable(Array(codes.indices), codes.map(scores.numbers))
        for name in ["normalised_L1", "L1_L2"] {
            let peer = try CoinrTable("analysis/corr_\(name)_\(kind.rawValue).csv")
            #expect(peer.rows.count == (name == "L1_L2" ? 49 * 8 : 49 * 49))
            for row in peer.rows {
                let one = try #require(codes.firstIndex(of: row["Var1"] ?? ""))
                let other = try #require(codes.firstIndex(of: row["Var2"] ?? ""))
                #expect(isClose(table.of(kind, one, other), peer.number(row, "Correlation")))
            }
        }
    }

    @Test func `a table knows its own nodes only, on any number of threads`() {
        let columns = [[1.0, 2, 3], [3.0, 1, 2], [.nan, .nan, 1]]
        for threads in [1, 4] {
            let table = CorrelationTable([4, 7, 9], columns, threads: threads)
            #expect(table.of(.pearson, 7, 4) == -0.5)
            #expect(table.of(.kendall, 4, 4) == 1)
            #expect(table.of(.pearson, 4, 9) == nil)
            #expect(table.of(.spearman, 4, 5) == nil)
        }
    }
}
