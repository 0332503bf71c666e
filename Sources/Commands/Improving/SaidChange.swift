internal import Arithmetic
internal import Scoring

/// A change that somebody typed, as in `labour:turnover=8`, `all:merit+=5` or `labour:files-=2`.
struct SaidChange: Hashable, Sendable {
    /// What becomes of the value.
    enum Change: Hashable, Sendable {
        /// It is this.
        case becomes(SupposedValue.Level)
        /// So much is added, or taken away where it is below 0.
        case adds(Fixed)
    }

    /// As it was typed.
    let text: String
    /// The body, as it was typed.
    let body: String
    /// The id of an input or of a leaf.
    let subject: String
    /// What becomes of the value.
    let change: Change

    /// The word for every body that has the value.
    static let all = "all"

    /// Reads what was typed.
    ///
    /// - Parameters:
    ///   - text: What was typed after `--set`.
    ///   - ids: Known inputs and leaves: one that ends with a hyphen takes nothing away.
    /// - Throws: ``Refusal`` where it says no body, no id or no value.
    init(_ text: String, among ids: Set<String>) throws(Refusal) {
        guard let equals = text.firstIndex(of: "="),
            let colon = text[..<equals].lastIndex(of: ":")
        else { throw Self.formless(text) }
        let body = String(text[..<colon])
        var subject = String(text[text.index(after: colon)..<equals])
        let value = String(text[text.index(after: equals)...])
        var sign: Character?
        if !ids.contains(subject), let last = subject.last, last == "+" || last == "-" {
            sign = last
            subject.removeLast()
        }
        guard !body.isEmpty, !subject.isEmpty, !value.isEmpty else { throw Self.formless(text) }
        (self.text, self.body, self.subject) = (text, body, subject)
        guard let sign else {
            change = .becomes(try Self.level(value, in: text))
            return
        }
        let number = try Self.number(value, in: text)
        change = .adds(sign == "-" ? number.negated : number)
    }

    private static func level(
        _ value: String, in text: String
    ) throws(Refusal) -> SupposedValue.Level {
        switch value {
        case "true": .flag(true)
        case "false": .flag(false)
        default: .number(try number(value, in: text))
        }
    }

    private static func number(_ value: String, in text: String) throws(Refusal) -> Fixed {
        do { return try Fixed(value) } catch {
            let what =
                switch error {
                case .tooLarge: "is 10^20 or more in size"
                case .tooManyDigits: "has more than 18 digits after the point"
                case .empty, .notANumber: "is no number, and neither true nor false"
                }
            throw Refusal(
                .wrongCommand, "what-if.value", "\"\(value)\" in --set '\(text)' \(what)",
                help: "Write digits, with a point for decimals, as in 8.5")
        }
    }

    private static func formless(_ text: String) -> Refusal {
        Refusal(
            .wrongCommand, "what-if.set",
            "--set '\(text)' does not say whose value becomes what",
            help: "Write BODY:ID=VALUE, or BODY:ID+=5 and BODY:ID-=5 for a change, as in --set "
                + "'health:files=85'; all stands for every body")
    }
}
