internal import Arithmetic
internal import Domain

/// Holds what a measure does against what it acts on.
struct MeasureEffects: Sendable {
    private let notations: CellNotations

    init(_ notations: CellNotations) { self.notations = notations }

    /// The effect on an input or a leaf.
    ///
    /// - Throws: Why it cannot be one.
    func effect(
        _ written: WrittenEffect, on target: MeasureTargets.Target
    ) throws(RefusedCell) -> Measure.Effect {
        guard target.type.isNumeric || target.type == .flag else {
            throw RefusedCell(
                "measure.type",
                "\(target.id) is a \(target.type), which is neither a number nor a flag",
                help: target.readers == nil
                    ? "Act on an input that is a number or a flag"
                    : "Act on the leaf that reads it")
        }
        switch written {
        case .adds(let number):
            try check(added: number, target)
            return .adds(number)
        case .reaches(let text):
            let level = try level(text, target)
            try checkReaders(target)
            return .reaches(level)
        }
    }

    private func check(
        added number: Fixed, _ target: MeasureTargets.Target
    ) throws(RefusedCell) {
        guard target.type.isNumeric else {
            throw RefusedCell(
                "measure.type", "\(number) is added, and \(target.id) is a \(target.type)",
                help: "Write to: true or to: false")
        }
        try checkWhole(number, target)
        guard let least = target.range.least, let greatest = target.range.greatest,
            let width = try? greatest.subtracting(least),
            number > width || number < width.negated
        else { return }
        throw RefusedCell(
            "measure.range",
            "\(number) is more than the whole range \(least) … \(greatest) of \(target.id)",
            help: "Check the effect and its unit; what is reached whatever it was is written to:")
    }

    private func level(
        _ text: String, _ target: MeasureTargets.Target
    ) throws(RefusedCell) -> Measure.Level {
        let flag = flag(text)
        guard target.type.isNumeric else {
            if let flag { return .flag(flag) }
            throw RefusedCell(
                "measure.type", "\(seen(text)) is the level of \(target.id), which is a flag",
                help: "Write to: \(yes[0]) or to: \(no[0])")
        }
        guard flag == nil else {
            throw RefusedCell(
                "measure.type",
                "\(seen(text)) is the level of \(target.id), which is a \(target.type)",
                help: "Write a number, as in to: 85")
        }
        let number = try WrittenEffect.number(text, notations.numbers, "measure.type")
        try checkWhole(number, target)
        let (least, greatest) = target.range
        let isBelow = least.map { number < $0 } ?? false
        let isAbove = greatest.map { number > $0 } ?? false
        guard isBelow || isAbove else { return .number(number) }
        throw RefusedCell(
            "measure.range",
            "\(seen(text)) is outside the range \(least.map { "\($0) " } ?? "")…"
                + "\(greatest.map { " \($0)" } ?? "") of \(target.id)",
            help: "Write a level that \(target.id) can have; check its unit")
    }

    private func checkWhole(
        _ number: Fixed, _ target: MeasureTargets.Target
    ) throws(RefusedCell) {
        guard target.type == .count, number.leastDigits > 0 else { return }
        throw RefusedCell(
            "measure.not-whole", "\(number) is not whole, and \(target.id) is a count",
            help: "Write a whole number")
    }

    /// The best of several levels is the one with the best score, which is that of one leaf.
    private func checkReaders(_ target: MeasureTargets.Target) throws(RefusedCell) {
        guard let readers = target.readers, readers.count != 1 else { return }
        guard readers.isEmpty else {
            throw RefusedCell(
                "measure.several",
                "\(readers.count) nodes read \(target.id), so no level of it is the best for all: "
                    + listed(readers),
                help: "Write the level on the criterion, a row for each")
        }
        throw RefusedCell(
            "measure.several", "no leaf reads \(target.id), so no level of it is the best",
            help: "Write what is added, as in +5, or the level on a criterion")
    }

    private var yes: [String] { notations.flags?.yes ?? ["true"] }
    private var no: [String] { notations.flags?.no ?? ["false"] }

    private func flag(_ text: String) -> Bool? {
        yes.contains(text) ? true : no.contains(text) ? false : nil
    }
}
