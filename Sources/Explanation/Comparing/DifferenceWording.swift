internal import Domain
public import Methodology

/// Says in words what differs between two editions, in one language.
public struct DifferenceWording: Sendable {
    /// What is spoken of.
    public let difference: EditionDifference
    /// The language of titles, as in `fr`; where a text lacks it, the first one written.
    public let language: String?
    /// By the position of a change, the number it is told under, from 1.
    let numbers: [Int: Int]

    /// A wording for a difference.
    public init(_ difference: EditionDifference, language: String? = nil) {
        self.difference = difference
        self.language = language
        numbers = Dictionary(
            uniqueKeysWithValues: difference.told.enumerated().map { ($0.element, $0.offset + 1) })
    }

    /// Changes that belong together, under a heading.
    public struct Section: Sendable {
        /// As in `Weights`.
        public let heading: String
        /// Lines for each change, those after the first indented.
        public let changes: [[String]]
    }

    /// Everything that differs, in the order in which it is told.
    public var sections: [Section] {
        Change.Topic.allCases.compactMap { topic in
            let positions = difference.told.filter { difference.changes[$0].topic == topic }
            guard !positions.isEmpty else { return nil }
            return Section(heading: Self.heading(topic), changes: positions.map(lines))
        }
    }

    static func heading(_ topic: Change.Topic) -> String {
        switch topic {
        case .edition: "The edition"
        case .nodes: "Indicators and groups"
        case .weights: "Weights"
        case .formulas: "Formulas"
        case .parameters: "Parameters"
        case .scores: "Scores"
        case .policies: "How scores are put together, and what stands where one is absent"
        case .bands: "Bands and grades"
        case .evidence: "What is handed in"
        case .sources: "Sources"
        case .texts: "Texts"
        }
    }

    // MARK: One change

    /// The change on one line, as in `Staff turnover (turnover), in Total: weight`.
    public func title(of position: Int) -> String {
        let change = difference.changes[position]
        let subject = subject(change.subject)
        guard let key = change.key.map(Self.words) else {
            return "\(subject): \(change.action.rawValue)"
        }
        if change.subject.id.isEmpty { return subject.isEmpty ? key : "\(subject), \(key)" }
        return change.key == "value" && change.subject.kind == "parameter"
            ? subject : "\(subject): \(key)"
    }

    /// How a number in front of a change is written.
    public func number(of position: Int) -> String { "\(numbers[position] ?? 0)" }

    private func lines(_ position: Int) -> [String] {
        let change = difference.changes[position]
        let number = number(of: position)
        let margin = String(repeating: " ", count: max(0, 4 - number.count))
        var lines = change.action == .moved ? [move(change)] : []
        let isWhole = change.key == nil || change.subject.id.isEmpty
        var head = isWhole ? title(of: position) : subject(change.subject)
        let texts = parts(change)
        if change.subject.id.isEmpty, texts.count == 1, change.parts.first?.path.isEmpty ?? false {
            head += ": " + texts[0]
        } else {
            lines += texts
        }
        if let other = change.sameRule {
            lines.append(
                change.action == .added
                    ? "It has the same rule as \(other), which is removed"
                    : "Its rule is that of \(other), which is added")
        }
        if let basis = basis(change) { lines.append(basis) }
        return ["\(margin)\(number)  \(head)"] + lines.map { "        " + $0 }
    }

    private func subject(_ subject: Change.Subject) -> String {
        let title = subject.title?.text(in: language)
        switch subject.kind {
        case "edition": return ""
        case "node":
            let above = subject.within.isEmpty ? "" : ", in \(path(subject.within))"
            return (title.map { "\($0) (\(subject.id))" } ?? subject.id) + above
        default:
            let kind = Self.words(subject.kind)
            guard !subject.id.isEmpty else { return kind }
            let unit = subject.unit.map { $0 == "number" ? "" : ", in \($0)" } ?? ""
            // A parameter of an indicator is named with it, a field with its table.
            if subject.kind == "parameter", let owner = subject.within.last {
                return "parameter \(subject.id) of \(owner)\(unit)"
            }
            let id = (subject.within + [subject.id]).joined(separator: ".")
            return "\(kind) \(id)" + (title.map { " (\($0))" } ?? "") + unit
        }
    }

    private func path(_ nodes: [String]) -> String {
        nodes.map { id in
            let plan = difference.new.node(id) == nil ? difference.old : difference.new
            let title = plan.node(id).flatMap { plan.nodes[$0].texts.title?.text(in: language) }
            return title ?? id
        }.joined(separator: " › ")
    }

    private func move(_ change: Change) -> String {
        let old = difference.old
        var above: [String] = []
        var node = old.node(change.subject.id).flatMap { old.nodes[$0].parent }
        while let position = node {
            let parent = old.nodes[position]
            above.insert(parent.texts.title?.text(in: language) ?? parent.id, at: 0)
            node = parent.parent
        }
        return "It stood in \(above.joined(separator: " › "))"
    }

    // MARK: Old and new

    /// Longer texts stand on lines of their own.
    private static let longest = 40

    private func parts(_ change: Change) -> [String] {
        let isWhole = change.key == nil && change.action != .moved
        let parts = isWhole ? change.parts.filter { $0.path.first != "title" } : change.parts
        let isGroup = parts.contains { !$0.path.isEmpty }
        if let key = change.key, change.action != .changed, isGroup {
            // A group of keys that came or went is one thing.
            let texts = parts.map { part in
                let path = part.path.map(Self.words).joined(separator: ", ")
                return (path.isEmpty ? "" : path + ": ") + (part.new ?? part.old ?? "")
            }
            let name = change.subject.id.isEmpty ? "" : Self.words(key) + ", "
            return ["\(name)\(change.action.rawValue): \(texts.joined(separator: "; "))"]
        }
        return parts.flatMap { part -> [String] in
            let path = Self.path(part, change)
            let head = path.isEmpty ? "" : path + ": "
            switch (part.old, part.new) {
            case (let text?, nil) where isWhole, (nil, let text?) where isWhole:
                return [head + text]
            case (let old?, let new?):
                if old.count <= Self.longest, new.count <= Self.longest {
                    return ["\(head)\(old) → \(new)"]
                }
                return (path.isEmpty ? [] : [path]) + ["  before  \(old)", "  now     \(new)"]
            case (nil, let new?): return ["\(head)\(Self.absent(beside: new)) → \(new)"]
            case (let old?, nil): return ["\(head)\(old) → \(Self.absent(beside: old))"]
            case (nil, nil): return []
            }
        }
    }

    /// What an absent key says: a flag is off where nothing stands, in the words of the other side.
    private static func absent(beside text: String) -> String {
        switch text {
        case "yes": "no"
        case "true": "false"
        default: "nothing"
        }
    }

    private static func path(_ part: Change.Part, _ change: Change) -> String {
        let isDated = change.subject.kind == "parameter" && change.key == "value"
        let path = part.path.map { isDated ? "from \($0)" : words($0) }
        // What the first line names is not said again.
        let isNamed = change.key == nil || change.subject.id.isEmpty || isDated
        let isEdges = change.subject.kind == "band" && change.key == "from"
        let key = isNamed || isEdges ? [] : [words(change.key ?? "")]
        return (key + path).joined(separator: ", ")
    }

    /// A key of the language as people say it; other words, such as formulas, as they are.
    static func words(_ key: String) -> String {
        let isKey = key.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (97...122).contains($0) }
        return isKey ? key.split(separator: "-").joined(separator: " ") : key
    }

    // MARK: What it rests on

    /// One line about the citations of both editions; `nil` for what rests on none by its nature.
    func basis(_ change: Change) -> String? {
        guard change.topic != .sources || change.key == "basis", change.topic != .texts else {
            return nil
        }
        let new = change.newBasis
        // That the edition as a whole rests on an act is no news.
        let general = (difference.old.identity.basis, difference.new.identity.basis)
        if change.key != "basis", new.isEmpty || new == general.1,
            change.oldBasis.isEmpty || change.oldBasis == general.0
        {
            return nil
        }
        let gone = change.oldBasis.filter { !new.contains($0) }
        let added = new.filter { !change.oldBasis.contains($0) }
        if new.isEmpty {
            return gone.isEmpty ? nil : "Rested on \(citations(gone, of: difference.old))"
        }
        let kept = new.filter(change.oldBasis.contains)
        if !kept.isEmpty, gone.isEmpty, !added.isEmpty {
            return "Rests on \(citations(kept, of: difference.new)); now also on "
                + citations(added, of: difference.new)
        }
        let before = gone.isEmpty ? "" : "; before on \(citations(gone, of: difference.old))"
        return "Rests on \(citations(new, of: difference.new))\(before)"
    }

    private func citations(_ citations: [Plan.Citation], of plan: Plan) -> String {
        citations.map { citation in
            CitationWording.text(citation, plan.sources[citation.source], language)
        }.joined(separator: "; ")
    }
}

/// Says what a rule rests on.
public enum CitationWording {
    /// As in `order 28 (order-28), clause 7`.
    static func text(
        _ citation: Plan.Citation, _ source: Plan.SourceEntry?, _ language: String?
    ) -> String {
        let title = source?.title?.text(in: language)
        let name = title.map { "\($0) (\(citation.source))" } ?? citation.source
        return citation.clause.map { "\(name), \(words($0))" } ?? name
    }

    /// As in `clause 7`; what has no number, as `annex 2`, says itself what it is.
    public static func words(_ clause: String) -> String {
        let isNumbered = clause.utf8.first.map { (48...57).contains($0) } ?? false
        return isNumbered ? "clause \(clause)" : clause
    }
}
