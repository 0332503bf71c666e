internal import Domain
internal import Methodology

extension EditionLocation {
    /// The folder of a workspace that holds a copy of its edition.
    static let copy = "methodology"

    /// The files of somebody's own edition, named as they will lie in a workspace.
    ///
    /// Copied they have the same hash. Of an edition that comes with the program there are none.
    ///
    /// - Throws: ``Refusal`` when a file can no longer be read.
    func copies() throws(Refusal) -> [(name: String, bytes: [UInt8])] {
        guard !isShipped else { return [] }
        do throws(SourceError) {
            return try EditionReader.files(from: source, main: main).map {
                (file) throws(SourceError) in
                ("\(Self.copy)/\(file.role)", file.bytes)
            }
        } catch {
            throw Refusal(
                .wrongInput, "edition.unreadable",
                "\(prefix)\(error.name) cannot be read: \(error.reason.words)",
                help: "Check the name and the rights of the file")
        }
    }
}
