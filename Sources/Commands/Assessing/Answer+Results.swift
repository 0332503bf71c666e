/// Results that go where they were asked to.
extension Answer {
    /// Writes results to standard output, or into the file that is named.
    ///
    /// - Parameters:
    ///   - destination: Where they go, and how they are written.
    ///   - count: How much there is of them, as in `24 bodies`.
    ///   - commands: What the reader can do next; of data on standard output nothing is said.
    ///   - terminal: Whether somebody sees standard output.
    ///   - write: Writes them.
    /// - Throws: ``Refusal`` where the file cannot be written.
    mutating func results(
        to destination: Destination, _ count: String, next commands: [String],
        _ terminal: Terminal, _ write: (inout Page) -> Void
    ) throws(Refusal) {
        let (file, format) = (destination.file, destination.format)
        // A file has no colours.
        var page =
            file == nil ? Page(output.ink, width: output.width) : Page(Ink(hasColour: false))
        write(&page)
        guard let file else {
            output.data(format == .csv && terminal.isOutput ? page.shown : page)
            if format == .table { next(commands) }
            return
        }
        try OutputFile.write(page, to: file)
        output.line("Wrote \(file): \(count), as \(format.name)")
        next(commands)
    }
}
