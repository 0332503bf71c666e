package import Diagnostics
package import Domain

/// What is wrong with the files of one folder.
package struct Complaint: Sendable {
    /// What was found; places are relative to the folder.
    package let log: DiagnosticLog
    /// How many were counted without being held.
    package let omitted: Int
    /// What stands before the names of files, as in `examples/teaching/`; may be empty.
    package let prefix: String
    /// The folder, to show the lines that are spoken of; `nil` where there is none.
    package let source: (any Source)?

    /// What is wrong with the files of a folder.
    package init(_ log: DiagnosticLog, prefix: String = "", source: (any Source)? = nil) {
        self.init(log, omitted: log.omitted, prefix: prefix, source: source)
    }

    private init(_ log: DiagnosticLog, omitted: Int, prefix: String, source: (any Source)?) {
        self.log = log
        self.omitted = omitted
        self.prefix = prefix
        self.source = source
    }

    /// One diagnostic about a file of a folder.
    init(_ diagnostic: Diagnostic, prefix: String, source: any Source) {
        var log = DiagnosticLog()
        log.add(diagnostic)
        self.init(log, prefix: prefix, source: source)
    }

    /// One error that lies in the command itself.
    package init(_ code: String, _ what: String, help: String) {
        var log = DiagnosticLog()
        log.error(code, at: nil, what, help: help)
        self.init(log)
    }

    /// The same without what others told of the same folder.
    func without(_ others: [Complaint]) -> Complaint {
        let told = Set(others.filter { $0.prefix == prefix }.flatMap(\.log.entries))
        var rest = DiagnosticLog()
        for entry in log.entries where !told.contains(entry) { rest.add(entry) }
        return Complaint(rest, omitted: omitted, prefix: prefix, source: source)
    }

    /// The same with warnings as errors.
    var strict: Complaint {
        var strict = DiagnosticLog()
        for entry in log.entries { strict.add(entry.asError) }
        return Complaint(strict, omitted: omitted, prefix: prefix, source: source)
    }
}

/// Why a command does nothing.
package struct Refusal: Error {
    /// What the process ends with.
    package let status: ExitStatus
    /// Everything that is wrong.
    package let complaints: [Complaint]

    /// Why a command does nothing.
    package init(_ status: ExitStatus, _ complaints: [Complaint]) {
        self.status = status
        self.complaints = complaints
    }

    /// One error.
    package init(_ status: ExitStatus, _ code: String, _ what: String, help: String) {
        self.init(status, [Complaint(code, what, help: help)])
    }

    /// Errors in what was handed in; *missing* when something is absent and nothing else wrong.
    package init(input complaints: [Complaint]) {
        let errors = complaints.flatMap(\.log.entries).filter { $0.severity == .error }
        let isAbsent = !errors.isEmpty && errors.allSatisfy { Self.absent.contains($0.code) }
        self.init(isAbsent ? .missing : .wrongInput, complaints)
    }

    private static let absent: Set<String> = [
        "edition.absent", "package.absent", "package.missing-file", "file.absent",
    ]
}
