internal import Diagnostics
internal import Domain

/// Looks at what measures need and exclude: measures that are there, no ring, no contradiction.
struct MeasureLinks {
    /// The rows in which measures say something, by id and heading.
    struct Rows {
        let file: String
        private var rows: [String: [String: Int]] = [:]

        init(file: String) { self.file = file }

        mutating func add(_ measure: String, _ heading: String, _ row: Int) {
            if rows[measure]?[heading] == nil { rows[measure, default: [:]][heading] = row }
        }

        func place(_ measure: Measure, _ heading: String) -> Place {
            Place(file: file, row: rows[measure.id]?[heading] ?? measure.row, field: heading)
        }
    }

    private let measures: [Measure]
    /// The ids of all measures, also of those that were refused.
    private let names: Set<String>
    private let rows: Rows

    /// - Parameters:
    ///   - measures: By id.
    ///   - names: The ids of all measures, also of those that were refused.
    ///   - rows: Where they say what they need and exclude.
    init(_ measures: [Measure], names: Set<String>, rows: Rows) {
        self.measures = measures
        self.names = names
        self.rows = rows
    }

    func check(_ log: inout DiagnosticLog) {
        var suggester = Suggester()
        let sorted = names.sorted()
        for measure in measures.sorted(by: { $0.row < $1.row }) {
            for (heading, ids) in [("needs", measure.needs), ("excludes", measure.excludes)] {
                for id in ids where id == measure.id || !names.contains(id) {
                    let isItself = id == measure.id
                    log.error(
                        isItself ? "measure.itself" : "measure.unknown",
                        at: rows.place(measure, heading),
                        isItself
                            ? "the measure \(id) names itself" : "there is no measure \(seen(id))",
                        help: isItself
                            ? "Name other measures only"
                            : suggester.help(
                                for: id, among: sorted,
                                otherwise: "Write the id of a measure of the file"))
                }
            }
            for id in measure.needs where measure.excludes.contains(id) {
                log.error(
                    "measure.contradiction", at: rows.place(measure, "excludes"),
                    "the measure \(measure.id) needs \(id) and excludes it",
                    help: "Take it out of one of the two lists")
            }
        }
        tellRings(&log)
    }

    /// Measures that need one another, as a ring that begins with the id that comes first.
    private func tellRings(_ log: inout DiagnosticLog) {
        for ring in rings() {
            let first = ring.indices.min { measures[ring[$0]].id < measures[ring[$1]].id } ?? 0
            let turned = ring[first...] + ring[..<first]
            let ids = turned.map { measures[$0].id }
            let shown = ids.count > 12 ? ids.prefix(12) + ["… \(ids.count - 12) more …"] : ids[...]
            log.error(
                "measure.ring", at: rows.place(measures[ring[first]], "needs"),
                "measures need one another in a ring: "
                    + (shown + [ids[0]]).joined(separator: " → "),
                help: "Take one of them out of the needs of the one before it")
        }
    }

    /// Positions of measures each of which needs the next, and the last the first; of each knot of
    /// rings at least one.
    private func rings() -> [[Int]] {
        let positions = Dictionary(
            measures.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var rings: [[Int]] = []
        var isDone = Array(repeating: false, count: measures.count)
        // Where each stands on the way from the start; no recursion, since a way may be long.
        var depths = [Int?](repeating: nil, count: measures.count)
        for start in measures.indices where !isDone[start] {
            var way: [(measure: Int, next: Int)] = [(start, 0)]
            depths[start] = 0
            while let last = way.last {
                let needs = measures[last.measure].needs
                guard last.next < needs.count else {
                    isDone[last.measure] = true
                    depths[last.measure] = nil
                    way.removeLast()
                    continue
                }
                way[way.count - 1].next += 1
                guard let need = positions[needs[last.next]], need != last.measure, !isDone[need]
                else { continue }
                if let depth = depths[need] {
                    rings.append(way[depth...].map(\.measure))
                } else {
                    depths[need] = way.count
                    way.append((need, 0))
                }
            }
        }
        return rings
    }
}
