internal import Arithmetic
internal import Domain
internal import Scoring

/// What a value may be: the declaration of an input, or nothing for a leaf.
struct SaidRange {
    private let field: Field?

    /// The range of an input; `nil` for a leaf, whose value has none.
    init(_ field: Field?) { self.field = field }

    /// What a change makes of a value.
    ///
    /// - Parameters:
    ///   - said: What was typed.
    ///   - start: The value.
    ///   - body: The id of the body, for messages.
    /// - Returns: The new value, held to the range where a sum leaves it.
    /// - Throws: ``Refusal`` for a value that it cannot be.
    func apply(
        _ said: SaidChange, to start: SupposedValue.Level, of body: String
    ) throws(Refusal) -> (after: SupposedValue.Level, isHeld: Bool) {
        switch (start, said.change) {
        case (.flag, .becomes(.flag(let flag))): return (.flag(flag), false)
        case (.flag, _):
            throw Refusal(
                .wrongCommand, "what-if.type",
                "\"\(said.subject)\" is a flag, and '\(said.text)' "
                    + "sets a number", help: "Write =true or =false")
        case (.number, .becomes(.flag)):
            throw Refusal(
                .wrongCommand, "what-if.type",
                "\"\(said.subject)\" is a number, and "
                    + "'\(said.text)' sets a flag", help: "Write digits after the sign")
        case (.number, .becomes(.number(let number))):
            try check(number, said)
            return (.number(number), false)
        case (.number(let number), .adds(let more)):
            try checkWhole(more, said)
            guard let sum = try? number.adding(more) else { throw tooLarge(said, body) }
            let held = hold(sum)
            return (.number(held), held != sum)
        }
    }

    private func hold(_ number: Fixed) -> Fixed {
        if let least = field?.least, number < least { return least }
        if let greatest = field?.greatest, number > greatest { return greatest }
        return number
    }

    private func check(_ number: Fixed, _ said: SaidChange) throws(Refusal) {
        try checkWhole(number, said)
        guard hold(number) != number else { return }
        let range =
            switch (field?.least, field?.greatest) {
            case (let least?, let greatest?): "\(least) to \(greatest)"
            case (let least?, nil): "\(least) or more"
            case (nil, let greatest?): "\(greatest) or less"
            case (nil, nil): "any number"
            }
        throw Refusal(
            .wrongCommand, "what-if.range",
            "\(number) in --set '\(said.text)' is not what \"\(said.subject)\" can be: \(range)",
            help: "Set a number in that range")
    }

    private func checkWhole(_ number: Fixed, _ said: SaidChange) throws(Refusal) {
        guard field?.type == .count, (try? number.rounded(to: 0, .down)) != number else { return }
        throw Refusal(
            .wrongCommand, "what-if.range",
            "\(number) in --set '\(said.text)' is not whole, and \"\(said.subject)\" is a count",
            help: "Write a whole number")
    }

    private func tooLarge(_ said: SaidChange, _ body: String) -> Refusal {
        Refusal(
            .wrongCommand, "what-if.range",
            "--set '\(said.text)' makes the value of \(body) 10^20 or more in size",
            help: "Change it by less")
    }
}
