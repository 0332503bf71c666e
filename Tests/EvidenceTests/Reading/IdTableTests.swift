import Testing

@testable import Evidence

@Suite struct IdTableTests {
    private let ids = (0..<5000).map { "body-\($0 * 7919)" } + ["", "é", "a"]

    @Test func `every id is found by its bytes, whatever was found before`() {
        let table = IdTable(ids)

        for (position, id) in ids.enumerated() {
            for last in [nil, 0, Int32(position)] {
                #expect(table.position(of: id.utf8.span, after: last) == Int32(position))
            }
        }
    }

    @Test func `what is no id, or written in other bytes, is not found`() {
        let table = IdTable(ids)

        for text in ["body-1", "body", "e\u{301}", "b"] {
            #expect(table.position(of: text.utf8.span, after: nil) == nil)
        }
        #expect(IdTable([]).position(of: "a".utf8.span, after: nil) == nil)
    }

    @Test func `of two alike the first counts`() {
        #expect(IdTable(["x", "y", "x"]).position(of: "x".utf8.span, after: nil) == 0)
    }
}
