package import Arithmetic
package import Diagnosis
internal import Evidence
internal import Explanation
package import Locales
internal import Methodology
internal import Scoring

/// Cells and their criteria.
extension DiagnosisWording {
    /// What is said of a cell, as in `established`.
    package func status(_ status: CellResult.Status) -> Phrase {
        switch status {
        case .established: Phrase(texts.cellEstablished)
        case .emerging: Phrase(texts.cellEmerging)
        case .absent: Phrase(texts.cellAbsent)
        case .notAssessed: Phrase(texts.cellNotAssessed)
        case .notApplicable: Phrase(texts.cellNotApplicable)
        }
    }

    /// What a cell has in the place of a score, as in `partial, 40 % of the weight`, or
    /// `not assessed`; `nil` where it has a score.
    package func partial(_ cell: CellResult) -> Phrase? {
        guard cell.score == nil else { return nil }
        guard cell.partial != nil, let coverage = cell.coverage else { return status(cell.status) }
        return texts.cellPartial(share: percent(coverage))
    }

    /// What keeps a cell from being higher, as in `at most 69.9, because of Merit (B1-P1)`; `nil` without.
    package func cap(_ cell: CellResult) -> Phrase? {
        guard cell.score != nil else { return nil }
        if let cap = rule.decisive, !cell.failed.isEmpty {
            return texts.cellHeldBy(
                score: figure(cap.score), names: names(cell.failed.map(criterion)))
        }
        guard cell.isGated, let gate = rule.gate else { return nil }
        return texts.cellHeldByProof(score: figure(gate.cap.score))
    }

    /// What a cell is called: its own title, or those of its dimension and its stage.
    package func cell(_ node: Int) -> Phrase {
        guard wording.assessment.plan.nodes[node].texts.title == nil else {
            return wording.nodeName(node)
        }
        for dimension in rule.dimensions {
            guard let stage = dimension.cells.firstIndex(of: node) else { continue }
            return "\(wording.nodeName(dimension.node)), \(self.stage(stage))"
        }
        return wording.nodeName(node)
    }

    /// What a criterion is called, with its id, as in `Entry by open competition (B1-P1)`.
    package func criterion(_ node: Int) -> Phrase {
        let plan = wording.assessment.plan.nodes[node]
        guard plan.texts.title != nil else { return wording.nodeName(node) }
        return "\(wording.nodeName(node)) (\(Phrase.code(plan.id)))"
    }

    /// A score as it is shown, never on another side of an edge of the rule than it is.
    package func figure(_ score: Fixed) -> Phrase { figure(Fraction(score)) }

    /// A mean as it is shown, never on another side of an edge of the rule than it is.
    package func figure(_ mean: Fraction) -> Phrase { figure(Double(mean)) }

    /// The same of a figure that is not exact.
    func figure(_ exact: Double) -> Phrase {
        let edges = edges
        let least = wording.assessment.plan.display.digits
        for digits in least...max(least, 6) {
            let shown = exact.rounded(digits: digits)
            let value = Double(shown) ?? exact
            guard edges.allSatisfy({ ($0 <= value) == ($0 <= exact) }) else { continue }
            return .figure(exact: exact.plainDigits, shown: locale.decimal(shown))
        }
        return .figure(exact: exact.plainDigits, shown: locale.decimal(exact.plainDigits))
    }

    /// What something lacks, with digits enough to be seen.
    func lacking(_ lack: Fraction) -> Phrase { lacking(Double(lack)) }

    /// The same of a figure that is not exact.
    func lacking(_ exact: Double) -> Phrase {
        let least = wording.assessment.plan.display.digits
        let digits = (least...max(least, 6)).first { (Double(exact.rounded(digits: $0)) ?? 0) > 0 }
        return .figure(
            exact: exact.plainDigits,
            shown: locale.decimal(exact.rounded(digits: digits ?? max(least, 6))))
    }

    /// A share in percent.
    package func percent(_ share: Fraction) -> Phrase {
        .share(Double(share), locale)
    }

    /// The scores at which something is said otherwise.
    private var edges: [Double] {
        let scores =
            [rule.established, rule.emerging, rule.attained.mean, rule.attained.least]
            + rule.presence.values.compactMap(\.mean) + [rule.apparatus?.mean].compactMap(\.self)
        return scores.map { Double($0) }
    }

    /// So many names, and how many there are besides.
    func names(_ all: [Phrase]) -> Phrase {
        var shown = Array(all.prefix(Self.mostNamed))
        if all.count > shown.count {
            shown.append(texts.andMore(number: all.count - shown.count))
        }
        return shown.joined(separator: texts.semicolon)
    }

    /// So many cells, criteria or bodies are named in a sentence.
    static let mostNamed = 8
}

extension Double {
    /// A share or a mean as a number of doubles.
    init(_ fraction: Fraction) {
        self.init(numerator: fraction.numerator, denominator: fraction.denominator)
    }
}
