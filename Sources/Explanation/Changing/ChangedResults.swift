internal import Arithmetic
public import Domain
internal import Evidence
public import JSON
internal import Methodology
internal import Scoring

/// Results that go out together with how they differ from earlier ones.
public struct ChangedResults: Sendable {
    private let selection: ResultSelection
    private let wording: Wording
    private let earlier: EarlierResults
    /// For each period of the selection, the one it is compared with.
    private let periods: [Period?]
    private let threads: Int?

    /// The columns that are added to those of the results.
    public static let columns = [
        "from_period", "from_state", "from_score", "from_grade", "from_band", "from_rank",
        "change", "moved_by",
    ]

    /// Results with their changes.
    ///
    /// - Parameters:
    ///   - selection: Which outcomes go out.
    ///   - wording: What is spoken of.
    ///   - earlier: What they are compared with.
    ///   - threads: At most so many; `nil` uses all cores.
    ///   - period: Which earlier period one is compared with; `nil` for none.
    public init(
        _ selection: ResultSelection, _ wording: Wording, from earlier: EarlierResults,
        threads: Int? = nil, period: (Period) -> Period?
    ) {
        self.selection = selection
        self.wording = wording
        self.earlier = earlier
        self.threads = threads
        periods = selection.periods.map { period(wording.assessment.evidence.periods[$0]) }
    }

    private var assessment: Assessment { wording.assessment }

    /// The ids of bodies that only the earlier results have.
    public var gone: [String] {
        let known = Set(assessment.evidence.bodies.map(\.id))
        return earlier.bodies.filter { !known.contains($0) }
    }

    /// The ids of bodies that the earlier results do not have.
    public var new: [String] {
        assessment.evidence.bodies.map(\.id).filter { !earlier.has($0) }
    }

    /// One body's changes in the order in which its outcomes go out.
    private func changes(ofBody body: Int) -> [ScoreChange] {
        selection.nodes.flatMap { node in
            zip(selection.periods, periods).map { period, before in
                ScoreChange(
                    of: node, at: assessment.unit(body: body, period: period), in: assessment,
                    from: earlier, before)
            }
        }
    }

    private func byBody<T: Sendable>(_ make: @Sendable (ScoreChange) -> T) -> [T] {
        let count = assessment.evidence.bodies.count
        return Parallel.map(count, chunk: 32, threads: threads) { range in
            range.flatMap { changes(ofBody: $0).map(make) }
        }.flatMap { $0 }
    }

    // MARK: CSV

    /// The results as CSV with further columns, then a row for each outcome of a body that is
    /// gone.
    ///
    /// - Parameter results: The same results as CSV, which is kept byte for byte.
    /// - Returns: CSV.
    public func csv(_ results: [UInt8]) -> [UInt8] {
        let added = byBody { cells($0) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(results.count + added.reduce(0) { $0 + $1.utf8.count + 1 })
        var (row, isWithinQuotes) = (-1, false)
        for byte in results {
            if byte == UInt8(ascii: "\"") { isWithinQuotes.toggle() }
            if byte == UInt8(ascii: "\n"), !isWithinQuotes {
                bytes.append(UInt8(ascii: ","))
                bytes += (row < 0 ? Self.columns.joined(separator: ",") : added[row]).utf8
                row += 1
            }
            bytes.append(byte)
        }
        for line in goneLines { bytes += (line + "\n").utf8 }
        return bytes
    }

    private func cells(_ change: ScoreChange) -> String {
        let plan = assessment.plan
        let parts = change.parts.map { "\($0.cause.id(in: plan)) \($0.points)" }
        return
            (cells(change.period, change.old) + [
                change.move?.description ?? "", parts.joined(separator: "; "),
            ]).map(ResultCSV.quoted).joined(separator: ",")
    }

    private func cells(_ period: Period?, _ figure: Impact.Figure?) -> [String] {
        [
            period?.description ?? "", figure?.state.rawValue ?? "",
            figure?.grade == nil ? figure?.score?.description ?? "" : "", figure?.grade ?? "",
            figure?.band ?? "", figure?.rank.map { String($0) } ?? "",
        ]
    }

    private var goneLines: [String] {
        let identity = assessment.plan.identity
        return gone.flatMap { body in
            selection.nodes.flatMap { node in
                zip(selection.periods, periods).compactMap { position, before -> String? in
                    guard let before,
                        let figure = earlier.unit(body, before)?.figure(node, assessment.plan)
                    else { return nil }
                    let period = assessment.evidence.periods[position]
                    let known = [
                        "methodology": identity.methodology, "edition": identity.edition,
                        "body": body, "node": assessment.plan.nodes[node].id,
                        "period": period.description, "state": "gone",
                    ]
                    return
                        (ResultCSV.columns.map { known[$0] ?? "" }
                        + cells(before, figure) + ["", ""]).map(ResultCSV.quoted)
                        .joined(separator: ",")
                }
            }
        }
    }

    // MARK: JSON

    /// The results as JSON with a further member, which comes last.
    ///
    /// - Parameters:
    ///   - results: The same results as JSON.
    ///   - members: What is known of the earlier results.
    ///   - depth: How deep the results stand in other JSON.
    /// - Returns: JSON.
    public func json(
        _ results: [UInt8], _ members: [JSON.Member], depth: Int = 0
    ) -> [UInt8] {
        let pairs = zip(selection.periods, periods).map { position, before in
            JSON.object([
                JSON.Member(
                    "period", .text(assessment.evidence.periods[position].description)),
                JSON.Member("from", JSON(before?.description)),
            ])
        }
        let changes = byBody { $0.period != nil && $0.isMoved ? document($0) : nil }.compactMap {
            $0
        }
        let member = JSON.object(
            members + [
                JSON.Member("periods", .list(pairs)),
                JSON.Member("new", .list(new.map { .text($0) })),
                JSON.Member("gone", .list(gone.map { .text($0) })),
                JSON.Member("changes", .list(changes)),
            ])
        let end = "\n" + String(repeating: "  ", count: depth) + "}"
        return results.dropLast(end.utf8.count) + ",\(end.dropLast())  \"changed-from\": ".utf8
            + member.bytes(isIndented: true, depth: depth + 1) + end.utf8
    }

    private func document(_ change: ScoreChange) -> JSON {
        let plan = assessment.plan
        let period = assessment.evidence.periods[assessment.period(of: change.unit)]
        let body = assessment.evidence.bodies[assessment.body(of: change.unit)]
        return .object([
            JSON.Member("body", .text(body.id)),
            JSON.Member("node", .text(plan.nodes[change.node].id)),
            JSON.Member("period", .text(period.description)),
            JSON.Member("from-period", JSON(change.period?.description)),
            JSON.Member("old", change.old.map(ImpactWording.document) ?? .null),
            JSON.Member("new", ImpactWording.document(change.new)),
            JSON.Member("change", JSON(change.move)),
            JSON.Member(
                "moved-by",
                .list(
                    change.parts.map { part in
                        .object([
                            JSON.Member("cause", .text(part.cause.id(in: plan))),
                            JSON.Member("points", JSON(part.points)),
                        ])
                    })),
        ])
    }
}
