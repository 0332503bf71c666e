import Explanation
import Testing

@Suite struct TextTableTests {
    private var table: TextTable {
        var table = TextTable(["rank": .right, "body": .left, "score": .right])
        table.add(["1", "Ministry of Rivers and Harbours", "70.00"])
        table.add(["12", "Agency", "6.5"])
        return table
    }

    @Test func `columns are aligned, numbers to the right`() {
        #expect(
            table.lines(indent: 2) == [
                "  rank  body                             score",
                "     1  Ministry of Rivers and Harbours  70.00",
                "    12  Agency                             6.5",
            ])
    }

    @Test func `the widest column of text is shortened to fit, and says so`() {
        #expect(
            table.lines(indent: 2, width: 40) == [
                "  rank  body                       score",
                "     1  Ministry of Rivers and H…  70.00",
                "    12  Agency                       6.5",
            ])
    }

    @Test func `a column is not narrowed until nothing can be read`() {
        #expect(table.lines(width: 10)[1] == "   1  Ministry of Riv…  70.00")
        #expect(table.lines(width: Int.min) == table.lines(width: 10))
    }
}
