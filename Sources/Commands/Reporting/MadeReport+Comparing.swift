internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Pages

extension MadeReport {
    /// What differs between two editions.
    ///
    /// - Parameters:
    ///   - request: Which editions, and in whose evidence the change is shown.
    ///   - task: What the pages name as the command, where that is something else.
    ///   - version: The version of the program that the pages name.
    ///   - progress: Who is told.
    /// - Returns: What will be written.
    /// - Throws: ``Refusal`` with everything that is wrong.
    static func compare(
        _ request: Compare.Request, task: ReportTask? = nil, version: String = Version.current,
        _ progress: Progress
    ) throws(Refusal) -> MadeReport {
        let language = ReportLanguage(request.language)
        try language.check()
        let task = task ?? .compare(request)
        progress.say("Reading the editions")
        let (old, first) = try Compare.read(request.old)
        let (new, second) = try Compare.read(request.new)
        let difference = EditionDifference(from: old, to: new)
        var tried: Compare.Tried?
        if let folder = request.evidence {
            var data = request
            // Pages hold what data hold: all periods.
            data.format = .json
            tried = try Compare.trying(difference, in: folder, data, progress)
        }
        try language.check(in: [difference.old, difference.new], tried?.evidence.bodies ?? [])
        let written = difference.new.identity.languages
        let tags = request.language.map { [$0] } ?? (written.isEmpty ? ["en"] : written)
        let told = tags.map { tag in
            let wording = DifferenceWording(difference, language: tag)
            return DifferenceReport.Told(tag, wording, tried?.wording(wording))
        }
        let report = DifferenceReport(told, version: version, command: task.command)
        return MadeReport(
            task: task, sites: [Placed(prefix: "", site: Site(report))],
            grounds: grounds(difference, tried), used: try used(request, tried),
            complaints: [first, second] + (tried?.complaints ?? []),
            extent: (tried?.evidence.bodies.count ?? 0, tags.count))
    }

    private static func grounds(
        _ difference: EditionDifference, _ tried: Compare.Tried?
    ) -> [Manifest.Ground] {
        let files = tried?.evidence.files.map {
            Manifest.EvidenceFile(name: $0.name, hash: $0.hash)
        }
        // What was handed in is read by both.
        return [difference.old, difference.new].enumerated().map { position, plan in
            Manifest.Ground(
                edition: plan.identity.name, editionHash: plan.identity.hash,
                evidenceHash: position == 0 ? tried?.evidence.hash : nil,
                evidence: position == 0 ? files ?? [] : [])
        }
    }

    private static func used(
        _ request: Compare.Request, _ tried: Compare.Tried?
    ) throws(Refusal) -> [String] {
        let editions =
            try EditionLocation.find(request.old).paths + EditionLocation.find(request.new).paths
        guard let folder = request.evidence else { return editions }
        let names = [DataPackage.file] + (tried?.evidence.files.map(\.name) ?? [])
        return editions + names.map { SplitPath.prefix(folder) + $0 }
    }
}
