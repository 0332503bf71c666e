internal import Diagnostics
internal import Domain

/// Finds measures that can never be taken, because of them and what they need two exclude each
/// other.
struct MeasureConflicts {
    private let measures: [Measure]
    /// By position, the positions that each measure names.
    private let needs: [[Int]]
    private let excludes: [[Int]]

    init(_ measures: [Measure]) {
        self.measures = measures
        let positions = Dictionary(
            measures.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        needs = measures.map { $0.needs.compactMap { positions[$0] } }
        excludes = measures.map { $0.excludes.compactMap { positions[$0] } }
    }

    /// Warns of each; what needs one of them is not told again.
    func check(_ rows: MeasureLinks.Rows, _ log: inout DiagnosticLog) {
        let conflicts = measures.indices.map(conflict)
        for (position, pair) in conflicts.enumerated() {
            guard let pair, !needs[position].contains(where: { conflicts[$0] != nil }),
                // That is an error.
                !needs[position].contains(where: excludes[position].contains)
            else { continue }
            let measure = measures[position]
            let needed = [pair.excluding, pair.excluded].filter { $0 != position }
                .map { measures[$0].id }
            let excluding = rows.place(measures[pair.excluding], "excludes")
            log.warning(
                "measure.never", at: rows.place(measure, "needs"),
                "the measure \(measure.id) can never be taken: it needs "
                    + needed.joined(separator: " and ")
                    + (needed.count == 1
                        ? ", and the two exclude each other" : ", which exclude each other"),
                help: "Take \(needed.joined(separator: " or ")) out of needs, or "
                    + "\(measures[pair.excluded].id) out of excludes in row "
                    + "\(excluding.line ?? measure.row)")
        }
    }

    /// Two that exclude each other, of a measure and all that it needs.
    private func conflict(of measure: Int) -> (excluding: Int, excluded: Int)? {
        guard !needs[measure].isEmpty else { return nil }
        var isTaken = Array(repeating: false, count: measures.count)
        var taken = [measure]
        isTaken[measure] = true
        var next = 0
        while next < taken.count {
            for need in needs[taken[next]] where !isTaken[need] {
                isTaken[need] = true
                taken.append(need)
            }
            next += 1
        }
        for one in taken {
            if let other = excludes[one].first(where: { $0 != one && isTaken[$0] }) {
                return (one, other)
            }
        }
        return nil
    }
}
