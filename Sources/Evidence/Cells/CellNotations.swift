internal import Arithmetic
internal import Domain

/// How a file writes the values of its cells.
struct CellNotations: Sendable {
    /// The words for yes and no.
    struct FlagWords: Hashable, Sendable {
        let yes: [String]
        let no: [String]
    }

    var markers = Markers.none
    var numbers = Notation.plain
    /// As in `DD.MM.YYYY`; `nil` for `2024-03-31`.
    var dates: WrittenPattern?
    /// As in `YYYY/YY`; `nil` for the edition's own form.
    var periods: WrittenPattern?
    /// Instead of `true` and `false`.
    var flags: FlagWords?
    /// What every text that is no number is, in a column of numbers.
    var otherWords: Presence?
    /// Whether the descriptor says where columns come from, and can say what words stand for.
    var isMapped = false

    /// Reads a day; `nil` for anything else.
    func day(_ text: String) -> Day? {
        guard let dates else { return Day(text) }
        return dates.numbers(text)?.day
    }

    /// Reads a period of a form; `nil` for anything else.
    func period(_ text: String, _ form: PeriodForm) -> Period? {
        guard let periods else { return form.period(text) }
        return periods.numbers(text)?.text(of: form).flatMap { form.period($0) }
    }

    /// How a day is written, for error texts.
    var dayHelp: String {
        guard let dates else { return "Write year, month and day as in 2024-03-31" }
        return "Write it as \(dates.text), as in \(dates.example)"
    }

    /// How a period is written, for error texts.
    func periodHelp(_ form: PeriodForm) -> String {
        guard let periods else { return "Write it as in \(form.example)" }
        return "Write it as \(periods.text), as in \(periods.example(of: form))"
    }
}

extension DataPackage.Resource {
    /// The period that the descriptor gives all rows, where it is none; told there, once.
    func badPeriod(_ schema: EvidenceSchema) -> ColumnTarget? {
        guard ![.bodies, .decisions, .reforms, .measures, .plan].contains(role) else { return nil }
        return form.columns?.targets.first { target in
            target.name == schema.periodColumn && target.source == nil
                && form.notations.period(target.constant, schema.periodForm) == nil
        }
    }

    /// How a column writes its values.
    func notations(of heading: String) -> CellNotations {
        var notations = form.notations
        notations.isMapped = form.columns != nil
        notations.otherWords = form.columns?.targets.first { $0.name == heading }?.words
        return notations
    }
}
