internal import Glibc

/// Says on a terminal what is being done, and takes it away again.
package struct Progress: Sendable {
    private let isShown: Bool

    /// Shown only where somebody watches the messages and the terminal can take them away.
    package init(_ terminal: Terminal) {
        isShown = terminal.isMessages && terminal.hasColour
    }

    /// Replaces what was said before.
    package func say(_ text: String) {
        write("\r\u{1B}[K" + Ink(hasColour: false).text([Span(text)]) + " …")
    }

    /// Takes away what was said.
    package func end() { write("\r\u{1B}[K") }

    private func write(_ text: String) {
        guard isShown else { return }
        // Nobody misses a progress line that could not be written.
        _ = Answer.write(Array(text.utf8), to: STDERR_FILENO)
    }
}
