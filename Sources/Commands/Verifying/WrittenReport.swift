internal import Arithmetic
internal import Digest
internal import Domain
internal import Files

/// A report that lies in a folder, and its manifest.
struct WrittenReport {
    let folder: Folder
    let manifest: Manifest
    /// What lies in the folder.
    private let names: [String]

    /// Reads the manifest and lists the folder.
    ///
    /// - Throws: ``Refusal`` where there is no report, or its manifest is not one of ours.
    init(_ path: String) throws(Refusal) {
        switch PathKind.of(path) {
        case .folder: break
        case .file:
            throw Refusal(
                .wrongInput, "verify.file", "\"\(path)\" is a file",
                help: "Name the folder of a report, in which \(Manifest.file) lies")
        case .nothing:
            throw Refusal(
                .missing, "verify.absent", "there is no folder \"\(path)\"",
                help: "Name the folder that assess --report wrote")
        }
        folder = Folder(path)
        manifest = try Self.manifest(folder)
        do throws(SourceError) {
            names = try folder.names(atMost: Manifest.mostFiles + 2)
        } catch {
            throw Refusal(
                .wrongInput, "verify.folder",
                "\"\(path)\" cannot be looked through: \(error.reason.words)",
                help: "Look at its rights, or at what else lies in it")
        }
    }

    private static func manifest(_ folder: Folder) throws(Refusal) -> Manifest {
        let path = SplitPath.prefix(folder.path) + Manifest.file
        let bytes: [UInt8]
        do throws(SourceError) {
            bytes = try folder.bytes(of: Manifest.file, limit: ManifestReader.longest)
        } catch {
            guard error.reason == .absent else {
                throw Refusal(
                    .wrongInput, "verify.manifest", "\(path): \(error.reason.words)",
                    help: "Make the report again")
            }
            let isUnfinished =
                (try? folder.bytes(of: Manifest.unfinished, limit: ManifestReader.longest)) != nil
            throw Refusal(
                .missing, "verify.manifest",
                isUnfinished
                    ? "the report in \"\(folder.path)\" was not written to its end"
                    : "there is no report in \"\(folder.path)\": it has no \(Manifest.file)",
                help: isUnfinished
                    ? "Write it again" : "Name the folder that assess --report wrote")
        }
        do throws(ManifestReader.Broken) {
            return try ManifestReader.manifest(bytes)
        } catch {
            let line = error.line.map { ":\($0)" } ?? ""
            throw Refusal(
                .wrongInput, "verify.manifest", "\(path)\(line): \(error.what)",
                help: "It is not as it was written; make the report again")
        }
    }

    /// Looks whether every file is there as the manifest says, and no other.
    ///
    /// - Returns: The names of those that are.
    func check(_ differences: inout Differences, threads: Int?) -> Set<String> {
        checkManifest(&differences)
        let listed = Set(manifest.files.map(\.name))
        let there = Set(names)
        for name in manifest.files.map(\.name) where !there.contains(name) {
            differences.add("\(name) is missing")
        }
        for name in names where !listed.contains(name) && name != Manifest.file {
            differences.add("\(name) was added")
        }
        let files = manifest.files.filter { there.contains($0.name) }
        let problems = Parallel.map(files.count, chunk: 16, threads: threads) { range in
            range.map { problem(files[$0]) }
        }.flatMap(\.self)
        var sound: Set<String> = []
        for (file, problem) in zip(files, problems) {
            if let problem {
                differences.add("\(file.name) \(problem)")
            } else {
                sound.insert(file.name)
            }
        }
        return sound
    }

    /// What is wrong with a file; `nil` when it is as the manifest says.
    private func problem(_ entry: Manifest.Entry) -> String? {
        do throws(SourceError) {
            let stream = try folder.open(entry.name)
            var (digest, size) = (SHA256(), 0)
            while true {
                let bytes = try stream.read(atMost: 1 << 18)
                guard !bytes.isEmpty else { break }
                digest.update(bytes)
                size += bytes.count
                guard size <= entry.size else { return "is longer than it was written" }
            }
            guard size == entry.size else {
                return "has \(size) bytes; \(entry.size) were written"
            }
            return digest.hex() == entry.sha256 ? nil : "is not as it was written: other SHA-256"
        } catch {
            return "cannot be read: \(error.reason.words)"
        }
    }
}
