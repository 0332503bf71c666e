internal import Domain

/// How the days or periods of a file seem to be written.
struct PatternGuess {
    /// The pattern to declare; `nil` where they are written in the program's own way.
    let pattern: String?
    /// How many values are read so.
    let count: Int
    /// What else a value may be, and how many tell which.
    let doubt: String?

    /// A way to write days or periods.
    private struct Way {
        let pattern: String?
        let read: (String) -> String?
    }

    /// Of two that fit alike the first is taken.
    private static let dayPatterns = [
        "DD.MM.YYYY", "DD/MM/YYYY", "DD-MM-YYYY", "MM/DD/YYYY", "MM-DD-YYYY", "YYYY/MM/DD",
        "YYYY.MM.DD", "D.M.YYYY", "D/M/YYYY", "M/D/YYYY",
    ]

    private static let periodPatterns = [
        "YYYY", "YYYY-YYYY", "YYYY/YYYY", "YYYY/YY", "'FY' YYYY", "'FY'YYYY", "YYYY 'год'",
        "YYYY 'г.'", "YYYY 'жыл'", "'Q'Q YYYY", "YYYY 'Q'Q", "YYYY'Q'Q", "Q 'кв.' YYYY",
        "Q.YYYY", "Q/YYYY", "YYYY 'H'H", "'H'H YYYY", "MM.YYYY", "MM/YYYY", "YYYY/MM", "YYYY.MM",
        "M.YYYY", "M/YYYY",
    ]

    /// Days; the count is 0 where no value is one.
    init(days values: [String: Int]) {
        var ways = [Way(pattern: nil) { Day($0)?.description }]
        for text in Self.dayPatterns {
            // The patterns above are sound; one that were not would be no proposal.
            guard let pattern = try? WrittenPattern(ofDates: text) else { continue }
            ways.append(Way(pattern: text) { pattern.numbers($0)?.day?.description })
        }
        self.init(values, ways)
    }

    /// Periods of a form; the count is 0 where no value is one.
    init(periods values: [String: Int], _ form: PeriodForm) {
        var ways = [Way(pattern: nil) { form.period($0)?.description }]
        for text in Self.periodPatterns {
            guard let pattern = try? WrittenPattern(ofPeriods: text), pattern.suits(form.unit)
            else {
                continue
            }
            ways.append(
                Way(pattern: text) { value in
                    pattern.numbers(value)?.text(of: form).flatMap { form.period($0)?.description }
                })
        }
        self.init(values, ways)
    }

    private init(_ values: [String: Int], _ ways: [Way]) {
        let short = values.filter { $0.key.utf8.count <= 40 }
        let read = ways.map { way in
            short.keys.reduce(into: [String: String]()) { found, text in
                if let value = way.read(text) { found[text] = value }
            }
        }
        let counts = read.map { $0.keys.reduce(0) { $0 + (values[$1] ?? 0) } }
        let most = counts.max() ?? 0
        let chosen = counts.firstIndex(of: most) ?? 0
        pattern = ways[chosen].pattern
        count = most
        doubt =
            most == 0
            ? nil
            : ways.indices.lazy.filter { $0 != chosen && counts[$0] == most }
                .compactMap { other -> String? in
                    let unclear = read[chosen].filter {
                        read[other][$0.key] != nil && read[other][$0.key] != $0.value
                    }
                    guard let one = unclear.min(by: { $0.key < $1.key }),
                        let second = read[other][one.key]
                    else { return nil }
                    return "\(seen(one.key)) may be \(one.value) or \(second): 0 of \(most) "
                        + "values tell which; it is taken for \(one.value)"
                }.first
    }
}
