internal import Arithmetic
internal import Diagnostics

extension Reader {
    /// A decimal number: `12.5`, or `40 %`, which is the share 0.4.
    mutating func fixed(_ yaml: YAML, _ what: String) -> Fixed? {
        guard let text = yaml.scalar else { return notANumber(yaml, what) }
        let written = Self.withoutPercent(text)
        do {
            let number = try Fixed(written.number)
            guard written.isPercent else { return number }
            guard number.leastDigits <= Fixed.fractionDigits - 2 else {
                return tooManyDigits(yaml, what)
            }
            return Fixed(raw: number.raw / 100)
        } catch {
            return refused(error, yaml, what)
        }
    }

    /// A decimal number that is a score or another plain number, and no share.
    mutating func plain(_ yaml: YAML, _ what: String) -> Fixed? {
        if let text = yaml.scalar, isPercentage(text) { return refusePercent(yaml, what) }
        return fixed(yaml, what)
    }

    /// Whether it is a number with a percent sign.
    func isPercentage(_ text: String) -> Bool {
        let written = Self.withoutPercent(text)
        return written.isPercent && Fraction(parsing: written.number) != nil
    }

    /// Whether it is a plain number.
    func isNumber(_ text: String) -> Bool { Fraction(parsing: text) != nil }

    mutating func refusePercent<Result>(_ yaml: YAML, _ what: String) -> Result? {
        fail(
            "number.percent", yaml.place,
            "\(what) is \(yaml.shape), which is a share, and a plain number is meant",
            help: "Leave out the % sign")
        return nil
    }

    /// An exact number: `12.5`, `2/3`, `40 %`; and whether it was written as a percentage.
    mutating func fraction(_ yaml: YAML, _ what: String) -> (value: Fraction, isPercent: Bool)? {
        guard let text = yaml.scalar else { return notANumber(yaml, what) }
        let written = Self.withoutPercent(text)
        guard let value = Fraction(parsing: written.number) else {
            do {
                _ = try Fixed(written.number)
            } catch {
                return refused(error, yaml, what)
            }
            return notANumber(yaml, what)
        }
        guard written.isPercent else { return (value, false) }
        let hundredth = Fraction(numerator: 1, denominator: 100)
        // What does not fit has more digits than any rule.
        guard let share = try? value.multiplied(by: hundredth) else {
            return tooManyDigits(yaml, what)
        }
        return (share.reduced, true)
    }

    private static func withoutPercent(_ text: String) -> (number: String, isPercent: Bool) {
        guard text.hasSuffix("%") else { return (text, false) }
        var number = text.dropLast()
        while number.hasSuffix(" ") { number.removeLast() }
        return (String(number), true)
    }

    private mutating func refused<Result>(
        _ problem: NumberProblem, _ yaml: YAML, _ what: String
    ) -> Result? {
        switch problem {
        case .tooManyDigits: return tooManyDigits(yaml, what)
        case .tooLarge:
            fail(
                "number.large", yaml.place,
                "\(what) is \(yaml.shape), which has over 20 digits before the point",
                help: "Use a larger unit")
            return nil
        default: return notANumber(yaml, what)
        }
    }

    private mutating func tooManyDigits<Result>(_ yaml: YAML, _ what: String) -> Result? {
        fail(
            "number.digits", yaml.place,
            "\(what) is \(yaml.shape), which has more than 18 digits after the point",
            help: "Shorten it")
        return nil
    }

    private mutating func notANumber<Result>(_ yaml: YAML, _ what: String) -> Result? {
        fail(
            "number.form", yaml.place, "\(what) is \(yaml.shape), not a number",
            help: "Write digits with a point for decimals and without spaces, as in 12.5")
        return nil
    }
}
