internal import Diagnostics

extension TableReader {
    /// Reads the headings and moves the block's start behind them.
    func heading(
        _ block: inout CSVBlock, _ blocks: inout CSVBlocks
    ) throws(FileProblem) -> Heading {
        let wanted = form.dialect.headingRow
        var whole = block
        while !block.skip(to: wanted) {
            let rows = block.row - 1
            guard let next = try blocks.next() else {
                guard wanted > 1 else { throw Self.empty }
                guard !blocks.isWithinQuotes else {
                    throw FileProblem(
                        "csv.unclosed-quote", "a double quote above the headings is not closed",
                        help: "Double it within a field in quotes, or take it out")
                }
                throw FileProblem(
                    "csv.heading-row",
                    "the headings stand in row \(wanted), and the file has \(rows) "
                        + "row\(rows == 1 ? "" : "s")",
                    help: "Correct \"headerRows\" in datapackage.json")
            }
            block = next
            whole = next
        }
        try checkEncoding(of: block)
        let nearby = NearbyRows(block: whole, limits: limits)
        var scanner = scanner(block)
        do {
            _ = try scanner.next(block.bytes.span)
        } catch {
            throw otherSeparator(error, scanner.cells.count, nearby)
                ?? scanner.problem(error, row: wanted)
        }
        let names = scanner.cells.map { $0.text(in: block.bytes.span) }
        (block.start, block.row) = (scanner.index, wanted + 1)
        return Heading(
            file: file, names: names, row: wanted, separator: form.dialect.separator,
            nearby: nearby)
    }

    /// What is said where quotes stand within headings only as long as these are cut by the
    /// separator declared; `nil` where another does not cut them better.
    private func otherSeparator(
        _ fault: CSVScanner.Fault, _ count: Int, _ nearby: NearbyRows
    ) -> FileProblem? {
        guard fault == .quoteWithinField || fault == .textAfterQuote else { return nil }
        let (declared, row) = (form.dialect.separator, form.dialect.headingRow)
        let mark = CSVDialect.separators.first { mark in
            let names = nearby.names(inRow: row, separator: mark) ?? []
            return mark != declared && names.count > max(count, 1)
        }
        return mark.map { Heading.separator($0, insteadOf: declared, row: row) }
    }

    /// Looks whether the block is text in the encoding declared.
    ///
    /// - Throws: The row that is not.
    func checkEncoding(of block: CSVBlock) throws(FileProblem) {
        let bytes = block.bytes.span
        do {
            _ = try UTF8Span(validating: bytes)
        } catch {
            var row = block.row
            var scanner = scanner(block)
            // A fault of another kind ends the search; the row reached is near enough.
            let place = error.byteOffsets.lowerBound
            while (try? scanner.next(bytes)) == true, scanner.index <= place { row += 1 }
            throw form.dialect.encoding.problem(row: row)
        }
    }

    /// A scanner from the block's start on.
    func scanner(_ block: CSVBlock) -> CSVScanner {
        CSVScanner(from: block.start, limits, separator: form.dialect.separator)
    }
}
