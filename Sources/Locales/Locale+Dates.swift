public import Domain

extension Locale {
    /// A day in a sentence, as in `2 March 2026`, `2 mars 2026`, `2 марта 2026 г.` and
    /// `2026 жылғы 2 наурыз`.
    ///
    /// A narrow space that does not break stands before `г.`. The first of a month is `1er` in
    /// French. Kazakh has the form of legal acts, where CLDR has `2026 ж. 2 наурыз`. A day outside
    /// of the years 1…9999 is written as its description.
    ///
    /// - Source: Unicode CLDR, long dates of English (United Kingdom), French and Russian; names
    ///   of the months of all four.
    public func date(_ day: Day) -> String {
        let (year, month, number) = day.civil
        guard (1...9999).contains(year) else { return day.description }
        let name = months[month - 1]
        return switch self {
        case .english: "\(number) \(name) \(year)"
        case .french: "\(number)\(number == 1 ? "er" : "") \(name) \(year)"
        case .russian: "\(number) \(name) \(year)\u{202F}г."
        case .kazakh: "\(year) жылғы \(number) \(name)"
        }
    }

    /// A day in a narrow table, as in `2 Mar 2026`, `02/03/2026` and `02.03.2026`.
    ///
    /// English names the month, because its readers disagree on which number is the month. A day
    /// outside of the years 1…9999 is written as its description.
    public func shortDate(_ day: Day) -> String {
        let (year, month, number) = day.civil
        guard (1...9999).contains(year) else { return day.description }
        return switch self {
        case .english: "\(number) \(months[month - 1].prefix(3)) \(year)"
        case .french: "\(twoDigits(number))/\(twoDigits(month))/\(year)"
        case .russian, .kazakh: "\(twoDigits(number)).\(twoDigits(month)).\(year)"
        }
    }

    /// The months as they stand in a date.
    private var months: [String] {
        switch self {
        case .english:
            [
                "January", "February", "March", "April", "May", "June", "July", "August",
                "September", "October", "November", "December",
            ]
        case .french:
            [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                "septembre", "octobre", "novembre", "décembre",
            ]
        case .russian:
            [
                "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
                "сентября", "октября", "ноября", "декабря",
            ]
        case .kazakh:
            [
                "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз",
                "қыркүйек", "қазан", "қараша", "желтоқсан",
            ]
        }
    }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
