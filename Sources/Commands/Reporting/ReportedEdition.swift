internal import Domain
internal import Evidence
internal import Methodology
internal import Pages
internal import Scoring

/// What one edition says in a report.
struct ReportedEdition {
    let report: Report
    /// What it rests on.
    let ground: Manifest.Ground
    /// The positions of the bodies that have pages.
    let shown: [Int]
    /// Warnings: why there are no intervals.
    let complaints: [Complaint]

    /// Assesses a workspace by one of its editions.
    ///
    /// - Throws: ``Refusal`` when a number cannot be, or the bodies that are asked for cannot be
    ///   told.
    init(
        _ question: Question, _ task: ReportTask, version: String, _ request: Workspace.Request,
        _ options: ReportOptions, _ progress: Progress
    ) throws(Refusal) {
        let workspace = question.workspace
        let assessment = try workspace.assessment(request)
        var about = Report.About(version: version, command: task.command)
        about.isFinal = options.isFinal
        about.issued = options.issued?.description
        about.licences = workspace.descriptor.licenses.map(Report.About.Link.init)
        about.sources = workspace.descriptor.sources.map(Report.About.Link.init)
        // There is always a period: an edition without one has nothing to answer.
        var report = Report(assessment, period: question.periods.last ?? 0, about: about)
        if let language = request.language { report.languages = [language] }
        report.hasConclusions = !options.isWithoutConclusions
        report.robustness = try workspace.robustness(
            in: assessment, report.period, request, options)
        var complaints: [Complaint] = []
        if case .refused(let reasons) = report.robustness.intervals {
            complaints.append(
                workspace.complaint(
                    about: reasons, assumed: options.alternatives, isWarning: true))
        }
        if let made = try workspace.diagnosis(in: assessment, report.period, request, options) {
            report.diagnosis = made.reported
            complaints += made.complaints
        }
        self.complaints = complaints
        report.improvement = workspace.improvement(in: report, request, options, progress)
        report.plans = try workspace.plans(in: report, request)
        report.shown = try ReportedBodies(options).positions(in: report)
        self.report = report
        shown = assessment.evidence.bodies.indices.filter(report.hasPage)
        ground = Manifest.Ground(
            edition: workspace.plan.identity.name, editionHash: workspace.plan.identity.hash,
            evidenceHash: workspace.evidence.hash,
            evidence: workspace.evidence.files.map {
                Manifest.EvidenceFile(name: $0.name, hash: $0.hash)
            })
    }
}

extension Report.About.Link {
    /// A title, an address, or both.
    fileprivate init(_ link: DataPackage.Link) {
        self.init(title: link.title ?? link.path ?? "", address: link.path)
    }
}

extension Workspace {
    /// The paths of everything that its results rest on.
    func used(_ request: Request) -> [String] {
        let names = [DataPackage.file] + evidence.files.map(\.name)
        return names.map { SplitPath.prefix(request.folder) + $0 } + edition.paths
            + (request.rejects.map { [$0] } ?? [])
    }
}
