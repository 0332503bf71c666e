extension CSVBlock {
    /// Moves the start to a row, by line ends outside of quotes; `false` where the block ends
    /// before it.
    mutating func skip(to wanted: Int) -> Bool {
        (start, row) = place(of: wanted)
        return row == wanted && start < bytes.count
    }

    private func place(of wanted: Int) -> (start: Int, row: Int) {
        let bytes = bytes.span
        var isWithinQuotes = false
        var (start, row) = (start, row)
        while row < wanted, start < bytes.count {
            switch bytes[start] {
            case UInt8(ascii: "\""): isWithinQuotes.toggle()
            case UInt8(ascii: "\n") where !isWithinQuotes: row += 1
            default: break
            }
            start += 1
        }
        // The last line may lack its end.
        let isCut = row < wanted && start > 0 && bytes[start - 1] != UInt8(ascii: "\n")
        return (start, isCut ? row + 1 : row)
    }
}
