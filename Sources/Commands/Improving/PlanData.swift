internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import JSON
internal import Methodology
internal import Scoring

/// Plans for programs: a row for each measure, which the role `plan` takes back, or everything.
///
/// Numbers are in plain digits, unrounded.
struct PlanData {
    let plans: [FollowedPlan]

    // MARK: CSV

    /// The headings: those that a plan is read by, then others for readers.
    static let columns =
        PlanColumns.read + ["title", "cost", "currency", "expected", "gained"]

    var csv: [UInt8] {
        CSVRows.bytes(
            Self.columns,
            plans.flatMap { followed in
                followed.items.map { item -> [String?] in
                    [
                        item.measure.id, followed.plan.since.description, item.owner,
                        item.due.description,
                        item.measure.title.text(in: followed.wording.spoken.asked),
                        item.measure.cost.description, item.measure.currency,
                        Self.digits(item.points.expected), item.points.gained.map(Self.digits),
                    ]
                }
            })
    }

    /// To 18 digits after the point.
    private static func digits(_ fraction: BigFraction) -> String {
        (try? fraction.rounded(to: Fixed.fractionDigits, .halfEven))?.description ?? ""
    }

    // MARK: JSON

    var json: [UInt8] {
        JSON.object([JSON.Member("plans", .list(plans.map(told)))]).bytes(isIndented: true)
            + [UInt8(ascii: "\n")]
    }

    private func told(_ followed: FollowedPlan) -> JSON {
        let plan = followed.plan
        return .object([
            JSON.Member("edition", ResultJSON.edition(followed.wording)),
            JSON.Member(
                "evidence",
                .object([JSON.Member("hash", .text(followed.assessment.evidence.hash))])),
            JSON.Member("since", .text(plan.since.description)),
            JSON.Member("now", JSON(plan.now?.description)),
            JSON.Member("cost", Self.number(plan.cost)),
            JSON.Member("currency", JSON(plan.currency)),
            JSON.Member("measures", .list(followed.items.map(item))),
            JSON.Member("results", .list(followed.results.map { result($0, followed) })),
            JSON.Member("leaves", .list(followed.leaves.map { leaf($0, followed) })),
            JSON.Member("values", .list(followed.values.map { value($0, followed) })),
            JSON.Member(
                "owners", .list(followed.body == nil ? plan.owners.map(owner) : [])),
            JSON.Member(
                "beside",
                .list(
                    followed.beside.map { leaf in
                        .object([
                            JSON.Member("body", .text(followed.id(leaf.body))),
                            JSON.Member("node", .text(followed.nodeID(leaf.node))),
                            JSON.Member("before", Self.number(leaf.before)),
                            JSON.Member("now", Self.known(leaf.now)),
                        ])
                    })),
        ])
    }

    private func item(_ item: ImprovementPlan.Item) -> JSON {
        let standing =
            switch item.standing {
            case .due: "due"
            case .notDue: "not-due"
            case .impossible: "impossible"
            }
        return .object(
            [
                JSON.Member("measure", .text(item.measure.id)),
                JSON.Member("owner", JSON(item.owner)),
                JSON.Member("due", .text(item.due.description)),
                JSON.Member("standing", .text(standing)),
                JSON.Member("cost", Self.number(item.measure.cost)),
            ] + Self.points(item.points))
    }

    private func result(_ result: ImprovementPlan.Result, _ followed: FollowedPlan) -> JSON {
        .object(
            [
                JSON.Member("body", .text(followed.id(result.body))),
                JSON.Member("node", .text(followed.nodeID(result.node))),
                JSON.Member("before", Self.number(result.before)),
                JSON.Member("expected-score", Self.number(result.expected)),
                JSON.Member("due-score", Self.number(result.due)),
                JSON.Member("now", Self.known(result.now)),
            ] + (result.points.map(Self.points) ?? [])
                + [
                    JSON.Member("shares", shares(result.shares, followed)),
                    JSON.Member("beside", Self.number(result.beside)),
                ])
    }

    private func leaf(_ leaf: ImprovementPlan.Leaf, _ followed: FollowedPlan) -> JSON {
        .object(
            [
                JSON.Member("body", .text(followed.id(leaf.body))),
                JSON.Member("node", .text(followed.nodeID(leaf.node))),
                JSON.Member("before", Self.number(leaf.before)),
                JSON.Member("expected-score", Self.number(leaf.expected)),
                JSON.Member("due-score", Self.number(leaf.due)),
                JSON.Member("now", Self.known(leaf.now)),
            ] + (leaf.points.map(Self.points) ?? [])
                + [
                    JSON.Member("shares", shares(leaf.shares, followed)),
                    JSON.Member("unshared", Self.number(leaf.unshared)),
                ])
    }

    private func shares(_ shares: [ImprovementPlan.Share], _ followed: FollowedPlan) -> JSON {
        .list(
            shares.map { share in
                .object(
                    [
                        JSON.Member(
                            "measure", .text(followed.plan.items[share.item].measure.id))
                    ] + Self.points(share.points))
            })
    }

    private func value(_ value: ImprovementPlan.Value, _ followed: FollowedPlan) -> JSON {
        let subjects = Subjects(assessment: followed.assessment)
        let now: JSON =
            switch value.now {
            case .known(let level): Self.level(level)
            case .unknown: .null
            }
        return .object([
            JSON.Member("body", .text(followed.id(value.body))),
            JSON.Member("id", .text(subjects.id(value.subject))),
            JSON.Member("before", Self.level(value.before)),
            JSON.Member("expected", Self.level(value.expected)),
            JSON.Member("due", Self.level(value.due)), JSON.Member("now", now),
        ])
    }

    private func owner(_ owner: ImprovementPlan.Owner) -> JSON {
        .object(
            [
                JSON.Member("owner", JSON(owner.owner)),
                JSON.Member("measures", JSON(owner.items.count)),
                JSON.Member("cost", Self.number(owner.cost)),
            ] + Self.points(owner.points))
    }

    // MARK: Parts

    private static func points(_ points: ImprovementPlan.Points) -> [JSON.Member] {
        [
            JSON.Member("expected", number(points.expected)),
            JSON.Member("due-points", number(points.due)),
            JSON.Member("gained", number(points.gained)),
            JSON.Member("unknown", JSON(points.unknown)),
        ]
    }

    private static func level(_ level: SupposedValue.Level) -> JSON {
        switch level {
        case .number(let number): .number(number.description)
        case .flag(let flag): .flag(flag)
        }
    }

    private static func known(_ known: ImprovementPlan.Known<Fixed>) -> JSON {
        switch known {
        case .known(let score): .object([JSON.Member("score", number(score))])
        case .unknown(let gap): .object([JSON.Member("unknown", .text(PlanWords.gap(gap)))])
        }
    }

    private static func number(_ number: Fixed?) -> JSON {
        number.map { .number($0.description) } ?? .null
    }

    private static func number(_ fraction: BigFraction?) -> JSON {
        fraction.map { .number(digits($0)) } ?? .null
    }
}
