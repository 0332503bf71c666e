internal import Diagnostics

/// How the rows of a file become those that its role expects: which are read, and where the
/// cells of each column come from.
///
/// A part of a cell is a stretch of the same bytes; constants and words that stand for others
/// are bytes behind those of the block. So whoever takes the rows in knows nothing of it.
struct RowMapping: Sendable {
    /// Where the cells of a column come from.
    private struct Source: Sendable {
        /// The position in the file; `nil` for a constant.
        let column: Int?
        let part: ColumnTarget.Part
        /// Where a constant stands behind the block, or the words that stand for others.
        let constant: CSVCell
        let words: [[UInt8]: CSVCell]
        let target: String
        let heading: String
    }

    /// What holds for a row that is read.
    private struct Condition: Sendable {
        let column: Int
        let words: Set<[UInt8]>
        let isOneOf: Bool
    }

    /// What becomes of a row.
    enum Outcome {
        case taken
        /// A condition does not hold.
        case filtered
        /// The row is about a body that is not in the table of bodies.
        case unknownBody(String, near: String?)
        case failed(Diagnostic)
    }

    /// The headings as the role knows them.
    let heading: Heading
    /// What stands behind the bytes of every block.
    private(set) var constants: [UInt8] = []
    /// How many columns of the file are not read.
    private(set) var columnsLeftOut = 0
    private let sources: [Source]?
    private let conditions: [Condition]
    private let body: (column: Int, known: Set<String>)?
    /// The known bodies by their letters and digits alone.
    private let bodiesByLetters: [String: String]

    /// Checks the headings of the file; `nil` when one is missing, which is told.
    ///
    /// - Parameters:
    ///   - file: The headings of the file itself.
    ///   - form: What the resource says.
    ///   - known: The ids of the bodies; `nil` where all rows are read.
    ///   - log: Takes what is wrong.
    init?(
        _ file: Heading, _ form: FileForm, known: Set<String>?, _ log: inout DiagnosticLog
    ) {
        let asked =
            form.conditions.map(\.column) + (form.columns?.targets.compactMap(\.source) ?? [])
        guard asked.contains(file.names[0]) || file.checkSeparator(asked, &log) else { return nil }
        guard file.checkRow(naming: asked, &log) else { return nil }
        var finder = HeadingFinder(file)
        var constants: [UInt8] = []
        func constant(_ text: String) -> CSVCell {
            let start = constants.count
            constants += text.utf8
            return CSVCell(start: start, end: constants.count)
        }
        conditions = form.conditions.compactMap { condition in
            finder.position(of: condition.column, for: nil, condition.place, &log).map {
                Condition(
                    column: $0, words: Set(condition.words.map { Array($0.utf8) }),
                    isOneOf: condition.isOneOf)
            }
        }
        sources = form.columns?.targets.compactMap { target in
            var column: Int?
            if let source = target.source {
                column = finder.position(of: source, for: target.name, target.place, &log)
                if column == nil { return nil }
            }
            let words = target.values.map { (Array($0.from.utf8), constant($0.to)) }
            return Source(
                column: column, part: target.part, constant: constant(target.constant),
                words: Dictionary(words) { first, _ in first }, target: target.name,
                heading: target.source ?? target.name)
        }
        guard finder.isComplete else { return nil }
        if let columns = form.columns {
            heading = Heading(
                file: file.file, names: columns.targets.map(\.name), row: file.row,
                declared: columns)
            columnsLeftOut = file.names.count - finder.used.count
        } else {
            heading = file
        }
        let column = heading.names.firstIndex(of: RowSubjectReader.body)
        body = known.flatMap { known in column.map { ($0, known) } }
        bodiesByLetters = Dictionary(
            (known ?? []).sorted().map { (Self.letters(of: $0), $0) },
            uniquingKeysWith: { first, _ in first })
        self.constants = constants
    }

    /// What is the same however a body is set in letters: ids that differ in a digit do not.
    private static func letters(of id: String) -> String {
        String(id.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// Turns the cells of a row into those of the targets.
    ///
    /// - Parameters:
    ///   - cells: As many as the file has headings.
    ///   - bytes: The block, and behind it ``constants``.
    ///   - end: Where the block ends.
    ///   - row: As a spreadsheet shows it.
    ///   - mapped: Takes the cells of the targets.
    /// - Returns: What becomes of the row.
    func read(
        _ cells: [CSVCell], in bytes: Span<UInt8>, end: Int, row: Int, _ mapped: inout [CSVCell]
    ) -> Outcome {
        for condition in conditions {
            let isOneOf = cells[condition.column].read(in: bytes) { text in
                condition.words.contains(text.bytes)
            }
            if isOneOf != condition.isOneOf { return .filtered }
        }
        mapped.removeAll(keepingCapacity: true)
        if let sources {
            for source in sources {
                guard let cell = cell(of: source, cells, bytes, end) else {
                    return .failed(problem(source, cells, bytes, row))
                }
                mapped.append(cell)
            }
        } else {
            mapped += cells
        }
        guard let body else { return .taken }
        let id = mapped[body.column].text(in: bytes)
        guard !id.isEmpty, !body.known.contains(id) else { return .taken }
        return .unknownBody(id, near: bodiesByLetters[Self.letters(of: id)])
    }

    /// The cell of a target; `nil` when the part that is wanted is not there.
    private func cell(
        of source: Source, _ cells: [CSVCell], _ bytes: Span<UInt8>, _ end: Int
    ) -> CSVCell? {
        guard let column = source.column else { return source.constant.shifted(by: end) }
        guard let cell = cells[column].part(source.part, in: bytes) else { return nil }
        guard !source.words.isEmpty else { return cell }
        let word = cell.read(in: bytes) { source.words[$0.bytes] }
        return word.map { $0.shifted(by: end) } ?? cell
    }

    private func problem(
        _ source: Source, _ cells: [CSVCell], _ bytes: Span<UInt8>, _ row: Int
    ) -> Diagnostic {
        let text = source.column.map { cells[$0].text(in: bytes) } ?? ""
        let (what, help) =
            switch source.part {
            case .split(let mark, let part):
                (
                    "\(seen(text)) has no part \(part) between \(seen(String(reading: mark.span)))",
                    "Write the part, or correct \"split\" of \"\(source.target)\" in "
                        + "datapackage.json"
                )
            case .characters(let first, let last):
                (
                    "\(seen(text)) has no characters \(first) to \(last)",
                    "Write them, or correct \"characters\" of \"\(source.target)\" in "
                        + "datapackage.json"
                )
            case .whole: ("\(seen(text)) cannot be read", "Correct it")
            }
        return Diagnostic(
            .error, "row.part", at: Place(file: heading.file, row: row, field: source.target),
            what, help: help)
    }
}

extension CSVCell {
    /// The same stretch of bytes further back.
    fileprivate func shifted(by count: Int) -> CSVCell {
        CSVCell(start: start + count, end: end + count)
    }

    /// A part of the cell; an empty cell is all parts of itself, otherwise `nil` where there is
    /// none.
    fileprivate func part(_ part: ColumnTarget.Part, in bytes: Span<UInt8>) -> CSVCell? {
        if start == end { return self }
        switch part {
        case .whole: return self
        case .split(let mark, let number): return split(at: mark, number, bytes)
        case .characters(let first, let last): return characters(first, last, bytes)
        }
    }

    private func split(at mark: [UInt8], _ number: Int, _ bytes: Span<UInt8>) -> CSVCell? {
        var found = self
        var count = 1
        var index = start
        while index + mark.count <= end {
            guard mark.indices.allSatisfy({ bytes[index + $0] == mark[$0] }) else {
                index += 1
                continue
            }
            if count == number {
                found.end = index
                return found
            }
            index += mark.count
            count += 1
            found.start = index
        }
        return count == number ? found : nil
    }

    private func characters(_ first: Int, _ last: Int, _ bytes: Span<UInt8>) -> CSVCell? {
        var found = self
        var count = 0
        var index = start
        while index < end {
            count += 1
            if count == first { found.start = index }
            let isDoubled = hasDoubledQuotes && bytes[index] == UInt8(ascii: "\"")
            index += isDoubled ? 2 : 1
            // What follows the first byte of a letter begins with the bits 10.
            while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
            if count == last {
                found.end = index
                return found
            }
        }
        return nil
    }
}

extension Span<UInt8> {
    /// A copy.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for index in 0..<count { bytes.append(self[index]) }
        return bytes
    }
}
