internal import Glibc

/// Whether somebody watches.
package struct Terminal: Hashable, Sendable {
    /// Whether standard output goes to a terminal.
    package let isOutput: Bool
    /// Whether standard error goes to a terminal.
    package let isMessages: Bool
    /// Whether the terminal shows colours and nobody asked for none.
    package let hasColour: Bool
    /// How many characters a line of the terminal has room for; `nil` when that is not known.
    package let width: Int?

    /// Says who watches.
    package init(isOutput: Bool, isMessages: Bool, hasColour: Bool, width: Int? = nil) {
        self.isOutput = isOutput
        self.isMessages = isMessages
        self.hasColour = hasColour
        self.width = width
    }

    /// Nobody watches: everything goes to files.
    package static let none = Terminal(isOutput: false, isMessages: false, hasColour: false)

    /// As this process was started.
    ///
    /// - Source: no-color.org: no colours when `NO_COLOR` is set and not empty.
    package static var current: Terminal {
        let term = variable("TERM") ?? ""
        return Terminal(
            isOutput: isatty(STDOUT_FILENO) == 1, isMessages: isatty(STDERR_FILENO) == 1,
            hasColour: (variable("NO_COLOR") ?? "").isEmpty && !term.isEmpty && term != "dumb",
            width: variable("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? columns)
    }

    /// What the terminal itself says.
    private static var columns: Int? {
        var size = winsize()
        let stream = isatty(STDOUT_FILENO) == 1 ? STDOUT_FILENO : STDERR_FILENO
        guard unsafe ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    private static func variable(_ name: String) -> String? {
        guard let text = unsafe getenv(name) else { return nil }
        return unsafe String(cString: text)
    }
}
