internal import Diagnostics
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Pages
internal import Scoring

/// Measures that are taken together, by their ids.
struct ChosenMeasures {
    private let catalogue: Catalogue
    /// Sorted positions.
    let positions: [Int]

    /// Looks measures up.
    ///
    /// - Throws: ``Refusal`` for one that is not there or cannot be chosen, and where one of two
    ///   that exclude each other, or not all that are needed, are among them.
    init(ids: [String], _ catalogue: Catalogue) throws(Refusal) {
        self.catalogue = catalogue
        let all = catalogue.measures.map(\.measure.id)
        var positions: Set<Int> = []
        for id in ids {
            guard let position = all.firstIndex(of: id) else {
                throw Self.unknown(id, catalogue)
            }
            positions.insert(position)
        }
        self.positions = positions.sorted()
        for position in self.positions {
            let choice = catalogue.measures[position]
            if let lacking = choice.needs.first(where: { !positions.contains($0) }) {
                throw Refusal(
                    .wrongCommand, "measures.needs",
                    "\(choice.measure.id) needs \(all[lacking]), which is not among --measures",
                    help: "Add \(all[lacking])")
            }
            if let other = choice.excludes.first(where: positions.contains) {
                throw Refusal(
                    .wrongCommand, "measures.excludes",
                    "\(choice.measure.id) and \(all[other]) exclude each other",
                    help: "Leave one of them out")
            }
        }
    }

    /// Sorted positions that were chosen already.
    init(_ positions: [Int], _ catalogue: Catalogue) {
        self.positions = positions
        self.catalogue = catalogue
    }

    private static func unknown(_ id: String, _ catalogue: Catalogue) -> Refusal {
        let known = catalogue.assessment.evidence.measures.map(\.id)
        guard !known.isEmpty else { return .noMeasures(catalogue.assessment.evidence) }
        if let left = catalogue.leftOut.first(where: { $0.measure.id == id }) {
            let words = ImprovementWording(catalogue, nil, Wording(catalogue.assessment))
            return Refusal(
                .wrongCommand, "measures.left-out",
                "\(id) cannot be chosen. \(words.leftOut(id: id, left.reason).asSentence.plain)",
                help: "Leave it out")
        }
        return Refusal(
            .wrongCommand, "measures.id", "there is no measure \"\(id)\"",
            help: Nearest.word(to: id, among: known).map { "Did you mean \"\($0)\"?" }
                ?? "There are \(Words.some(known, atMost: 20))")
    }

    /// The values that the measures lead to.
    var values: [SupposedValue] { catalogue.values(positions) }

    /// The ids of measures that do nothing for some bodies, which have no value that they change,
    /// with these bodies.
    var withoutValue: [(id: String, bodies: [Int])] {
        positions.map { catalogue.measures[$0] }.filter { !$0.withoutValue.isEmpty }.map { choice in
            (
                choice.measure.id,
                choice.withoutValue.map { catalogue.assessment.body(of: $0) }.sorted()
            )
        }
    }

    /// The ids of the measures that act on a value.
    func by(_ value: SupposedValue) -> [String] {
        positions.map { catalogue.measures[$0] }.filter { choice in
            choice.actions.contains { $0.unit == value.unit && $0.subject == value.subject }
        }.map(\.measure.id)
    }
}

extension Refusal {
    /// There is nothing to choose from.
    static func noMeasures(_ evidence: Evidence) -> Refusal {
        if let file = evidence.measuresFile {
            return Refusal(
                .wrongInput, "measures.none", "the table of measures \"\(file)\" has no rows",
                help: "Write a row for each value that a measure changes; docs/evidence.md says "
                    + "which columns it has")
        }
        return Refusal(
            .wrongInput, "measures.none", "no measures were handed in",
            help: "Write a table of measures and name it in datapackage.json with the role "
                + "\"measures\"; docs/evidence.md says which columns it has")
    }
}
