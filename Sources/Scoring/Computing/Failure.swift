internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology

/// A number that cannot be: it stops the assessment, with a place.
struct Failure: Error {
    let diagnostic: Diagnostic
}

extension Ground {
    /// As in `body 26 in 2023-24`.
    func name(of unit: Int) -> String {
        let body = evidence.bodies[body(of: unit)].id
        // The body that a test case is about is called so.
        let whom = body == "body" ? "the body" : "body \(body)"
        return "\(whom) in \(evidence.periods[period(of: unit)])"
    }

    /// As in `body 26 in 2023-24, services.csv row 17`.
    func name(of row: Row) -> String {
        guard row.table >= 0 else { return name(of: row.unit) }
        let table = evidence.tables[row.table]
        guard let file = table.file else { return name(of: row.unit) }
        return "\(name(of: row.unit)), \(file) row \(table.rows[row.record])"
    }

    func failure(_ error: EvaluationError, in asked: Formula, node: String?) -> Failure {
        let formula = error.field.map { plan.computed[$0.table][$0.field].formula } ?? asked
        let part = formula.source.slice(error.range)
        let whom = name(of: error.row)
        let place = formula.source.place(at: error.range.lowerBound)
        let diagnostic =
            switch error.kind {
            case .divisionByZero:
                Diagnostic(
                    .error, "value.division-by-zero", at: place, node: node,
                    "\(part) is zero for \(whom), and something is divided by it",
                    help: "Add empty: to a node's value, or guard the division with IF")
            case .outsideDomain(let function, let number):
                Diagnostic(
                    .error, "value.outside-domain", at: place, node: node,
                    "\(part) is \(number?.description ?? "-10^20 or less") for \(whom), and "
                        + "\(function.rawValue) takes \(function.domain)",
                    help: "Add empty: to a node's value, or guard the function with IF")
            case .overflow:
                Diagnostic(
                    .error, "value.too-large", at: place, node: node,
                    "\(part) is 10^20 or more for \(whom)",
                    help: "Use a larger unit, or mend the figure")
            }
        return Failure(diagnostic: diagnostic)
    }
}
