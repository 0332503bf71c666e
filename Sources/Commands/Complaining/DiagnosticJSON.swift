internal import Diagnostics
internal import JSON

/// Diagnostics for programs.
enum DiagnosticJSON {
    /// A list of `severity, code, file, line, column, field, node, what, help`.
    ///
    /// What is absent is null. Where some were only counted, the last one says how many.
    static func document(_ complaints: [Complaint]) -> JSON {
        var entries = complaints.flatMap { complaint in
            complaint.log.entries.map { entry($0, complaint.prefix) }
        }
        let omitted = complaints.reduce(0) { $0 + $1.omitted }
        if omitted > 0 {
            let more = Diagnostic(
                .error, "diagnostics.omitted", at: nil,
                "\(omitted) more of the same are not listed", help: "Mend these first")
            entries.append(entry(more, ""))
        }
        return .list(entries)
    }

    private static func entry(_ diagnostic: Diagnostic, _ prefix: String) -> JSON {
        let place = diagnostic.place
        let field = place?.field.flatMap { $0.isEmpty ? nil : $0 }
        return .object([
            JSON.Member("severity", .text(diagnostic.severity.rawValue)),
            JSON.Member("code", .text(diagnostic.code)),
            JSON.Member("file", JSON(place.map { prefix + $0.file })),
            JSON.Member("line", JSON(place?.line)),
            JSON.Member("column", JSON(place?.column)),
            JSON.Member("field", JSON(field)),
            JSON.Member("node", JSON(diagnostic.node)),
            JSON.Member("what", .text(diagnostic.what)),
            JSON.Member("help", .text(diagnostic.help)),
        ])
    }
}
