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
    mutating func note(_ manifest: Manifest, _ made: MadeReport) {
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
            guard old.evidenceHash != new.evidenceHash else { continue }
            add("the evidence has changed: sha256 \(old.evidenceHash ?? "none")")
            add("  now \(new.evidenceHash ?? "none")")
            note(old.evidence, new.evidence)
        }
        if then != now, isEmpty { add("the manifest says otherwise what the report rests on") }
        guard then != now else { return }
        add("so the report was not made again")
    }

    private mutating func note(
        _ old: [Manifest.EvidenceFile], _ new: [Manifest.EvidenceFile]
    ) {
        let (then, now) = (Self.byName(old), Self.byName(new))
        for name in Set(then.keys).union(now.keys).sorted() where then[name] != now[name] {
            switch (then[name], now[name]) {
            case (_?, nil): add("  \(name) is not read any more")
            case (nil, _?): add("  \(name) was not read then")
            default: add("  \(name) has changed")
            }
        }
    }

    private static func byName(_ files: [Manifest.EvidenceFile]) -> [String: String] {
        Dictionary(files.map { ($0.name, $0.hash) }) { first, _ in first }
    }
}
