internal import Arithmetic
internal import Domain
internal import Expressions
internal import Locales
internal import Methodology

/// What a body must hand in.
extension RuleWording {
    /// The inputs, then each table with its fields, what is computed for each of its records, and
    /// what is checked; then where plans are looked at beside what came of them.
    public func handIn() -> [Paragraph] {
        let inputs = plan.schema.inputs
        let contents: [Paragraph.Content] =
            inputs.isEmpty
            ? [.line(Phrase(phrases.handedNothing), depth: 0)] : [.table(table(of: inputs))]
        let own = Paragraph(.handedIn, phrases.handedTitleInputs, contents)
        return [own] + checks(ofTable: nil)
            + plan.schema.tables.indices.flatMap { records($0) + checks(ofTable: $0) } + effort
    }

    private func records(_ position: Int) -> [Paragraph] {
        let table = plan.schema.tables[position]
        let title = phrases.handedTitleRecords(table: phrase(table.title) ?? .code(table.id))
        var contents: [Paragraph.Content] = [.line(.code(table.id), depth: 0)]
        let key = table.key.map { Phrase.code($0) }.joined(separator: separator)
        contents.append(.line(phrases.handedKey(columns: key), depth: 0))
        if let parent = table.parent {
            contents.append(
                .line(phrases.handedWithin(table: name(ofTable: parent)), depth: 0))
        }
        if !table.fields.isEmpty { contents.append(.table(self.table(of: table.fields))) }
        for field in plan.computed[position] {
            let (words, code) = formula(field.formula, table: position)
            let name = quoted(.code(field.id))
            let line =
                words.map { phrases.handedComputed(field: name, words: $0) }
                ?? phrases.handedComputedByFormula(field: name)
            contents += [.line(line, depth: 0), .line(code, depth: 1)]
        }
        return [Paragraph(.handedIn, title.plain, contents)]
    }

    private func table(of fields: [Field]) -> PhraseTable {
        var table = PhraseTable([
            PhraseTable.Column(phrases.handedId), PhraseTable.Column(phrases.handedWhat),
            PhraseTable.Column(phrases.handedType), PhraseTable.Column(phrases.handedAllowed),
            PhraseTable.Column(phrases.handedNeeded),
        ])
        for field in fields {
            table.add([
                .code(field.id), phrase(field.title) ?? Phrase([]), word(field.type),
                allowed(field),
                Phrase(field.isOptional ? phrases.handedOptional : phrases.handedRequired),
            ])
        }
        return table
    }

    /// The words or the range that a value may have.
    private func allowed(_ field: Field) -> Phrase {
        if case .code(let words) = field.type {
            return words.map { Phrase.code($0) }.joined(separator: separator)
        }
        switch (field.least, field.greatest) {
        case (let least?, let greatest?):
            return phrases.allowedBetween(least: figure(least), greatest: figure(greatest))
        case (let least?, nil): return phrases.allowedFrom(least: figure(least))
        case (nil, let greatest?): return phrases.allowedTo(greatest: figure(greatest))
        case (nil, nil): return Phrase(phrases.allowedAny)
        }
    }

    // MARK: Checks

    private func checks(ofTable table: Int?) -> [Paragraph] {
        let checks = plan.checks.filter { $0.table == table }
        guard !checks.isEmpty else { return [] }
        let contents = checks.flatMap { check -> [Paragraph.Content] in
            let codes = [check.when, check.expect].compactMap { $0.map { formula($0).code } }
            return [.line(line(of: check), depth: 0)] + codes.map { .line($0, depth: 1) }
        }
        let rest: Paragraph.Content = .line(Phrase(phrases.handedChecksScore), depth: 0)
        return [Paragraph(.checks, phrases.handedTitleChecks, contents + [rest])]
    }

    private func line(of check: Plan.Check) -> Phrase {
        let name = phrase(check.title) ?? .code(check.id)
        guard let expect = formula(check.expect, table: check.table).words else {
            return phrases.handedCheckByFormula(name: name)
        }
        guard let when = check.when else {
            return phrases.handedCheck(name: name, condition: expect)
        }
        guard let when = formula(when, table: check.table).words else {
            return phrases.handedCheckByFormula(name: name)
        }
        return phrases.handedCheckWhere(name: name, when: when, condition: expect)
    }
}
