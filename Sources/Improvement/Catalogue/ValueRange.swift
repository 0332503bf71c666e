internal import Arithmetic
internal import Domain
internal import Expressions
internal import Methodology
internal import Scoring

/// Between what a value is held.
struct ValueRange: Hashable, Sendable {
    let least: Fixed?
    let greatest: Fixed?

    private init(_ least: Fixed?, _ greatest: Fixed?) {
        (self.least, self.greatest) = (least, greatest)
    }

    /// As declared; where nothing is, 0…1 for a share and from 0 for a count, as when it is read.
    private init(_ field: Field) {
        let own = Self(field.type)
        self.init(field.least ?? own.least, field.greatest ?? own.greatest)
    }

    private init(_ type: ValueType) {
        switch type {
        case .share: self.init(.zero, .one)
        case .count: self.init(.zero, nil)
        default: self.init(nil, nil)
        }
    }

    /// That of an input; that of a leaf which is nothing but an input; that of the type of others.
    init(of subject: SupposedValue.Subject, _ plan: Plan) {
        switch subject {
        case .input(let input): self.init(plan.schema.inputs[input])
        case .leaf(let leaf):
            guard case .formula(let formula, _) = plan.nodes[leaf].content else {
                self.init(nil, nil)
                return
            }
            if case .input(let input) = formula.expression.kind {
                self.init(plan.schema.inputs[input])
            } else {
                self.init(formula.expression.type)
            }
        }
    }

    /// The nearest value within.
    func holding(_ value: Fixed) -> Fixed {
        let held = least.map { max($0, value) } ?? value
        return greatest.map { min($0, held) } ?? held
    }

    /// A value with something added, which is held once; a sum of 10^20 or more counts as the
    /// greatest number, that which is as far below 0 as the least.
    func holding(_ value: Fixed, and added: Fixed) -> Fixed {
        holding((try? value.adding(added)) ?? (added < .zero ? .leastNumber : .greatestNumber))
    }
}

extension Fixed {
    /// The greatest number below 10^20.
    static let greatestNumber = Fixed(raw: 99_999_999_999_999_999_999_999_999_999_999_999_999)
    /// The least number above -10^20.
    static let leastNumber = Fixed(raw: -99_999_999_999_999_999_999_999_999_999_999_999_999)
}
