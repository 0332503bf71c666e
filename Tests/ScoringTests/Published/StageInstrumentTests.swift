import Arithmetic
import AssessmentSupport
import Domain
import Testing

@testable import Methodology

/// The 69 criteria of the stage instrument, typed here once more from its design.
///
/// - Source: the instrument's own table of criteria; see docs/diagnosis.md.
@Suite struct StageInstrumentTests {
    private let plan: Plan

    init() throws {
        plan = try Examples.plan("oecd-stages/2026")
    }

    /// Id with a star where it is decisive, level (b, s, bs), proof (L, P, R), floor, pass and full
    /// mark, origin.
    private static let table = """
        A1-P1* b P 0 70 100 proposed
        A1-P2 b R 50 85 98 proposed
        A1-S1* b P 40 75 95 proposed
        A1-S2 b P 0 50 75 remembered
        A1-S3 b P 20 60 85 proposed
        A1-I1 b P 0 20 40 proposed
        A1-I2 bs P 0 40 70 proposed
        A2-P1* b R 50 70 80 remembered
        A2-P2 b R 20 15 10 remembered
        A2-S1 b P 0 50 80 proposed
        A2-S2 b R 20 30 40 remembered
        A2-I1 b P 0 2 5 proposed
        A2-I2 b P 0 15 30 proposed
        A3-P1* b R 90 97 99.5 proposed
        A3-P2 b R 2 0.7 0.2 proposed
        A3-S1* b R 60 75 88 proposed
        A3-S2 b R 30 65 90 proposed
        A3-S3 b P 0 60 90 proposed
        A3-I1 b R 0 12 30 proposed
        A3-I2 b P 0 40 75 proposed
        A4-P1* b P 70 90 98 proposed
        A4-P2 b R 40 15 0 proposed
        A4-S1 bs P 0 15 30 proposed
        A4-S2 b R 0.6 0.85 1 proposed
        A4-S3 b R 50 65 80 proposed
        A4-I1 b P 0 30 60 proposed
        A4-I2 b P 0 1 3 proposed
        B1-P1* bs R 60 90 98 proposed
        B1-P2* b P 0 10.5 15 proposed
        B1-P3 bs LP 0 90 100 proposed
        B1-P4 b R 78.3 80.6 83.6 quantile
        B1-S1* b R 20 76 100 published
        B1-S2 bs R 10 25 40 proposed
        B1-S3 b R 75 88 95 proposed
        B1-S4 b R 56.1 63.3 71.2 quantile
        B1-S5 s R 2 3.4 4 published
        B1-S6 s P 0 0.45 0.74 published
        B1-I1 b P 0 6 15 proposed
        B1-I2 b R 10 25 40 proposed
        B2-P1 b R 50 80 95 proposed
        B2-P2* bs P 50 80 100 proposed
        B2-S1* b R 0 45 75 proposed
        B2-S2 b R 51.9 55.9 60.5 quantile
        B2-S3 bs P 2 6 9 proposed
        B2-S4 b R - - - proposed
        B2-I1 b R 0 12 30 proposed
        B2-I2 b R 73.8 78.6 81.9 quantile
        B3-P1* b P 50 85 98 proposed
        B3-P2 b R 80 40 25 proposed
        B3-P3 b R 70.2 73.1 76.7 quantile
        B3-S1* b R 60 85 98 proposed
        B3-S2 b R 79.9 84.9 89.8 quantile
        B3-S3 b R 0 0.25 0.5 proposed
        B3-S4 b R 0 3 10 proposed
        B3-S5* b R 60.5 64.1 67.5 quantile
        B3-I1 b P 10 30 50 proposed
        B3-I2 b P 0 40 80 proposed
        B4-P1* bs P 0 70 100 published
        B4-P2 b R 30 12 3 proposed
        B4-P3 b R 20 8 3 proposed
        B4-S1* b R 50 61 72 proposed
        B4-S2* b R 27.9 33.8 44 quantile
        B4-S3 b R 30 60 85 proposed
        B4-S4 b R 46 52.2 59.6 quantile
        B4-S5 s P 0.19 0.49 0.84 published
        B4-S6 b P 0 50 80 proposed
        B4-I1* b R 56.4 63 73.4 quantile
        B4-I2 b R 40 70 86 proposed
        B4-I3 b P 0 0.8 2 proposed
        """

    private var criteria: [(node: Node, criterion: Criterion)] {
        plan.nodes.compactMap { node in node.criterion.map { (node, $0) } }
    }

    /// A criterion as a line of the table.
    private func line(_ node: Node, _ criterion: Criterion) -> String {
        let levels: [Criterion.Level: String] = [.body: "b", .system: "s", .both: "bs"]
        let proofs: [Criterion.Proof: String] = [.legislation: "L", .practice: "P", .result: "R"]
        let marks = criterion.thresholds.map { "\($0.floor) \($0.pass) \($0.full)" } ?? "- - -"
        return [
            node.id + (criterion.isDecisive ? "*" : ""), levels[criterion.level] ?? "?",
            criterion.proof.map { proofs[$0] ?? "?" }.joined(), marks,
            criterion.origin?.rawValue ?? "?",
        ].joined(separator: " ")
    }

    @Test func `every criterion is as the design says`() {
        let wanted = Self.table.split(separator: "\n").map(String.init)

        #expect(wanted.count == 69)
        #expect(criteria.map { line($0.node, $0.criterion) } == wanted)
    }

    @Test func `eight dimensions stand over three cells each, and an id names its cell`() throws {
        let stages = try #require(plan.stages)

        #expect(stages.list.map(\.id) == ["professional", "strategic", "innovative"])
        #expect(
            stages.dimensions.map { plan.nodes[$0.node].id }
                == ["A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4"])
        for (node, criterion) in criteria {
            let cell = stages.dimensions[criterion.dimension].cells[criterion.stage]
            #expect(plan.nodes[cell].id == String(node.id.dropLast()))
            #expect(node.parent == cell)
        }
    }

    private func part(_ numerator: Int128, _ denominator: Int128) -> Fraction {
        Fraction(numerator: numerator, denominator: denominator)
    }

    @Test func `the rule of the verdict has the parameters of the design`() throws {
        let stages = try #require(plan.stages)

        #expect(stages.established == Fixed(70))
        #expect(stages.emerging == Fixed(40))
        #expect(stages.decisive?.edge == part(40, 1))
        #expect(try stages.decisive?.score == Fixed("69.9"))
        #expect(stages.gate?.kinds == [.practice, .result])
        #expect(stages.gate?.stages == [1, 2])
        #expect(stages.gate?.cap.edge == part(1, 2))
        #expect(try stages.gate?.cap.score == Fixed("69.9"))
        #expect(stages.coverage == part(2, 3))
        #expect(stages.attained.mean == Fixed(70))
        #expect(stages.attained.established == part(3, 4))
        #expect(stages.attained.least == Fixed(40))
        #expect(
            stages.presence == [
                .transition: .init(mean: Fixed(55), established: part(1, 2), emerging: nil),
                .elements: .init(
                    mean: Fixed(40), established: part(1, 4), emerging: part(1, 2)),
                .isolated: .init(mean: nil, established: part(0, 1), emerging: part(1, 4)),
            ])
        #expect(stages.apparatus?.kind == "apparatus")
        #expect(stages.apparatus?.attained == part(3, 4))
        #expect(stages.apparatus?.mean == Fixed(70))
    }

    @Test func `every criterion says in three languages what it is, and on what it rests`() {
        for (node, _) in criteria {
            let texts = node.texts
            #expect(texts.unit != nil, "\(node.id)")
            #expect(!texts.basis.isEmpty, "\(node.id)")
            for map in [texts.title, texts.definition, texts.source.first] {
                #expect(map?.texts.map(\.language) == ["en", "ru", "kk"], "\(node.id)")
            }
        }
    }

    @Test func `its definition says which way is better, and the thresholds run that way`() {
        let ends = [
            true: [
                "More is better.", "Чем больше, тем лучше.",
                "Неғұрлым көп болса, соғұрлым жақсы.",
            ],
            false: [
                "Less is better.", "Чем меньше, тем лучше.", "Неғұрлым аз болса, соғұрлым жақсы.",
            ],
        ]
        for (node, criterion) in criteria {
            guard let marks = criterion.thresholds else { continue }
            let rises = marks.floor < marks.full
            #expect(rises ? marks.pass < marks.full : marks.pass > marks.full)
            let texts = node.texts.definition?.texts.map(\.text) ?? []
            for (text, end) in zip(texts, ends[rises] ?? []) {
                #expect(text.hasSuffix(end), "\(node.id): \(text)")
            }
        }
    }

    @Test func `nothing has to be handed in`() {
        #expect(plan.schema.inputs.allSatisfy { $0.isOptional })
        #expect(plan.identity.status == .proposed)
    }
}
