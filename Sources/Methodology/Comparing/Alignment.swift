/// Pairs the items of two lists whose order means something, as corrections have.
enum Alignment {
    /// An item of both lists; `nil` where it stands in one alone.
    struct Step {
        let old: YAML?
        let new: YAML?
    }

    /// Longer lists are compared as a whole.
    private static let longest = 100

    /// The items in the order of the new list, those that are gone where they stood.
    ///
    /// Items that say the same are paired first; between these, items of one kind, told by their
    /// first key. `nil` for lists of other things than groups of keys, and for long ones.
    static func steps(_ old: YAML, _ new: YAML, under key: String) -> [Step]? {
        guard let olds = groups(old), let news = groups(new) else { return nil }
        let pairs = common(olds, news, key)
        var steps: [Step] = []
        var (i, j) = (0, 0)
        for pair in pairs + [(olds.count, news.count)] {
            steps += between(Array(olds[i..<pair.0]), Array(news[j..<pair.1]))
            if pair.0 < olds.count { steps.append(Step(old: olds[pair.0], new: news[pair.1])) }
            (i, j) = (pair.0 + 1, pair.1 + 1)
        }
        return steps
    }

    private static func groups(_ list: YAML) -> [YAML]? {
        guard let items = list.items, items.count <= longest,
            items.allSatisfy({ $0.entries != nil && $0["id"] == nil })
        else { return nil }
        return items
    }

    /// The longest common subsequence, as positions in both.
    private static func common(_ old: [YAML], _ new: [YAML], _ key: String) -> [(Int, Int)] {
        let olds = old.map { Meaning($0, under: key) }
        let news = new.map { Meaning($0, under: key) }
        var lengths = Array(
            repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
        for i in olds.indices.reversed() {
            for j in news.indices.reversed() {
                lengths[i][j] =
                    olds[i] == news[j]
                    ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (i, j) = (0, 0)
        while i < olds.count, j < news.count {
            if olds[i] == news[j] {
                pairs.append((i, j))
                (i, j) = (i + 1, j + 1)
            } else if lengths[i + 1][j] >= lengths[i][j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }

    /// Items of one kind are one that changed; the rest went and came.
    private static func between(_ old: [YAML], _ new: [YAML]) -> [Step] {
        var (steps, rest): ([Step], [YAML]) = ([], old)
        for item in new {
            let kind = item.entries?.first?.key
            guard let twin = rest.firstIndex(where: { $0.entries?.first?.key == kind }) else {
                steps.append(Step(old: nil, new: item))
                continue
            }
            steps += rest[..<twin].map { Step(old: $0, new: nil) }
            steps.append(Step(old: rest[twin], new: item))
            rest.removeSubrange(...twin)
        }
        return steps + rest.map { Step(old: $0, new: nil) }
    }
}
