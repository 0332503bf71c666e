internal import Diagnostics
internal import Domain

/// Why a file cannot be read any further.
struct FileProblem: Error {
    let code: String
    /// The row as a spreadsheet shows it; `nil` where the whole file is meant.
    let row: Int?
    let what: String
    let help: String

    init(_ code: String, row: Int? = nil, _ what: String, help: String) {
        self.code = code
        self.row = row
        self.what = what
        self.help = help
    }

    init(_ error: SourceError) {
        switch error.reason {
        case .absent:
            self.init("file.absent", "there is no such file", help: "Check the path")
        case .unreadable(let words):
            self.init(
                "file.unreadable", "the file cannot be read: \(words)",
                help: "Check that it is there and may be read")
        case .refused(let words):
            self.init(
                "file.refused", "the file is not read: \(words)",
                help: "Put the file itself into the folder of the data package")
        case .tooLarge(let limit):
            self.init(
                "file.size", "the file has more than \(limit) bytes", help: "Split it")
        }
    }

    func diagnostic(in file: String) -> Diagnostic {
        let place = row.map { Place(file: file, row: $0, field: nil) } ?? Place(file: file)
        return Diagnostic(.error, code, at: place, what, help: help)
    }
}
