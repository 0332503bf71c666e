internal import Diagnostics

/// Why a cell of a table of measures is refused.
struct RefusedCell: Error {
    let code: String
    let what: String
    let help: String

    init(_ code: String, _ what: String, help: String) {
        self.code = code
        self.what = what
        self.help = help
    }

    func tell(at place: Place, _ log: inout DiagnosticLog) {
        log.error(code, at: place, what, help: help)
    }
}
