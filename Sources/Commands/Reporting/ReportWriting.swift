internal import Arithmetic
internal import Digest
internal import Domain
internal import Explanation
internal import Files
internal import Pages
internal import Synchronization

extension MadeReport {
    /// Makes every file and writes it, the manifest last.
    ///
    /// Never more is in memory than the files of a few bodies for each core.
    ///
    /// - Parameters:
    ///   - place: Where.
    ///   - threads: At most so many; `nil` uses all cores.
    ///   - version: The version of the program that the manifest names.
    ///   - progress: Who is told how far it is.
    /// - Returns: What was written.
    /// - Throws: ``Refusal`` where another run writes there, or the system does not let us. Then
    ///   there is no manifest, and what was written is known as the rest of a report.
    func write(
        to place: ReportFolder, threads: Int?, version: String = Version.current,
        _ progress: Progress
    ) throws(Refusal) -> Manifest {
        let folder: Folder
        let held: HeldFile
        do throws(FileError) {
            folder = try Folder.making(place.path)
            held = try HeldFile(Manifest.unfinished, in: folder)
        } catch {
            throw Self.refusal(place, error)
        }
        // Another run may have written there since it was looked at.
        let now: ReportFolder
        do throws(Refusal) {
            now = try ReportFolder(place.path, used: used)
        } catch {
            // What was made to be held says nothing; where that stays, it does no harm.
            if held.isNew { try? held.remove() }
            throw error
        }
        do throws(FileError) {
            let manifest = try write(folder, now.earlier, held, threads, version, progress)
            try held.remove()
            return manifest
        } catch {
            throw Self.refusal(place, error)
        }
    }

    private static func refusal(_ place: ReportFolder, _ error: FileError) -> Refusal {
        guard error.reason == .held else {
            return Refusal(error, "\(place.path): \(error.name) cannot be written")
        }
        return Refusal(
            .wrongCommand, "report.held", "another run is writing a report to \"\(place.path)\"",
            help: "Wait until it is done, or name another folder with --report; "
                + "nothing was written")
    }

    /// Writes every file and the manifest, while nobody else does.
    private func write(
        _ folder: Folder, _ earlier: [String], _ held: HeldFile, _ threads: Int?,
        _ version: String, _ progress: Progress
    ) throws(FileError) -> Manifest {
        let filling = try FolderFilling(folder)
        let names = names
        let all = Set(names).union(earlier).subtracting([Manifest.file, Manifest.unfinished])
        try held.write(Manifest.unfinished(all.sorted()))
        try filling.remove(Manifest.file)
        for name in all.subtracting(names).sorted() { try filling.remove(name) }
        let files = try fill(filling, threads, progress)
        let manifest = Manifest(
            program: version, command: task.command, task: task, grounds: grounds, files: files)
        filling.sync()
        try folder.write(to: Manifest.file) { (file) throws(FileError) in
            try manifest.document.send { (bytes) throws(FileError) in try file.append(bytes) }
        }
        return manifest
    }

    private func fill(
        _ filling: FolderFilling, _ threads: Int?, _ progress: Progress
    ) throws(FileError) -> [Manifest.Entry] {
        let entries = Mutex<[Manifest.Entry]>([])
        for placed in sites {
            for file in placed.site.large {
                progress.say("Writing \(placed.prefix)\(file.name)")
                let entry = try filling.put(file, in: placed.prefix)
                entries.withLock { $0.append(entry) }
            }
            let (site, prefix, count) = (placed.site, placed.prefix, placed.site.count)
            let done = Mutex(0)
            try Parallel.stream(
                count, chunk: 1, threads: threads,
                making: { range in
                    Result { () throws(FileError) in
                        var made: [Manifest.Entry] = []
                        for piece in range {
                            for file in site[piece] {
                                made.append(try filling.put(file, in: prefix))
                            }
                        }
                        return made
                    }
                },
                taking: { (made: Result<[Manifest.Entry], FileError>) throws(FileError) in
                    let made = try made.get()
                    entries.withLock { $0 += made }
                    let number = done.withLock {
                        $0 += 1; return $0
                    }
                    if number % 250 == 0 {
                        progress.say("Writing the report: \(number) of \(count) bodies and pages")
                    }
                })
        }
        return entries.withLock { $0 }.sorted { $0.name < $1.name }
    }
}

extension FolderFilling {
    /// Writes one file of a site, and says what was written.
    fileprivate func put(
        _ file: Site.File, in prefix: String
    ) throws(FileError) -> Manifest.Entry {
        let sum = Mutex((size: 0, digest: SHA256()))
        try put(prefix + file.name) { (target) throws(FileError) in
            try file.content.send { (bytes) throws(FileError) in
                sum.withLock { sum in
                    sum.size += bytes.count
                    sum.digest.update(bytes)
                }
                try target.append(bytes)
            }
        }
        return sum.withLock { sum in
            Manifest.Entry(name: prefix + file.name, size: sum.size, sha256: sum.digest.hex())
        }
    }
}
