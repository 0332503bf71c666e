internal import Arithmetic
internal import AssessmentSupport
internal import Domain
internal import Scoring
internal import Testing

@testable internal import Improvement

@Suite struct CatalogueValuesTests {
    @Test func `additions add up and are held to the range once`() throws {
        let catalogue = try Fields.catalogue(
            .make("m1", "up +40"), .make("m2", "up +30"), .make("m3", "up -25"))

        #expect(Fields.values(catalogue, [0]) == ["up 90"])
        #expect(Fields.values(catalogue, [0, 1]) == ["up 100"])
        // 50 + 40 + 30 - 25 = 95, not 100 - 25.
        #expect(Fields.values(catalogue, [0, 1, 2]) == ["up 95"])
        #expect(Fields.values(catalogue, [2, 1, 0, 1]) == ["up 95"])
        #expect(Fields.values(catalogue, []).isEmpty)
    }

    @Test func `a share is held to one, and a leaf that is an input to its range`() throws {
        let catalogue = try Fields.catalogue(
            .make("m1", "part +0.8"), .make("m2", "Up +70"), .make("m3", "Part -0.9"),
            .make("m4", "Sum +500"))

        #expect(Fields.values(catalogue, [0]) == ["part 1"])
        #expect(Fields.values(catalogue, [1]) == ["Up 100"])
        #expect(Fields.values(catalogue, [2]) == ["Part 0"])
        #expect(Fields.values(catalogue, [3]) == ["Sum 560"])
    }

    @Test func `a level is reached whatever the value is, adds nothing and never harms`() throws {
        let catalogue = try Fields.catalogue(
            .make("m1", "up to 85"), .make("m2", "up +10"), .make("m3", "up to 40"),
            .make("m4", "up +40"))

        #expect(Fields.values(catalogue, [0]) == ["up 85"])
        #expect(Fields.values(catalogue, [0, 1]) == ["up 85"])
        #expect(Fields.values(catalogue, [2]).isEmpty)
        #expect(Fields.values(catalogue, [1, 2]) == ["up 60"])
        #expect(Fields.values(catalogue, [0, 3]) == ["up 90"])
    }

    @Test func `where less is better the lower level is the better one`() throws {
        let catalogue = try Fields.catalogue(
            .make("m1", "down to 10"), .make("m2", "down -25"), .make("m3", "down +5"),
            .make("m4", "down to 40"))

        #expect(Fields.values(catalogue, [0]) == ["down 10"])
        #expect(Fields.values(catalogue, [0, 1]) == ["down 5"])
        #expect(Fields.values(catalogue, [2]) == ["down 35"])
        #expect(Fields.values(catalogue, [2, 3]) == ["down 35"])
        #expect(Fields.values(catalogue, [0, 2]) == ["down 10"])
    }

    @Test func `a target range is overshot by additions, and a level brings back into it`() throws {
        let catalogue = try Fields.catalogue(
            .make("m1", "mid +20"), .make("m2", "mid +50"), .make("m3", "mid to 55"))

        #expect(Fields.values(catalogue, [0]) == ["mid 50"])
        #expect(Fields.values(catalogue, [0, 1]) == ["mid 100"])
        #expect(Fields.values(catalogue, [0, 1, 2]) == ["mid 55"])
        // 50 and 55 both earn the greatest score: additions come first.
        #expect(Fields.values(catalogue, [0, 2]) == ["mid 50"])
    }

    @Test func `of levels with one score the lowest counts`() throws {
        let catalogue = try Fields.catalogue(
            .make("m1", "mid to 58"), .make("m2", "mid to 42"), .make("m3", "mid to 20"))

        #expect(Fields.values(catalogue, [0, 1]) == ["mid 42"])
        #expect(Fields.values(catalogue, [0, 1, 2]) == ["mid 42"])
        #expect(Fields.values(catalogue, [2]).isEmpty)
    }

    @Test func `flags are set where that is better`() throws {
        let catalogue = try Fields.catalogue(
            .make("m1", "yes to true", body: nil), .make("m2", "yes to false", body: nil))

        #expect(Fields.values(catalogue, [0]) == ["yes true"])
        #expect(Fields.values(catalogue, [0, 1]) == ["yes true"])
        #expect(Fields.values(catalogue, [1]).isEmpty)
        // The other body has it already, and no measure takes it away.
        #expect(Fields.values(catalogue, [0, 1], at: 1).isEmpty)
    }

    @Test func `leaves change after inputs`() throws {
        let catalogue = try Fields.catalogue(
            .make("m1", "up +10"), .make("m2", "Sum +7"), .make("m3", "Sum to 68"))

        // 50 + 10 of inputs is 60, with the input changed 70.
        #expect(Fields.values(catalogue, [1]) == ["Sum 67"])
        #expect(Fields.values(catalogue, [0, 1]) == ["up 60", "Sum 77"])
        #expect(Fields.values(catalogue, [2]) == ["Sum 68"])
        #expect(Fields.values(catalogue, [0, 2]) == ["up 60"])
    }

    @Test func `one body asked for is that of all`() throws {
        let catalogue = try Fields.catalogue(
            .make("m1", "down -3", "mid to 50", "yes to true", body: nil),
            .make("m2", "mid +45", body: "b"), .make("m3", "Part +0.05", body: nil))
        let all = catalogue.values([0, 1, 2])

        for unit in 0..<2 {
            #expect(catalogue.values([0, 1, 2], at: [unit]) == all.filter { $0.unit == unit })
        }
        #expect(all.map(\.unit) == all.map(\.unit).sorted())
        #expect(
            Fields.values(catalogue, [0, 1, 2]) == ["down 27", "mid 50", "yes true", "Part 0.55"])
        #expect(Fields.values(catalogue, [0, 1, 2], at: 1) == ["down 17", "mid 50", "Part 0.95"])
    }

    @Test func `costs are whole numbers of the smallest unit`() throws {
        let catalogue = try Fields.catalogue(
            .make("m1", "up +1", cost: try Fixed("12.5")),
            .make("m2", "up +1", cost: try Fixed("3.25")),
            .make("m3", "up +1", cost: Fixed(700)))

        #expect(catalogue.costDigits == 2)
        #expect((0..<3).map { catalogue.cost(of: $0) } == [1250, 325, 70_000])
        #expect(catalogue.amount(325) == (try Fixed("3.25")))
    }
}
