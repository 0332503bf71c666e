internal import Domain
internal import Methodology

extension Question {
    /// What is asked of the one edition that holds for a period, or for the latest.
    ///
    /// - Parameters: As of ``all(_:_:in:)``.
    /// - Throws: ``Refusal`` for what that refuses, and where several editions hold for it.
    static func latest(
        _ ids: [String], _ period: String?, in workspaces: [Workspace]
    ) throws(Refusal) -> Question {
        let questions = try all(ids, period, in: workspaces)
        let latest = questions.compactMap(\.latest).max()
        let found = questions.filter { $0.latest == latest }
        if let question = found.first, found.count == 1 { return question }
        let names = found.map(\.workspace.plan.identity.name)
        throw Refusal(
            .wrongCommand, "workspace.editions",
            "several editions hold for \(latest?.description ?? ""): "
                + names.joined(separator: ", "), help: "Name one of them with --edition")
    }
}
