/// What is wrong with a file, and where, as the build prints it.
package struct BuildError: Error, CustomStringConvertible {
    /// The file.
    package let path: String
    /// The line, counted from 1, when there is one.
    package let line: Int?
    /// What is wrong.
    package let what: String
    /// What to do.
    package let fix: String

    /// A mistake at a place.
    package init(path: String, line: Int? = nil, what: String, fix: String) {
        self.path = path
        self.line = line
        self.what = what
        self.fix = fix
    }

    /// One line that compilers' readers know how to open.
    package var description: String {
        let place = line.map { "\(path):\($0)" } ?? path
        return "\(place): error: \(what) — help: \(fix)"
    }
}
