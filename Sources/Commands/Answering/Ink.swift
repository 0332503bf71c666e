/// How a part of a line looks on a terminal that shows colours; plain everywhere else.
package enum Style: Hashable, Sendable {
    case plain
    case heading
    case faint
    case error
    case warning
    case good
}

/// A part of a line in one style.
package struct Span: Hashable, Sendable {
    /// What is written.
    package let text: String
    /// How it looks.
    package let style: Style

    /// A part of a line.
    package init(_ text: String, _ style: Style = .plain) {
        self.text = text
        self.style = style
    }
}

/// Writes parts of lines, with colours or without.
///
/// Texts come from files that others wrote, so control characters in them never reach the
/// terminal: each is written as `�`.
package struct Ink: Hashable, Sendable {
    /// Whether colours are written.
    package let hasColour: Bool

    /// With colours or without.
    package init(hasColour: Bool) {
        self.hasColour = hasColour
    }

    /// The text of a line without its end.
    package func text(_ spans: [Span]) -> String {
        spans.map { span in
            let text = Self.withoutControls(span.text)
            guard hasColour, span.style != .plain else { return text }
            return "\u{1B}[\(Self.code(span.style))m\(text)\u{1B}[0m"
        }.joined()
    }

    private static func code(_ style: Style) -> String {
        switch style {
        case .plain: "0"
        case .heading: "1"
        case .faint: "2"
        case .error: "1;31"
        case .warning: "1;35"
        case .good: "1;32"
        }
    }

    private static func withoutControls(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            scalars.append(isControl(scalar) ? "\u{FFFD}" : scalar)
        }
        return String(scalars)
    }

    /// What a terminal obeys instead of showing it, line ends of Unicode, and what turns the
    /// direction of the text after it.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
