import Arithmetic
import Domain
import Foundation
import TestSupport
import Testing

@testable import Methodology

/// Holds the tables of keys and words of `docs/language.md` to the reader's vocabulary.
@Suite struct VocabularyPageTests {
    /// What the page calls the elements.
    static let elements: [(name: String, vocabulary: Vocabulary)] = [
        ("edition", .edition), ("period", .period), ("in-force", .inForce), ("scale", .scale),
        ("rounding", .roundingLevels), ("display", .rounded), ("ranking", .ranking),
        ("bands", .bands), ("band", .band), ("peers", .peers),
        ("notice", .notice), ("objections", .objections), ("field", .field),
        ("computed field", .computedField), ("table", .table), ("check", .check),
        ("effort check", .effortCheck),
        ("parameter", .parameter), ("dated value", .datedValue), ("source", .source),
        ("weakest", .weakest), ("aggregate lookup", .lookupAggregate), ("lookup", .lookup),
        ("quota", .quota), ("share", .quotaShare),
        ("grades", .grades), ("grade band", .gradeBand), ("missing grade", .missingGrade),
        ("basis", .citation), ("node", .node), ("missing", .missing), ("last", .last),
        ("expectation-maximisation", .expectation), ("treat", .treat), ("treat when", .treatWhen),
        ("winsorise", .winsorise),
        ("coverage", .coverage),
        ("aggregate", .aggregate), ("harmonic", .harmonic),
        ("geometric", .geometric), ("power", .power),
        ("k-th-best", .kthBest), ("weight", .weight), ("blend", .weightPart),
        ("correction", .correction), ("bounds", .bounds),
        ("as-is", .asIs), ("row", .rung), ("checklist", .checklist),
        ("checklist item", .checklistItem),
        ("goalposts", .goalposts), ("target-range", .targetRange),
        ("distance", .distance), ("target-achievement", .achievement), ("points row", .pointsRow),
        ("min-max", .minMax), ("rank", .rank), ("borda", .borda),
        ("percentile-rank", .percentileRank), ("z-score", .zScore),
        ("fraction-of-max", .fractionOfMax), ("distance-to-reference", .distanceToReference),
        ("distance-to-target", .distanceToTarget),
        ("alternatives", .alternatives), ("weights", .weightAlternatives),
        ("treatment alternatives", .treatmentAlternatives), ("sampling error", .samplingError),
        ("min-max alternative", .spanAlternative), ("rank alternative", .rankAlternative),
        ("percentile-rank alternative", .percentileAlternative),
        ("z-score alternative", .zScoreAlternative),
        ("stages", .stages), ("stage", .stage), ("phrases", .phrases),
        ("decisive rule", .decisive), ("proof gate", .proofGate), ("attained rule", .attained),
        ("presence", .presence), ("presence rule", .presenceRule), ("one-of", .presenceShares),
        ("apparatus", .apparatus), ("thresholds", .thresholds),
        ("test case", .testCase), ("other body", .otherBody), ("expectation", .expected),
    ]

    private let page = Page("language.md")

    @Test(arguments: elements.indices)
    func `every key of an element is explained, and no other`(element: Int) {
        let (name, vocabulary) = Self.elements[element]
        let explained = page.keys(of: name)

        // Those of any element have a table of their own, unless there is more to say.
        let anywhere = Vocabulary.metadata.allSatisfy(vocabulary.keys.contains)
        let keys = anywhere ? explained + Vocabulary.metadata : explained
        #expect(Set(keys) == Set(vocabulary.keys), "\(name)")
        #expect(Set(explained).count == explained.count, "a key of \(name) stands twice")
    }

    @Test func `no element of the vocabulary is left out`() throws {
        let folder = Folders.project.appending(path: "Sources/Methodology/Reading")
        let source = try ["Vocabulary.swift", "Vocabulary+Stages.swift"].map {
            try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }.joined()

        // The indicator's file is told in words: a node without weight and id, with parameters.
        #expect(source.matches(of: /= Vocabulary\(/).count == Self.elements.count + 1)
        #expect(
            Set(Vocabulary.indicatorFile.keys)
                == Set(Vocabulary.node.keys).subtracting(["weight", "id"]).union(["parameters"]))
    }

    @Test func `the keys of any element are explained`() {
        #expect(Set(page.codes(under: "key of any element")) == Set(Vocabulary.metadata))
    }

    @Test func `types, period forms, statuses, roundings and corrections are those there are`() {
        #expect(page.codes(under: "type") == Vocabulary.types)
        #expect(page.codes(under: "form") == PeriodForm.Unit.allCases.map(\.rawValue))
        #expect(page.codes(under: "status") == Plan.Identity.Status.allCases.map(\.rawValue))
        #expect(page.codes(under: "mode") == Rounding.allCases.map(\.rawValue))
        let corrections = page.codes(under: "key of correction").prefix(5)
        #expect(Array(corrections) == Node.Correction.Kind.allCases.map(\.rawValue))
    }

    @Test func `the score rules are those there are`() {
        #expect(page.codes(under: "rule") == Vocabulary.scores)
        #expect(page.codes(under: "rule of conditions") == Vocabulary.conditionRules)
    }

    @Test func `what is not supported yet is listed, and nothing that is`() {
        func words(_ place: String) -> [String] {
            let rows = page.tables.filter { $0.heading.first == "where" }.flatMap(\.rows)
            return rows.filter { $0[0] == place }.flatMap { Page.codes(in: $0[1]) }
        }
        #expect(words("edition") == Vocabulary.edition.later)
        #expect(words("missing rule") == Vocabulary.laterMissing)
        #expect(words("test case") == Vocabulary.expected.later)
    }
}
