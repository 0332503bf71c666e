internal import Arithmetic
internal import Domain
internal import Explanation
internal import Methodology
internal import Scoring

/// What a body still owes, as lines that can be sent to it.
struct DebtWording {
    let list: SubmissionList

    private var wording: Wording { list.wording }

    /// The body with how much of all it handed in, then a line for each thing that is missing.
    func lines(_ submission: Submission) -> [String] {
        [head(submission)]
            + submission.debts.map { "  \(word($0, submission)): " + line($0, submission) }
            + rejected(submission).map { "  " + $0 }
            + spare(submission).map { "  " + $0 }
            + submission.unsettled.map { "  " + unsettled($0, submission) }
    }

    /// As in `Ministry of Rivers (rivers): 7 of 8; Total is 56.25, up to 81.25 with all of it`.
    private func head(_ submission: Submission) -> String {
        let name = wording.body(list.assessment.body(of: submission.unit))
        let count =
            submission.isEmpty
            ? "nothing was handed in"
            : "\(submission.handedIn) of \(submission.entries.count)"
        let prospects = submission.prospects.compactMap { prospect -> String? in
            let title = wording.node(prospect.total)
            let now = prospect.now.map { list.display.figure($0, of: prospect.total) } ?? "missing"
            guard let best = prospect.best, best != prospect.now else {
                return prospect.now == nil ? "\(title) is missing" : nil
            }
            return "\(title) is \(now), and up to \(list.display.figure(best, of: prospect.total)) "
                + "with what is missing"
        }
        return (["\(name) (\(list.body(submission).id)): \(count)"] + prospects)
            .joined(separator: "; ")
    }

    private func word(_ debt: Submission.Debt, _ submission: Submission) -> String {
        let entry = submission.entries.first { $0.item == debt.item }
        return entry?.state == .rejected ? "rejected" : "missing"
    }

    /// As in `left (Staff who left), needed for Staff turnover, worth up to 25.00 points`.
    private func line(_ debt: Submission.Debt, _ submission: Submission) -> String {
        var parts = [name(debt)]
        parts.append("needed for " + Words.some(debt.nodes.map(wording.node)))
        parts += debt.prospects.map { worth($0, submission) }
        if debt.prospects.isEmpty { parts.append("no total rests on it") }
        if !debt.together.isEmpty {
            parts.append("together with " + Words.some(debt.together.map(list.id)))
        }
        return parts.joined(separator: ", ")
    }

    private func name(_ debt: Submission.Debt) -> String {
        let id = list.id(debt.item)
        let fields = list.fields(debt)
        if !fields.isEmpty { return "\(fields.joined(separator: ", ")) in some \(id)" }
        return list.title(debt.item).map { "\(id) (\($0))" } ?? id
    }

    /// What it brings to one total, or why that is not told.
    private func worth(_ prospect: Submission.Prospect, _ submission: Submission) -> String {
        let title = wording.node(prospect.total)
        let isOnly = list.totals.count == 1
        if let obstacle = prospect.obstacle {
            return untold(title, obstacle)
        }
        guard let now = prospect.now else {
            return prospect.isNeeded
                ? "without it there is no \(title)"
                : reasonOfNoWorth(title, of: prospect.total, submission)
        }
        guard let best = prospect.best else { return "with it there may be no \(title)" }
        guard let worth = prospect.worth else {
            let grades = [now, best].map { list.display.figure($0, of: prospect.total) }
            return grades[0] == grades[1]
                ? "worth no grade by itself"
                : "with it \(title) can become \(grades[1]) instead of \(grades[0])"
        }
        guard worth > .zero else { return "worth nothing by itself" }
        return "worth up to \(points(worth))" + (isOnly ? "" : " of \(title)")
    }

    private func untold(_ title: String, _ obstacle: Int) -> String {
        "worth to \(title) not told, because \(wording.node(obstacle)) compares bodies"
    }

    /// Of something that is not needed for a total that is missing.
    private func reasonOfNoWorth(
        _ title: String, of total: Int, _ submission: Submission
    ) -> String {
        let all = submission.prospects.first { $0.total == total }
        if let obstacle = all?.obstacle { return untold(title, obstacle) }
        return all?.best == nil
            ? "there is no \(title) even with all that is missing"
            : "there can be a \(title) without it"
    }

    /// As in `rejected: 1 row of requests, beside 5 records that were read`; what no score waits
    /// for is to be mended all the same.
    private func rejected(_ submission: Submission) -> [String] {
        submission.rejectedBesides.map { entry in
            let rows = "rejected: \(Words.counted(entry.rejected, "row")) of \(list.id(entry.item))"
            guard entry.records > 0 else { return rows }
            let verb = entry.records == 1 ? "was" : "were"
            return "\(rows), beside \(Words.counted(entry.records, "record")) that \(verb) read"
        }
    }

    /// With the edition's digits, unless those say that it is nothing.
    private func points(_ worth: Fixed) -> String {
        let text = list.display.figure(worth)
        let isNothing = text.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
        return (isNothing ? worth.description : text) + " points"
    }

    private func spare(_ submission: Submission) -> [String] {
        let ids = submission.spare.map(list.id)
        guard !ids.isEmpty else { return [] }
        let them = ids.count == 1 ? "it" : "them"
        let word = submission.isEmpty && submission.debts.isEmpty ? "not handed in" : "also blank"
        return ["\(word): \(Words.some(ids)); no score waits for \(them)"]
    }

    private func unsettled(_ node: Int, _ submission: Submission) -> String {
        let reason = wording.reason(of: node, at: submission.unit).map { ", because \($0)" } ?? ""
        return "\(wording.node(node)) is missing for another reason\(reason)"
    }
}
