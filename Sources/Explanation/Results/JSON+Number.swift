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
