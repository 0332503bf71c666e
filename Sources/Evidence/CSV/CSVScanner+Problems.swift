extension CSVScanner {
    /// The fault in words.
    func problem(_ fault: Fault, row: Int) -> FileProblem {
        let column = cells.count + 1
        switch fault {
        case .quoteWithinField:
            return FileProblem(
                "csv.quote", row: row, "a double quote stands within field \(column)",
                help: "Put the whole field in double quotes and double those within it")
        case .textAfterQuote:
            return FileProblem(
                "csv.quote", row: row, "text stands after the closing quote of field \(column - 1)",
                help:
                    "Put a \(CSVDialect.word(separator)) after the quote, or double the quotes within the field"
            )
        case .quoteNotClosed:
            return FileProblem(
                "csv.unclosed-quote", row: row,
                "the double quote that opens field \(column) is not closed",
                help: "Close it; a quote within a quoted field is doubled")
        case .returnWithoutLineFeed:
            return FileProblem(
                "csv.line-end", row: row, "a carriage return stands without a line feed",
                help: "Save the file with line ends LF or CRLF; quote fields with line ends in them"
            )
        case .nul:
            return FileProblem(
                "csv.nul", row: row, "a NUL byte stands in field \(column)",
                help:
                    "Save the table as CSV in UTF-8; this looks like another kind of file, or like "
                    + "UTF-16 without its mark")
        case .tooManyColumns:
            return FileProblem(
                "csv.columns", row: row, "the row has more than \(limits.columns) fields",
                help: "Use the long form of inputs, one row for each value")
        case .fieldTooLong:
            return FileProblem(
                "csv.field-size", row: row,
                "field \(column) has more than \(limits.field) bytes",
                help: "Keep long texts in a file of their own and name it here")
        case .recordTooLong:
            return FileProblem(
                "csv.record-size", row: row, "the row has more than \(limits.record) bytes",
                help: "Keep long texts in a file of their own and name it here")
        }
    }
}
