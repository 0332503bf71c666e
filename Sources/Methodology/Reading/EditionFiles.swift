internal import Diagnostics
internal import Digest
internal import Domain

/// The files of an edition, read and hashed.
///
/// An edition is a folder (`edition.yaml`, `sources.yaml`, `indicators/…`, `….test.yaml`) or
/// one file.
struct EditionFiles {
    /// By name, parsed.
    private(set) var documents: [String: YAML] = [:]
    /// Every file that is there, whether it could be parsed or not.
    private(set) var names: [String] = []
    /// SHA-256 over names and contents with LF line ends.
    private(set) var hash = ""

    private init() {}

    /// Files that were read before.
    init(documents: [String: YAML]) {
        self.documents = documents
        names = documents.keys.sorted()
    }

    static let main = "edition.yaml"
    /// The most bytes of all files together.
    static let longest = 32 << 20
    /// Where the test cases of the edition as a whole stand.
    static let mainTests = "edition.test.yaml"

    static func read(
        from source: any Source, main: String, log: inout DiagnosticLog
    ) -> EditionFiles? {
        var files = EditionFiles()
        do {
            let names = try Self.names(in: source, main: main)
            guard names.contains(main) else {
                log.error(
                    "edition.absent", at: Place(file: main), "there is no such file",
                    help: "An edition is a folder with \(Self.main) in it, or one .yaml file")
                return nil
            }
            var digest = SHA256()
            var size = 0
            for name in names {
                let bytes = try source.bytes(of: name, limit: YAMLReader.longest)
                size += bytes.count
                guard size <= Self.longest else {
                    log.error(
                        "edition.size", at: Place(file: name),
                        "with this file the edition has more than the \(Self.longest) bytes that "
                            + "are allowed",
                        help: "Take out of the folder what the edition does not need")
                    return nil
                }
                let text = Self.withUnixLineEnds(bytes)
                let role = Self.role(of: name, main: main)
                digest.update(Array("\(role)\n\(text.count)\n".utf8))
                digest.update(text)
                files.names.append(role)
                files.documents[role] = YAMLReader.read(bytes, file: name, log: &log)
            }
            files.hash = digest.hex()
        } catch {
            report(error, log: &log)
            return nil
        }
        return files
    }

    /// The files that are read; those of a folder in its order.
    static func names(in source: any Source, main: String) throws(SourceError) -> [String] {
        try main == Self.main
            ? source.names().filter(isOurs)
            : present([main, tests(of: main)].sorted(), in: source)
    }

    /// The name that a file has in an edition that is a folder.
    static func role(of name: String, main: String) -> String {
        name == main ? Self.main : name == tests(of: main) ? mainTests : name
    }

    /// Those that are there; what else lies in the folder is not looked at.
    private static func present(
        _ names: [String], in source: any Source
    ) throws(SourceError) -> [String] {
        var present: [String] = []
        for name in names {
            do throws(SourceError) {
                _ = try source.open(name)
                present.append(name)
            } catch {
                guard error.reason == .absent else { throw error }
            }
        }
        return present
    }

    private static func report(_ error: SourceError, log: inout DiagnosticLog) {
        let reason: String
        var help = "Check the name and the rights of the file"
        switch error.reason {
        case .tooLarge(let limit):
            log.error(
                "yaml.size", at: Place(file: error.name),
                "the file has more than the \(limit) bytes that are allowed",
                help: "Move indicators into files of their own")
            return
        case .absent: reason = "it is not there any more"
        case .unreadable(let words): reason = words
        case .refused(let words):
            reason = words
            help = "Name the file itself, or put it into the folder of the edition"
        }
        log.error(
            "edition.unreadable", at: Place(file: error.name), "it cannot be read: \(reason)",
            help: help)
    }

    /// The files that belong to an edition's folder; evidence may lie beside them.
    private static func isOurs(_ name: String) -> Bool {
        name == main || name == "sources.yaml"
            || name.hasSuffix(".test.yaml") && !name.contains("/")
            || name.hasPrefix("indicators/") && name.hasSuffix(".yaml")
    }

    /// `edition.test.yaml` for `edition.yaml`.
    private static func tests(of name: String) -> String {
        (name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name) + ".test.yaml"
    }

    private static func withUnixLineEnds(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            if byte == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { continue }
            result.append(byte)
        }
        return result
    }
}
