internal import Diagnostics
internal import Methodology
internal import Pages
internal import Robustness
internal import Scoring

extension Workspace {
    /// What stands for the file in the places of what an analyst assumes.
    private static let option = "--alternatives"

    /// What the edition could have said instead, or what an analyst assumes.
    ///
    /// - Parameter assumed: As it was typed; `nil` for what the edition says.
    /// - Returns: `nil` where the edition says nothing.
    /// - Throws: ``Refusal`` with everything that is wrong in what was typed.
    func alternatives(assumed: String?) throws(Refusal) -> Alternatives? {
        guard let assumed else { return plan.alternatives }
        let (alternatives, log) = EditionReader.alternatives(
            assumed: assumed, called: Self.option, from: edition.source, main: edition.main)
        if let alternatives { return alternatives }
        // What is wrong in the edition was told when it was read.
        let own = log.entries.filter { $0.place?.file == Self.option }
        let told = own.isEmpty ? log.entries : own
        throw Refusal(.wrongCommand, [complaint(about: told, assumed: assumed)])
    }

    /// Makes a study of some nodes' scores in a period.
    ///
    /// - Parameters:
    ///   - assessment: The official results.
    ///   - alternatives: What could have been said instead, and which nodes are looked at.
    ///   - period: The position of a scored period.
    ///   - options: How many runs, and from which seed.
    ///   - threads: At most so many; `nil` uses all cores.
    /// - Returns: What came of it, or why it cannot be made.
    static func study(
        _ assessment: Assessment, _ alternatives: Alternatives, period: Int,
        _ options: StudyOptions, threads: Int?
    ) -> ReportedRobustness.Intervals {
        let study: Study
        do throws(Study.Diagnostics) {
            study = try Study(assessment, alternatives, period: period)
        } catch {
            return .refused(error.all)
        }
        var points = options.points
        if points != nil, study.factors.count < 2 {
            guard options.isForgiving else {
                return .refused([Self.oneFactor(study, alternatives)])
            }
            points = nil
        }
        let uncertainty = study.uncertainty(
            runs: options.runs, seed: options.seed, threads: threads)
        let sensitivity = points.map { points in
            study.sensitivity(base: points, seed: options.seed, threads: threads)
        }
        return .made(StudyResults(assessment, alternatives, uncertainty, sensitivity))
    }

    private static func oneFactor(_ study: Study, _ alternatives: Alternatives) -> Diagnostic {
        let kind = study.factors.first?.kind.rawValue ?? "nothing"
        return Diagnostic(
            .error, "robustness.one-factor", at: alternatives.place,
            "\(kind) is all that is drawn, so it accounts for every shift of ranks by itself",
            help: "Leave out --sensitivity, or name another alternative beside it")
    }

    /// Why a study cannot be made, at its places in the edition, or after what was typed.
    ///
    /// - Parameters:
    ///   - reasons: At least one.
    ///   - assumed: What was typed; `nil` where the alternatives are the edition's.
    ///   - isWarning: Whether something else is told all the same, without what is studied.
    ///   - without: What is said to be lacking then.
    /// - Returns: What is told, reason by reason.
    func complaint(
        about reasons: [Diagnostic], assumed: String?, isWarning: Bool = false,
        without: String = "there are no intervals of ranks"
    ) -> Complaint {
        var log = DiagnosticLog()
        for reason in reasons {
            // What was typed is read as the edition would have it, where columns are others.
            let isTyped = assumed != nil && (reason.place.map { $0.file == Self.option } ?? true)
            var what = isTyped ? "\(Self.option) \"\(assumed ?? "")\": \(reason.what)" : reason.what
            var help = reason.help
            if isWarning {
                what = "\(without): \(what)"
                help += "; or say --no-robustness"
            }
            log.add(
                Diagnostic(
                    isWarning ? .warning : .error, reason.code, at: isTyped ? nil : reason.place,
                    node: reason.node, what, help: help))
        }
        return Complaint(log, prefix: edition.prefix, source: edition.source)
    }
}
