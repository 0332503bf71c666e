internal import Diagnostics
internal import Domain
internal import Evidence
package import Explanation
internal import JSON
internal import Locales
internal import Methodology
internal import Robustness
internal import Scoring

/// What many runs came to as data: a line for each body and node, and the rest beside them.
///
/// Numbers are in plain digits, unrounded; empty where there is none.
package struct RobustnessData: Sendable {
    private let robustness: ReportedRobustness
    private let wording: Wording
    private let evidenceHash: String

    /// The data of a study.
    ///
    /// - Parameters:
    ///   - robustness: What came of it.
    ///   - wording: The language of what is told in words.
    ///   - evidenceHash: SHA-256 of the evidence.
    package init(_ robustness: ReportedRobustness, _ wording: Wording, evidenceHash: String) {
        self.robustness = robustness
        self.wording = wording
        self.evidenceHash = evidenceHash
    }

    private var assessment: Assessment { wording.assessment }
    private var bands: [String] { assessment.plan.bands?.list.map(\.id) ?? [] }

    /// The headings of the CSV; after them one for the share of runs in each band.
    private static let columns = [
        "body", "node", "period", "rank", "rank_lower", "rank_median", "rank_upper",
        "rank_median_from", "rank_median_to", "rank_error", "score_lower", "score_median",
        "score_upper", "score_median_from", "score_median_to", "score_error", "scored", "group",
        "alternatives",
    ]

    /// A row for each node that is looked at and each body that it is computed for.
    package var csv: [UInt8] { table(robustness.results?.uncertainty.nodes ?? []).csv }

    /// Everything: what was drawn, groups, bodies with their neighbours, what drives it.
    package var json: [UInt8] {
        var members = [
            JSON.Member("edition", ResultJSON.edition(wording)),
            JSON.Member("evidence", .object([JSON.Member("hash", .text(evidenceHash))])),
        ]
        switch robustness.intervals {
        case .unwanted, .noAlternatives: break
        case .refused(let reasons):
            members.append(
                JSON.Member("refused", .list(reasons.map { .text($0.description) })))
        case .made(let results): members += self.members(results)
        }
        if !robustness.coherence.isEmpty {
            let told = robustness.coherence.map { CoherenceData($0, wording).json }
            members.append(JSON.Member("coherence", .list(told)))
        }
        return JSON.object(members).file
    }

    // MARK: Runs

    private func members(_ results: StudyResults) -> [JSON.Member] {
        let uncertainty = results.uncertainty
        let factors = FactorWording(uncertainty.factors, results.alternatives, wording)
        var members = [
            JSON.Member(
                "period",
                .text(assessment.evidence.periods[uncertainty.period].description)),
            JSON.Member("runs", JSON(uncertainty.runs)),
            JSON.Member("seed", .number(String(uncertainty.seed))),
            JSON.Member("is-analysts", .flag(uncertainty.isAnalysts)),
            JSON.Member(
                "factors",
                .list(
                    uncertainty.factors.indices.map { position in
                        let factor = uncertainty.factors[position]
                        return .object([
                            JSON.Member("kind", .text(factor.kind.rawValue)),
                            JSON.Member("options", JSON(factor.options)),
                            JSON.Member("told", .text(factors.told(position).plain)),
                        ])
                    })),
            JSON.Member("nodes", .list(uncertainty.nodes.map { self.node($0, results) })),
        ]
        if let sensitivity = results.sensitivity {
            members.append(
                JSON.Member("sensitivity", SensitivityData(sensitivity, wording).json))
        }
        return members
    }

    private func node(_ node: NodeUncertainty, _ results: StudyResults) -> JSON {
        let wording = UncertaintyWording(results, wording, Display(assessment))
        let rows = zip(node.bodies, table([node]).objects).map { body, members in
            let above = wording.neighbours(of: body.body, at: node.node).map { near in
                JSON.Member(id(near.body), .number(near.share.plainDigits))
            }
            return JSON.object(members + [JSON.Member("above", .object(above))])
        }
        return .object([
            JSON.Member("node", .text(assessment.plan.nodes[node.node].id)),
            JSON.Member(
                "groups", .list(node.groups.map { .list($0.map { .text(id($0)) }) })),
            JSON.Member("bodies", .list(rows)),
        ])
    }

    private func id(_ body: Int) -> String { assessment.evidence.bodies[body].id }

    // MARK: Rows

    private func table(_ nodes: [NodeUncertainty]) -> DataTable {
        var table = DataTable(Self.columns + bands.map { "band_" + $0 })
        let period = robustness.results.map {
            assessment.evidence.periods[$0.uncertainty.period].description
        }
        for node in nodes {
            let found = robustness.results?.nodes[node.node]
            for body in node.bodies {
                // Where nobody else is ranked there is no interval.
                let ranks = found?.isAlone(body.body) == true ? nil : body.ranks
                let group = found?.group(of: body.body).map(GroupMark.letters)
                let shares = bands.indices.map { position in
                    position < body.bands.count ? body.bands[position].plainDigits : nil
                }
                table.add(
                    [
                        id(body.body), assessment.plan.nodes[node.node].id, period,
                        body.rank.map { String($0) },
                    ] + Self.cells(ranks) + Self.cells(body.scores)
                        + [body.scored.plainDigits, group, robustness.results?.whose] + shares)
            }
        }
        return table
    }

    /// Ends, middle, where the middle of endlessly many runs lies, and the error of keeping.
    private static func cells(_ quantiles: Quantiles?) -> [String?] {
        guard let quantiles else { return Array(repeating: nil, count: 6) }
        return [
            quantiles.lower, quantiles.median, quantiles.upper, quantiles.medianRange.lowerBound,
            quantiles.medianRange.upperBound, quantiles.error,
        ].map(\.plainDigits)
    }
}

extension DataTable {
    /// The members of an object for each row, numbers as numbers.
    fileprivate var objects: [[JSON.Member]] {
        rows.map { cells in
            zip(columns, cells).enumerated().map { position, cell in
                guard let text = cell.1 else { return JSON.Member(cell.0, .null) }
                let isNumber = position > 2 && !["group", "alternatives"].contains(cell.0)
                return JSON.Member(cell.0, isNumber ? .number(text) : .text(text))
            }
        }
    }
}
