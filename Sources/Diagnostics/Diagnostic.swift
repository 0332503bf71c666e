/// One thing that is wrong with what was handed in, where, and how to mend it.
public struct Diagnostic: Hashable, Sendable {
    /// How grave it is.
    public enum Severity: String, Hashable, Sendable {
        case error
        case warning
    }

    /// Errors stop the work; warnings do not, except where asked to.
    public let severity: Severity
    /// A stable name for programs, `area.problem`, as in `weights.sum`.
    public let code: String
    /// Where it is; `nil` where it concerns everything that was handed in.
    public let place: Place?
    /// The id of the element concerned, such as a node; `nil` where there is none.
    public let node: String?
    /// What is wrong, with the value seen, without a full stop.
    public let what: String
    /// What the reader can do now, without a full stop.
    public let help: String

    /// The longest text that is kept of what is wrong, the help and the node, in bytes of UTF-8.
    ///
    /// A value that was handed in may be of any length, and hundreds of them are told.
    public static let longest = 2000

    /// Makes a diagnostic from its parts; of texts longer than ``longest`` the middle is left
    /// out, and they say so.
    public init(
        _ severity: Severity, _ code: String, at place: Place?, node: String? = nil,
        _ what: String, help: String
    ) {
        self.severity = severity
        self.code = code
        self.place = place
        self.node = node.map(Self.shortened)
        self.what = Self.shortened(what)
        self.help = Self.shortened(help)
    }

    private static func shortened(_ text: String) -> String {
        guard text.utf8.count > longest else { return text }
        let characters = text.unicodeScalars
        // Three quarters are the beginning, where it mostly says what it is about; a character
        // has up to four bytes.
        let beginning = characters.prefix(longest * 3 / 16)
        let end = characters.suffix(longest / 16)
        let left = characters.count - beginning.count - end.count
        return "\(String(beginning))… (\(left) characters are left out) …\(String(end))"
    }

    /// The same as an error, as `--strict` reads warnings.
    public var asError: Diagnostic {
        Diagnostic(.error, code, at: place, node: node, what, help: help)
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `file:line:column: error: what (node id) — help: help`, one line.
    ///
    /// Control characters and those that turn the direction of writing, which a value seen may
    /// hold, are written as in `\n` or `\u{1B}`.
    public var description: String {
        let whereItIs = place.map { "\($0): " } ?? ""
        let element = node.map { " (node \($0))" } ?? ""
        return Self.visible(
            "\(whereItIs)\(severity.rawValue): \(what)\(element) — help: \(help)")
    }

    private static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isControl(scalar) {
                shown.append(contentsOf: escape(scalar).unicodeScalars)
            } else {
                shown.append(scalar)
            }
        }
        return String(shown)
    }

    /// Whether a terminal may do something else than show it.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: isTurning(scalar)
        }
    }

    /// Whether what stands after it is shown in another order than it was written.
    private static func isTurning(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
    }
}
