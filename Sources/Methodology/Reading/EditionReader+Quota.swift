internal import Arithmetic
internal import Diagnostics

extension EditionReader {
    /// Grades for shares of the bodies.
    mutating func quota(_ yaml: YAML, isLeaf: Bool) -> Node.ScoreRule? {
        guard let object = reader.object(yaml, .quota) else { return nil }
        let reach = reach(object, "quota")
        let isHigherBetter = isHigherBetter(object, "quota", isLeaf: isLeaf)
        let counts = reader.need(
            object, "counts", in: "quota",
            help: "Say how a number of bodies becomes whole: down, up or half-up"
        ).flatMap { reader.word($0, "counts", Node.Comparison.Quota.Counts.self) }
        let ties = reader.need(
            object, "ties", in: "quota",
            help: "Say which grade equal values have where they reach over two: better or worse"
        ).flatMap { reader.word($0, "ties", Node.Comparison.Quota.Ties.self) }
        let shares = reader.need(
            object, "shares", in: "quota",
            help: "List them, as in [{grade: A, share: 30 %}, {grade: B, share: 70 %}]"
        ).flatMap { quotaShares($0) }
        guard let reach, let isHigherBetter, let counts, let ties, let shares else { return nil }
        let quota = Node.Comparison.Quota(shares: shares, counts: counts, ties: ties)
        return .comparison(
            Node.Comparison(
                kind: .quota(quota), reach: reach, isHigherBetter: isHigherBetter, constant: nil,
                target: nil))
    }

    /// The shares, the best grade first.
    private mutating func quotaShares(_ yaml: YAML) -> [Node.Comparison.Quota.Share]? {
        guard let items = reader.items(yaml, "shares"), let grades else { return nil }
        var shares: [Node.Comparison.Quota.Share] = []
        var sum: Fraction? = Interval.zero
        for item in items {
            guard let object = reader.object(item, .quotaShare),
                let word = reader.need(
                    object, "grade", in: "share", help: "Say which grade it is"),
                let written = reader.need(
                    object, "share", in: "share", help: "Say how large it is, as in 30 %"),
                let position = grade(word, "the grade"),
                let (share, _) = reader.fraction(written, "the share")
            else { return nil }
            let score = grades.score(position)
            guard share.sign > 0, !shares.contains(where: { $0.score == score }) else {
                reader.fail(
                    "quota.share", item.place,
                    share.sign > 0
                        ? "the grade \(grades.order[position]) has two shares"
                        : "the share of \(grades.order[position]) is \(written.shape)",
                    help: "Write one share above 0 for each grade")
                return nil
            }
            shares.append(Node.Comparison.Quota.Share(score: score, share: share))
            sum = sum.flatMap { try? $0.adding(share).reduced }
        }
        guard let sum, sum.isEqual(to: Interval.one) else {
            reader.fail(
                "quota.sum", yaml.place,
                "the shares sum to \(sum.map { $0.description } ?? "a number with many digits")",
                help: "Let them sum to 100 %: every body has a grade")
            return nil
        }
        return shares.sorted { $0.score > $1.score }
    }
}
