@testable internal import Arithmetic
internal import BigInt
internal import Testing

@Suite struct DeviationTests {
    /// The first is the textbook's example with a standard deviation of 2.
    @Test(arguments: [
        (["2", "4", "4", "4", "5", "5", "7", "9"], "4", "32/7"), (["3", "3", "3"], "0", "0"),
        (["0.1", "0.2", "0.4"], "7/450", "7/300"), (["-1", "1"], "1", "2"),
    ])
    func `the variance is exact`(texts: [String], population: String, sample: String) throws {
        let values = try texts.map { try Fixed($0) }

        let ofAll = try #require(Deviation.variance(of: values, isSample: false))
        let ofSample = try #require(Deviation.variance(of: values, isSample: true))

        #expect(ofAll.description == population)
        #expect(ofSample.description == sample)
    }

    @Test func `the variance is the mean of squared distances, in any order`() {
        forAll(2000, seed: 2301) { draws in
            var values: [Fixed] = []
            for _ in 0..<(2 + draws.below(6)) { values.append(draws.fixed()) }
            let count = BigInt(values.count)
            let sum = values.reduce(Exact(0, 1)) { $0 + Exact($1) }
            let mean = sum / Exact(count, 1)
            let squares = values.reduce(Exact(0, 1)) { total, value in
                let distance = Exact(value) - mean
                return total + distance * distance
            }
            for isSample in [false, true] {
                let expected = squares / Exact(isSample ? count - 1 : count, 1)
                let found = Deviation.variance(of: values.reversed(), isSample: isSample)
                guard let found, Exact(found.description) == expected else { return "\(values)" }
            }
            return nil
        }
    }

    @Test func `too few values have no variance`() {
        #expect(Deviation.variance(of: [], isSample: false) == nil)
        #expect(Deviation.variance(of: [.one], isSample: true) == nil)
        #expect(Deviation.variance(of: [.one], isSample: false)?.description == "0")
    }

    @Test func `the deviation is the root of the nearest double`() throws {
        let values = try ["2", "4", "4", "4", "5", "5", "7", "9"].map { try Fixed($0) }
        let sample = try #require(Deviation.variance(of: values, isSample: true))

        // sqrt(32/7), as statistics.stdev of Python prints it.
        #expect(Double(rootOf: sample) == 2.138089935299395)
    }
}
