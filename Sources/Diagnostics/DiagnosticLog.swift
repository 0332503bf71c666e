/// Collects everything that is wrong, so that all of it is told at once.
///
/// A file with a million bad rows must not fill the memory: of each code the first
/// ``kept`` are held whole, the rest are counted.
public struct DiagnosticLog: Sendable {
    /// How many diagnostics of one code are held unless said otherwise.
    public static let kept = 200

    /// How many diagnostics of one code are held.
    public let limit: Int
    /// The rows of tables whose errors are only counted, by file, where they are asked for.
    package private(set) var countedRows: [String: Set<Int>] = [:]
    private let marksRows: Bool

    /// In the order in which they were added.
    public private(set) var entries: [Diagnostic] = []
    /// Of each code, how many were added in all.
    public private(set) var counts: [String: Int] = [:]
    /// How many were added in all.
    public private(set) var total = 0
    /// Whether any of them is an error, held or only counted.
    public private(set) var hasErrors = false

    /// An empty log.
    public init() {
        limit = Self.kept
        marksRows = false
    }

    /// An empty log that holds so many of each code, and marks the rows of further errors.
    package init(keeping limit: Int) {
        self.limit = limit
        marksRows = true
    }

    /// Adds one.
    public mutating func add(_ diagnostic: Diagnostic) {
        if diagnostic.severity == .error { hasErrors = true }
        total += 1
        counts[diagnostic.code, default: 0] += 1
        guard counts[diagnostic.code, default: 0] > limit else {
            entries.append(diagnostic)
            return
        }
        if marksRows, diagnostic.severity == .error, let place = diagnostic.place,
            place.isInTable, let row = place.line
        {
            countedRows[place.file, default: []].insert(row)
        }
    }

    /// Adds an error from its parts.
    public mutating func error(
        _ code: String, at place: Place?, node: String? = nil, _ what: String, help: String
    ) {
        add(Diagnostic(.error, code, at: place, node: node, what, help: help))
    }

    /// Adds a warning from its parts.
    public mutating func warning(
        _ code: String, at place: Place?, node: String? = nil, _ what: String, help: String
    ) {
        add(Diagnostic(.warning, code, at: place, node: node, what, help: help))
    }

    /// Adds all of another log, with what it only counted.
    public mutating func add(_ other: DiagnosticLog) {
        for entry in other.entries { add(entry) }
        for (code, count) in other.counts {
            let held = other.entries.count { $0.code == code }
            counts[code, default: 0] += count - held
            total += count - held
        }
        if other.hasErrors { hasErrors = true }
        for (file, rows) in other.countedRows { countedRows[file, default: []].formUnion(rows) }
    }

    /// The same counts with what is held in another order.
    func reordered(_ entries: [Diagnostic]) -> DiagnosticLog {
        var log = self
        log.entries = entries
        return log
    }

    /// The same at other places.
    package func moved(_ place: (Place) -> Place) -> DiagnosticLog {
        reordered(
            entries.map { entry in
                Diagnostic(
                    entry.severity, entry.code, at: entry.place.map(place), node: entry.node,
                    entry.what, help: entry.help)
            })
    }

    /// How many were counted without being held.
    public var omitted: Int { total - entries.count }
}
