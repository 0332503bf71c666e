internal import Explanation
internal import Locales
internal import Pages
internal import Robustness

/// What drives the ranks, for people: a table of indices for each node, and how they settle.
struct SensitivityPage {
    private let study: MadeStudy
    private let sensitivity: Sensitivity
    private let factors: FactorWording
    private let words: SensitivityWording

    /// What drives a study's ranks; `nil` where nobody asked.
    init?(_ study: MadeStudy, _ results: StudyResults) {
        guard let sensitivity = results.sensitivity,
            let words = SensitivityWording(results, study.wording)
        else { return nil }
        self.study = study
        self.sensitivity = sensitivity
        self.words = words
        factors = FactorWording(sensitivity.factors, results.alternatives, study.wording)
    }

    func write(to page: inout Page) {
        for node in sensitivity.nodes {
            page.line()
            page.line("What drives the ranks of \(study.title(of: node.node))", .heading)
            guard let indices = node.indices else {
                words.finding(at: node.node).map { page.line("  " + text($0.asSentence)) }
                continue
            }
            page.table(table(indices), indent: 2)
            words.settling(at: node.node).map { page.line("  " + text($0.asSentence)) }
        }
        guard sensitivity.nodes.contains(where: { $0.indices != nil }) else { return }
        page.line()
        page.line(
            "Si is the share of the variance of the mean shift that a factor accounts for by itself, "
                + "STi that with all it acts together with; ranges hold 90 % of resampled points.")
    }

    private func text(_ phrase: Phrase) -> String { phrase.written(study.wording.locale) }

    private func table(_ indices: [SensitivityIndex]) -> TextTable {
        var table = TextTable([
            "factor": .left, "Si": .right, "90 %": .right, "STi": .right, "90 % ": .right,
        ])
        for (position, index) in indices.enumerated() {
            table.add([
                text(factors.name(position)), Self.figure(index.first),
                Self.range(index.firstRange), Self.figure(index.total),
                Self.range(index.totalRange),
            ])
        }
        return table
    }

    private static func figure(_ index: Double) -> String { index.rounded(digits: 2) }

    private static func range(_ range: ClosedRange<Double>?) -> String {
        guard let range else { return "" }
        return "\(figure(range.lowerBound)) … \(figure(range.upperBound))"
    }
}
