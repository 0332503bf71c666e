public import Arithmetic
internal import Evidence
internal import Methodology
public import Scoring

/// Figures for eyes: rounded as the edition says, with more digits where those would mislead.
///
/// A printed score never falls into another band than the score itself, and never looks like
/// that of a body with another rank: digits are added until it does not.
public struct Display: Sendable {
    private let assessment: Assessment
    private let distinct: DistinctScores

    /// Prepares the figures of an assessment.
    public init(_ assessment: Assessment) {
        self.assessment = assessment
        distinct = DistinctScores(assessment)
    }

    /// The score of a node, its grade or its mark; `nil` when it has none.
    public func score(of node: Int, at unit: Int) -> String? {
        guard let score = assessment.columns[node]?.score(at: unit) else { return nil }
        if let grade = assessment.plan.nodes[node].grade(score) {
            return assessment.mark(of: node, at: unit) ?? grade
        }
        return text(score, of: node, at: unit)
    }

    /// A score that the node has and that is no grade.
    public func text(_ score: Fixed, of node: Int, at unit: Int) -> String {
        let neighbours = distinct.of(node).map {
            Self.neighbours(of: score, in: $0[assessment.period(of: unit)])
        }
        let display = assessment.plan.display
        for digits in display.digits...Fixed.fractionDigits {
            guard let figure = Self.rounded(score, digits, display.mode) else { break }
            let isClear = (neighbours ?? []).allSatisfy {
                Self.rounded($0, digits, display.mode) != figure
            }
            if isClear, keepsBand(of: node, score, figure) {
                return Self.text(figure, digits: digits)
            }
        }
        return score.description
    }

    /// Any other figure with the edition's digits.
    public func figure(_ number: Fixed) -> String {
        let display = assessment.plan.display
        guard let figure = Self.rounded(number, display.digits, display.mode) else {
            return number.description
        }
        return Self.text(figure, digits: display.digits)
    }

    /// A score that the node could have, with the edition's digits; or its grade.
    public func figure(_ score: Fixed, of node: Int) -> String {
        assessment.plan.nodes[node].grade(score) ?? figure(score)
    }

    private func keepsBand(of node: Int, _ score: Fixed, _ figure: Fixed) -> Bool {
        guard let bands = assessment.plan.bands, bands.nodes.contains(node) else { return true }
        guard let band = try? bands.band(of: score) else { return true }
        // Figures that the edition rounds before it bands them are compared as printed.
        return (try? bands.band(of: figure)) == band
    }

    /// The nearest scores below and above that have another rank.
    private static func neighbours(of score: Fixed, in sorted: [DistinctScores.Ranked]) -> [Fixed] {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].score < score { low = middle + 1 } else { high = middle }
        }
        guard sorted.indices.contains(low) else { return [] }
        let own = sorted[low].figure
        let below = sorted[..<low].last { $0.figure != own }
        let above = sorted[low...].first { $0.figure != own }
        return [below, above].compactMap { $0?.score }
    }

    static func rounded(_ number: Fixed, _ digits: Int, _ mode: Rounding) -> Fixed? {
        // A figure that rounding would carry beyond the range is shown in full.
        try? number.rounded(to: digits, mode)
    }

    /// The number with exactly so many digits after the point.
    public static func text(_ number: Fixed, digits: Int) -> String {
        let plain = number.description
        guard digits > 0 else { return plain }
        guard let point = plain.utf8.firstIndex(of: UInt8(ascii: ".")) else {
            return plain + "." + String(repeating: "0", count: digits)
        }
        let fraction = plain.utf8.distance(from: point, to: plain.utf8.endIndex) - 1
        return fraction < digits ? plain + String(repeating: "0", count: digits - fraction) : plain
    }
}
