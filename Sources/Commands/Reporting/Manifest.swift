/// What a report is and what it is made of: the file that is written last, and that `verify`
/// reads.
package struct Manifest: Hashable, Sendable {
    /// Its name within the report.
    static let file = "manifest.json"
    /// The name of what stands in its place while files are written.
    static let unfinished = "manifest.unfinished.json"
    /// The version of its form.
    static let form = 1
    /// The most files of a report.
    static let mostFiles = 2_000_000

    /// The version of the program that wrote the report.
    let program: String
    /// The command that makes the same.
    let command: String
    /// What was asked for.
    let task: ReportTask
    /// What it rests on, by edition.
    let grounds: [Ground]
    /// Everything but the manifest itself, by name.
    let files: [Entry]

    /// An edition, and what was handed in for it.
    struct Ground: Hashable, Sendable {
        /// As in `teaching/2025`.
        let edition: String
        /// The hash of its files.
        let editionHash: String
        /// The hash of what was handed in; `nil` where nothing was.
        let evidenceHash: String?
        /// What was handed in, by file.
        let evidence: [EvidenceFile]
    }

    /// A file of what was handed in.
    struct EvidenceFile: Hashable, Sendable {
        let name: String
        let hash: String
    }

    /// A file of the report.
    struct Entry: Hashable, Sendable {
        /// Its name within the report.
        let name: String
        /// In bytes.
        let size: Int
        /// Of its bytes.
        let sha256: String
    }
}
