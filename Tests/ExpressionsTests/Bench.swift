import Arithmetic
import Diagnostics
import Domain
@testable import Expressions

/// A small edition's names, for formulas to speak of.
enum Bench {
    static let services = 0
    static let standards = 1
    static let letters = 2

    static let scope: Scope = {
        let word = ValueType.code(["Y", "N", "NA"])
        let schema = EvidenceSchema(
            periodForm: .year, periodColumn: "period",
            inputs: [
                Field(id: "n", type: .number), Field(id: "part", type: .share),
                Field(id: "rate", type: .percent), Field(id: "staff", type: .count),
                Field(id: "in_time", type: .count), Field(id: "cost", type: .money("CAD")),
                Field(id: "fee", type: .money("KZT")), Field(id: "wait", type: .days),
                Field(id: "due", type: .date), Field(id: "since", type: .period),
                Field(id: "opinion", type: .code(["clean", "adverse"])),
                Field(id: "remark", type: .text), Field(id: "open", type: .flag),
                Field(id: "late-reports", type: .count), Field(id: "late", type: .count),
                Field(id: "reports", type: .count),
            ],
            tables: [
                TableSchema(
                    id: "services", key: ["service_id"], parent: nil,
                    fields: [
                        Field(id: "step_one", type: word), Field(id: "step_two", type: word),
                        Field(id: "volume", type: .count), Field(id: "last", type: .period),
                    ]),
                TableSchema(
                    id: "standards", key: ["standard_id"], parent: 0,
                    fields: [
                        Field(id: "met", type: word), Field(id: "target", type: .share),
                        Field(id: "performance", type: .share),
                    ]),
                TableSchema(
                    id: "letters", key: ["letter_id"], parent: nil,
                    fields: [Field(id: "length", type: .count), Field(id: "answered", type: .flag)]),
            ])
        return Scope(
            schema: schema, computed: [[.init(id: "online", type: .flag)], [], []],
            lists: ["steps": ["step_one", "step_two"], "counts": ["staff", "in_time"]],
            parameters: [.init(id: "per_late", type: .number), .init(id: "edge", type: .percent)],
            nodes: ["total": 0, "pi-1-1": 1], kinds: ["ministry", "agency"], rounding: .halfUp)
    }()

    /// A formula read at a level, and what is wrong with it.
    static func read(
        _ text: String, level: Int? = nil, expecting: Formula.Expectation = .any,
        literals: Formula.Literals = .any, scope: Scope = scope
    ) -> (formula: Formula?, log: DiagnosticLog) {
        var log = DiagnosticLog()
        let formula = Formula.read(
            FormulaText(text, at: Place(file: "a.yaml", line: 1, column: 1)), in: scope,
            level: level, expecting: expecting, literals: literals, node: nil, log: &log)
        return (formula, log)
    }

    static func expression(_ text: String, level: Int? = nil) -> Expression? {
        read(text, level: level).formula?.expression
    }
}

extension Syntax {
    /// The tree in prefix form, as in `(+ a (* b c))`.
    var sketch: String {
        switch kind {
        case .number(let text, let isPercent): isPercent ? text + "%" : text
        case .text(let text): "\"\(text)\""
        case .flag(let value): value ? "TRUE" : "FALSE"
        case .name(let name): name
        case .negated(let value): "(neg \(value.sketch))"
        case .not(let value): "(NOT \(value.sketch))"
        case .binary(let operation, let left, let right):
            "(\(operation.rawValue) \(left.sketch) \(right.sketch))"
        case .between(let value, let low, let high):
            "(BETWEEN \(value.sketch) \(low.sketch) \(high.sketch))"
        case .presence(let value, let test, let isNegated):
            "(IS\(isNegated ? " NOT" : "") \(test.rawValue) \(value.sketch))"
        case .call(let function, let arguments):
            "(\(function)" + arguments.map { " " + $0.sketch }.joined() + ")"
        }
    }
}

extension Syntax.Argument {
    var sketch: String {
        value.sketch + (over.map { " OVER " + $0.sketch } ?? "")
            + (condition.map { " WHERE " + $0.sketch } ?? "")
    }
}
