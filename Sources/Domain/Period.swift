/// How the time that is assessed is divided.
public struct PeriodForm: Hashable, Sendable {
    /// The length of one period.
    public enum Unit: String, CaseIterable, Hashable, Sendable {
        case year
        case fiscalYear = "fiscal-year"
        case half
        case quarter
        case month

        /// How many of them a year has.
        var perYear: Int {
            switch self {
            case .year, .fiscalYear: 1
            case .half: 2
            case .quarter: 4
            case .month: 12
            }
        }
    }

    /// The length of one period.
    public let unit: Unit
    /// The month in which a fiscal year begins, 1…12; 1 for all other units.
    public let beginsInMonth: Int
    /// The day of that month, 1…28; 1 for all other units.
    public let beginsOnDay: Int

    /// Fails when the beginning is not a day that every year has, or the unit knows none.
    public init?(_ unit: Unit, beginsInMonth: Int = 1, beginsOnDay: Int = 1) {
        guard (1...12).contains(beginsInMonth), (1...28).contains(beginsOnDay),
            unit == .fiscalYear || (beginsInMonth == 1 && beginsOnDay == 1)
        else { return nil }
        self.unit = unit
        self.beginsInMonth = beginsInMonth
        self.beginsOnDay = beginsOnDay
    }

    /// Calendar years.
    public static let year = PeriodForm(unit: .year)

    private init(unit: Unit) {
        self.unit = unit
        beginsInMonth = 1
        beginsOnDay = 1
    }

    /// How a period of this form is written, for error texts.
    public var example: String {
        switch unit {
        case .year: "2024"
        case .fiscalYear: "2023-24"
        case .half: "2024-H1"
        case .quarter: "2024-Q1"
        case .month: "2024-01"
        }
    }

    /// Reads a period of this form: `2024`; `2023-24`, `2023-2024` or `2023/24`; `2024-H1`;
    /// `2024-Q1`; `2024-01`.
    ///
    /// - Returns: `nil` for anything else, also for a period of another form.
    public func period(_ text: some StringProtocol) -> Period? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
        guard (1...2).contains(parts.count), parts[0].utf8.count == 4,
            let year = wholeNumber(parts[0]), year >= 1
        else { return nil }
        let isDashed = text.contains("-")
        switch (unit, parts.count) {
        case (.year, 1): return Period(self, index: year)
        case (.fiscalYear, 2):
            let next = (year + 1) % 10_000
            guard parts[1] == padded(next, 4) || parts[1] == padded(next % 100, 2) else {
                return nil
            }
            return Period(self, index: year)
        case (.half, 2) where isDashed:
            return part(parts[1], after: "H", of: 2).map { Period(self, index: year * 2 + $0) }
        case (.quarter, 2) where isDashed:
            return part(parts[1], after: "Q", of: 4).map { Period(self, index: year * 4 + $0) }
        case (.month, 2) where isDashed:
            guard parts[1].utf8.count == 2, let month = wholeNumber(parts[1]),
                (1...12).contains(month)
            else { return nil }
            return Period(self, index: year * 12 + month - 1)
        default: return nil
        }
    }

    /// The first period that begins on the day or after it.
    public func first(onOrAfter day: Day) -> Period {
        let year = max(1, day.civil.year - 1)
        var period = Period(self, index: year * unit.perYear)
        while period.firstDay < day { period = Period(self, index: period.index + 1) }
        return period
    }

    private func part(_ text: some StringProtocol, after letter: Character, of count: Int) -> Int? {
        guard text.first == letter, let number = wholeNumber(text.dropFirst()),
            (1...count).contains(number), text.count == 2
        else { return nil }
        return number - 1
    }
}

/// One period of a form; periods of one form are numbered without gaps.
public struct Period: Hashable, Sendable, Comparable {
    /// The form it is a period of.
    public let form: PeriodForm
    /// Its number among the periods of its form; the next period's is one greater.
    public let index: Int

    /// The period with that number.
    public init(_ form: PeriodForm, index: Int) {
        self.form = form
        self.index = index
    }

    /// Its first day.
    public var firstDay: Day { Self.start(form, index) }

    /// Its last day.
    public var lastDay: Day { Self.start(form, index + 1).advanced(by: -1) }

    /// Earlier periods come first; periods of different forms by their first day.
    public static func < (left: Self, right: Self) -> Bool {
        left.form == right.form ? left.index < right.index : left.firstDay < right.firstDay
    }

    /// The last periods that can be written end where one of a year beyond 9999 begins.
    ///
    /// The calendar repeats itself after 400 years, which have 146,097 days.
    private static func start(_ form: PeriodForm, _ index: Int) -> Day {
        let perYear = form.unit.perYear
        let year = min(index / perYear, 99_999)
        let month = form.beginsInMonth + index % perYear * (12 / perYear)
        let cycles = max(0, year - 9600) / 400
        let day = Day(year: year - cycles * 400, month: month, day: form.beginsOnDay)
        return (day ?? Day(number: 0)).advanced(by: cycles * 146_097)
    }
}

extension Period: CustomStringConvertible {
    /// As in `2024`, `2023-24`, `2024-H1`, `2024-Q1`, `2024-01`.
    public var description: String {
        switch form.unit {
        case .year: padded(index, 4)
        case .fiscalYear: "\(padded(index, 4))-\(padded((index + 1) % 100, 2))"
        case .half: "\(padded(index / 2, 4))-H\(index % 2 + 1)"
        case .quarter: "\(padded(index / 4, 4))-Q\(index % 4 + 1)"
        case .month: "\(padded(index / 12, 4))-\(padded(index % 12 + 1, 2))"
        }
    }
}
