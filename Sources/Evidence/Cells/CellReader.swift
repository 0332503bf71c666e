internal import Arithmetic
internal import Domain

/// Reads the cells of one field: text in, typed value or the problem out.
struct CellReader: Sendable {
    let field: Field
    let form: PeriodForm
    private let markers: Markers
    /// The bounds that hold, declared or those of the type.
    let least: Fixed?
    let greatest: Fixed?
    /// The declared words of a code, as they stand in UTF-8, and where long lists have them.
    private let words: [[UInt8]]
    private let positions: [String: Int32]
    private static let longList = 16

    init(_ field: Field, form: PeriodForm, markers: Markers) {
        self.field = field
        self.form = form
        self.markers = markers
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
        let presence = markers.presence(of: cell)
        guard presence == .known else {
            guard presence != .unknown || field.isOptional else {
                throw .blank(String(reading: cell))
            }
            return .blank(presence)
        }
        switch field.type {
        case .number, .share, .percent, .count, .money, .days: return .number(try number(cell))
        case .code(let words): throw .notAWord(String(reading: cell), words)
        case .text: return .text(String(reading: cell))
        case .flag: return .flag(try flag(cell))
        case .date:
            let text = String(reading: cell)
            guard let day = Day(text) else { throw .notADay(text) }
            return .position(day.number)
        case .period:
            let text = String(reading: cell)
            guard let period = form.period(text) else { throw .notAPeriod(text, form.example) }
            return .position(Int32(period.index))
        }
    }

    private func number(_ cell: Span<UInt8>) throws(CellProblem) -> Fixed {
        let number: Fixed
        do throws(NumberProblem) {
            number = try Fixed(parsing: cell)
        } catch {
            throw .notANumber(String(reading: cell), error)
        }
        if let least, number < least { throw .outside(String(reading: cell), least, greatest) }
        if let greatest, number > greatest {
            throw .outside(String(reading: cell), least, greatest)
        }
        if case .count = field.type, number.leastDigits > 0 {
            throw .notWhole(String(reading: cell))
        }
        return number
    }

    private func flag(_ cell: Span<UInt8>) throws(CellProblem) -> Bool {
        if cell.equals(Self.yes) { return true }
        if cell.equals(Self.no) { return false }
        throw .notAFlag(String(reading: cell))
    }

    private static let yes = Array("true".utf8)
    private static let no = Array("false".utf8)

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
