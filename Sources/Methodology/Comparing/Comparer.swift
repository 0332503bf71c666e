internal import Diagnostics
internal import Domain

/// Walks two documents side by side, and makes of them one tree and a list of changes.
///
/// It knows of the language only which keys hold elements (``Shape``). Everything else is a key
/// that says the same or something else, so a construct that joins the language is compared
/// without a line here.
struct Comparer {
    private(set) var changes: [Change] = []
    private let places: (old: NodePlaces, new: NodePlaces)
    /// Nodes that stand under another one, each with the number of its change.
    private var moves: [String: Int] = [:]

    /// An element with what is said around it.
    struct Element {
        let kind: String
        var id = ""
        var within: [String] = []
        var title: LanguageMap?
        /// Of a parameter: its unit.
        var unit: String?
        /// What is cited by it or above it.
        var basis = BothBases()

        /// The ids that lead to what stands in it.
        var path: [String] { id.isEmpty ? [] : within + [id] }
    }

    /// Compares two editions.
    static func compare(_ old: YAML, _ new: YAML) -> (versions: TwoVersions, changes: [Change]) {
        let (old, new) = Shape.alike(old, new)
        var comparer = Comparer(places: (NodePlaces(old), NodePlaces(new)))
        let element = Element(kind: "edition", basis: BothBases().within(old, new))
        let versions = comparer.edition(old, new, element)
        comparer.changes = SameRules.noted(in: comparer.changes, comparer.places)
        return (versions, comparer.changes)
    }

    private init(places: (NodePlaces, NodePlaces)) { self.places = places }

    // MARK: Elements

    private mutating func edition(_ old: YAML, _ new: YAML, _ edition: Element) -> TwoVersions {
        keys(old, new) { comparer, key, old, new in
            if key == "scorecard", let old, let new {
                return comparer.element(old, new, Shape.element("node", nil, old, new, in: edition))
            }
            if Shape.isCollection(key, old, new) {
                return comparer.collection(key, old, new, edition)
            }
            guard let old, let new, old.entries != nil, new.entries != nil,
                !Meaning.texts.contains(key)
            else { return comparer.value(key, old, new, edition) }
            let group = Element(kind: key, basis: edition.basis.within(old, new))
            return comparer.keys(old, new) { $0.value($1, $2, $3, group) }
        }
    }

    /// Groups of keys under ids, as inputs and parameters are.
    private mutating func collection(
        _ key: String, _ old: YAML?, _ new: YAML?, _ outer: Element
    ) -> TwoVersions {
        let kind = Shape.singular(key, in: outer.kind)
        return keys(old, new) { comparer, id, old, new in
            let element = Shape.element(kind, id, old, new, in: outer)
            guard let old, let new else { return comparer.whole(nil, old, new, element) }
            return comparer.element(old, new, element)
        }
    }

    private mutating func element(_ old: YAML, _ new: YAML, _ element: Element) -> TwoVersions {
        let together = Shape.together(element.kind)
        let number = together.first.flatMap { key in
            joint(key, Shape.joint(together, old), Shape.joint(together, new), element)
        }
        let first = changes.count - (number == nil ? 0 : 1)
        return keys(old, new) { comparer, key, old, new in
            if key == "basis", let told = comparer.change(of: element, since: first) {
                return .switched(told, old: old, new: new)
            }
            if together.contains(key) {
                guard let number else { return old.map { .same($0) } }
                return .switched(number, old: old, new: new)
            }
            if Shape.holdsElements.contains(key) {
                return comparer.collection(key, old, new, element)
            }
            return comparer.value(key, old, new, element)
        }
    }

    /// A change of the element itself, which tells on what it rests as well.
    private func change(of element: Element, since first: Int) -> Int? {
        changes.indices.dropFirst(first).first {
            let subject = changes[$0].subject
            return changes[$0].key != nil && subject.kind == element.kind
                && subject.id == element.id && subject.within == element.within
        }
    }

    /// What stands under a key: elements with ids, a list in its order, or one thing.
    private mutating func value(
        _ key: String, _ old: YAML?, _ new: YAML?, _ element: Element
    ) -> TwoVersions? {
        if Shape.areElements(old, new) { return elements(key, old, new, element) }
        if let old, let new, let steps = Alignment.steps(old, new, under: key) {
            let items = steps.map { whole(key, $0.old, $0.new, element, isItem: true) }
            return .sequence(
                items, in: TwoVersions.Presence(place: old.place, isLeftOutEmpty: true))
        }
        return whole(key, old, new, element)
    }

    private mutating func elements(
        _ key: String, _ old: YAML?, _ new: YAML?, _ outer: Element
    ) -> TwoVersions {
        let kind = Shape.singular(key, in: outer.kind)
        let (olds, news) = (Shape.byId(old), Shape.byId(new))
        let items = Shape.merged(olds.ids, news.ids).map { id in
            let (old, new) = (olds.items[id], news.items[id])
            let element = Shape.element(kind, id, old, new, in: outer)
            guard let old, let new else {
                return kind == "node" ? moved(old, new, element) : whole(nil, old, new, element)
            }
            return self.element(old, new, element)
        }
        return .sequence(
            items,
            in: TwoVersions.Presence(
                place: (old ?? new)?.place ?? Place(file: ""),
                isLeftOutEmpty: old == nil || new == nil))
    }

    /// A node that stands at one side alone: added, removed, or moved under another node.
    private mutating func moved(
        _ old: YAML?, _ new: YAML?, _ element: Element
    ) -> TwoVersions {
        guard let before = places.old.nodes[element.id], let after = places.new.nodes[element.id]
        else { return whole(nil, old, new, element) }
        if let number = moves[element.id] { return .switched(number, old: old, new: new) }
        var element = element
        // What is told is where it stands now.
        element.within = after.within
        element.basis = BothBases(old: before.basis, new: after.basis)
        let number = add(nil, before.yaml, after.yaml, element, .moved)
        moves[element.id] = number
        return .switched(number, old: old, new: new)
    }

    // MARK: Keys

    private mutating func keys(
        _ old: YAML?, _ new: YAML?,
        _ compare: (inout Comparer, String, YAML?, YAML?) -> TwoVersions?
    ) -> TwoVersions {
        let all = Shape.merged(
            (old?.entries ?? []).map(\.key), (new?.entries ?? []).map(\.key))
        // Whether a citation is told with a rule is known when the rules have been compared.
        let keys = all.filter { $0 != "basis" } + all.filter { $0 == "basis" }
        var entries: [TwoVersions.Entry] = []
        let (olds, news) = (Shape.byKey(old), Shape.byKey(new))
        for key in keys {
            guard let versions = compare(&self, key, olds[key]?.value, news[key]?.value),
                let place = (olds[key] ?? news[key])?.keyPlace
            else { continue }
            entries.append(TwoVersions.Entry(key: key, place: place, value: versions))
        }
        return .mapping(
            entries,
            in: TwoVersions.Presence(
                place: (old ?? new)?.place ?? Place(file: ""),
                isLeftOutEmpty: old == nil || new == nil))
    }

    /// The number of a change of several keys that say one thing; `nil` when it is the same.
    private mutating func joint(
        _ key: String, _ old: YAML, _ new: YAML, _ element: Element
    ) -> Int? {
        old.means(new, under: key) ? nil : add(key, old, new, element, .changed)
    }

    private mutating func whole(
        _ key: String?, _ old: YAML?, _ new: YAML?, _ element: Element, isItem: Bool = false
    ) -> TwoVersions {
        // Who may object, and to whom, are texts; elsewhere the keys name a formula or scores.
        let isText = element.kind == "notice" && (key == "by" || key == "to")
        let meaning = isText ? "title" : key ?? ""
        if let either = old ?? new, Meaning(old, under: meaning) == Meaning(new, under: meaning) {
            return .same(either)
        }
        let action: Change.Action = old == nil ? .added : new == nil ? .removed : .changed
        let number = add(key, old, new, element, action, isItem: isItem)
        return .switched(number, old: old, new: new)
    }

    private mutating func add(
        _ key: String?, _ old: YAML?, _ new: YAML?, _ element: Element, _ action: Change.Action,
        isItem: Bool = false
    ) -> Int {
        let isDated = element.kind == "parameter" && key == Shape.together(element.kind).first
        let parts =
            isDated
            ? Parts.dated(old, new)
            : isItem ? Parts.ofItem(old, new) : Parts.between(old, new, key ?? "")
        let basis = element.basis.of(key, old, new)
        changes.append(
            Change(
                subject: Change.Subject(
                    kind: element.kind, id: element.id, within: element.within,
                    title: element.title, unit: element.unit),
                key: key, action: action, parts: parts,
                oldBasis: basis.old, newBasis: basis.new,
                topic: Change.Topic(of: element.kind, key: key, action)))
        return changes.count - 1
    }
}
