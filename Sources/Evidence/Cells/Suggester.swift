internal import Diagnostics

/// Looks for the known word nearest to a mistyped one, within a bound of work.
///
/// A file with a million mistyped ids, among thousands of bodies, would otherwise keep the
/// reader busy for hours with help that nobody reads.
struct Suggester: Sendable {
    /// How many more words may be compared.
    private var budget = 50_000

    /// The nearest of the known words; `nil` also when the bound is reached.
    mutating func nearest(to word: String, among known: [String]) -> String? {
        guard known.count <= budget else { return nil }
        budget -= known.count
        return Nearest.word(to: word, among: known)
    }

    /// What to do about a mistyped word.
    mutating func help(
        for word: String, among known: [String], otherwise: String
    ) -> String {
        nearest(to: word, among: known).map { "Write \"\($0)\"" } ?? otherwise
    }
}

extension DiagnosticLog {
    /// Whether another diagnostic of the code would only be counted, so that nobody reads it.
    func isFull(of code: String) -> Bool { counts[code, default: 0] >= limit }
}
