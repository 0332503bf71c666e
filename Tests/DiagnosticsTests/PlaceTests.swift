internal import Diagnostics
internal import Testing

@Suite struct PlaceTests {
    @Test func `a place is written as editors and spreadsheets show it`() {
        let places = [
            Place(file: "edition.yaml"), Place(file: "edition.yaml", line: 3),
            Place(file: "edition.yaml", line: 3, column: 7),
            Place(file: "bodies.csv", row: 17, field: "target"),
            Place(file: "bodies.csv", row: 17, field: nil),
        ]

        #expect(
            places.map(\.description) == [
                "edition.yaml", "edition.yaml:3", "edition.yaml:3:7",
                "bodies.csv: row 17, column target", "bodies.csv: row 17",
            ])
        #expect(places.map(\.isInTable) == [false, false, false, true, true])
    }

    @Test func `places come in the order in which a reader meets them`() {
        let ordered = [
            Place(file: "a.csv"), Place(file: "a.csv", line: 2),
            Place(file: "a.csv", row: 2, field: nil), Place(file: "a.csv", row: 2, field: "body"),
            Place(file: "a.csv", row: 2, field: "value"),
            Place(file: "a.csv", row: 10, field: "body"), Place(file: "b.yaml", line: 1, column: 9),
            Place(file: "b.yaml", line: 1, column: 10), Place(file: "b.yaml", line: 2),
        ]

        for seed in 0..<20 {
            let mixed = ordered.indices.map { ordered[($0 * 7 + seed) % ordered.count] }
            #expect(mixed.sorted() == ordered)
        }
        for (index, place) in ordered.enumerated() {
            #expect(ordered.allSatisfy { ($0 < place) != ($0 > place) || $0 == place })
            #expect(ordered[..<index].allSatisfy { $0 < place })
        }
    }
}
