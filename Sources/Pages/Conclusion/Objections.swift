internal import Domain
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// Who may object to a result, to whom and by when, as the edition says.
struct Objections {
    /// In the order in which they are told.
    let facts: [Fact]
    /// Why the last day is not computed; `nil` where it is.
    let note: String?
    /// The last day; `nil` where it cannot be computed.
    let lastDay: Day?

    /// `nil` where the edition names no way to object.
    ///
    /// - Parameters:
    ///   - context: The page that tells it.
    ///   - issued: The day the paper bears; `nil` where none was named.
    init?(_ context: PageContext, issued: Day?) {
        guard let notice = context.assessment.plan.notice?.objections else { return nil }
        let (texts, wording) = (context.phrases, context.wording)
        let isCalendar = notice.days == .calendar
        // The day of issue itself does not count.
        lastDay = isCalendar ? issued?.advanced(by: notice.within) : nil
        note =
            isCalendar
            ? lastDay == nil ? texts.paperIssueUnknown : nil : texts.paperWorkingDaysUnknown
        var within =
            isCalendar
            ? texts.paperWithinCalendar(days: notice.within)
            : texts.paperWithinWorking(days: notice.within)
        if let lastDay {
            within =
                within
                + "\(texts.semicolon)\(texts.paperLastDay(day: Phrase(context.locale.date(lastDay))))"
        }
        var facts = [
            Fact(name: texts.paperMayObject, value: wording.phrase(notice.by) ?? ""),
            Fact(name: texts.paperObjectTo, value: wording.phrase(notice.to) ?? ""),
            Fact(name: texts.paperObjectWithin, value: within),
        ]
        if !notice.basis.isEmpty {
            let basis = notice.basis.map(wording.citationPhrase).joined(separator: texts.semicolon)
            facts.append(Fact(name: texts.paperRestsOn, value: basis))
        }
        self.facts = facts
    }
}
