/// A measure that somebody decided to take: a row of an improvement plan.
public struct PlannedMeasure: Hashable, Sendable {
    /// The id of the ``Measure``.
    public let measure: String
    /// The period whose assessment the plan was made from, so that its effects are expected after
    /// it.
    public let since: Period
    /// Who answers for it; `nil` for whom the measure names.
    public let owner: String?
    /// The day by which its effect is to be there; `nil` for the earliest that the measure allows.
    public let due: Day?
    /// The row of the file it stands in, the heading being row 1.
    public let row: Int
    /// The file it stands in.
    public let file: String

    /// Makes a row from its parts.
    public init(
        measure: String, since: Period, owner: String? = nil, due: Day? = nil, row: Int,
        file: String
    ) {
        self.measure = measure
        self.since = since
        self.owner = owner
        self.due = due
        self.row = row
        self.file = file
    }
}
