internal import Domain
internal import Files
internal import Methodology
internal import Shipped

extension EditionLocation {
    /// The editions of a methodology that somebody typed without an edition: a folder with
    /// folders of editions, or one that comes with the program.
    ///
    /// - Returns: `nil` where the name stands for something else, also for a methodology of one
    ///   shipped edition.
    static func methodology(_ name: String) -> [EditionLocation]? {
        switch PathKind.of(name) {
        case .folder: editions(in: Folder(name), prefix: SplitPath.prefix(name))
        case .file: nil
        case .nothing: shippedEditions(of: name)
        }
    }

    /// The shipped editions of a methodology; `nil` unless there are several.
    static func shippedEditions(of methodology: String) -> [EditionLocation]? {
        let editions = Shipped.methodologies.filter { $0.methodology == methodology }
        guard editions.count > 1 else { return nil }
        return editions.map { edition in
            EditionLocation(
                source: MemorySource(edition.files), main: "edition.yaml",
                prefix: edition.name + "/")
        }
    }

    /// The editions in the folders of a folder; `nil` where it is an edition itself, or holds none.
    static func editions(in source: any Source, prefix: String) -> [EditionLocation]? {
        // What cannot be listed is told by whoever reads it.
        guard let names = try? source.names(), !names.contains("edition.yaml") else { return nil }
        let folders = names.compactMap { name -> String? in
            let parts = name.split(separator: "/", omittingEmptySubsequences: false)
            return parts.count == 2 && parts[1] == "edition.yaml" ? String(parts[0]) : nil
        }
        guard !folders.isEmpty else { return nil }
        return folders.sorted().map { folder in
            EditionLocation(
                source: Subfolder(folder, of: source), main: "edition.yaml",
                prefix: prefix + folder + "/")
        }
    }
}

/// The editions of a methodology, read, and found to be fit for one another.
struct ReadEditions {
    /// In the order of their first days.
    let editions: Editions
    /// One for each edition.
    let locations: [EditionLocation]
    /// Warnings.
    let complaints: [Complaint]

    /// Reads them all.
    ///
    /// - Throws: ``Refusal`` with everything that is wrong with any of them, or with all together.
    static func read(_ locations: [EditionLocation]) throws(Refusal) -> ReadEditions {
        var read: [(plan: Plan, location: EditionLocation)] = []
        var complaints: [Complaint] = []
        for location in locations {
            let (plan, complaint) = location.read()
            complaints.append(complaint)
            if let plan { read.append((plan, location)) }
        }
        guard read.count == locations.count else { throw Refusal(input: complaints) }
        read.sort { Editions.precedes($0.plan, $1.plan) }
        let editions = Editions(read.map(\.plan))
        let faults = editions.faults.map { fault in
            let location = read[fault.edition].location
            return Complaint(
                fault.diagnostic, prefix: location.prefix, source: location.source)
        }
        guard faults.isEmpty else { throw Refusal(input: complaints + faults) }
        return ReadEditions(
            editions: editions, locations: read.map(\.location), complaints: complaints)
    }
}
