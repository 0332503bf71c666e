package import Arithmetic
package import Diagnostics
package import Expressions
internal import Methodology

/// Single parts of a path, for whoever computes it again with doubles.
extension Assessment {
    /// What an expression yields for a body and a period.
    package enum Yield: Hashable, Sendable {
        case number(Fixed)
        case flag(Bool)
        /// The position of a code's word, the number of a day or the index of a period.
        case ordinal(Int)
        case text(String)
        /// The state of a node whose value it were.
        case blank(State)
    }

    /// What weights a node's children have for a body and a period.
    package enum Weighed: Sendable {
        /// One for each child, in proportion to its weight.
        case weights([Int64])
        /// A weight needs something that is blank.
        case blank
        /// What the weights are in proportion to sums to 0.
        case nothing
    }

    /// What a correction comes to for a body and a period.
    package enum Effect: Hashable, Sendable {
        case none
        /// Points, held to the most there may be; or the edge.
        case amount(Fixed)
        /// It cannot be told; the node is then missing, or goes without the correction.
        case unknown
    }

    /// Why one of them cannot be computed.
    package struct Problem: Error {
        /// The number that cannot be, and where.
        package let diagnostic: Diagnostic
    }

    /// What an expression of the plan yields, computed from the official scores; `nil` where a
    /// denominator in it is zero, or a function does not take its number.
    package func yield(_ expression: Expression, at unit: Int) -> Yield? {
        guard let value = try? engine.step(expression, Row(unit: unit)) else { return nil }
        switch value {
        case .number(let number): return .number(number)
        case .flag(let flag): return .flag(flag)
        case .ordinal(let ordinal): return .ordinal(ordinal)
        case .text(let text): return .text(text)
        case .blank(let absence): return .blank(absence.state)
        }
    }

    /// The value that a leaf's formula yields, before anything takes the place of a missing one,
    /// and also where its score was decided; `nil` where there is none.
    package func ownValue(of node: Int, at unit: Int) -> Fixed? {
        (try? scorer.ownValue(node, unit)) ?? nil
    }

    /// The weights of an aggregate's children.
    ///
    /// - Throws: ``Problem`` where a weight is below 0 or cannot be computed.
    package func weights(of node: Int, at unit: Int) throws(Problem) -> Weighed {
        guard case .aggregate(let aggregate) = plan.nodes[node].content else { return .nothing }
        do throws(Failure) {
            switch try scorer.weighing(aggregate.weights, of: plan.nodes[node], unit) {
            case .weights(let weights): return .weights(weights)
            case .blank: return .blank
            case .nothing: return .nothing
            }
        } catch {
            throw Problem(diagnostic: error.diagnostic)
        }
    }

    /// What the corrections of a node come to, in its order, whether or not it has a score.
    ///
    /// - Throws: ``Problem`` where an amount is below 0 or cannot be computed.
    package func corrections(of node: Int, at unit: Int) throws(Problem) -> [Effect] {
        let rule = plan.nodes[node]
        let walk = Scorer.Walk(
            position: node, node: rule, unit: unit,
            computation: Computation(.none(.missing, .heading)))
        var effects: [Effect] = []
        for correction in rule.corrections {
            do throws(Failure) {
                switch try scorer.effect(correction, walk) {
                case .none, .open: effects.append(.none)
                case .amount(let amount): effects.append(.amount(amount))
                case .unknown: effects.append(.unknown)
                }
            } catch {
                throw Problem(diagnostic: error.diagnostic)
            }
        }
        return effects
    }

    /// The outcome that a decision or a test case sets in the place of computing it.
    package func setOutcome(of node: Int, at unit: Int) -> Outcome? { given[node]?[unit] }

    /// Which bodies are compared with one another: the number of the unit's group; `nil` where
    /// nothing says which.
    package func group(of unit: Int, _ reach: Population.Reach) -> Int? {
        engine.ground.group(of: unit, reach)
    }
}
