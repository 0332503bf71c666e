internal import Arithmetic
internal import Diagnostics
internal import Domain

@testable internal import Diagnosis
@testable internal import Methodology

/// The rule of the instrument of 8 dimensions and 3 stages.
enum OecdStages {
    static let ids = ["professional", "strategic", "innovative"]

    static func fixed(_ text: String) -> Fixed { (try? Fixed(text)) ?? .zero }

    static func share(_ part: Int128, _ whole: Int128) -> Fraction {
        Fraction(numerator: part, denominator: whole)
    }

    private static func english(_ text: String) -> LanguageMap {
        LanguageMap([.init(language: "en", text: text)])
    }

    private static func phrases(_ id: String) -> [Stages.Phrase: LanguageMap] {
        id == "professional"
            ? [
                .emerging: english("emerging professional"),
                .before: english("pre-professional"),
            ]
            : [
                .transition: english("in transition to \(id)"),
                .elements: english("with elements of \(id)"),
                .isolated: english("with isolated \(id) practices"),
                .notAssessed: english("(\(id): not assessed)"),
            ]
    }

    /// The rule with dimensions whose nodes do not exist.
    static func rule(dimensions: Int = 8, stages: Int = 3) -> Stages {
        Stages(
            list: ids.prefix(stages).map {
                Stages.Stage(id: $0, title: english($0), phrases: phrases($0))
            },
            dimensions: (0..<dimensions).map { _ in
                Stages.Dimension(node: 0, cells: Array(repeating: 0, count: stages))
            },
            established: fixed("70"), emerging: fixed("40"),
            decisive: Stages.Cap(edge: share(40, 1), score: fixed("69.9")),
            gate: Stages.Gate(
                kinds: [.practice, .result], stages: [1, 2],
                cap: Stages.Cap(edge: share(1, 2), score: fixed("69.9"))),
            coverage: share(2, 3),
            attained: Stages.Attainment(
                mean: fixed("70"), established: share(3, 4), least: fixed("40")),
            presence: [
                .transition: Stages.PresenceRule(
                    mean: fixed("55"), established: share(1, 2), emerging: nil),
                .elements: Stages.PresenceRule(
                    mean: fixed("40"), established: share(1, 4), emerging: share(1, 2)),
                .isolated: Stages.PresenceRule(
                    mean: nil, established: .init(.zero), emerging: share(1, 4)),
            ],
            apparatus: Stages.Apparatus(
                kind: "apparatus", weight: 0, attained: share(3, 4), mean: fixed("70")),
            note: nil, basis: [], place: Place(file: "edition.yaml", line: 1))
    }

    /// Cells by dimension from columns by stage: scores, `–` and `NA`.
    static func cells<Score: StageScore>(
        _ columns: [[String]], _ score: (Fixed) -> Score
    ) -> [[StageCell<Score>]] {
        columns[0].indices.map { dimension in
            columns.map { column in
                switch column[dimension] {
                case "–": .notAssessed
                case "NA": .notApplicable
                default: .score(score(fixed(column[dimension])))
                }
            }
        }
    }
}
