internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

extension EditionReader {
    mutating func readParameters() {
        guard let yaml = root["parameters"] else { return }
        readParameters(yaml)
    }

    /// Adds the parameters under a `parameters:` key.
    mutating func readParameters(_ yaml: YAML) {
        guard let entries = yaml.entries else {
            reader.fail(
                "edition.shape", yaml.place, "parameters need keys, and \(yaml.shape) stands there",
                help:
                    "Write each under its id, as in per_late: {value: 1, unit: points, from: 2020-01-01}"
            )
            return
        }
        let count = parameters.count + entries.count
        guard reader.hasRoom(for: count, "parameters", at: yaml.place) else { return }
        for entry in entries {
            guard let id = name(entry, "the parameter"),
                let object = reader.object(entry.value, .parameter),
                let parameter = parameter(id, object)
            else {
                faulty.insert(entry.key)
                scope.faulty.insert(entry.key)
                continue
            }
            parameters.append(parameter)
            parameterPlaces.append(entry.keyPlace)
        }
    }

    private mutating func parameter(_ id: String, _ object: Object) -> Plan.Parameter? {
        let isAssumed = object["assumed"].flatMap { reader.flag($0, "assumed") } ?? false
        let type = reader.need(
            object, "unit", in: "parameter \(id)",
            help: "Write points, number, share, percent, count, days or money"
        ).flatMap { unit($0, object) }
        var values: [Plan.Parameter.Dated] = []
        // Each dated value may rest on an act of its own.
        var withoutBasis: Place?
        if let list = object["values"] {
            if let value = object.entry("value", "from") {
                reader.fail(
                    "parameter.twice", value.keyPlace,
                    "the parameter \(id) has both values and \(value.key)",
                    help: "Put everything under values, each with its from")
            }
            reader.checkFilled(list, "the list of values of \(id)")
            for item in reader.items(list, "values") ?? [] {
                guard let dated = reader.object(item, .datedValue) else { continue }
                let from = reader.need(
                    dated, "from", in: "dated value", help: "Say from which day it holds"
                ).flatMap { reader.day($0, "from") }
                values.append(
                    .init(
                        from: from, value: value(of: dated, id, type, isAssumed),
                        basis: citations(dated["basis"])))
                if !Self.isCited(dated) { withoutBasis = withoutBasis ?? dated.place }
            }
            let days = values.compactMap(\.from)
            for (earlier, later) in zip(days, days.dropFirst()) where later <= earlier {
                reader.fail(
                    "parameter.order", list.place,
                    "the values of \(id) are not in the order of their days",
                    help: "Write the earliest first, each day once")
            }
        } else {
            let from = object["from"].flatMap { reader.day($0, "from") }
            values = [
                .init(from: from, value: value(of: object, id, type, isAssumed), basis: [])
            ]
            withoutBasis = object.place
        }
        checkDates(values, id, object)
        let basis = citations(object["basis"])
        if isAdopted, !Self.isCited(object), !isAssumed, let withoutBasis {
            reader.fail(
                "basis.missing", withoutBasis,
                (object.has("values") ? "a value of " : "")
                    + "the parameter \(id) does not say what it rests on",
                help: "Write basis: with a key of sources.yaml, or assumed: true")
        }
        if let type { checkWords(of: type, object, among: ["currency"]) }
        guard let type else { return nil }
        return Plan.Parameter(
            id: id, title: object["title"].flatMap { reader.languageMap($0, "the title") },
            type: type, values: values, isAssumed: isAssumed, basis: basis)
    }

    /// Whether something was cited, even where it was refused.
    private static func isCited(_ object: Object) -> Bool {
        object["basis"].map { $0.items.map { !$0.isEmpty } ?? true } ?? false
    }

    private mutating func unit(_ yaml: YAML, _ object: Object) -> ValueType? {
        let words = ["points", "number", "share", "percent", "count", "days", "money"]
        switch reader.word(yaml, "the unit", among: words) {
        case "points", "number": return .number
        case "share": return .share
        case "percent": return .percent
        case "count": return .count
        case "days": return .days
        case "money":
            return reader.need(
                object, "currency", in: "parameter",
                help: "Name it by its code, as in currency: KZT"
            ).flatMap { reader.text($0, "the currency") }.map(ValueType.money)
        default: return nil
        }
    }

    /// The exact value; `nil` for `unknown`, which is a gap, not a mistake.
    private mutating func value(
        of object: Object, _ id: String, _ type: ValueType?, _ isAssumed: Bool
    ) -> Fraction? {
        guard
            let yaml = reader.need(
                object, "value", in: "parameter \(id)", help: "Write its value, or value: unknown")
        else { return nil }
        if yaml.scalar == "unknown" {
            if isAssumed {
                reader.fail(
                    "parameter.assumed", yaml.place, "the parameter \(id) is assumed and unknown",
                    help: "Assume a value, or leave out assumed: true")
            } else {
                firstGap = firstGap ?? (yaml.place, id)
            }
            return nil
        }
        guard let (value, isPercent) = reader.fraction(yaml, "the parameter \(id)") else {
            return nil
        }
        if isPercent, let type, type != .share {
            reader.fail(
                "parameter.percent", yaml.place,
                "\(yaml.shape) is a share, and the unit of \(id) is \(type)",
                help: "Leave out the % sign, or write unit: share")
        } else {
            checkRange(of: value, id, type, yaml)
        }
        return value
    }

    /// A share is a part of a whole, and a count is a whole number.
    private mutating func checkRange(
        of value: Fraction, _ id: String, _ type: ValueType?, _ yaml: YAML
    ) {
        if type == .share, value < Interval.zero || Interval.one < value {
            reader.fail(
                "parameter.range", yaml.place,
                "the parameter \(id) is \(yaml.shape), and a share is from 0 to 1",
                help: "Write it as in 40 % or 0.4, or with another unit")
        }
        if type == .count, value.sign < 0 || value.reduced.denominator != 1 {
            reader.fail(
                "parameter.range", yaml.place,
                "the parameter \(id) is \(yaml.shape), and a count is 0, 1, 2 …",
                help: "Write a whole number, or unit: number")
        }
    }

    /// An edition with a gap says so where everybody looks first.
    mutating func checkGaps() {
        if status == .incomplete, firstGap == nil, !reader.log.hasErrors {
            reader.log.warning(
                "status.complete", at: root["status"]?.place,
                "the edition calls itself incomplete, and every value it needs is known",
                help: "Write adopted, proposed or restated")
        }
        guard let firstGap, let status, status != .incomplete else { return }
        reader.fail(
            "status.gap", firstGap.place,
            "the value of \(firstGap.parameter) is not known, and the edition calls itself "
                + status.rawValue,
            help: "Write status: incomplete until it is known; what needs it will be missing")
    }

    private mutating func checkDates(
        _ values: [Plan.Parameter.Dated], _ id: String, _ object: Object
    ) {
        if isForceRead, let first = values.first?.from, inForceFrom.map({ $0 < first }) ?? true {
            let begin = inForceFrom.map { "from \($0), when the edition begins, to" } ?? "before"
            reader.fail(
                "parameter.gap", object.place,
                "the parameter \(id) has no value \(begin) \(first)",
                help: "Add the value that holds then")
        }
        for from in values.compactMap(\.from) {
            if let end = inForceTo, end < from {
                reader.log.warning(
                    "parameter.after", at: object.place, node: reader.node,
                    "the parameter \(id) changes on \(from), after the edition ends on \(end)",
                    help: "Leave the value out; it belongs to the next edition")
            }
            guard let begin = inForceFrom, begin < from, inForceTo.map({ from <= $0 }) ?? true,
                !form.begins(on: from)
            else { continue }
            reader.log.warning(
                "parameter.inside", at: object.place, node: reader.node,
                "the parameter \(id) changes on \(from), inside a period",
                help: "The value of the period's last day counts; check that the act says so")
        }
    }
}

extension Day {
    /// Before every day that is written.
    static let distantPast = Day(number: .min)
}

extension PeriodForm {
    /// Whether a period of the form begins on the day.
    fileprivate func begins(on day: Day) -> Bool {
        let (_, month, dayOfMonth) = day.civil
        guard dayOfMonth == beginsOnDay else { return false }
        return switch unit {
        case .year, .fiscalYear: month == beginsInMonth
        case .half: month % 6 == 1
        case .quarter: month % 3 == 1
        case .month: true
        }
    }
}
