/// The methodologies that come with the program.
public enum Shipped {
    /// Every edition, by methodology and then by edition.
    public static let methodologies: [ShippedEdition] = editions(in: Texts.all)

    /// The page that explains the language, `docs/language.md`.
    public static var languagePage: String {
        Texts.all.first { $0.path == "docs/language.md" }?.text ?? ""
    }

    /// The files of an edition.
    ///
    /// - Parameter edition: Methodology and edition, as in `ca-service-maf/2023-24`.
    /// - Returns: Texts by their names relative to the edition's folder, as in
    ///   `indicators/maf1.yaml`; `nil` when no such edition comes with the program.
    public static func files(of edition: String) -> [String: String]? {
        methodologies.first { $0.name == edition }?.files
    }
}

/// One edition with its files, not read yet.
public struct ShippedEdition: Hashable, Sendable {
    /// The methodology's identifier.
    public let methodology: String
    /// The edition's identifier within it.
    public let edition: String
    /// Texts by their names relative to the edition's folder, with `/` between parts.
    public let files: [String: String]

    /// Both identifiers as people write them, as in `ca-service-maf/2023-24`.
    public var name: String { "\(methodology)/\(edition)" }
}

/// Sorts texts into editions by their paths `methodologies/<methodology>/<edition>/<file>`.
///
/// A file that lies higher, such as a methodology's changelog, belongs to no edition.
func editions(in texts: [(path: String, text: String)]) -> [ShippedEdition] {
    var files: [[Substring]: [String: String]] = [:]
    for (path, text) in texts {
        let parts = path.split(separator: "/", maxSplits: 3)
        guard parts.count == 4, parts[0] == "methodologies" else { continue }
        files[Array(parts[1...2]), default: [:]][String(parts[3])] = text
    }
    return files.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, files in
        ShippedEdition(methodology: String(key[0]), edition: String(key[1]), files: files)
    }
}
