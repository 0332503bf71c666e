/// What kind of thing a value is; decided by declaration, never guessed from the text.
public enum ValueType: Hashable, Sendable {
    /// A plain number.
    case number
    /// A part of a whole, 0…1 unless declared otherwise.
    case share
    /// A part of a hundred, 0…100 as a rule.
    case percent
    /// How many there are of something.
    case count
    /// An amount in a currency, named by its code, as in `CAD`.
    case money(String)
    /// A length of time in days.
    case days
    /// A civil day.
    case date
    /// A period of the edition's form.
    case period
    /// One of the declared words.
    case code([String])
    /// Free text.
    case text
    /// Yes or no, written `true` and `false`.
    case flag

    /// Whether values of the type are counted with.
    public var isNumeric: Bool {
        switch self {
        case .number, .share, .percent, .count, .money, .days: true
        case .date, .period, .code, .text, .flag: false
        }
    }

    /// Whether values are one of declared words.
    public var isCode: Bool {
        if case .code = self { true } else { false }
    }
}

extension ValueType: CustomStringConvertible {
    /// The word for error texts, as in `share` or `money in CAD`.
    public var description: String {
        switch self {
        case .number: "number"
        case .share: "share"
        case .percent: "percent"
        case .count: "count"
        case .money(let currency): "money in \(currency)"
        case .days: "days"
        case .date: "date"
        case .period: "period"
        case .code: "code"
        case .text: "text"
        case .flag: "flag"
        }
    }
}
