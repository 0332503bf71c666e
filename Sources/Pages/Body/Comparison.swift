internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// A body beside its peers and its neighbours in rank, block by block.
struct Comparison {
    /// A body that stands above or below.
    struct Neighbour {
        let name: Phrase
        /// Where it stands, as in `rank 3`.
        let place: Phrase
        let body: Int
    }

    /// A block.
    struct Row {
        let name: Phrase
        let own: OutcomeFigure?
        let state: State
        let median: Phrase?
        let neighbours: [OutcomeFigure?]
    }

    /// So many bodies stand on each side.
    static let neighboursOnEachSide = 2

    let body: Phrase
    /// Who the peers are; `nil` where the body has none.
    let peers: Phrase?
    let hasOnePeer: Bool
    /// Those above, then those below.
    let above: [Neighbour]
    let below: [Neighbour]
    let rows: [Row]
    /// How many of the blocks are shown, where some are not.
    let note: Phrase?

    /// Of more blocks only the first are compared.
    static let mostRows = 40

    /// The comparison of a body.
    init(_ context: PageContext, body: Int) {
        let report = context.report
        self.body = context.wording.bodyName(body)
        let group = report.medians.group(of: body)
        peers = group.count > 0 ? Self.peers(group, context) : nil
        hasOnePeer = group.count == 1
        // Where there is no total, those nearest in one measure say nothing of the others.
        let order = report.leagues.count == 1 ? report.leagues.first : nil
        let near = order?.neighbours(of: body, Self.neighboursOnEachSide)
        let (nearAbove, nearBelow) = (near?.above ?? [], near?.below ?? [])
        func neighbour(_ other: Int) -> Neighbour {
            let rank = order.flatMap { context.rank(of: $0.node, at: context.unit(other)) }
            return Neighbour(
                name: context.wording.bodyName(other),
                place: rank.map { context.phrases.rankNumber(rank: $0.phrase) } ?? Phrase([]),
                body: other)
        }
        (above, below) = (nearAbove.map(neighbour), nearBelow.map(neighbour))
        let (others, hasPeers) = (nearAbove + nearBelow, peers != nil)
        var nodes = report.leagueNodes
        for block in report.blocks where !nodes.contains(block) { nodes.append(block) }
        let shown = nodes.prefix(Self.mostRows)
        note =
            shown.count < nodes.count
            ? context.phrases.showingSome(shown: shown.count, all: nodes.count) : nil
        rows = shown.map { node in
            let unit = context.unit(body)
            return Row(
                name: context.wording.nodeName(node), own: context.score(of: node, at: unit),
                state: context.assessment.columns[node]?.states[unit] ?? .missing,
                median: hasPeers
                    ? report.medians.peers(
                        node, of: body, own: context.assessment.columns[node]?.score(at: unit),
                        isGraded: context.assessment.plan.nodes[node].isGraded
                    ).map { context.phrase($0, of: node) } : nil,
                neighbours: others.map { context.score(of: node, at: context.unit($0)) })
        }
    }

    private static func peers(
        _ group: (name: String, count: Int), _ context: PageContext
    ) -> Phrase {
        let name: Phrase =
            group.name.isEmpty ? Phrase(context.phrases.withoutAGroup) : .code(group.name)
        return context.report.medians.peers == .kind
            ? context.phrases.peersOfKind(bodies: group.count, kind: name)
            : context.phrases.peersOfGroup(bodies: group.count, group: name)
    }

    /// Whether there is anybody to compare with.
    var isEmpty: Bool { peers == nil && above.isEmpty && below.isEmpty }
}

extension Comparison {
    /// Writes the table, and where scripts are on the way to compare with any other body.
    func write(_ setting: Setting, body id: String, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        if let peers { page.element("p") { $0.phrase(peers.asSentence, setting) } }
        if !isEmpty { table(setting, to: &page) }
        if let note, !isEmpty {
            page.element("p", ["class": "note"]) { $0.phrase(note, setting) }
        }
        guard setting.context.assessment.evidence.bodies.count > 1 else { return }
        page.element(
            "div",
            [
                "class": "compare", "data-source": setting.links.to(.compareScript),
                "data-body": id, "data-label": texts.compareWithAny,
                "data-heading": texts.element, "data-difference": texts.compareDifference,
                "data-caption": texts.compareCaption,
                "data-shown": texts.compareShown, "data-none": texts.compareNone,
                "data-loading": texts.compareLoading,
            ]
        ) { _ in }
        page.element("noscript") { page in
            page.element("p", ["class": "note"], text: texts.compareNeedsScript)
        }
    }

    private func table(_ setting: Setting, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        let hasPeers = peers != nil
        var columns: [HTMLWriter.Column] = [
            .init(Phrase(texts.element)), .init(Phrase(texts.thisBody), isNumber: true),
        ]
        if hasPeers {
            columns.append(
                .init(Phrase(hasOnePeer ? texts.onlyPeer : texts.peerMedian), isNumber: true))
        }
        for neighbour in above + below {
            let place = neighbour.place.isEmpty ? Phrase([]) : ", " + neighbour.place
            columns.append(.init(neighbour.name + place, isNumber: true))
        }
        page.table(
            id: "comparison", caption: Phrase(texts.comparedWithOthers), columns, setting,
            rows: rows
        ) { row, cells in
            cells.head { $0.phrase(row.name, setting) }
            cells.cell { page in
                guard let own = row.own else {
                    return page.state(row.state, setting.context.wording)
                }
                page.element("strong") { $0.outcome(own) }
            }
            if hasPeers { cells.cell { page in row.median.map { page.phrase($0, setting) } } }
            for figure in row.neighbours {
                cells.cell { page in figure.map { page.outcome($0) } }
            }
        }
    }
}
