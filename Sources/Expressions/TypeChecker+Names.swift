internal import Diagnostics
internal import Domain

extension TypeChecker {
    /// The meaning of a name where a single value is needed.
    mutating func name(_ written: String, _ syntax: Syntax, level: Int?) -> Expression? {
        func made(_ kind: Expression.Kind, _ type: ValueType) -> Expression {
            Expression(kind: kind, type: type, range: syntax.range)
        }
        let name = bindings[written] ?? written
        switch name.lowercased() {
        case "period": return made(.period, .period)
        case "body": return made(.body, .text)
        case "kind": return made(.bodyKind, .code(scope.kinds))
        default: break
        }
        switch scope.symbol(name, level: level) {
        case .input(let index): return made(.input(index), scope.schema.inputs[index].type)
        case .parameter(let index): return made(.parameter(index), scope.parameters[index].type)
        case .field, .computed: return member(name, level: level, syntax)
        case .table(let table):
            fail(
                "name.table", syntax, "\"\(name)\" is a table, and one value is needed",
                help: "Count its records, as in COUNT(\(scope.schema.tables[table].id))")
            return nil
        case .list(let members):
            fail(
                "name.list", syntax,
                "\"\(name)\" is a list of \(members.count) names, and one value is needed",
                help: "Put it within one of \(Aggregate.names), ALL and ANY")
            return nil
        case nil: return path(name, syntax, level: level)
        }
    }

    /// A field of the records at hand.
    private func member(_ name: some StringProtocol, level: Int?, _ syntax: Syntax) -> Expression? {
        guard let level else { return nil }
        switch scope.member(name, of: level) {
        case .field(let table, let index):
            return Expression(
                kind: .field(table: table, index),
                type: scope.schema.tables[table].fields[index].type, range: syntax.range)
        case .computed(let table, let index):
            return Expression(
                kind: .computed(table: table, index), type: scope.computed[table][index].type,
                range: syntax.range)
        default: return nil
        }
    }

    /// `table.field`, where the records of that table are at hand.
    private mutating func path(_ name: String, _ syntax: Syntax, level: Int?) -> Expression? {
        guard let (table, field) = split(name) else {
            let tables = scope.schema.tables.indices.filter {
                ($0 == level || isAncestor($0, of: level)) && scope.isLater(name, of: $0)
            }
            if let table = tables.last, isLater(name, table, syntax, level: level) { return nil }
            unknown(name, syntax, level: level)
            return nil
        }
        let id = scope.schema.tables[table].id
        let fieldName = bindings[String(field)] ?? String(field)
        guard scope.member(fieldName, of: table) != nil else {
            if scope.isLater(fieldName, of: table), isLater(fieldName, table, syntax, level: level)
            {
                return nil
            }
            unknown("\(id).\(fieldName)", syntax, level: level)
            return nil
        }
        if table == level { return member(fieldName, level: table, syntax) }
        // The record that the one at hand belongs to.
        var ancestor = level.flatMap { scope.schema.tables[$0].parent }
        while let current = ancestor {
            if current == table { return member(fieldName, level: table, syntax) }
            ancestor = scope.schema.tables[current].parent
        }
        fail(
            "name.many", syntax, "\"\(name)\" has many values, one for each record of \(id)",
            help: "Put it within a function, as in SUM(\(name)) or COUNT(\(id) WHERE …)")
        return nil
    }

    /// A table's position and what stands after its id and a point.
    func split(_ name: String) -> (table: Int, field: Substring)? {
        for (index, table) in scope.schema.tables.enumerated()
        where name.hasPrefix(table.id + ".") {
            return (index, name.dropFirst(table.id.count + 1))
        }
        return nil
    }

    /// Complains about a computed field that comes later: one further below, or a parent's.
    private mutating func isLater(
        _ field: String, _ table: Int, _ syntax: Syntax, level: Int?
    ) -> Bool {
        if table == level {
            fail(
                "name.later", syntax, "\"\(field)\" is computed further below",
                help: "Write it above this field")
            return true
        }
        guard let level, isAncestor(table, of: level) else { return false }
        let parent = scope.schema.tables[table].id
        fail(
            "name.later", syntax,
            "\"\(field)\" is computed for the records of \(parent), which the records of "
                + "\(scope.schema.tables[level].id) belong to, and is not known here",
            help: "A parent may count its children, so theirs come first: write its formula out "
                + "here, with \(parent). before the fields that are handed in")
        return true
    }

    mutating func unknown(_ name: String, _ syntax: Syntax, level: Int?) {
        // What is wrong where it is declared has been said there.
        if scope.faulty.contains(name) || scope.faulty.contains(field(of: name)) { return }
        let known = suggests ? scope.names(level: level) : []
        let help: String
        if let parts = subtraction(name, among: known) {
            help = "A hyphen belongs to the name; for a difference write \(parts)"
        } else if let path = paths(to: name).first {
            help = "Did you mean \(path)?"
        } else if scope.nodes[name] != nil {
            let word = scope.gradedNodes.contains(name) ? "grade" : "score"
            help = "For the \(word) of a node write \(word)(\(name))"
        } else if scope.grades.contains(name) {
            help = "If the grade is meant, put it in double quotes: \"\(name)\""
        } else if let nearest = Nearest.word(to: name, among: known) {
            help = "Did you mean \"\(nearest)\"?"
        } else {
            help = Self.otherwise(name)
        }
        fail("name.unknown", syntax, "\"\(name)\" is not declared", help: help)
    }

    /// The fields of that name, with the tables they stand in.
    private func paths(to field: String) -> [String] {
        scope.schema.tables.indices.filter { scope.member(field, of: $0) != nil }
            .map { "\(scope.schema.tables[$0].id).\(field)" }
    }

    /// What may be meant by a name that is near to none.
    private static func otherwise(_ name: String) -> String {
        switch name.lowercased() {
        case "yes": "Write TRUE, or the name of the flag alone"
        case "no": "Write FALSE, or NOT and the name of the flag"
        default:
            "Declare it as an input, a field or a parameter; a word of a code stands in double quotes"
        }
    }

    private func field(of path: String) -> String {
        split(path).map { String($0.field) } ?? path
    }

    /// `a - b` when the name reads `a-b` and both are known.
    private func subtraction(_ name: String, among known: [String]) -> String? {
        for (index, character) in zip(name.indices, name) where character == "-" {
            let left = String(name[..<index])
            let right = String(name[name.index(after: index)...])
            if known.contains(left), known.contains(right) { return "\(left) - \(right)" }
        }
        return nil
    }
}
