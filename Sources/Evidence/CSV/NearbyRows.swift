/// The rows around the headings, for saying what is wrong where headings are not there.
struct NearbyRows: Sendable {
    /// What was read together with the headings.
    let block: CSVBlock
    let limits: CSVLimits
    /// How far from the row of the headings is looked.
    private static let reach = 20

    /// The texts of a row whose columns are separated so; `nil` where it is none, or not there.
    func names(inRow row: Int, separator: UInt8) -> [String]? {
        var block = block
        return block.skip(to: row) ? names(of: block, separator) : nil
    }

    /// The row around another in which most of the words stand, and how many of them do.
    func row(
        of wanted: Set<String>, around row: Int, separator: UInt8
    ) -> (row: Int, count: Int)? {
        var block = block
        var best: (row: Int, count: Int)?
        for near in max(block.row, row - Self.reach)...max(block.row, row + Self.reach) {
            guard block.skip(to: near) else { break }
            let count = wanted.intersection(names(of: block, separator) ?? []).count
            if count > best?.count ?? 0 { best = (near, count) }
        }
        return best
    }

    private func names(of block: CSVBlock, _ separator: UInt8) -> [String]? {
        let bytes = block.bytes.span
        var scanner = CSVScanner(from: block.start, limits, separator: separator)
        guard (try? scanner.next(bytes)) == true else { return nil }
        return scanner.cells.map { $0.text(in: bytes) }
    }
}
