internal import Diagnostics
internal import Domain
internal import Methodology

extension FuzzSubject {
    /// The YAML of an edition in one file; after a line `%%` its test cases.
    public static let edition = FuzzSubject(name: "edition") { bytes in
        let parts = bytes.cut(at: Array("\n%%\n".utf8))
        var files = ["edition.yaml": parts[0]]
        if parts.count > 1 { files["edition.test.yaml"] = parts[1] }
        let (plan, log) = EditionReader.read(from: MemorySource(bytes: files))
        precondition((plan == nil) == log.hasErrors, "an edition is read or refused")
    }
}
