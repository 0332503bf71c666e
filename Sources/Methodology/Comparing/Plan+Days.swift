internal import Domain

extension Plan {
    /// The same rules for every period, to be tried on evidence of other years.
    ///
    /// A period before the edition's first is computed as if it were the first, and one after its
    /// last as if it were the last: parameters have the values of those.
    public var regardlessOfDays: Plan {
        var plan = self
        plan.identity.from = nil
        plan.identity.to = nil
        plan.parameters = parameters.map { parameter in
            var parameter = parameter
            parameter.values = values(of: parameter)
            return parameter
        }
        return plan
    }

    /// The dated values from the edition's first period to its last, the first of them always.
    private func values(of parameter: Parameter) -> [Parameter.Dated] {
        let form = schema.periodForm
        let first = identity.from.map { form.first(onOrAfter: $0).lastDay }
        let last = identity.to.map { day -> Day in
            let next = form.first(onOrAfter: day.advanced(by: 1))
            return next.firstDay.advanced(by: -1)
        }
        var values = parameter.values
        if let last { values.removeAll { $0.from.map { $0 > last } ?? false } }
        guard let first, let begun = values.last(where: { $0.from.map { $0 <= first } ?? true })
        else { return values }
        values.removeAll { $0.from.map { $0 <= first } ?? true }
        return [Parameter.Dated(from: nil, value: begun.value, basis: begun.basis)] + values
    }
}
