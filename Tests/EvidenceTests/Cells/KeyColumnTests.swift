import TestSupport
import Testing

@testable import Evidence

@Suite struct KeyColumnTests {
    private static let texts = [
        "", "1", "10", "2", "12345678", "123456789", "1234567890123456789", "12345679", "a", "é",
        "e\u{301}", "Ж-2024/17", "zzzzzzzzz", "zzzzzzzz", "zzzzzzzzy",
    ]

    private func column(_ texts: [String]) -> KeyColumn {
        var column = KeyColumn()
        for text in texts { column.append(text.utf8.span) }
        return column
    }

    private func texts(_ column: KeyColumn) -> [String] {
        (0..<column.count).map { column.text(at: $0) }
    }

    @Test func `texts come back byte for byte, whatever their length`() {
        let column = column(Self.texts)

        for (row, text) in Self.texts.enumerated() {
            #expect(Array(column.text(at: row).utf8) == Array(text.utf8))
            #expect(column.length(at: row) == text.utf8.count)
        }
    }

    @Test func `texts are ordered as their bytes are`() {
        let column = column(Self.texts)

        for (one, left) in Self.texts.enumerated() {
            for (other, right) in Self.texts.enumerated() {
                let isLess = left.utf8.lexicographicallyPrecedes(right.utf8)
                let isMore = right.utf8.lexicographicallyPrecedes(left.utf8)

                #expect((column.order(one, column, other) < 0) == isLess)
                #expect((column.order(one, column, other) > 0) == isMore)
            }
        }
    }

    @Test func `columns are joined and taken in another order`() {
        for cut in 0...Self.texts.count {
            let parts = [column(Array(Self.texts[..<cut])), column(Array(Self.texts[cut...]))]
            let joined = KeyColumn(joining: parts)
            let order = (0..<UInt32(Self.texts.count)).reversed()

            #expect(texts(joined) == Self.texts)
            #expect(texts(joined.taking(Array(order))) == Self.texts.reversed())
        }
    }
}
