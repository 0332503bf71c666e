internal import Arithmetic
internal import Domain

/// Amounts and days of a command, read.
struct Asked {
    /// 0 or more; `nil` where none was typed.
    let budget: Fixed?
    /// `nil` where none was typed.
    let by: Day?

    /// Reads them.
    ///
    /// - Throws: ``Refusal`` for what is no amount, below 0, or no day.
    init(_ request: Improve.Request) throws(Refusal) {
        budget = try request.budget.map(Self.budget)
        by = try request.by.map { (text) throws(Refusal) in
            guard let day = Day(text) else {
                throw Refusal(
                    .wrongCommand, "improve.by", "\"\(text)\" after --by is no day",
                    help: "Write it as in 2027-06-30")
            }
            return day
        }
    }

    private static func budget(_ text: String) throws(Refusal) -> Fixed {
        guard let amount = try? Fixed(text) else {
            throw Refusal(
                .wrongCommand, "improve.budget",
                "\"\(text)\" after --budget is no amount below 10^20",
                help: "Write digits without marks between thousands, as in 1200000 or 1200000.50")
        }
        guard amount >= .zero else {
            throw Refusal(
                .wrongCommand, "improve.budget", "the budget is \(amount), below 0",
                help: "Write --budget=0 for measures that cost nothing, or leave it out")
        }
        return amount
    }

    /// Refuses a day on which nothing can come any more.
    func check(_ period: Period) throws(Refusal) {
        guard let by, by <= period.lastDay else { return }
        throw Refusal(
            .wrongCommand, "improve.by",
            "--by \(by) is not after \(period.lastDay), the last day of the period \(period) that is "
                + "to be improved on",
            help: "Name a later day, or an earlier period with --period")
    }
}
