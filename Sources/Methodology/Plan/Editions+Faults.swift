public import Diagnostics
internal import Domain

extension Editions {
    /// Why these editions are not those of one methodology, each with the position of the edition
    /// in whose file it is said.
    public var faults: [(edition: Int, diagnostic: Diagnostic)] {
        var faults: [(edition: Int, diagnostic: Diagnostic)] = []
        for later in plans.indices {
            for earlier in 0..<later {
                let (plan, other) = (plans[later], plans[earlier])
                if let fault = fault(plan.identity, plan, other) ?? lookingBack(plan, other) {
                    faults.append((later, fault))
                }
            }
        }
        return faults
    }

    private func fault(_ own: Plan.Identity, _ plan: Plan, _ other: Plan) -> Diagnostic? {
        let names = "\(own.name) and \(other.identity.name)"
        guard own.methodology == other.identity.methodology else {
            return Diagnostic(
                .error, "editions.methodology", at: own.place,
                "\(names) are editions of two methodologies",
                help: "Give each methodology a folder of its own")
        }
        guard own.edition != other.identity.edition else {
            return Diagnostic(
                .error, "editions.twice", at: own.place, "two editions are called \(own.name)",
                help: "Give each edition an id of its own")
        }
        guard plan.schema.periodForm == other.schema.periodForm,
            plan.schema.periodColumn == other.schema.periodColumn
        else {
            return Diagnostic(
                .error, "editions.period", at: own.place,
                "\(names) are for periods of different forms or headings",
                help: "Give both the same period:, or name one edition instead of the methodology")
        }
        let kinds = own.kinds.filter { other.identity.kinds.contains($0) }
        guard !kinds.isEmpty, let period = common(own, other.identity, plan.schema.periodForm)
        else { return nil }
        return Diagnostic(
            .error, "editions.overlap", at: own.place,
            "\(names) both hold for \(kinds.joined(separator: ", ")) in \(period): "
                + "\(own.days) and \(other.identity.days)",
            help: "Let one end before the other begins, under in-force, or give each kinds of its "
                + "own under applies-to")
    }

    /// The first period for which both hold, in words; `nil` for none.
    private func common(
        _ one: Plan.Identity, _ other: Plan.Identity, _ form: PeriodForm
    ) -> String? {
        let end = [one.to, other.to].compactMap { $0 }.min()
        guard let begin = [one.from, other.from].compactMap({ $0 }).max() else {
            return end.map { "every period until \($0)" } ?? "every period"
        }
        let period = form.first(onOrAfter: begin)
        return end.map { period.lastDay <= $0 } ?? true ? period.description : nil
    }
}

extension Plan.Identity {
    /// As in `2022-04-01 to 2024-03-31`.
    public var days: String {
        switch (from, to) {
        case (let from?, let to?): "\(from) to \(to)"
        case (let from?, nil): "from \(from)"
        case (nil, let to?): "to \(to)"
        case (nil, nil): "always"
        }
    }
}
