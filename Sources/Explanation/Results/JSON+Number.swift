internal import Arithmetic
internal import JSON

extension JSON {
    /// The number in plain digits, unrounded; null where there is none.
    init(_ number: Fixed?) { self = number.map { .number($0.description) } ?? .null }
}
