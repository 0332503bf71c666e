internal import Arithmetic
internal import Locales

/// Figures of many runs, which are doubles: their digits, and how they are shown.
extension Double {
    /// The fewest plain digits that name this number, as in `0.0625`; empty for what is no number.
    package var plainDigits: String {
        guard isFinite else { return "" }
        let parts = description.split(separator: "e")
        let mantissa = parts[0].hasSuffix(".0") ? parts[0].dropLast(2) : parts[0]
        guard parts.count == 2, let exponent = Int(parts[1]) else {
            return mantissa == "-0" ? "0" : String(mantissa)
        }
        let sign = mantissa.hasPrefix("-") ? "-" : ""
        let pieces = mantissa.drop { $0 == "-" }.split(separator: ".")
        let digits = pieces.joined()
        let point = pieces[0].count + exponent
        if point <= 0 { return "\(sign)0.\(String(repeating: "0", count: -point))\(digits)" }
        if digits.count <= point {
            return sign + digits + String(repeating: "0", count: point - digits.count)
        }
        return "\(sign)\(digits.prefix(point)).\(digits.dropFirst(point))"
    }

    /// Rounded to so many digits after the point, halves away from zero, in plain digits.
    package func rounded(digits: Int) -> String {
        var unit = 1.0
        for _ in 0..<digits { unit *= 10 }
        let scaled = (magnitude * unit).rounded()
        guard isFinite, scaled < 9e15 else { return plainDigits }
        var text = String(Int(scaled))
        if digits > 0 {
            if text.count <= digits {
                text = String(repeating: "0", count: digits + 1 - text.count) + text
            }
            text = "\(text.dropLast(digits)).\(text.suffix(digits))"
        }
        return self < 0 && scaled > 0 ? "-" + text : text
    }

    /// With at most so many digits after the point, and no zeros at the end.
    package func short(digits: Int) -> String {
        let text = rounded(digits: digits)
        guard text.contains(".") else { return text }
        let bare = text.reversed().drop { $0 == "0" }
        return String(String(bare.first == "." ? bare.dropFirst() : bare).reversed())
    }
}

extension Locale {
    /// A place in an order, as in `4th`; where the sentence around it says so, the number alone.
    func ordinal(_ number: Int) -> String {
        let shown = count(number)
        switch self {
        case .french: return shown + (number == 1 ? "er" : "e")
        case .russian, .kazakh: return shown
        case .english:
            if (11...13).contains(number % 100) { return shown + "th" }
            switch number % 10 {
            case 1: return shown + "st"
            case 2: return shown + "nd"
            case 3: return shown + "rd"
            default: return shown + "th"
            }
        }
    }

    /// A share in percent, with as many digits as tell it from none and from all.
    func percent(_ share: Double) -> String {
        let percent = share * 100
        var text = percent.rounded(digits: 0)
        for digits in 0...4 {
            text = percent.rounded(digits: digits)
            let isEnd = Double(text) == 0 || Double(text) == 100
            if !isEnd || Double(text) == percent { break }
        }
        return inPercent(text)
    }

    /// A number in plain digits with the sign of percent, as pages write it.
    func inPercent(_ plain: String) -> String {
        decimal(plain) + (self == .english ? " %" : "\u{202F}%")
    }
}

extension Phrase {
    /// A share of the runs, shown in percent.
    static func share(_ share: Double, _ locale: Locale) -> Phrase {
        .figure(exact: share.plainDigits, shown: locale.percent(share))
    }
}
