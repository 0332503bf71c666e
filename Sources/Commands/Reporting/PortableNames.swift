internal import Diagnostics
internal import Domain

/// Whether a report can be copied to where files cannot have all names that they have here.
///
/// Bodies whose ids differ in nothing but the case of letters are refused when they are read.
struct PortableNames {
    /// Ids of bodies, each once; files are called so.
    let bodies: [String]
    /// Ids of editions, where folders are called so.
    let editions: [String]

    /// A warning of the names that cannot be held everywhere; the report is written.
    var complaints: [Complaint] {
        let ids = (bodies + editions).filter(Self.isDevice) + editions.filter { $0.last == "." }
        guard !ids.isEmpty else { return [] }
        var log = DiagnosticLog()
        log.warning(
            "report.names", at: nil,
            "Windows holds no file or folder with the name: \(Words.some(ids))",
            help: "Give them other ids if the report is to be copied there as files")
        return [Complaint(log)]
    }

    /// Whether a name is that of a device, as `con` and `Com1.x`.
    ///
    /// - Source: Microsoft, Naming Files, Paths, and Namespaces, "Naming Conventions".
    static func isDevice(_ id: String) -> Bool {
        let name = id.prefix { $0 != "." }.lowercased()
        switch name {
        case "con", "prn", "aux", "nul": return true
        default: break
        }
        guard name.count == 4, name.hasPrefix("com") || name.hasPrefix("lpt") else { return false }
        return name.last.map { ("0"..."9").contains($0) } ?? false
    }
}
