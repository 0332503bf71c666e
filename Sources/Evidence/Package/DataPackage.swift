public import Diagnostics
public import Domain

/// The descriptor of a workspace: a Frictionless Data Package with our keys under `apparatus`.
///
///     "apparatus": {
///       "methodology": "ca-service-maf/2023-24",     or a list, whose first is the workspace's own
///       "status": "published",
///       "owner": false,
///       "source": "…", "proof": "…",
///       "markers": {"not-applicable": ["NA"], "no-data": ["ND"], "withheld": ["X"]}
///     }
///
/// A resource's own `apparatus` says what its table holds:
///
///     {"role": "bodies"}
///     {"role": "inputs", "shape": "wide"}          or "long"
///     {"role": "records", "table": "services"}
///     {"role": "fields", "table": "services"}      further fields of those records
///     {"role": "decisions"}
///     {"role": "reforms"}
///     {"role": "other"}                            not read
///
/// and may say `status`, `source`, `proof`, `markers` for itself, and `ignore`, a list of
/// headings that are left out. How a foreign file is written, and which of its columns and rows
/// are read, is said by further keys: see docs/evidence.md. Frictionless keys that are not used here are accepted.
///
/// - Source: Frictionless Data Package, specs.frictionlessdata.io (2017, version 1).
public struct DataPackage: Sendable {
    /// The name of the descriptor within the workspace.
    public static let file = "datapackage.json"

    /// A publication that the data come from, or a licence they stand under.
    public struct Link: Hashable, Sendable {
        /// What it is called; for a licence without a title its name.
        public let title: String?
        /// Its address, as written.
        public let path: String?
    }

    /// Which rules the evidence is for.
    public enum Methodology: Hashable, Sendable {
        /// An edition that comes with the program, as in `ca-service-maf` and `2023-24`; without
        /// an edition all of the methodology.
        case shipped(methodology: String, edition: String?)
        /// A folder or a YAML file of the workspace, without `./` before it; a folder holds one
        /// edition, or editions in folders of their own.
        case inWorkspace(String)
    }

    /// A file that is read.
    public struct Resource: Sendable {
        /// What its table holds.
        public enum Role: Hashable, Sendable {
            case bodies
            /// One row for a body and period, a column for each input.
            case wideInputs
            /// One row for each value.
            case longInputs
            /// The records of the table with that id.
            case records(String)
            /// Further fields of the records of the table with that id.
            case fields(String)
            /// One row for each decision about an input or a node.
            case decisions
            /// One row for each measure of a reform.
            case reforms
            /// One row for each value that a measure changes, by which bodies can improve.
            case measures
            /// One row for each measure that somebody decided to take.
            case plan
        }

        /// Its name in the package.
        public let name: String
        /// Its file within the workspace.
        public let path: String
        /// What its table holds.
        public let role: Role
        /// Where it stands in the descriptor.
        public let place: Place
        /// What holds for values that do not say so themselves.
        public let provenance: Provenance
        /// Headings that are left out.
        public let ignored: [String]
        /// How its file is written, and what of it is read.
        let form: FileForm
    }

    /// The package's name; `nil` when it has none.
    public let name: String?
    /// The package's title; `nil` when it has none.
    public let title: String?
    /// What it stands under.
    public let licenses: [Link]
    /// Where the data come from.
    public let sources: [Link]
    /// Which rules the evidence is for: the first of ``methodologies``.
    public let methodology: Methodology
    /// Where that is said.
    public let methodologyPlace: Place
    /// All rules that the evidence is for, each with its place; the first are the workspace's own.
    public let methodologies: [(methodology: Methodology, place: Place)]
    /// How far values have been checked that do not say so themselves.
    public let status: EvidenceStatus
    /// Whether the package is the methodology owner's own, without which nothing is official.
    public let isOwner: Bool
    /// What is read, in the order of the descriptor.
    public internal(set) var resources: [Resource]
    /// The SHA-256 of the descriptor's bytes.
    public let hash: String

    /// Reads the descriptor of a workspace and looks whether its files are there.
    ///
    /// - Returns: The package, `nil` when there are errors, and everything that is wrong.
    public static func read(
        from source: any Source
    ) -> (package: DataPackage?, log: DiagnosticLog) {
        var reader = DataPackageReader(source)
        let package = reader.read()
        return (reader.log.hasErrors ? nil : package, reader.log)
    }
}
