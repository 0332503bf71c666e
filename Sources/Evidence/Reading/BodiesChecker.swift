internal import Diagnostics
internal import Domain

/// Looks at bodies together: ids that repeat, parents and predecessors that are not there,
/// parents that lead in a ring.
struct BodiesChecker {
    private let file: String
    private let entries: [BodiesReader.Entry]
    private let ids: [String]
    private var first: [String: Int] = [:]
    private var suggester = Suggester()
    private var log: DiagnosticLog

    /// - Parameters:
    ///   - entries: In the order of their file.
    ///   - file: Its name.
    ///   - own: An empty log that holds as much as is wanted.
    ///   - log: Takes what is wrong.
    /// - Returns: The bodies in the order of their file.
    static func bodies(
        _ entries: [BodiesReader.Entry], file: String, log own: DiagnosticLog = DiagnosticLog(),
        _ log: inout DiagnosticLog
    ) -> [Body] {
        var checker = BodiesChecker(file: file, entries: entries, own)
        checker.checkIds()
        let referring = entries.filter { $0.body.parent != nil || !$0.body.predecessors.isEmpty }
        for entry in referring { checker.checkReferences(entry) }
        if !referring.isEmpty { checker.checkRings() }
        log.add(checker.log)
        return entries.map(\.body)
    }

    private init(file: String, entries: [BodiesReader.Entry], _ log: DiagnosticLog) {
        self.log = log
        self.file = file
        self.entries = entries
        ids = entries.map(\.body.id)
    }

    private mutating func checkIds() {
        first = Dictionary(
            ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        // Ids without capitals differ in more than case, and mostly nothing repeats.
        guard first.count < ids.count || ids.contains(where: Self.hasCapitals) else { return }
        var folded: [String: Int] = [:]
        for (position, entry) in entries.enumerated() {
            let place = Place(file: file, row: entry.row, field: "id")
            let lowered = entry.body.id.lowercased()
            if let earlier = first[entry.body.id], earlier < position {
                log.error(
                    "bodies.repeated", at: place,
                    "the body \(entry.body.id) stands twice; first in row \(entries[earlier].row)",
                    help: "Keep one of the two rows, or give the other body an id of its own")
            } else if let earlier = folded[lowered] {
                log.error(
                    "bodies.case", at: place,
                    "\(entry.body.id) differs from \(ids[earlier]) in row \(entries[earlier].row) "
                        + "only in the case of its letters",
                    help: "Give one of them another id")
            }
            if folded[lowered] == nil { folded[lowered] = position }
        }
    }

    private static func hasCapitals(_ id: String) -> Bool {
        id.utf8.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }

    private mutating func checkReferences(_ entry: BodiesReader.Entry) {
        let parent = entry.body.parent.map { [($0, "parent")] } ?? []
        for (id, heading) in parent + entry.body.predecessors.map({ ($0, "predecessors") }) {
            let place = Place(file: file, row: entry.row, field: heading)
            if id == entry.body.id {
                log.error(
                    "bodies.itself", at: place, "\(id) names itself",
                    help: "Name another body or leave the cell blank")
            } else if first[id] == nil {
                log.error(
                    "bodies.unknown", at: place, "there is no body \(seen(id))",
                    help: suggester.help(
                        for: id, among: ids,
                        otherwise: "Add it to the file, or leave the cell blank"))
            }
        }
    }

    /// Follows parents upwards from every body, each body once.
    private mutating func checkRings() {
        /// The walk on which a body was met first.
        var walks = [Int?](repeating: nil, count: entries.count)
        for start in entries.indices {
            var walk: [Int] = []
            var current = start
            while walks[current] == nil {
                walks[current] = start
                walk.append(current)
                guard let parent = entries[current].body.parent, let next = first[parent],
                    next != current
                else { break }
                current = next
                if walks[current] == start, let ring = walk.firstIndex(of: current) {
                    tellRing(walk[ring...].map { $0 })
                    break
                }
            }
        }
    }

    private mutating func tellRing(_ ring: [Int]) {
        let all = (ring + [ring[0]]).map { ids[$0] }
        // A long ring is named by its beginning and its end.
        let shown = all.count <= 12 ? all : all.prefix(8) + ["…"] + all.suffix(2)
        log.error(
            "bodies.ring", at: Place(file: file, row: entries[ring[0]].row, field: "parent"),
            "the parents lead in a ring: " + shown.joined(separator: " → "),
            help: "Leave the parent of one of them blank")
    }
}
