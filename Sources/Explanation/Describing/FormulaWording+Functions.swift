internal import Arithmetic
internal import Domain
internal import Expressions
internal import Locales

/// Functions over records and bodies.
extension FormulaWording {
    /// A function over what is already said.
    func function(_ function: Aggregate, of what: Phrase) -> Phrase {
        switch function {
        case .count: phrases.formulaKnownValues(of: what)
        case .sum: phrases.formulaSum(of: what)
        case .average: phrases.formulaMean(of: what)
        case .least: phrases.formulaLeast(of: what)
        case .greatest: phrases.formulaGreatest(of: what)
        case .median: phrases.formulaMedian(of: what)
        case .sampleDeviation: phrases.formulaSampleDeviation(of: what)
        case .populationDeviation: phrases.formulaPopulationDeviation(of: what)
        }
    }

    func real(_ function: RealFunction, _ values: [Expression]) -> Phrase {
        let arguments = values.map(grouped)
        guard let first = arguments.first else { return Phrase(function.rawValue) }
        return switch function {
        case .squareRoot: phrases.formulaSquareRoot(value: first)
        case .naturalLogarithm: phrases.formulaLogarithm(value: first)
        case .exponential: phrases.formulaExponential(value: first)
        case .power: phrases.formulaPower(base: first, exponent: arguments.last ?? first)
        }
    }

    /// A function over the records of a table.
    func records(
        _ function: Aggregate, _ table: Int, _ value: Expression?, _ condition: Expression?
    ) -> Phrase {
        let inner = FormulaWording(rules: rules, table: table)
        let name = rules.name(ofTable: table)
        guard function == .count else {
            let value = value.map(inner.grouped) ?? name
            let what =
                condition.map {
                    phrases.formulaInRecordsWhere(
                        value: value, table: name, condition: inner.condition($0))
                } ?? phrases.formulaInRecords(value: value, table: name)
            return self.function(function, of: what)
        }
        return inner.counted(value, condition).map {
            phrases.formulaRecordsWhere(table: name, condition: $0)
        } ?? phrases.formulaRecords(table: name)
    }

    /// A function over the bodies of a period.
    func bodies(
        _ function: Aggregate, _ reach: Population.Reach, _ value: Expression?,
        _ condition: Expression?
    ) -> Phrase {
        guard function == .count else {
            let value = value.map(grouped) ?? Phrase(phrases.formulaBody)
            return self.function(function, of: over(reach, value, condition.map(self.condition)))
        }
        let counted = counted(value, condition)
        return switch reach {
        case .bodies:
            counted.map { phrases.formulaBodiesWhere(condition: $0) }
                ?? Phrase(phrases.formulaBodies)
        case .peers:
            counted.map { phrases.formulaPeersWhere(condition: $0) } ?? Phrase(phrases.formulaPeers)
        }
    }

    private func over(
        _ reach: Population.Reach, _ value: Phrase, _ condition: Phrase?
    ) -> Phrase {
        switch (reach, condition) {
        case (.bodies, let condition?):
            phrases.formulaOfBodiesWhere(value: value, condition: condition)
        case (.bodies, nil): phrases.formulaOfBodies(value: value)
        case (.peers, let condition?):
            phrases.formulaOfPeersWhere(value: value, condition: condition)
        case (.peers, nil): phrases.formulaOfPeers(value: value)
        }
    }

    /// Under which condition a row counts: its value is known, or true, and the condition holds.
    private func counted(_ value: Expression?, _ condition: Expression?) -> Phrase? {
        var conditions: [Phrase] = []
        if let value {
            if case .flag = value.type {
                conditions.append(self.condition(value))
            } else if case .number = value.kind {
                // A number by itself only says that rows are counted.
            } else {
                conditions.append(phrases.formulaKnown(value: grouped(value)))
            }
        }
        if let condition { conditions.append(self.condition(condition)) }
        guard let first = conditions.first else { return nil }
        return conditions.dropFirst().reduce(first) { phrases.formulaAnd(left: $0, right: $1) }
    }
}
