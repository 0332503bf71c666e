internal import Domain

/// Formulas that reach back: `PREVIOUS(x, 2)`, and `PERIODS(x, 3)` within a function.
extension TypeChecker {
    /// Nobody looks back further.
    private static let mostPeriods = 100

    mutating func previous(
        _ arguments: [Syntax], _ syntax: Syntax, level: Int?
    ) -> Expression? {
        guard isAtBody(syntax, "PREVIOUS", level: level),
            let periods = arguments.count == 1 ? 1 : count(arguments[1], of: "PREVIOUS"),
            let value = check(arguments[0], level: nil)
        else { return nil }
        return Expression(
            kind: .previous(value, periods: periods), type: value.type, range: syntax.range)
    }

    /// A function whose argument speaks of `PERIODS`.
    ///
    /// - Parameters:
    ///   - calls: Every `PERIODS` of the argument.
    ///   - argument: The argument.
    ///   - syntax: The function.
    ///   - level: Where it stands.
    ///   - each: Checks the function with another argument.
    ///   - joining: Makes one function of those for the single periods.
    /// - Returns: `nil` where something is wrong.
    mutating func across(
        _ calls: [Syntax], _ argument: Syntax.Argument, _ syntax: Syntax, level: Int?,
        each: (inout TypeChecker, Syntax.Argument) -> Expression?,
        joining: (inout TypeChecker, [Expression]) -> Expression?
    ) -> Expression? {
        guard let name = calls.first, isAtBody(name, "PERIODS", level: level) else { return nil }
        // What is counted for a record has no periods of its own.
        guard level == nil else {
            fail(
                "formula.periods", name, "PERIODS stands in a condition on records",
                help: "Compute it in a node of its own, and use its score")
            return nil
        }
        var periods: Int?
        for call in calls {
            guard case .call(_, let arguments) = call.kind, arguments.count == 2 else {
                fail(
                    "formula.arguments", call, "PERIODS has a table or a value, and a number",
                    help: "Write PERIODS(table, 3) or PERIODS(x, 3)")
                return nil
            }
            guard let count = count(arguments[1].value, of: "PERIODS") else { return nil }
            guard periods ?? count == count else {
                fail(
                    "formula.periods", call, "two PERIODS in one function have other numbers",
                    help: "Write the same number in both")
                return nil
            }
            periods = count
        }
        guard let periods, let table = table(of: argument.value.present, syntax, level: nil) else {
            return nil
        }
        func made(_ inner: Expression?) -> Expression? {
            inner.map {
                Expression(
                    kind: .across(periods: periods, $0), type: $0.type, range: syntax.range)
            }
        }
        if table != nil {
            return made(
                each(
                    &self,
                    Syntax.Argument(
                        value: argument.value.present, condition: argument.condition, over: nil)))
        }
        guard hasRoom(for: periods, syntax) else { return nil }
        var parts: [Expression] = []
        for back in 0..<periods {
            let value = Syntax.Argument(
                value: argument.value.past(back), condition: argument.condition, over: nil)
            guard let part = each(&self, value) else { return nil }
            parts.append(part)
        }
        return made(joining(&self, parts))
    }

    /// Computed fields are made before anything is known of other periods.
    private mutating func isAtBody(_ syntax: Syntax, _ function: String, level: Int?) -> Bool {
        guard level != nil, scope.nodes.isEmpty else { return true }
        fail(
            "formula.periods", syntax, "a field of a record cannot reach back to other periods",
            help: "Compare with them in the node that counts the records")
        return false
    }

    /// A whole number of periods.
    private mutating func count(_ syntax: Syntax, of function: String) -> Int? {
        if case .number(let text, isPercent: false) = syntax.kind, let count = Int(text),
            (1...Self.mostPeriods).contains(count)
        {
            return count
        }
        fail(
            "formula.periods", syntax,
            "\(function) needs how many periods as a whole number from 1 to \(Self.mostPeriods)",
            help: "Write it as in \(function)(x, 2)")
        return nil
    }
}

extension Syntax {
    /// Every `PERIODS` in it that is not another function's; `nil` for none.
    var periods: [Syntax]? {
        var found: [Syntax] = []
        _ = replacingPeriods {
            found.append($0); return $0
        }
        return found.isEmpty ? nil : found
    }

    /// The same of the present period.
    var present: Syntax { past(0) }

    /// The same of so many periods before.
    func past(_ back: Int) -> Syntax {
        replacingPeriods { call in
            guard case .call(_, let arguments) = call.kind, let first = arguments.first else {
                return call
            }
            guard back > 0 else { return first.value }
            let number = Syntax(kind: .number("\(back)", isPercent: false), range: call.range)
            return Syntax(
                kind: .call(
                    "PREVIOUS", [first, Argument(value: number, condition: nil, over: nil)]),
                range: call.range)
        }
    }

    /// With every `PERIODS` replaced that is not another function's over many values.
    private func replacingPeriods(_ replaced: (Syntax) -> Syntax) -> Syntax {
        func made(_ kind: Kind) -> Syntax { Syntax(kind: kind, range: range) }
        switch kind {
        case .number, .text, .flag, .name: return self
        case .negated(let value): return made(.negated(value.replacingPeriods(replaced)))
        case .not(let value): return made(.not(value.replacingPeriods(replaced)))
        case .binary(let operation, let left, let right):
            return made(
                .binary(
                    operation, left.replacingPeriods(replaced), right.replacingPeriods(replaced)))
        case .between(let value, let low, let high):
            return made(
                .between(
                    value.replacingPeriods(replaced), low: low.replacingPeriods(replaced),
                    high: high.replacingPeriods(replaced)))
        case .presence(let value, let test, let isNegated):
            return made(
                .presence(value.replacingPeriods(replaced), test, isNegated: isNegated))
        case .call("PERIODS", _): return replaced(self)
        case .call(let function, let arguments):
            guard !TypeChecker.reachesRecords(function) else { return self }
            return made(
                .call(
                    function,
                    arguments.map {
                        Argument(
                            value: $0.value.replacingPeriods(replaced), condition: $0.condition,
                            over: $0.over)
                    }))
        }
    }
}
