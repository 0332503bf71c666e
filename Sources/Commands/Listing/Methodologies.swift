internal import Domain
internal import Explanation
internal import Methodology
internal import Shipped

/// `apparatus methodologies`: what comes with the program.
package enum Methodologies {
    /// A table of the shipped editions.
    package static func answer(language: String?, _ terminal: Terminal) -> Answer {
        var answer = Answer(terminal)
        var table = TextTable([
            "id": .left, "title": .left, "status": .left, "kinds of body": .left,
            "period": .left, "in force": .left,
        ])
        for edition in Shipped.methodologies {
            do throws(Refusal) {
                let (plan, complaint) = try EditionLocation.shipped(edition.name).read()
                guard let plan else { throw Refusal(.ourFault, [complaint]) }
                table.add(row(plan, language))
            } catch {
                answer.messages.complaints(error.complaints, hasExcerpts: terminal.isMessages)
                answer.status = .ourFault
            }
        }
        answer.output.table(table)
        let first = Shipped.methodologies.first?.name
        answer.next([
            commandLine(["apparatus", "check", first]),
            commandLine(["apparatus", "new", "my-workspace", "--methodology", first]),
        ])
        return answer
    }

    /// The shipped methodologies of which an edition has stages.
    static var withStages: [String] {
        var names: [String] = []
        for edition in Shipped.methodologies where !names.contains(edition.methodology) {
            let plan = try? EditionLocation.shipped(edition.name).read().plan
            if plan?.stages != nil { names.append(edition.methodology) }
        }
        return names
    }

    private static func row(_ plan: Plan, _ language: String?) -> [String] {
        let identity = plan.identity
        let form = plan.schema.periodForm
        return [
            identity.name, identity.title?.text(in: language) ?? "", identity.status.rawValue,
            identity.kinds.joined(separator: ", "), "\(form.unit.rawValue), as in \(form.example)",
            identity.days,
        ]
    }
}
