/// What is not as it was written, or not as it comes out now: all of it counted, the first told.
struct Differences {
    /// The most lines that are told.
    static let most = 20

    private var told: [String] = []
    private var count = 0

    var isEmpty: Bool { count == 0 }

    /// Adds one.
    mutating func add(_ line: String) {
        count += 1
        if told.count < Self.most { told.append(line) }
    }

    /// The first ones, and how many there are besides.
    var lines: [String] {
        count > told.count ? told + ["\(count - told.count) more differences"] : told
    }

    /// Compares what the report rests on with what there is now.
    ///
    /// - Returns: Whether the report can come out the same: bytes of a file that say the same, as
    ///   with other line ends, change nothing but where their hash is told.
    mutating func note(_ manifest: Manifest, _ made: MadeReport) -> Bool {
        let (then, now) = (manifest.grounds, made.grounds)
        if then.map(\.edition) != now.map(\.edition) {
            let names = [then, now].map { $0.map(\.edition).joined(separator: ", ") }
            add("the editions were \(names[0]) and are \(names[1])")
        }
        for (old, new) in zip(then, now) where old.edition == new.edition {
            if old.editionHash != new.editionHash {
                add("\(old.edition) has changed: sha256 \(old.editionHash)")
                add("  now \(new.editionHash)")
            }
            if old.evidenceHash != new.evidenceHash {
                add("the evidence has changed: sha256 \(old.evidenceHash ?? "none")")
                add("  now \(new.evidenceHash ?? "none")")
                for line in Self.changes(old.evidence, new.evidence) { add("  " + line) }
            } else if old.evidence != new.evidence {
                noteBytes(old.evidence, new.evidence)
                guard case .assess = manifest.task else { continue }
                add("  data pages and overview.json name their hashes: these come out otherwise")
            }
        }
        let isComparable = then.map(\.meaning) == now.map(\.meaning)
        if !isComparable { add("so the report was not made again") }
        return isComparable
    }

    /// Files that say the same in other bytes.
    private mutating func noteBytes(
        _ old: [Manifest.EvidenceFile], _ new: [Manifest.EvidenceFile]
    ) {
        let changes = Self.changes(old, new)
        guard !changes.isEmpty else {
            return add("\(Manifest.file) lists what was handed in otherwise than it is read")
        }
        add("the evidence is the same, but not its files, byte for byte (as line ends):")
        for line in changes { add("  " + line) }
    }

    /// Which files of the evidence are not those they were.
    private static func changes(
        _ old: [Manifest.EvidenceFile], _ new: [Manifest.EvidenceFile]
    ) -> [String] {
        let (then, now) = (byName(old), byName(new))
        return Set(then.keys).union(now.keys).sorted().compactMap { name in
            switch (then[name], now[name]) {
            case (nil, _): "\(name) was not read then"
            case (_, nil): "\(name) is not read any more"
            case (let old?, let new?) where old != new:
                "\(name) has changed: sha256 \(old), now \(new)"
            default: nil
            }
        }
    }

    private static func byName(_ files: [Manifest.EvidenceFile]) -> [String: String] {
        Dictionary(files.map { ($0.name, $0.hash) }) { first, _ in first }
    }
}

extension Manifest.Ground {
    /// What all figures follow from.
    fileprivate var meaning: [String?] { [edition, editionHash, evidenceHash] }
}
