import Testing

@testable import Evidence

@Suite struct IdTableTests {
    private let ids = (0..<5000).map { "body-\($0 * 7919)" } + ["", "é", "a"]

    private func position(of id: String, in table: IdTable, after last: Int32? = nil) -> Int32? {
        let alone = table.position(of: 0..<id.utf8.count, in: id.utf8.span, after: last)
        // Within other bytes it is the same.
        let text = "x" + id + "0123456789"
        let within = table.position(of: 1..<1 + id.utf8.count, in: text.utf8.span, after: last)
        #expect(alone == within)
        return alone
    }

    @Test func `every id is found by its bytes, whatever was found before`() {
        let table = IdTable(ids)

        for (position, id) in ids.enumerated() {
            for last in [nil, 0, Int32(position)] {
                #expect(self.position(of: id, in: table, after: last) == Int32(position))
            }
        }
    }

    @Test func `what is no id, or written in other bytes, is not found`() {
        let table = IdTable(ids)

        for text in ["body-1", "body", "e\u{301}", "b"] {
            #expect(position(of: text, in: table) == nil)
        }
        #expect(position(of: "a", in: IdTable([])) == nil)
    }

    @Test func `of two alike the first counts`() {
        #expect(position(of: "x", in: IdTable(["x", "y", "x"])) == 0)
    }
}
