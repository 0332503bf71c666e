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
