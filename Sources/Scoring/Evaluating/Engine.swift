internal import Arithmetic
internal import Evidence
internal import Expressions

/// What a formula yields as the result of a step.
enum StepValue {
    /// Rounded once, half-even, to eighteen digits.
    case number(Fixed)
    case flag(Bool)
    /// The position of a code's word, the number of a day or the index of a period.
    case ordinal(Int)
    case text(String)
    case blank(Absence)
}

/// Computes formulas: with doubles, or exactly with 128-bit fractions, and once more without
/// limit where those overflow.
struct Engine {
    let ground: Ground
    private let fast: Evaluator<Fraction>
    private let unlimited: Evaluator<BigFraction>
    private let double: Evaluator<Double>

    /// The computed fields that are known, by table.
    var computed: [[ComputedColumn]] { fast.computed }

    init(
        ground: Ground, computed: [[ComputedColumn]], nodes: [NodeColumn?] = [],
        populations: Populations = Populations()
    ) {
        self.ground = ground
        fast = Evaluator(
            ground: ground, computed: computed, nodes: nodes, populations: populations)
        unlimited = Evaluator(
            ground: ground, computed: computed, nodes: nodes, populations: populations)
        double = Evaluator(
            ground: ground, computed: computed, nodes: nodes, populations: populations)
    }

    func step(_ expression: Expression, _ row: Row) throws(EvaluationError) -> StepValue {
        if ground.numbers == .double { return try Self.step(double, expression, row) }
        do {
            return try Self.step(fast, expression, row)
        } catch {
            guard error.kind == .overflow else { throw error }
            return try Self.step(unlimited, expression, row)
        }
    }

    /// The values that a function over records works on, and how many it skips as blank.
    func known(
        _ table: Int, _ value: Expression, _ condition: Expression?, _ row: Row
    ) throws(EvaluationError) -> (values: [Fixed], skipped: Int) {
        if ground.numbers == .double { return try double.known(table, value, condition, row) }
        do {
            return try fast.known(table, value, condition, row)
        } catch {
            guard error.kind == .overflow else { throw error }
            return try unlimited.known(table, value, condition, row)
        }
    }

    /// What a condition comes to for neighbouring records of a unit; `nil` where they have to be
    /// taken one by one.
    func verdicts(
        _ condition: Expression, unit: Int, table: Int, _ range: Range<Int>
    ) -> Verdicts? {
        ground.numbers == .double
            ? Records(double, unit: unit, table: table, range)?.verdicts(condition)
            : Records(fast, unit: unit, table: table, range)?.verdicts(condition)
    }

    private static func step<N: Number>(
        _ evaluator: Evaluator<N>, _ expression: Expression, _ row: Row
    ) throws(EvaluationError) -> StepValue {
        if let kept = evaluator.kept(expression, row) { return .number(kept) }
        switch try evaluator.value(expression, row) {
        case .number(let number):
            do { return .number(try number.stepResult()) } catch {
                throw evaluator.overflow(expression, row)
            }
        case .flag(let flag): return .flag(flag)
        case .ordinal(let ordinal): return .ordinal(ordinal)
        case .text(let text): return .text(text)
        case .blank(let absence): return .blank(absence)
        }
    }
}
