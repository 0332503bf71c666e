internal import Arithmetic
internal import JSON
internal import Methodology

extension JSON {
    /// The number in plain digits, unrounded; null where there is none.
    init(_ number: Fixed?) { self = number.map { .number($0.description) } ?? .null }

    /// What a rule rests on; the clause is null where it rests on the whole source.
    init(_ citation: Plan.Citation) {
        self = .object([
            JSON.Member("source", .text(citation.source)),
            JSON.Member("clause", JSON(citation.clause)),
        ])
    }
}

extension JSONWriter {
    /// A number in plain digits, unrounded; null where there is none.
    mutating func number(_ number: Fixed?) {
        guard let number else { return null() }
        self.number { number.write(to: &$0) }
    }

    /// A key and a number in plain digits, unrounded, or null where there is none.
    mutating func member(_ key: StaticString, _ number: Fixed?) {
        self.key(key)
        self.number(number)
    }

    /// What a rule rests on.
    mutating func citation(_ citation: Plan.Citation) { write(JSON(citation)) }
}
