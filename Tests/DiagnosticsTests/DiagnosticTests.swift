internal import Diagnostics
internal import Testing

@Suite struct DiagnosticTests {
    @Test func `one line says where, how grave, what, about which node, and how to mend it`() {
        let whole = Diagnostic(
            .warning, "weights.sum", at: Place(file: "edition.yaml", line: 14), node: "openness",
            "the weights add up to 0.95, not 1", help: "raise one weight by 0.05")
        let bare = Diagnostic(
            .error, "edition.missing", at: nil, "there is no edition", help: "add one")

        #expect(
            whole.description
                == "edition.yaml:14: warning: the weights add up to 0.95, not 1 (node openness)"
                + " — help: raise one weight by 0.05")
        #expect(bare.description == "error: there is no edition — help: add one")
    }

    @Test func `a value seen cannot break the line or steer the terminal`() {
        let diagnostic = Diagnostic(
            .error, "value.not-a-number", at: nil, "\"1\r\n2\t\u{1b}[31m\u{2028}\" is not a number",
            help: "send digits")

        #expect(
            diagnostic.description
                == #"error: "1\r\n2\t\u{1B}[31m\u{2028}" is not a number — help: send digits"#)
    }

    @Test func `a value seen cannot turn the direction of the line`() {
        let diagnostic = Diagnostic(
            .error, "bodies.id", at: nil, "\"riv\u{202E}sre\" is no id", help: "write another")

        #expect(
            diagnostic.description
                == #"error: "riv\u{202E}sre" is no id — help: write another"#)
    }

    @Test func `a text without end is told by its beginning and its end`() {
        let digits = String(repeating: "9", count: 1_000_000)
        let place = Place(file: "a.csv", row: 1, field: digits)

        let diagnostic = Diagnostic(
            .error, "a.b", at: place, node: digits, "the value is \(digits), not 1", help: digits)

        #expect(diagnostic.what.hasPrefix("the value is 999"))
        #expect(diagnostic.what.contains("9… (999520 characters are left out) …9"))
        #expect(diagnostic.what.hasSuffix("999, not 1"))
        #expect(diagnostic.what.utf8.count < Diagnostic.longest)
        #expect(diagnostic.description.utf8.count < 3 * Diagnostic.longest)
        #expect(place.field == digits)
    }

    @Test func `a warning read strictly is an error, with all else as it was`() {
        let warning = Diagnostic(
            .warning, "a.b", at: Place(file: "f"), node: "n", "what", help: "help")

        let error = warning.asError

        #expect(
            error
                == Diagnostic(
                    .error, "a.b", at: Place(file: "f"), node: "n", "what", help: "help"))
        #expect(error.severity == .error)
    }
}
