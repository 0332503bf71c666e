/// Why a file could not be written.
public struct FileError: Error, Hashable, Sendable {
    /// What happened.
    public enum Reason: Hashable, Sendable {
        /// The name leaves the folder, is a link or an address; the words say which.
        case refused(String)
        /// Another program holds it.
        case held
        /// The system did not let us; its words.
        case unwritable(String)
    }

    /// The name that was to be written.
    public let name: String
    /// What happened.
    public let reason: Reason

    /// Makes an error from its parts.
    public init(name: String, reason: Reason) {
        self.name = name
        self.reason = reason
    }
}
