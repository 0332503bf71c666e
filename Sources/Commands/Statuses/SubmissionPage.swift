internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Scoring

/// What was handed in for one period, for people: a table, and a list to send to each body.
struct SubmissionPage {
    let list: SubmissionList

    /// How wide the matrix may be where nobody says how much room there is.
    private static let widest = 120

    private var evidence: Evidence { list.assessment.evidence }

    func write(to page: inout Page) {
        let name = list.plan.identity.name
        let title = list.wording.text(list.plan.identity.title).map { "\($0) (\(name))" } ?? name
        page.line("\(title), handed in for \(evidence.periods[list.period])", .heading)
        page.line(summary)
        if let rejects = evidence.rejects {
            let verb = rejects.count == 1 ? "was" : "were"
            page.line("\(Words.counted(rejects.count, "row")) \(verb) rejected")
        }
        let pressing = list.pressing
        let due = pressing.filter(\.isDue)
        if !due.isEmpty {
            page.line()
            page.table(table(due, width: page.width), indent: 2)
        }
        for submission in pressing where submission.owesAnything {
            page.line()
            page.lines(DebtWording(list: list).lines(submission))
        }
        let notes = spare + exempt
        if !notes.isEmpty { page.line() }
        page.lines(notes)
    }

    /// As in `3 bodies: 1 handed in nothing, 1 owes something, 1 owes nothing`.
    private var summary: String {
        let all = list.submissions
        let due = all.filter(\.isDue)
        let empty = due.count(where: \.isEmpty)
        let owing = due.count { !$0.isEmpty && $0.owesAnything }
        let settled = due.count - empty - owing
        let parts = [
            (empty, "handed in nothing"), (owing, owing == 1 ? "owes something" : "owe something"),
            (settled, settled == 1 ? "owes nothing" : "owe nothing"),
            (all.count - due.count, "exempt"),
        ]
        let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return "\(Words.counted(all.count, "body")): \(words.joined(separator: ", "))"
    }

    /// A column for each input and table where they fit, otherwise how many there are of each;
    /// with titles where these fit.
    private func table(_ submissions: [Submission], width: Int?) -> TextTable {
        let width = width ?? Self.widest
        func fits(_ table: TextTable) -> Bool {
            table.lines(indent: 2).allSatisfy { $0.count <= width }
        }
        if list.submissions.count == 1, let only = submissions.first {
            let titled = items(only, hasTitles: true)
            return fits(titled) ? titled : items(only, hasTitles: false)
        }
        let matrix = matrix(submissions)
        if fits(matrix) { return matrix }
        let counts = counts(submissions, hasTitles: true)
        return fits(counts) ? counts : self.counts(submissions, hasTitles: false)
    }

    /// A line for each input and table of a body that is alone, beneath its id.
    private func items(_ submission: Submission, hasTitles: Bool) -> TextTable {
        var table = TextTable(
            [(list.body(submission).id, TextTable.Side.left)] + (hasTitles ? [("", .left)] : [])
                + [("state", .left)])
        for entry in submission.entries {
            let title = hasTitles ? [list.title(entry.item) ?? ""] : []
            var words = [entry.state.words]
            if entry.records > 0 { words.append(Words.counted(entry.records, "record")) }
            if entry.records > 0, entry.rejected > 0 { words.append("\(entry.rejected) rejected") }
            table.add([list.id(entry.item)] + title + [words.joined(separator: ", ")])
        }
        return table
    }

    private func matrix(_ submissions: [Submission]) -> TextTable {
        let items = submissions.first?.entries.map(\.item) ?? []
        var table = TextTable(
            [(heading: "body", side: TextTable.Side.left)]
                + items.map { item in
                    if case .table = item { return (list.id(item), .right) }
                    return (list.id(item), .left)
                })
        for submission in submissions {
            table.add([list.body(submission).id] + submission.entries.map(cell))
        }
        return table
    }

    private func cell(_ entry: Submission.Entry) -> String {
        guard case .table = entry.item, entry.records > 0 else { return entry.state.words }
        let rejected = entry.rejected > 0 ? ", \(entry.rejected) rejected" : ""
        return "\(entry.records)" + (entry.state == .unverified ? " unverified" : "") + rejected
    }

    /// The words that have a column of their own; rejected rows only where some are.
    private var states: [Submission.State] {
        let all: [Submission.State] = [.blank, .rejected, .notApplicable, .withheld, .unverified]
        return all.filter { $0 != .rejected || evidence.rejects != nil }
    }

    private func counts(_ submissions: [Submission], hasTitles: Bool) -> TextTable {
        var table = TextTable(
            [("body", TextTable.Side.left)] + (hasTitles ? [("", .left)] : [])
                + [("handed in", .right)] + states.map { ($0.words, .right) })
        for submission in submissions {
            let body = list.body(submission)
            let counts = states.map { state in
                "\(submission.entries.count { $0.state == state })"
            }
            table.add(
                [body.id] + (hasTitles ? [list.wording.text(body.title) ?? ""] : [])
                    + ["\(submission.handedIn) of \(submission.entries.count)"] + counts)
        }
        return table
    }

    /// What is blank and no score waits for, of bodies that owe nothing else.
    private var spare: [String] {
        var items: [Submission.Item] = []
        var bodies: [Submission.Item: [String]] = [:]
        for submission in list.submissions where submission.isDue && !submission.owesAnything {
            for item in submission.spare {
                if bodies[item] == nil { items.append(item) }
                bodies[item, default: []].append(list.body(submission).id)
            }
        }
        return items.map { item in
            "Blank, and no score waits for it: \(list.id(item)) of "
                + Words.some(bodies[item] ?? [])
        }
    }

    /// Bodies from which nothing is due, by the reason.
    private var exempt: [String] {
        var reasons: [String] = []
        var bodies: [String: [String]] = [:]
        for submission in list.submissions where !submission.isDue {
            let reason = list.exemption(submission)
            if bodies[reason] == nil { reasons.append(reason) }
            bodies[reason, default: []].append(list.body(submission).id)
        }
        return reasons.map { reason in
            "Exempt, because \(reason): \(Words.some(bodies[reason] ?? []))"
        }
    }
}

extension Submission {
    /// Whether anything is to be asked of the body.
    var owesAnything: Bool {
        isDue
            && (isEmpty || !debts.isEmpty || !unsettled.isEmpty || !rejectedBesides.isEmpty)
    }

    /// What rows were left out about, though no score waits for it.
    var rejectedBesides: [Entry] {
        let owed = Set(debts.map(\.item))
        return entries.filter { $0.rejected > 0 && !owed.contains($0.item) }
    }
}

extension Submission.State {
    /// For people.
    var words: String {
        switch self {
        case .handedIn: "handed in"
        case .unverified: "unverified"
        case .blank: "blank"
        case .rejected: "rejected"
        case .notApplicable: "not applicable"
        case .withheld: "withheld"
        }
    }
}
