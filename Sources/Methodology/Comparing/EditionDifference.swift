public import Diagnostics
public import Domain

/// An edition that was read, with its text to be compared.
public struct EditionText: Sendable {
    /// What it was compiled into.
    public let plan: Plan
    let document: EditionDocument

    /// Reads the edition in a folder, or in one file of it.
    ///
    /// - Returns: As ``EditionReader/read(from:main:)``; `nil` when there are errors.
    public static func read(
        from source: any Source, main: String = "edition.yaml"
    ) -> (edition: EditionText?, log: DiagnosticLog) {
        var log = DiagnosticLog()
        guard let files = EditionFiles.read(from: source, main: main, log: &log) else {
            return (nil, log)
        }
        let (plan, found) = EditionReader.read(files, log)
        guard let plan, let document = EditionDocument(files) else { return (nil, found) }
        return (EditionText(plan: plan, document: document), found)
    }
}

/// What differs between two editions, by meaning.
///
/// Comments, quotes, the order of keys, the layout of files and the spelling of numbers and
/// formulas mean nothing. Test cases are not compared: they change no figure.
public struct EditionDifference: Sendable {
    /// The edition that is compared from.
    public let old: Plan
    /// The edition that is compared to.
    public let new: Plan
    /// What differs, in the order of the new edition's text; what is gone stands where it stood.
    public let changes: [Change]
    /// Positions of the changes in the order in which they are told: by topic, then by text.
    public let told: [Int]
    private let versions: TwoVersions
    private let repeated: Set<String>

    /// Compares two editions.
    public init(from old: EditionText, to new: EditionText) {
        self.old = old.plan
        self.new = new.plan
        (versions, changes) = Comparer.compare(old.document.root, new.document.root)
        let changes = changes
        told = Change.Topic.allCases.flatMap { topic in
            changes.indices.filter { changes[$0].topic == topic }
        }
        repeated = old.document.repeated.union(new.document.repeated)
    }

    /// The old edition with some of the changes made.
    ///
    /// - Parameter changes: Their positions.
    /// - Returns: `nil` when what comes out cannot be read: the changes need others.
    public func plan(with changes: Set<Int>) -> Plan? {
        guard let document = versions.document(with: changes) else { return nil }
        let files = EditionFiles(joined: document)
        return EditionReader.read(files, DiagnosticLog(), repeated: repeated, isTrial: true).plan
    }
}
