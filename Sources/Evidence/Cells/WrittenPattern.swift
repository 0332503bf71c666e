internal import Domain

/// How dates or periods are written: `YYYY`, `YY`, `MM`, `M`, `DD`, `D`, `Q` and `H` stand for
/// numbers, letters and digits between apostrophes for themselves, all else for itself.
struct WrittenPattern: Hashable, Sendable {
    /// A number within a date or period.
    enum Number: String, CaseIterable, Hashable, Sendable {
        case year = "YYYY"
        case shortYear = "YY"
        case month = "MM"
        case shortMonth = "M"
        case day = "DD"
        case shortDay = "D"
        case quarter = "Q"
        case half = "H"

        /// How many digits it may have.
        fileprivate var digits: ClosedRange<Int> {
            switch self {
            case .year: 4...4
            case .shortYear, .month, .day: 2...2
            case .shortMonth, .shortDay: 1...2
            case .quarter, .half: 1...1
            }
        }
    }

    /// A stretch of the pattern.
    enum Part: Hashable, Sendable {
        case number(Number)
        case text(String)
    }

    /// Why a text is no pattern.
    enum Problem: Error, Hashable {
        case letter(String)
        case apostrophe
        case numbers
    }

    /// As it was declared.
    let text: String
    let parts: [Part]

    /// The numbers, in the order of the pattern.
    var numbers: [Number] {
        parts.compactMap { if case .number(let number) = $0 { number } else { nil } }
    }

    /// A pattern of dates.
    init(ofDates text: String) throws(Problem) {
        try self.init(text)
        let names = numbers.map { $0.rawValue.first }.sorted { ($0 ?? " ") < ($1 ?? " ") }
        guard names == ["D", "M", "Y"], numbers.contains(.year) else { throw .numbers }
    }

    /// A pattern of periods of any form.
    init(ofPeriods text: String) throws(Problem) {
        try self.init(text)
        guard PeriodForm.Unit.allCases.contains(where: suits) else { throw .numbers }
    }

    /// Whether a period of that length is told by the numbers.
    func suits(_ unit: PeriodForm.Unit) -> Bool {
        switch unit {
        case .year: numbers == [.year]
        case .fiscalYear: numbers == [.year, .year] || numbers == [.year, .shortYear]
        case .half: Set(numbers) == [.year, .half] && numbers.count == 2
        case .quarter: Set(numbers) == [.year, .quarter] && numbers.count == 2
        case .month:
            numbers.count == 2
                && (Set(numbers) == [.year, .month] || Set(numbers) == [.year, .shortMonth])
        }
    }

    private init(_ text: String) throws(Problem) {
        self.text = text
        var parts: [Part] = []
        var rest = Substring(text)
        func add(_ literal: some StringProtocol) {
            if case .text(let before) = parts.last {
                parts[parts.count - 1] = .text(before + literal)
            } else {
                parts.append(.text(String(literal)))
            }
        }
        while let letter = rest.first {
            if letter == "'" {
                add(try Self.literal(&rest))
            } else if letter.isLetter || letter.isNumber {
                let word = rest.prefix { $0 == letter }
                guard let number = Number(rawValue: String(word)) else {
                    throw .letter(String(word))
                }
                parts.append(.number(number))
                rest = rest.dropFirst(word.count)
            } else {
                add(String(letter))
                rest = rest.dropFirst()
            }
        }
        self.parts = parts
    }

    /// What stands between apostrophes; two of them stand for one, within and without.
    private static func literal(_ rest: inout Substring) throws(Problem) -> String {
        rest = rest.dropFirst()
        if rest.first == "'" {
            rest = rest.dropFirst()
            return "'"
        }
        var literal = ""
        while let letter = rest.popFirst() {
            guard letter == "'" else {
                literal.append(letter)
                continue
            }
            guard rest.first == "'" else { return literal }
            literal.append(letter)
            rest = rest.dropFirst()
        }
        throw .apostrophe
    }
}

extension WrittenPattern {
    /// The numbers of a date or period that was read.
    struct Numbers: Hashable {
        fileprivate(set) var years: [String] = []
        fileprivate(set) var month = ""
        fileprivate(set) var dayOfMonth = ""
        fileprivate(set) var quarter = ""
        fileprivate(set) var half = ""

        /// The day; `nil` where there is none such.
        var day: Day? {
            guard let year = years.first else { return nil }
            return Day("\(year)-\(month)-\(dayOfMonth)")
        }

        /// A period of the form as it is written without a pattern.
        func text(of form: PeriodForm) -> String? {
            guard let year = years.first else { return nil }
            return switch form.unit {
            case .year: year
            case .fiscalYear: "\(year)-\(years[years.count - 1])"
            case .half: "\(year)-H\(half)"
            case .quarter: "\(year)-Q\(quarter)"
            case .month: "\(year)-\(month)"
            }
        }
    }

    /// Reads a text that is written so; `nil` for any other.
    func numbers(_ text: String) -> Numbers? {
        var numbers = Numbers()
        var rest = Substring(text).utf8
        for part in parts {
            switch part {
            case .text(let literal):
                guard rest.starts(with: literal.utf8) else { return nil }
                rest = rest.dropFirst(literal.utf8.count)
            case .number(let number):
                let digits = rest.prefix(number.digits.upperBound)
                    .prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                guard number.digits.contains(digits.count) else { return nil }
                rest = rest.dropFirst(digits.count)
                numbers.take(String(Substring(digits)), number)
            }
        }
        return rest.isEmpty ? numbers : nil
    }

    /// A date that is written so.
    var example: String { written(["2024"], quarter: "1") }

    /// A period of the form that is written so.
    func example(of form: PeriodForm) -> String {
        form.unit == .fiscalYear
            ? written(["2023", "2024"], quarter: "1") : written(["2024"], quarter: "1")
    }

    private func written(_ years: [String], quarter: String) -> String {
        var years = years[...]
        return parts.map { part in
            switch part {
            case .text(let text): return text
            case .number(.year): return years.popFirst() ?? ""
            case .number(.shortYear): return String((years.popFirst() ?? "").suffix(2))
            case .number(.month): return "03"
            case .number(.shortMonth): return "3"
            case .number(.day), .number(.shortDay): return "31"
            case .number(.quarter), .number(.half): return quarter
            }
        }.joined()
    }
}

extension WrittenPattern.Numbers {
    fileprivate mutating func take(_ digits: String, _ number: WrittenPattern.Number) {
        // A number of one digit is read as if a zero stood before it.
        let two = digits.utf8.count == 1 ? "0" + digits : digits
        switch number {
        case .year, .shortYear: years.append(digits)
        case .month, .shortMonth: month = two
        case .day, .shortDay: dayOfMonth = two
        case .quarter: quarter = digits
        case .half: half = digits
        }
    }
}
