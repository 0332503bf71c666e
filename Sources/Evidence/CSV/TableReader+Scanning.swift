internal import Diagnostics

extension TableReader {
    /// What came of a block.
    struct Scanned<Rows: Sendable>: Sendable {
        var part: Rows
        var tally = RowTally()
        var rejected = RejectedRows()
        /// Whether there are rows among those with errors that were not known.
        var hasErrors = false
        var problem: FileProblem?
        /// The rows that are left out.
        let skipped: Set<Int>
        /// Where what names a row stands.
        let names: [Int]
    }

    /// Takes in the rows of a block, a second time without those with errors where these are left
    /// out.
    func scan<Rows: RowReader>(
        _ block: CSVBlock, _ empty: Rows, _ mapping: RowMapping?, width: Int, _ names: [Int]
    ) -> Scanned<Rows> {
        var scanned = Scanned(part: empty, skipped: rejection?.known ?? [], names: names)
        do throws(FileProblem) {
            try checkEncoding(of: block)
        } catch {
            scanned.problem = error
            return scanned
        }
        scan(block, mapping, width: width, &scanned)
        guard scanned.problem == nil, scanned.hasErrors else { return scanned }
        // What was taken in of rows with errors is not known, so all is read without them.
        var again = Scanned(
            part: empty, skipped: scanned.skipped.union(scanned.rejected.rows), names: [])
        scan(block, mapping, width: width, &again)
        again.rejected = scanned.rejected
        return again
    }

    private func scan<Rows: RowReader>(
        _ block: CSVBlock, _ mapping: RowMapping?, width: Int, _ scanned: inout Scanned<Rows>
    ) {
        guard let mapping else { return scan(block, width: width, &scanned) }
        scan(block, mapping, width: width, &scanned)
    }

    private func scan<Rows: RowReader>(
        _ block: CSVBlock, width: Int, _ scanned: inout Scanned<Rows>
    ) {
        let bytes = block.bytes.span
        var scanner = scanner(block)
        var row = block.row
        var start = scanner.index
        do {
            while try scanner.next(bytes) {
                if scanned.skipped.contains(row) {
                } else if scanner.cells.count == width, !Self.isBlank(scanner.cells) {
                    scanned.part.take(scanner.cells, in: bytes, row: row)
                } else {
                    scanned.part.log.add(ragged(scanner.cells, row: row, width: width))
                }
                if rejection != nil {
                    reject(row, scanner.cells, bytes, start..<scanner.index, &scanned)
                    start = scanner.index
                }
                row += 1
                guard hasRoomForErrors(scanned) else { return }
            }
        } catch {
            scanned.problem = scanner.problem(error, row: row)
        }
    }

    /// The same where rows are chosen or made of others.
    private func scan<Rows: RowReader>(
        _ block: CSVBlock, _ mapping: RowMapping, width: Int, _ scanned: inout Scanned<Rows>
    ) {
        let all = block.bytes + mapping.constants
        let end = block.bytes.count
        let bytes = block.bytes.span
        var scanner = scanner(block)
        var row = block.row
        var start = scanner.index
        var mapped: [CSVCell] = []
        do {
            while try scanner.next(bytes) {
                let isWhole = scanner.cells.count == width
                mapped.removeAll(keepingCapacity: true)
                switch isWhole
                    ? mapping.read(scanner.cells, in: all.span, end: end, row: row, &mapped) : nil
                {
                case _ where scanned.skipped.contains(row): break
                case .filtered: scanned.tally.rows += 1
                case _ where !isWhole || Self.isBlank(scanner.cells):
                    scanned.part.log.add(ragged(scanner.cells, row: row, width: width))
                case .taken, nil: scanned.part.take(mapped, in: all.span, row: row)
                case .unknownBody(let id, let known): scanned.tally.add(body: id, near: known)
                case .failed(let problem): scanned.part.log.add(problem)
                }
                if rejection != nil {
                    reject(row, mapped, all.span, start..<scanner.index, &scanned)
                    start = scanner.index
                }
                row += 1
                guard hasRoomForErrors(scanned) else { return }
            }
        } catch {
            scanned.problem = scanner.problem(error, row: row)
        }
    }

    /// Whether the block is read on; where it is not, ``tooManyErrors(_:)`` says why.
    private func hasRoomForErrors<Rows: RowReader>(_ scanned: Scanned<Rows>) -> Bool {
        scanned.part.log.total <= limits.errors
    }

    /// Keeps a row that is left out, or in which something is wrong, and forgets what was told.
    private func reject<Rows: RowReader>(
        _ row: Int, _ cells: [CSVCell], _ bytes: Span<UInt8>, _ range: Range<Int>,
        _ scanned: inout Scanned<Rows>
    ) {
        let isKnown = scanned.skipped.contains(row)
        guard isKnown || scanned.part.log.hasErrors else { return }
        if !isKnown { scanned.hasErrors = true }
        defer { scanned.part.log = DiagnosticLog() }
        // The second time all is known.
        guard !isKnown || !scanned.names.isEmpty else { return }
        let found = RowRejection.Found(cells, scanned.names, in: bytes, range)
        scanned.rejected.add(
            isKnown
                ? RowRejection.row(row, found) : RowRejection.row(row, scanned.part.log, found))
    }

    /// Whether nothing is filled in, as in the rows that spreadsheets leave behind.
    private static func isBlank(_ cells: [CSVCell]) -> Bool {
        cells.allSatisfy { $0.start == $0.end }
    }

    private func ragged(_ cells: [CSVCell], row: Int, width: Int) -> Diagnostic {
        let isEmpty = Self.isBlank(cells)
        return Diagnostic(
            .error, "csv.ragged", at: Place(file: file, row: row, field: nil),
            isEmpty
                ? "the row is empty"
                : "the row has \(cells.count) field\(cells.count == 1 ? "" : "s") and the heading has "
                    + "\(width)",
            help: isEmpty
                ? "Delete the line"
                : Self.raggedHelp(form.dialect.separator))
    }

    private static func raggedHelp(_ separator: UInt8) -> String {
        guard separator != UInt8(ascii: ",") else {
            return "Check the commas: decimals have a point, and a text with a comma in it stands "
                + "in double quotes"
        }
        let word = CSVDialect.word(separator)
        return "Check the \(word)s: a text with a \(word) in it stands in double quotes"
    }
}
