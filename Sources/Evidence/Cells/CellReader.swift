internal import Arithmetic
internal import Domain

/// Reads the cells of one field: text in, typed value or the problem out.
final class CellReader: Sendable {
    let field: Field
    let form: PeriodForm
    let notations: CellNotations
    /// The words of a flag, as they stand in UTF-8.
    private let yes: [[UInt8]]
    private let no: [[UInt8]]
    /// The bounds that hold, declared or those of the type.
    let least: Fixed?
    let greatest: Fixed?
    /// The declared words of a code, as they stand in UTF-8, and where long lists have them.
    private let words: [[UInt8]]
    private let positions: [String: Int32]
    private static let longList = 16

    /// A reader of cells that are written in the program's own way.
    convenience init(_ field: Field, form: PeriodForm, markers: Markers) {
        self.init(field, form: form, CellNotations(markers: markers))
    }

    /// A reader of cells that are written as a file declares.
    init(_ field: Field, form: PeriodForm, _ notations: CellNotations) {
        self.field = field
        self.form = form
        self.notations = notations
        yes = (notations.flags?.yes ?? ["true"]).map { Array($0.utf8) }
        no = (notations.flags?.no ?? ["false"]).map { Array($0.utf8) }
        switch field.type {
        case .share: (least, greatest) = (field.least ?? .zero, field.greatest ?? .one)
        case .count: (least, greatest) = (field.least ?? .zero, field.greatest)
        default: (least, greatest) = (field.least, field.greatest)
        }
        guard case .code(let words) = field.type else {
            (self.words, positions) = ([], [:])
            return
        }
        self.words = words.map { Array($0.utf8) }
        let isLong = words.count > Self.longList
        positions =
            isLong
            ? Dictionary(
                words.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
            : [:]
    }

    /// Reads one cell; nothing is trimmed, repaired or rounded.
    func read(_ cell: Span<UInt8>) throws(CellProblem) -> CellValue {
        if case .code = field.type, let position = word(cell) { return .position(position) }
        let presence = notations.markers.presence(of: cell)
        guard presence == .known else { return try blank(presence, cell) }
        switch field.type {
        case .number, .share, .percent, .count, .money, .days: return try number(cell)
        case .code(let words):
            throw .notAWord(String(reading: cell), words, isMapped: notations.isMapped)
        case .text: return .text(String(reading: cell))
        case .flag: return .flag(try flag(cell))
        case .date:
            let text = String(reading: cell)
            guard let day = notations.day(text) else { throw .notADay(text, notations.dayHelp) }
            return .position(day.number)
        case .period:
            let text = String(reading: cell)
            guard let period = notations.period(text, form) else {
                throw .notAPeriod(text, notations.periodHelp(form))
            }
            return .position(Int32(period.index))
        }
    }

    private func blank(
        _ presence: Presence, _ cell: Span<UInt8>
    ) throws(CellProblem) -> CellValue {
        guard presence != .unknown || field.isOptional else { throw .blank(String(reading: cell)) }
        return .blank(presence)
    }

    private func number(_ cell: Span<UInt8>) throws(CellProblem) -> CellValue {
        let number: Fixed
        do throws(NumberProblem) {
            number = try Fixed(parsing: cell, notations.numbers)
        } catch {
            if error == .notANumber, let blank = notations.otherWords {
                return try self.blank(blank, cell)
            }
            throw .notANumber(String(reading: cell), error, notations.numbers)
        }
        if let least, number < least { throw outside(cell, number) }
        if let greatest, number > greatest { throw outside(cell, number) }
        if case .count = field.type, number.leastDigits > 0 {
            throw .notWhole(String(reading: cell))
        }
        return .number(number)
    }

    private func outside(_ cell: Span<UInt8>, _ number: Fixed) -> CellProblem {
        let text = String(reading: cell)
        let isGrouped = notations.numbers.groupMarks.contains { text.contains($0) }
        return .outside(text, least, greatest, readAs: isGrouped ? number : nil)
    }

    private func flag(_ cell: Span<UInt8>) throws(CellProblem) -> Bool {
        for word in yes where cell.equals(word) { return true }
        for word in no where cell.equals(word) { return false }
        throw .notAFlag(String(reading: cell), notations.flags)
    }

    private func word(_ cell: Span<UInt8>) -> Int32? {
        guard words.count <= Self.longList else {
            // Texts are equal in Swift where bytes differ, as é in one piece and in two.
            guard let position = positions[String(reading: cell)],
                cell.equals(words[Int(position)])
            else { return nil }
            return position
        }
        for (position, word) in words.enumerated() where cell.equals(word) {
            return Int32(position)
        }
        return nil
    }
}
