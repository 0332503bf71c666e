internal import Arithmetic
internal import Evidence
package import Expressions

extension Records {
    /// What a condition comes to; `nil` where that cannot be told for all records at once.
    func verdicts(_ condition: Expression) -> Verdicts? {
        if isSame(condition) { return values(condition).flatMap(flags) }
        switch condition.kind {
        case .compare(let operation, let left, let right):
            guard let left = values(left), let right = values(right) else { return nil }
            return compared(operation, left, right)
        case .between(let part, let low, let high):
            guard let part = values(part), let low = values(low), let high = values(high),
                let least = compared(.atLeast, part, low)
            else { return nil }
            return compared(.atMost, part, high).map { least.and($0) }
        case .all(let parts): return joined(parts) { $0.and($1) }
        case .any(let parts): return joined(parts) { $0.or($1) }
        case .not(let part): return verdicts(part)?.negated
        case .presence(let part, let test, let isNegated):
            guard let blanks = values(part).map(blanks) else { return nil }
            let sought = Verdicts.code(test.presence)
            return Verdicts(codes: blanks.map { Verdicts.code(($0 == sought) != isNegated) })
        case .quantified(let isUniversal, let table, let test, let condition)
        where nested(table) != nil:
            return quantified(isUniversal, table, test, condition)
        default: return values(condition).flatMap(flags)
        }
    }

    /// The verdicts of a flag; `nil` for what is none.
    private func flags(_ values: Values) -> Verdicts? {
        switch values {
        case .verdicts(let verdicts): verdicts
        case .single(.flag(let holds)): Verdicts(Verdicts.code(holds), count: range.count)
        case .single(.blank(let absence)):
            Verdicts(Verdicts.code(absence.presence), count: range.count)
        default: nil
        }
    }

    private func joined(
        _ parts: [Expression], _ join: (Verdicts, Verdicts) -> Verdicts
    ) -> Verdicts? {
        var all: Verdicts?
        for part in parts {
            guard let verdicts = verdicts(part) else { return nil }
            all = all.map { join($0, verdicts) } ?? verdicts
        }
        return all
    }

    /// For each record the code of its blank, 0 where the value is known.
    private func blanks(_ values: Values) -> [UInt8] {
        switch values {
        case .numbers(let cells): (0..<range.count).map(cells.blank)
        case .ordinals(let cells): (0..<range.count).map(cells.blank)
        case .texts(let cells): (0..<range.count).map(cells.blank)
        case .verdicts(let verdicts): verdicts.codes.map { $0 < 2 ? 0 : $0 }
        case .single(.blank(let absence)):
            Array(repeating: Verdicts.code(absence.presence), count: range.count)
        case .single: Array(repeating: 0, count: range.count)
        }
    }

    private func quantified(
        _ isUniversal: Bool, _ table: Int, _ test: Expression, _ condition: Expression?
    ) -> Verdicts? {
        guard let nested = nested(table), let tested = nested.verdicts(test) else { return nil }
        var chosen: Verdicts?
        if let condition {
            guard let verdicts = nested.verdicts(condition) else { return nil }
            chosen = verdicts
        }
        let offsets = ground.evidence.tables[table].parentOffsets
        let first = nested.range.lowerBound
        let end = Verdicts.code(!isUniversal)
        return Verdicts(
            codes: range.map { record in
                var code = Verdicts.code(isUniversal)
                for place in offsets[record] - first..<offsets[record + 1] - first
                where chosen.map({ $0.codes[place] == 1 }) ?? true {
                    let found = tested.codes[place]
                    if found == end { return end }
                    if found > 1 { code = max(code, found) }
                }
                return code
            })
    }

    // MARK: Comparing

    private func compared(_ operation: Operator, _ left: Values, _ right: Values) -> Verdicts? {
        switch (left, right) {
        case (.single(.blank(let absence)), let values), (let values, .single(.blank(let absence))):
            let code = Verdicts.code(absence.presence)
            return Verdicts(codes: blanks(values).map { max($0, code) })
        case (.numbers(let one), .numbers(let other)): return numbers(operation, one, other)
        case (.numbers(let cells), .single(.number(let number))):
            return numbers(operation, cells, number)
        case (.single(.number(let number)), .numbers(let cells)):
            return numbers(operation.mirrored, cells, number)
        case (.ordinals(let one), .ordinals(let other)):
            return each(one.blank, other.blank) { index in
                operation.holds(
                    one.values[one.base + index], other.values[other.base + index])
            }
        case (.ordinals(let cells), .single(.ordinal(let ordinal))):
            return ordinals(operation, cells, ordinal)
        case (.single(.ordinal(let ordinal)), .ordinals(let cells)):
            return ordinals(operation.mirrored, cells, ordinal)
        case (.texts(let one), .texts(let other)):
            return each(one.blank, other.blank) { index in
                operation.holds(
                    one.values[one.base + index], other.values[other.base + index])
            }
        case (.texts(let cells), .single(.text(let text))):
            return each(cells.blank) { operation.holds(cells.values[cells.base + $0], text) }
        case (.single(.text(let text)), .texts(let cells)):
            return each(cells.blank) { operation.holds(text, cells.values[cells.base + $0]) }
        case (.verdicts(let one), .verdicts(let other)): return flags(operation, one, other)
        case (.verdicts(let one), .single(.flag(let flag))),
            (.single(.flag(let flag)), .verdicts(let one)):
            return flags(operation, one, Verdicts(Verdicts.code(flag), count: range.count))
        default: return nil
        }
    }

    /// A blank where either value is one, and else whether the comparison holds.
    private func each(
        _ blank: (Int) -> UInt8, _ other: (Int) -> UInt8 = { _ in 0 }, _ holds: (Int) -> Bool
    ) -> Verdicts {
        Verdicts(
            codes: (0..<range.count).map { index in
                let code = max(blank(index), other(index))
                return code > 0 ? code : Verdicts.code(holds(index))
            })
    }

    private func ordinals(
        _ operation: Operator, _ cells: Cells<Int32>, _ ordinal: Int
    ) -> Verdicts {
        each(cells.blank) { operation.holds(Int(cells.values[cells.base + $0]), ordinal) }
    }

    /// Flags are equal or not; the checker allows nothing else.
    private func flags(_ operation: Operator, _ one: Verdicts, _ other: Verdicts) -> Verdicts? {
        guard operation == .equal || operation == .unequal else { return nil }
        return Verdicts(
            codes: zip(one.codes, other.codes).map { left, right in
                let code = max(left, right)
                return code > 1 ? code : Verdicts.code((left == right) == (operation == .equal))
            })
    }

    private func numbers(
        _ operation: Operator, _ one: Cells<Fixed>, _ other: Cells<Fixed>
    ) -> Verdicts {
        // Doubles may be equal where decimals are not.
        let isExact = ground.numbers == .decimal
        return each(one.blank, other.blank) { index in
            let (left, right) = (one.values[one.base + index], other.values[other.base + index])
            return isExact
                ? operation.holds(left, right) : operation.holds(N(left), N(right))
        }
    }

    private func numbers(
        _ operation: Operator, _ cells: Cells<Fixed>, _ number: N
    ) -> Verdicts? {
        guard ground.numbers == .decimal else {
            return each(cells.blank) { index in
                operation.holds(N(cells.values[cells.base + index]), number)
            }
        }
        // A number with more digits lies next to one with eighteen, on a side that is known.
        guard let near = try? number.stepResult() else { return nil }
        let side = N(near).isEqual(to: number) ? 0 : N(near).isLess(than: number) ? -1 : 1
        return each(cells.blank) { index in
            let value = cells.values[cells.base + index]
            return operation.holds(value < near ? -1 : near < value ? 1 : side)
        }
    }
}

extension Operator {
    /// The same comparison with its sides exchanged.
    fileprivate var mirrored: Operator {
        switch self {
        case .less: .greater
        case .atMost: .atLeast
        case .greater: .less
        case .atLeast: .atMost
        default: self
        }
    }

    /// Whether it holds for an order: below 0, 0 or above 0, like the left less the right.
    package func holds(_ order: Int) -> Bool {
        switch self {
        case .equal: order == 0
        case .unequal: order != 0
        case .less: order < 0
        case .atMost: order <= 0
        case .greater: order > 0
        default: order >= 0
        }
    }

    fileprivate func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
        holds(left < right ? -1 : left == right ? 0 : 1)
    }

    fileprivate func holds<N: Number>(_ left: N, _ right: N) -> Bool {
        holds(left.isLess(than: right) ? -1 : left.isEqual(to: right) ? 0 : 1)
    }
}
