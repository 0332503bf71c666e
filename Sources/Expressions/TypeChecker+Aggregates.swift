internal import Domain

extension TypeChecker {
    /// `COUNT`, `SUM`, `AVERAGE`, `MIN`, `MAX`, `MEDIAN` over records, a list or several values.
    mutating func aggregate(
        _ function: Aggregate, _ arguments: [Syntax.Argument], _ syntax: Syntax, level: Int?
    ) -> Expression? {
        guard let first = arguments.first else {
            fail(
                "formula.arguments", syntax, "\(function.rawValue) has nothing to work on",
                help: "Name a table, a field or several values")
            return nil
        }
        if arguments.count > 1 {
            return several(function, arguments, syntax, level: level)
        }
        if let (list, members) = list(in: first) {
            guard hasRoom(for: members.count, syntax) else { return nil }
            let parts = members.map { member in
                bound(list, to: member) {
                    $0.single(function, first, syntax, level: level)
                }
            }
            let expressions = parts.compactMap { $0 }
            guard expressions.count == parts.count, !expressions.isEmpty else { return nil }
            return joined(function, expressions, syntax)
        }
        guard let found = single(function, first, syntax, level: level) else { return nil }
        if case .over = found.kind {
            refuseOne(function, first.value, syntax)
            return nil
        }
        return found
    }

    /// One single value is no more than itself: most likely others were meant as well.
    private mutating func refuseOne(
        _ function: Aggregate, _ value: Syntax, _ syntax: Syntax
    ) {
        let written = source.slice(value.range)
        let name = function.rawValue
        fail(
            "formula.arguments", syntax, "\(name) goes over one single value",
            help: "Write \(name)(\(written) OVER bodies), \(name)(PERIODS(\(written), 3)) or a "
                + "table's field, as in \(name)(table.field); or leave \(name) out")
    }

    /// Over a list, counts of conditions and sums of counts add up; values stand side by side.
    mutating func joined(
        _ function: Aggregate, _ parts: [Expression], _ syntax: Syntax
    ) -> Expression? {
        let isOverMany = parts.contains {
            switch $0.kind {
            case .records, .population, .across: true
            default: false
            }
        }
        if function == .count, !isOverMany {
            let conditions = parts.flatMap { part in
                if case .countTrue(let conditions) = part.kind { conditions } else { [part] }
            }
            return Expression(kind: .countTrue(conditions), type: .count, range: syntax.range)
        }
        if isOverMany, function.isOfAll {
            fail(
                "formula.list", syntax,
                "\(function.rawValue) goes over a list, and over records or bodies as well",
                help: "Write the \(function.rawValue) of one value, or compute the list's in a "
                    + "node or in a field of the table")
            return nil
        }
        guard function == .sampleDeviation || function == .populationDeviation else {
            return side(by: function == .count ? .sum : function, parts, syntax)
        }
        // Of others the function of one value is that value; its deviation would be nothing.
        let values = parts.flatMap { part in
            if case .over(function, let values) = part.kind { values } else { [part] }
        }
        return side(by: function, values, syntax)
    }

    /// Values side by side, which must go together.
    private mutating func side(
        by function: Aggregate, _ parts: [Expression], _ syntax: Syntax
    ) -> Expression? {
        let operands = parts.map { Units.Operand($0) }
        guard let type = Units.common(operands) else {
            let clash = Units.clashing(operands)
            fail(
                "type.clash", syntax,
                "\(function.rawValue) has \((clash?.0 ?? parts[0].type).named) and "
                    + (clash?.1 ?? parts[0].type).named,
                help: "Make all of one type")
            return nil
        }
        return Expression(
            kind: .over(function, parts), type: Self.result(of: function, over: type),
            range: syntax.range)
    }

    /// Several values side by side, as in `MAX(a, b)`.
    private mutating func several(
        _ function: Aggregate, _ arguments: [Syntax.Argument], _ syntax: Syntax, level: Int?
    ) -> Expression? {
        var parts: [Expression] = []
        for argument in arguments {
            if let condition = argument.condition {
                fail(
                    "formula.where", condition, "WHERE stands among several values",
                    help: "WHERE chooses the records of one table")
            }
            let expected: Formula.Expectation = function == .count ? .condition : .number
            if let part = check(argument.value, level: level, expecting: expected) {
                parts.append(part)
            }
        }
        guard parts.count == arguments.count else { return nil }
        if function == .count {
            return Expression(kind: .countTrue(parts), type: .count, range: syntax.range)
        }
        return side(by: function, parts, syntax)
    }

    /// One argument: a table, a value of its records, a condition on them, or a condition.
    private mutating func single(
        _ function: Aggregate, _ argument: Syntax.Argument, _ syntax: Syntax, level: Int?
    ) -> Expression? {
        if let periods = argument.value.periods {
            return across(periods, argument, syntax, level: level) { checker, argument in
                checker.single(function, argument, syntax, level: nil)
            } joining: { checker, parts in
                checker.joined(function, parts, syntax)
            }
        }
        guard let table = table(of: argument.value, syntax, level: level) else { return nil }
        guard case .some(let table) = table else {
            return overRow(function, argument, syntax, level: level)
        }
        guard isReachable(table, from: level, syntax) else { return nil }
        var condition = argument.condition.flatMap { self.condition($0, level: table) }
        if argument.condition != nil, condition == nil { return nil }
        var value: Expression?
        if case .name(let name) = argument.value.kind, scope.table(name) == table {
            guard function == .count else {
                fail(
                    "formula.field", syntax, "\(function.rawValue) needs a value of each record",
                    help: "Name a field, as in \(function.rawValue)(\(name).…)")
                return nil
            }
        } else if let found = check(argument.value, level: table) {
            if function == .count {
                let counted =
                    found.type == .flag
                    ? found
                    : Expression(
                        kind: .presence(found, .known, isNegated: false), type: .flag,
                        range: found.range)
                condition =
                    condition.map {
                        Expression(kind: .all([$0, counted]), type: .flag, range: syntax.range)
                    } ?? counted
            } else if found.type.isNumeric {
                value = found
            } else {
                fail(
                    "type.expected-number", argument.value,
                    "a number was expected, and this is \(found.type.named)",
                    help: "To count records that meet a condition write COUNT")
                return nil
            }
        } else {
            return nil
        }
        return Expression(
            kind: .records(function, table: table, value: value, condition: condition),
            type: Self.result(of: function, over: value?.type ?? .count), range: syntax.range)
    }

    /// A function over the values of the row at hand, where no table is named.
    private mutating func overRow(
        _ function: Aggregate, _ argument: Syntax.Argument, _ syntax: Syntax, level: Int?
    ) -> Expression? {
        if let condition = argument.condition {
            fail(
                "formula.where", condition, "WHERE has no table whose records it could choose",
                help: "Name the table, as in COUNT(services WHERE online)")
            return nil
        }
        let expected: Formula.Expectation = function == .count ? .condition : .number
        guard let value = check(argument.value, level: level, expecting: expected) else {
            return nil
        }
        return function == .count
            ? Expression(kind: .countTrue([value]), type: .count, range: syntax.range)
            : Expression(
                kind: .over(function, [value]), type: Self.result(of: function, over: value.type),
                range: syntax.range)
    }

    /// A mean of counts need not be a whole number.
    static func result(of function: Aggregate, over type: ValueType) -> ValueType {
        type == .count && function.isOfAll ? .number : type
    }

    /// `ALL` and `ANY` over a list or over records.
    mutating func quantified(
        _ function: String, _ arguments: [Syntax.Argument], _ syntax: Syntax, level: Int?
    ) -> Expression? {
        guard arguments.count == 1, let argument = arguments.first else {
            fail(
                "formula.arguments", syntax,
                "\(function) has \(arguments.count) argument\(arguments.count == 1 ? "" : "s")",
                help: "Write \(function)(list = \"Y\"), or join conditions with "
                    + (function == "ALL" ? "AND" : "OR"))
            return nil
        }
        func every(_ parts: [Expression]) -> Expression {
            Expression(
                kind: function == "ALL" ? .all(parts) : .any(parts), type: .flag,
                range: syntax.range)
        }
        if let (list, members) = list(in: argument) {
            guard hasRoom(for: members.count, syntax) else { return nil }
            let parts = members.map { member in
                bound(list, to: member) {
                    $0.quantifiedOnce(function, argument, syntax, level: level)
                }
            }
            let conditions = parts.compactMap { $0 }
            return conditions.count == parts.count ? every(conditions) : nil
        }
        return quantifiedOnce(function, argument, syntax, level: level)
    }

    private mutating func quantifiedOnce(
        _ function: String, _ argument: Syntax.Argument, _ syntax: Syntax, level: Int?
    ) -> Expression? {
        if let periods = argument.value.periods {
            return across(periods, argument, syntax, level: level) { checker, argument in
                checker.quantifiedOnce(function, argument, syntax, level: nil)
            } joining: { _, parts in
                Expression(
                    kind: function == "ALL" ? .all(parts) : .any(parts), type: .flag,
                    range: syntax.range)
            }
        }
        guard let found = table(of: argument.value, syntax, level: level) else { return nil }
        guard case .some(let table) = found else {
            return condition(argument.value, level: level)
        }
        guard isReachable(table, from: level, syntax) else { return nil }
        let chosen = argument.condition.flatMap { condition($0, level: table) }
        if argument.condition != nil, chosen == nil { return nil }
        guard let test = condition(argument.value, level: table) else { return nil }
        return Expression(
            kind: .quantified(
                isUniversal: function == "ALL", table: table, test: test, condition: chosen),
            type: .flag, range: syntax.range)
    }

    // MARK: Finding the table and the list

    /// The table whose records an argument speaks of: `.some(nil)` when it names none,
    /// `nil` when it names several, which is complained about.
    mutating func table(
        of syntax: Syntax, _ call: Syntax, level: Int?
    ) -> Int?? {
        var tables: [Int] = []
        collect(syntax, level: level, into: &tables)
        guard let first = tables.first else { return .some(nil) }
        guard tables.allSatisfy({ $0 == first }) else {
            let names = tables.map { scope.schema.tables[$0].id }
            fail(
                "formula.tables", call,
                "the records of two tables are mixed: \(names[0]) and "
                    + (names.first { $0 != names[0] } ?? ""),
                help: "Use one table in a function; count the other's in a computed field")
            return nil
        }
        return .some(first)
    }

    private func collect(_ syntax: Syntax, level: Int?, into tables: inout [Int]) {
        switch syntax.kind {
        case .name(let name):
            let table = scope.table(name) ?? split(name)?.table
            if let table, table != level, !isAncestor(table, of: level),
                level.flatMap({ scope.member(name, of: $0) }) == nil
            {
                tables.append(table)
            }
        case .number, .text, .flag: break
        case .call(let function, let arguments):
            guard !Self.reachesRecords(function) else { return }
            for argument in arguments { collect(argument.value, level: level, into: &tables) }
        case .negated(let value), .not(let value), .presence(let value, _, _):
            collect(value, level: level, into: &tables)
        case .binary(_, let left, let right):
            collect(left, level: level, into: &tables)
            collect(right, level: level, into: &tables)
        case .between(let value, let low, let high):
            for part in [value, low, high] { collect(part, level: level, into: &tables) }
        }
    }

    /// Whether a function looks at records or lists itself, so that its arguments are its own.
    static func reachesRecords(_ function: String) -> Bool {
        Aggregate(rawValue: function) != nil || function == "ALL" || function == "ANY"
    }

    func isAncestor(_ table: Int, of level: Int?) -> Bool {
        var current = level.flatMap { scope.schema.tables[$0].parent }
        while let ancestor = current {
            if ancestor == table { return true }
            current = scope.schema.tables[ancestor].parent
        }
        return false
    }

    /// Records are counted for the body, or for the record they belong to.
    private mutating func isReachable(_ table: Int, from level: Int?, _ syntax: Syntax) -> Bool {
        guard let level, scope.schema.tables[table].parent != level else { return true }
        fail(
            "formula.level", syntax,
            "the records of \(scope.schema.tables[table].id) do not belong to a record of "
                + scope.schema.tables[level].id,
            help: "Only tables declared within: \(scope.schema.tables[level].id) can be counted "
                + "here")
        return false
    }

    /// The list an argument is to be written out over, if it names one.
    func list(in argument: Syntax.Argument) -> (name: String, members: [String])? {
        var names: [String] = []
        collectNames(argument.value, into: &names)
        for name in names {
            let last = split(name).map { String($0.field) } ?? name
            if bindings[last] == nil, let members = scope.lists[last] { return (last, members) }
        }
        return nil
    }

    private func collectNames(_ syntax: Syntax, into names: inout [String]) {
        switch syntax.kind {
        case .name(let name): names.append(name)
        case .number, .text, .flag: break
        case .call(let function, let arguments):
            guard !Self.reachesRecords(function) else { return }
            for argument in arguments { collectNames(argument.value, into: &names) }
        case .negated(let value), .not(let value), .presence(let value, _, _):
            collectNames(value, into: &names)
        case .binary(_, let left, let right):
            collectNames(left, into: &names)
            collectNames(right, into: &names)
        case .between(let value, let low, let high):
            for part in [value, low, high] { collectNames(part, into: &names) }
        }
    }

    mutating func bound<Result>(
        _ list: String, to member: String, _ body: (inout TypeChecker) -> Result
    ) -> Result {
        bindings[list] = member
        listsUsed.insert(list)
        defer { bindings[list] = nil }
        return body(&self)
    }
}

extension Aggregate {
    /// Whether it is no whole number over counts, and not to be had from those of parts.
    fileprivate var isOfAll: Bool {
        switch self {
        case .average, .median, .sampleDeviation, .populationDeviation: true
        case .count, .sum, .least, .greatest: false
        }
    }
}
