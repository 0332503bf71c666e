/// What a command answers: both streams and the exit status, nothing written yet.
package struct Answer: Sendable {
    /// For standard output.
    package var output: Page
    /// For standard error.
    package var messages: Page
    /// How it went.
    package var status = ExitStatus.done

    /// An empty answer.
    package init(_ terminal: Terminal) {
        output = Page(
            Ink(hasColour: terminal.hasColour && terminal.isOutput),
            width: terminal.isOutput ? terminal.width : nil)
        messages = Page(
            Ink(hasColour: terminal.hasColour && terminal.isMessages),
            width: terminal.isMessages ? terminal.width : nil)
    }

    /// An answer that only says why nothing was done.
    package init(_ refusal: Refusal, _ terminal: Terminal) {
        self.init(terminal)
        status = refusal.status
        messages.complaints(refusal.complaints, hasExcerpts: terminal.isMessages)
    }

    /// What work answers, or why it was refused; what it says of its progress is taken away.
    static func working(
        _ terminal: Terminal, _ work: (Progress) throws(Refusal) -> Answer
    ) -> Answer {
        let progress = Progress(terminal)
        defer { progress.end() }
        do throws(Refusal) { return try work(progress) } catch { return Answer(error, terminal) }
    }

    /// What the reader can do now; the last line of an answer for people.
    package mutating func next(_ commands: [String]) {
        output.line()
        for (index, command) in commands.enumerated() {
            // A command stays on one line, so that it can be copied.
            output.line([Span((index == 0 ? "Next: " : "      ") + command)])
        }
    }
}

/// The words of a command as somebody types them into a shell.
package func commandLine(_ words: [String?]) -> String {
    words.compactMap { $0 }.map { word in
        let isPlain = !word.isEmpty && word.utf8.allSatisfy(isPlainInShells)
        guard !isPlain else { return word }
        // Among the bytes, because a character hides a quote under a mark that combines with it.
        let quoted = word.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
        return "'" + quoted.map { String(Substring($0)) }.joined(separator: #"'\''"#) + "'"
    }.joined(separator: " ")
}

/// Whether shells take the byte as it is; letters other than ASCII's are of several bytes.
private func isPlainInShells(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
    case UInt8(ascii: "/"), UInt8(ascii: ","): true
    default: byte >= 0x80
    }
}
