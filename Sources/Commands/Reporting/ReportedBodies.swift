internal import Domain
internal import Evidence
internal import Methodology
internal import Pages
internal import Scoring

/// The bodies of a report that have pages.
struct ReportedBodies {
    let options: ReportOptions

    init(_ options: ReportOptions) { self.options = options }

    /// Refuses bodies that no edition knows.
    ///
    /// - Throws: ``Refusal`` with suggestions.
    func check(_ workspaces: [Workspace]) throws(Refusal) {
        for asked in options.bodies {
            var refusal: Refusal?
            var isKnown = false
            for workspace in workspaces {
                do throws(Refusal) {
                    _ = try Self.lookup(workspace.evidence.bodies).find(asked, "body")
                    isKnown = true
                } catch { refusal = error }
            }
            if let refusal, !isKnown { throw refusal }
        }
    }

    /// Their positions; `nil` for all.
    ///
    /// - Throws: ``Refusal`` when the best are asked for and nothing is ranked.
    func positions(in report: Report) throws(Refusal) -> Set<Int>? {
        guard options.top != nil || !options.bodies.isEmpty else { return nil }
        let lookup = Self.lookup(report.assessment.evidence.bodies)
        // One that this edition does not know is known to another.
        var shown = Set(options.bodies.compactMap { try? lookup.find($0, "body") })
        if let top = options.top { shown.formUnion(try best(top, report)) }
        return shown
    }

    private static func lookup(_ bodies: [Body]) -> Lookup {
        Lookup(bodies.map { Lookup.Entry(id: $0.id, titles: $0.title.texts.map(\.text)) })
    }

    /// Those with the best ranks of the node that the edition ranks first.
    private func best(_ count: Int, _ report: Report) throws(Refusal) -> [Int] {
        let assessment = report.assessment
        guard let node = assessment.plan.ranking?.nodes.first else {
            throw Refusal(
                .wrongCommand, "report.top",
                "\(assessment.plan.identity.name) ranks nothing, so there are no best bodies",
                help: "Name bodies with --body, or take out --top")
        }
        let ranked = assessment.evidence.bodies.indices.compactMap { body in
            assessment.rank(of: node, at: assessment.unit(body: body, period: report.period))
                .map { (rank: $0, body: body) }
        }
        return ranked.sorted { ($0.rank, $0.body) < ($1.rank, $1.body) }.prefix(count).map(\.body)
    }
}
