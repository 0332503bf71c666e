internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Pages
internal import Scoring

/// A report before it is written: its sites, and what they rest on.
struct MadeReport {
    /// A site, and the folder within the report that it lies in.
    struct Placed {
        /// With a slash at its end; empty for the report's own folder.
        let prefix: String
        let site: Site
    }

    let task: ReportTask
    let sites: [Placed]
    let grounds: [Manifest.Ground]
    /// The paths of everything it rests on.
    let used: [String]
    /// Warnings of what was read.
    let complaints: [Complaint]
    /// How many bodies have pages, and in how many languages.
    let extent: (bodies: Int, languages: Int)

    /// All names, in order.
    var names: [String] {
        sites.flatMap { placed in placed.site.names.map { placed.prefix + $0 } }.sorted()
    }
}

extension MadeReport {
    /// The results of a workspace.
    ///
    /// - Parameters:
    ///   - request: Which workspace, and where it lies.
    ///   - options: What is asked of the report.
    ///   - task: What the pages name as the command, where that is something else.
    ///   - version: The version of the program that the pages name.
    ///   - progress: Who is told.
    /// - Returns: What will be written.
    /// - Throws: ``Refusal`` with everything that is wrong.
    static func assess(
        _ request: Workspace.Request, _ options: ReportOptions, task: ReportTask? = nil,
        version: String = Version.current, _ progress: Progress
    ) throws(Refusal) -> MadeReport {
        let language = ReportLanguage(request.language)
        try language.check()
        let workspaces = try Workspace.all(request, progress)
        try language.check(
            in: workspaces.map(\.plan), workspaces.flatMap(\.evidence.bodies))
        let task = task ?? .assess(request, options)
        let questions = try Question.all([], request.period, in: workspaces)
        try ReportedBodies(options).check(questions.map(\.workspace))
        var editions: [ReportedEdition] = []
        for question in questions {
            progress.say("Scoring by \(question.workspace.plan.identity.name)")
            editions.append(
                try ReportedEdition(
                    question, task, version: version, request, options, progress))
        }
        let ids = editions.flatMap { edition in
            edition.shown.map { edition.report.assessment.evidence.bodies[$0].id }
        }
        let bodies = Set(ids)
        let folders = editions.map { $0.report.assessment.plan.identity.edition }
        let names = PortableNames(
            bodies: bodies.sorted(), editions: folders.count > 1 ? folders : [])
        return MadeReport(
            task: task, sites: placed(editions, threads: request.threads),
            grounds: editions.map(\.ground), used: workspaces.flatMap { $0.used(request) },
            complaints: (workspaces.first?.complaints ?? []) + editions.flatMap(\.complaints)
                + names.complaints,
            extent: (bodies.count, Set(editions.flatMap(\.report.languages)).count))
    }

    /// One edition has the report for itself; of several each has a folder.
    private static func placed(_ editions: [ReportedEdition], threads: Int?) -> [Placed] {
        let sites = editions.map { Site($0.report, threads: threads) }
        if let site = sites.first, sites.count == 1 { return [Placed(prefix: "", site: site)] }
        let folders = editions.map { "editions/\($0.report.assessment.plan.identity.edition)/" }
        return [Placed(prefix: "", site: Site(zip(folders, editions).map { ($0, $1.report) }))]
            + zip(folders, sites).map { Placed(prefix: $0, site: $1) }
    }
}
