internal import Domain

/// The numbering of pairs of period and body.
struct Units: Sendable {
    /// Every period that occurs, earliest first.
    let periods: [Period]
    /// How many bodies there are.
    let bodies: Int
    private let positions: [Int32: Int]

    /// The units of periods, given by their ``Period/index``, and so many bodies.
    init(_ indices: Set<Int32>, form: PeriodForm, bodies: Int) {
        let sorted = indices.sorted()
        periods = sorted.map { Period(form, index: Int($0)) }
        positions = Dictionary(
            sorted.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        self.bodies = bodies
    }

    var count: Int { periods.count * bodies }

    /// The unit of a body and a period that occurs.
    func unit(body: Int32, period: Int32) -> Int {
        (positions[period] ?? 0) * bodies + Int(body)
    }

    /// The units of the rows of a table, of which many stand for one period.
    func units(of rows: RecordRows) -> [UInt32] {
        var last: (period: Int32, first: Int)?
        return zip(rows.bodies, rows.periods).map { body, period in
            if let last, last.period == period {
                return UInt32(truncatingIfNeeded: last.first + Int(body))
            }
            let first = unit(body: 0, period: period)
            last = (period, first)
            return UInt32(truncatingIfNeeded: first + Int(body))
        }
    }
}
