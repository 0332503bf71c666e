internal import Arithmetic
internal import Diagnostics

extension EditionReader {
    static let scaleHelp = "Say between what scores lie, as in {min: 0, max: 100}"

    mutating func readScale() {
        // Where every node has a grade there is no score; that is checked when they are read.
        guard root.has("scale") || !root.has("grades") else { return }
        let help = Self.scaleHelp
        guard let yaml = reader.need(root, "scale", in: "edition", help: help),
            let object = reader.object(yaml, .scale)
        else { return }
        for key in ["min", "max"] { _ = reader.need(object, key, in: "scale", help: help) }
        scale = readScale(object, at: yaml.place) ?? scale
    }

    /// A scale whose ends are the edition's where they are not said.
    mutating func readScale(_ object: Object, at place: Place) -> Node.Scale? {
        let least = object["min"].flatMap { reader.plain($0, "the least score") } ?? scale.least
        let greatest =
            object["max"].flatMap { reader.plain($0, "the greatest score") } ?? scale.greatest
        guard least < greatest else {
            reader.fail(
                "scale.order", place,
                "the scale ends (\(greatest)) where it begins (\(least)) or before",
                help: "Write the lesser number as min")
            return nil
        }
        return Node.Scale(least: least, greatest: greatest)
    }

    mutating func readRounding() {
        guard
            let yaml = reader.need(
                root, "rounding", in: "edition",
                help: "Write none, or {mode: half-up, digits: 2, at: [indicator, total]}")
        else { return }
        if yaml.scalar == "none" { return }
        guard let object = reader.object(yaml, .roundingLevels), let rounded = rounded(object),
            let at = reader.need(
                object, "at", in: "rounding", help: "Say where: [indicator, inner, total]")
        else { return }
        let levels = (reader.items(at, "at") ?? []).compactMap {
            reader.word($0, "the level", among: ["indicator", "inner", "total"])
        }
        reader.checkFilled(at, "the list of levels")
        reader.checkDistinct(levels, "the level", at: at.place)
        rounding = RoundingLevels(rounded: rounded, levels: Set(levels))
    }

    /// The word `total` means the roots, one of which has to have a score.
    mutating func checkTotal() {
        let roots = drafts.filter { $0.parent == nil }
        guard let rounding, rounding.levels.contains("total"), let root = roots.first,
            roots.allSatisfy({
                !$0.object.has("value") && $0.object["aggregate"]?.scalar == "none"
            }),
            let at = self.root["rounding"]?.entries?.first(where: { $0.key == "at" })
        else { return }
        reader.fail(
            "rounding.total", at.value.place,
            roots.count == 1
                ? "total rounds nothing: the root \"\(root.id)\" is a heading and has no score"
                : "total rounds nothing: all roots are headings and have no score",
            help: "Leave total out; indicator means leaves, inner the nodes between")
    }

    /// `mode` and `digits` of a group.
    mutating func rounded(_ object: Object) -> Plan.Rounded? {
        let mode = reader.need(
            object, "mode", in: "rounding",
            help: "Write half-up, half-even, half-down, up or down"
        ).flatMap { roundingMode($0) }
        let digits = reader.need(
            object, "digits", in: "rounding", help: "Say how many digits after the point"
        ).flatMap { yaml -> Int? in
            if let digits = yaml.scalar.flatMap({ Int($0) }), (0...18).contains(digits) {
                return digits
            }
            reader.fail(
                "rounding.digits", yaml.place, "the number of digits is \(yaml.shape)",
                help: "Write a whole number from 0 to 18")
            return nil
        }
        guard let mode, let digits else { return nil }
        return Plan.Rounded(digits: digits, mode: mode)
    }

    /// A way of rounding that goes with the edition's arithmetic.
    private mutating func roundingMode(_ yaml: YAML) -> Rounding? {
        if arithmetic == .decimal, yaml.scalar == Rounding.nearestCandidate.rawValue {
            reader.fail(
                "rounding.needs-double", yaml.place,
                "nearest-candidate rounds doubles, and the edition counts in exact decimals",
                help: "Write half-up or another mode, or arithmetic: double in the edition")
            return nil
        }
        return reader.word(yaml, "the rounding mode", among: arithmetic.roundings.map(\.rawValue))
            .flatMap { Rounding(rawValue: $0) }
    }

    mutating func readArithmetic() {
        guard let yaml = root["arithmetic"] else { return }
        arithmetic = reader.word(yaml, "the arithmetic", NumberKind.self) ?? arithmetic
    }

    mutating func readDisplay() -> Plan.Rounded {
        root["display"].flatMap { reader.object($0, .rounded) }.flatMap { rounded($0) }
            ?? Plan.Rounded(digits: 2, mode: .halfUp)
    }
}
