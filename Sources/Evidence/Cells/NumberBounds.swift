internal import Arithmetic
internal import Domain

/// What a field of numbers takes, for cells that are read without a ``CellReader``.
///
/// Only cells that are empty or short numbers are read so, because their reading is the same
/// under all notations; whatever else stands in a cell is the cell reader's.
struct NumberBounds: Sendable {
    private let least: Fixed?
    private let greatest: Fixed?
    private let isWhole: Bool
    /// Whether the field takes every number.
    let isFree: Bool
    /// The mark before the fraction.
    let decimalMark: UInt8
    /// Whether an empty cell is no data, and no fault.
    let takesBlank: Bool

    /// Fails for a field of another type, and where a word for a blank looks like a number.
    init?(_ reader: CellReader) {
        let words = reader.notations.markers
        guard reader.field.type.isNumeric, !words.includeNumbers else { return nil }
        (least, greatest) = (reader.least, reader.greatest)
        isWhole = reader.field.type == .count
        isFree = least == nil && greatest == nil && !isWhole
        decimalMark = reader.notations.numbers.decimalMark
        takesBlank = reader.field.isOptional
    }

    /// The number, when it is a short one that the field takes.
    func number(in bytes: Span<UInt8>, _ cell: Range<Int>) -> ShortDecimal? {
        guard let number = ShortDecimal(in: bytes, cell, decimalMark: decimalMark) else {
            return nil
        }
        return isFree || contains(Fixed(number)) ? number : nil
    }

    /// Whether the field takes the number.
    func contains(_ number: Fixed) -> Bool {
        if let least, number < least { return false }
        if let greatest, number > greatest { return false }
        return !isWhole || number.leastDigits == 0
    }
}
