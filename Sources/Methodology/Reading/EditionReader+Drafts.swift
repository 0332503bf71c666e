internal import Diagnostics
internal import Expressions

extension EditionReader {
    /// A node whose place in the tree is known and whose rule is not read yet.
    struct Draft {
        let id: String
        /// As it is written; with what the stages make of cells and criteria.
        var object: Object
        let parent: Int?
        var children: [Int] = []
        /// Where a cell or a criterion stands among the stages; `nil` for any other node.
        var seat: Seat?

        /// Whether its value, or its grade, comes from evidence and not from children.
        var isLeaf: Bool {
            object.has("value") || object.conditionRule != nil
                || object.has("grade") && !object.has("nodes")
        }
    }

    /// Walks the scorecard and the indicator files it names.
    mutating func readDrafts() {
        guard let roots = readRoots() else { return }
        for root in roots { addDraft(root, parent: nil) }
        let named = Set(indicatorFiles)
        // Below a tree that was cut off nobody knows what is named.
        let isCut = reader.log.counts["node.depth"] != nil
        for file in files.names
        where file.hasPrefix("indicators/") && !file.hasSuffix(".test.yaml")
            && !named.contains(file) && !isCut
        {
            reader.log.error(
                "indicator.unused", at: Place(file: file), "no node names this indicator",
                help: "Name it in the scorecard, as in {indicator: "
                    + "\(Self.slug(of: file)), weight: …}, or delete the file")
        }
        checkIds()
        scope.nodes = Dictionary(
            drafts.enumerated().map { ($0.element.id, $0.offset) }
        ) { first, _ in first }
        scope.gradedNodes = Set(drafts.filter { isGraded($0) }.map(\.id))
    }

    /// The roots of the trees: of one scorecard, or of several.
    private mutating func readRoots() -> [YAML]? {
        guard let several = root.entry("scorecards") else {
            return reader.need(
                root, "scorecard", in: "edition",
                help: "Write the tree of nodes under scorecard:, or several trees under scorecards:"
            ).map { [$0] }
        }
        let one = root["scorecard"]
        if one != nil {
            reader.fail(
                "scorecards.both", several.keyPlace,
                "the edition has both scorecard and scorecards",
                help: "Write all trees in the list under scorecards:")
        }
        reader.checkFilled(several.value, "the list of scorecards")
        return reader.items(several.value, "scorecards").map { ([one].compactMap { $0 }) + $0 }
    }

    static func slug(of file: String) -> String {
        String(file.dropFirst("indicators/".count).dropLast(".yaml".count))
    }

    private mutating func addDraft(_ yaml: YAML, parent: Int?, depth: Int = 1) {
        guard depth <= YAMLReader.deepest else {
            reader.fail(
                "node.depth", yaml.place,
                "the tree of nodes is more than \(YAMLReader.deepest) levels deep",
                help: "Leave out levels that only hold one node")
            return
        }
        guard reader.hasRoom(for: drafts.count + 1, "nodes", at: yaml.place),
            let object = draftObject(yaml)
        else { return }
        let position = drafts.count
        let id =
            object.entry("id", "indicator").flatMap { reader.identifier($0.value, "the node") }
        if object.entry("id", "indicator") == nil {
            reader.fail(
                "edition.missing-key", object.place, "the node has no id",
                help: "Give it an id that is stable over editions")
        }
        drafts.append(Draft(id: id ?? "", object: object, parent: parent))
        if let parent { drafts[parent].children.append(position) }
        guard let nodes = object["nodes"] else { return }
        reader.node = id
        for child in reader.items(nodes, "nodes") ?? [] {
            addDraft(child, parent: position, depth: depth + 1)
        }
        reader.node = nil
    }

    /// The node's keys; those of its indicator file where it names one.
    private mutating func draftObject(_ yaml: YAML) -> Object? {
        let name = yaml.entries?.first { $0.key == "indicator" }?.value
        guard let name, let slug = reader.text(name, "the indicator") else {
            return reader.object(yaml, .node)
        }
        let file = "indicators/\(slug).yaml"
        guard !indicatorFiles.contains(file) else {
            reader.fail(
                "indicator.twice", name.place, "the scorecard names the indicator \(slug) twice",
                help: "Name it once")
            return nil
        }
        indicatorFiles.append(file)
        guard let document = files.documents[file] else {
            // A file that could not be parsed has been complained about.
            if !files.names.contains(file) { absent(file, name.place) }
            return nil
        }
        var repetition = Repetition(lists: lists)
        let expanded = repetition.expand(document)
        reader.log.add(repetition.log)
        used.lists.formUnion(repetition.used)
        indicatorDocuments.append(expanded)
        guard !repetition.isExceeded, reader.object(yaml, .node) != nil else { return nil }
        let outer = reader.node
        reader.node = slug
        defer { reader.node = outer }
        guard let object = reader.object(expanded, .indicatorFile) else { return nil }
        if let own = object["indicator"], own.scalar != slug {
            reader.fail(
                "indicator.name", own.place, "the indicator in this file is called \(own.shape)",
                help: "Call it \(slug), like the file")
        }
        for entry in yaml.entries ?? []
        where !["indicator", "weight"].contains(entry.key)
            && (object.has(entry.key) || Self.belongsToFile(entry.key))
        {
            reader.fail(
                "indicator.both", entry.keyPlace,
                "\"\(entry.key)\" stands beside the indicator's file",
                help: entry.key == "id"
                    ? "Leave it out: the node is called \(slug), like the file"
                    : "Write it in \(file) alone")
        }
        return object.merging(yaml.entries ?? [])
    }

    private static func belongsToFile(_ key: String) -> Bool {
        ["id", "value", "score", "grade", "nodes", "aggregate"].contains(key)
    }

    private mutating func absent(_ file: String, _ place: Place) {
        let nearest = Nearest.word(to: file, among: files.names)
        reader.fail(
            "indicator.absent", place, "there is no file \(file)",
            help: nearest.map { "Did you mean \($0)?" }
                ?? "Add it, or write the node here with an id")
    }

    private mutating func checkIds() {
        var seen: [String: Draft] = [:]
        for draft in drafts where !draft.id.isEmpty {
            guard let first = seen[draft.id.lowercased()] else {
                seen[draft.id.lowercased()] = draft
                continue
            }
            let place = draft.object.entry("id", "indicator")?.value.place ?? draft.object.place
            reader.log.error(
                first.id == draft.id ? "id.duplicate" : "id.case", at: place,
                first.id == draft.id
                    ? "two nodes are called \"\(draft.id)\""
                    : "\"\(draft.id)\" differs from \"\(first.id)\" only in case",
                help: "Give each node an id of its own; the other stands in line "
                    + "\(first.object.place.line ?? 0)")
        }
    }
}
