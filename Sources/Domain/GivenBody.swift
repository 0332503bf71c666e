/// What somebody wrote that a body handed in for one period.
public struct GivenPeriod: Hashable, Sendable {
    /// The period.
    public let period: Period
    /// Inputs by id, as text.
    public let inputs: [GivenValue]
    /// Records as text, each with those that belong to it.
    public let records: [GivenRecord]

    /// Makes it from its parts.
    public init(period: Period, inputs: [GivenValue], records: [GivenRecord]) {
        self.period = period
        self.inputs = inputs
        self.records = records
    }
}

/// A body with what somebody wrote that it handed in.
public struct GivenBody: Hashable, Sendable {
    /// The body.
    public let body: Body
    /// What it handed in; each period once.
    public let periods: [GivenPeriod]

    /// Makes it from its parts.
    public init(body: Body, periods: [GivenPeriod]) {
        self.body = body
        self.periods = periods
    }
}
