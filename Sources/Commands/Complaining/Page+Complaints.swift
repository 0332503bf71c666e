internal import Diagnostics

extension Page {
    /// Adds every diagnostic as `file:line:column: error: … — help: …`, then how many there are.
    ///
    /// - Parameters:
    ///   - complaints: What is wrong, folder by folder.
    ///   - hasExcerpts: Whether the line spoken of stands beneath, with a caret.
    package mutating func complaints(_ complaints: [Complaint], hasExcerpts: Bool) {
        for complaint in complaints {
            var excerpt = hasExcerpts ? complaint.source.map { Excerpt($0) } : nil
            for diagnostic in complaint.log.entries {
                line(Self.spans(diagnostic, complaint.prefix))
                for shown in excerpt?.lines(at: diagnostic.place) ?? [] { line(shown) }
            }
        }
        if let tally = Self.tally(complaints) { line(tally) }
    }

    /// The text of ``Diagnostic/description`` with the folder before the file.
    static func spans(_ diagnostic: Diagnostic, _ prefix: String) -> [Span] {
        let place = diagnostic.place.map { "\(prefix)\($0): " } ?? ""
        let node = diagnostic.node.map { " (node \($0))" } ?? ""
        return [
            Span(place, .heading),
            Span("\(diagnostic.severity.rawValue):", diagnostic.severity.style),
            Span(" \(diagnostic.what)\(node) — help: \(diagnostic.help)"),
        ]
    }

    /// As in `3 errors, 1 warning; 120 more of the same kinds are not shown`; `nil` for
    /// a single one.
    static func tally(_ complaints: [Complaint]) -> String? {
        let entries = complaints.flatMap(\.log.entries)
        let omitted = complaints.reduce(0) { $0 + $1.omitted }
        let errors = entries.count { $0.severity == .error }
        let counts = [counted(errors, "error"), counted(entries.count - errors, "warning")]
        guard entries.count > 1 || omitted > 0 else { return nil }
        let shown = counts.compactMap { $0 }.joined(separator: ", ")
        return omitted == 0
            ? shown : "\(shown); \(omitted) more of the same kinds are not shown"
    }

    private static func counted(_ count: Int, _ word: String) -> String? {
        count == 0 ? nil : Words.counted(count, word)
    }
}

extension Diagnostic.Severity {
    fileprivate var style: Style {
        switch self {
        case .error: .error
        case .warning: .warning
        }
    }
}
