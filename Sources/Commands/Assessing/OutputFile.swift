internal import Files

/// A file that a command writes because somebody asked for it.
enum OutputFile {
    /// Writes it whole or not at all.
    ///
    /// - Throws: ``Refusal`` when its folder is not there or the system does not let us.
    static func write(_ bytes: [UInt8], to path: String) throws(Refusal) {
        let split = SplitPath(path)
        guard PathKind.of(split.openable) == .folder else {
            throw Refusal(
                .missing, "output.folder", "there is no folder \"\(split.folder)\"",
                help: "Make it, or name another file with --out")
        }
        do {
            try Folder(split.openable).write(bytes, to: split.name)
        } catch {
            let words =
                switch error.reason {
                case .refused(let words), .unwritable(let words): words
                }
            throw Refusal(
                .ourFault, "output.unwritable", "\(path) cannot be written: \(words)",
                help: "Name another file with --out, or look at the rights of its folder")
        }
    }
}
