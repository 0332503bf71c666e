internal import Arithmetic
internal import Expressions

extension Expression {
    /// What it says, wherever it stands: two expressions that compute the same alike have one.
    var signature: String {
        head + "(" + parts.map(\.signature).joined(separator: ",") + ")"
    }

    /// The operation without its parts.
    private var head: String {
        switch kind {
        case .number(let literal): "\(literal.numerator)/\(literal.denominator)"
        case .text(let text): String(reflecting: text)
        case .code(let word): "code \(word)"
        case .flag(let value): "\(value)"
        case .ordinal(let number): "ordinal \(number)"
        case .input(let index): "input \(index)"
        case .field(let table, let index): "field \(table) \(index)"
        case .computed(let table, let index): "computed \(table) \(index)"
        case .parameter(let index): "parameter \(index)"
        case .score(let node): "score \(node)"
        case .period: "period"
        case .body: "body"
        case .bodyKind: "kind"
        case .negated: "negated"
        case .arithmetic(let operation, _, _), .compare(let operation, _, _): operation.rawValue
        case .difference: "difference"
        case .between: "between"
        case .all: "all"
        case .any: "any"
        case .not: "not"
        case .presence(_, let test, let isNegated): "is \(isNegated) \(test.rawValue)"
        case .choice: "if"
        case .rounded(_, let digits, let mode): "round \(digits) \(mode.rawValue)"
        case .absolute: "abs"
        case .real(let function, _): function.rawValue
        case .over(let function, _): function.rawValue
        case .records(let function, let table, let value, _):
            "\(function.rawValue) \(table) \(value == nil)"
        case .quantified(let isUniversal, let table, _, _): "\(isUniversal) \(table)"
        case .countTrue: "count"
        case .previous(_, let periods): "previous \(periods)"
        case .across(let periods, _): "across \(periods)"
        case .population(let function, let population, let value, _):
            "\(function.rawValue) over \(population) \(value == nil)"
        }
    }
}
