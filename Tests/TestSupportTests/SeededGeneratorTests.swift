import TestSupport
import Testing

@Suite struct SeededGeneratorTests {
    /// - Source: Rosetta Code, "Pseudo-random numbers/Splitmix64", the values for seed 1234567.
    @Test func `a seed gives the published sequence`() {
        var generator = SeededGenerator(seed: 1_234_567)

        #expect(
            (0..<5).map { _ in generator.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }
}
