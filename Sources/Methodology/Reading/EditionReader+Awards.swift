internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

/// What the grades of children come to, and whether there is an answer for each of them.
extension EditionReader {
    /// Aggregates that take grades and yield one.
    static let gradeAggregates = ["weakest", "lookup"]

    /// For each grade the one with a plus, or itself where there is none; `nil` without plus.
    mutating func plus(_ object: Object) -> [Fixed]? {
        let isRaised = object["plus-when-another-is-higher"].flatMap {
            reader.flag($0, "plus-when-another-is-higher")
        }
        guard isRaised ?? false, let grades else { return nil }
        return grades.order.indices.map { position in
            grades.score(grades.order.firstIndex(of: grades.order[position] + "+") ?? position)
        }
    }

    /// Whether there is an answer for all grades that the children of each node can have.
    mutating func checkAwards(_ nodes: [Node]) {
        for node in nodes {
            guard case .aggregate(let aggregate) = node.content else { continue }
            var possible: Set<Int> = []
            for child in node.children { possible.formUnion(awards(of: child, nodes)) }
            if aggregate.policies.contains(.worst) { possible.insert(0) }
            reader.node = node.id
            switch aggregate.kind {
            case .weakest(let plus): checkPlus(plus, possible.sorted(), node)
            case .lookup(let tables): checkRows(tables, aggregate, possible.sorted(), node)
            case .weightedMean, .weightedSum, .sum, .harmonic, .geometric, .power, .median, .least,
                .greatest, .kthBest, .copeland:
                break
            }
        }
        reader.node = nil
    }

    /// A grade with a plus is better than the grade and not better than the next one.
    private mutating func checkPlus(_ plus: [Fixed]?, _ possible: [Int], _ node: Node) {
        guard let plus, let grades else { return }
        for (position, next) in zip(possible, possible.dropFirst()) {
            let word = grades.order[position]
            guard !word.hasSuffix("+") else { continue }
            let raised = plus[position]
            guard grades.score(position) < raised, raised <= grades.score(next) else {
                let isAbsent = raised == grades.score(position)
                reader.fail(
                    "grade.plus", node.place,
                    isAbsent
                        ? "\(word) beside a better grade becomes \(word)+, which is no grade"
                        : "\(word)+ does not stand between \(word) and \(grades.order[next])",
                    help: isAbsent
                        ? "Add \(word)+ to the order of grades, or leave out "
                            + "plus-when-another-is-higher"
                        : "Correct the order of grades")
                return
            }
        }
    }

    /// The tables have a row for all sets of grades that can come together.
    private mutating func checkRows(
        _ tables: [Lookup], _ aggregate: Node.Aggregate, _ possible: [Int], _ node: Node
    ) {
        guard let grades else { return }
        let isLessPossible = aggregate.policies.contains(.redistribute)
        let least = isLessPossible ? min(2, node.children.count) : node.children.count
        for size in least...max(least, node.children.count) where size > 0 {
            guard let table = tables.first(where: { $0.size == size }) else {
                // One grade alone comes to itself.
                guard size > 1 else { continue }
                reader.fail(
                    "lookup.absent", node.place,
                    "no table is for \(size) grades, and so many can come together",
                    help: "Name one under tables:"
                        + (size < node.children.count
                            ? ", or let no child be left out by redistribute" : ""))
                continue
            }
            var absent: [[Int]] = []
            Self.forEachRow(of: size, possible) { row in
                if table.rows[row] == nil { absent.append(row) }
                return absent.count < 4
            }
            guard !absent.isEmpty else { continue }
            let texts = absent.prefix(3).map { row in
                row.map { grades.order[$0] }.joined(separator: " ")
            }
            reader.fail(
                "lookup.row", node.place,
                "the table \(table.id) has no row for " + texts.joined(separator: ", ")
                    + (absent.count > 3 ? " and others" : ""),
                help: "Write a row for each set of grades that the children can have: "
                    + possible.map { grades.order[$0] }.joined(separator: ", "))
        }
    }

    /// All ways to take so many of some grades, in rising order, as long as more are wanted.
    private static func forEachRow(
        of size: Int, _ grades: [Int], _ wantsMore: ([Int]) -> Bool
    ) {
        guard size > 0, let last = grades.indices.last else { return }
        // Positions of the grades, counted up like digits that do not fall.
        var row = [Int](repeating: 0, count: size)
        while wantsMore(row.map { grades[$0] }) {
            guard let digit = row.lastIndex(where: { $0 < last }) else { return }
            let next = row[digit] + 1
            for index in digit..<size { row[index] = next }
        }
    }

    /// The positions of the grades that a node can have.
    private func awards(of position: Int, _ nodes: [Node]) -> Set<Int> {
        let node = nodes[position]
        guard let grades = node.grades else { return [] }
        var awards: Set<Int> = []
        switch (node.content, node.score) {
        case (.ladder(let ladder), _):
            awards = Set((ladder.rungs.map(\.score) + [ladder.otherwise]).map(grades.position))
        case (_, .comparison(let comparison)):
            if case .quota(let quota) = comparison.kind {
                awards = Set(quota.shares.map { grades.position($0.score) })
            }
        case (_, .points(let rows)): awards = Set(rows.map { grades.position($0.points) })
        case (.formula, _): awards = Set(node.coding.map(grades.position))
        case (.aggregate(let aggregate), _):
            for child in node.children { awards.formUnion(self.awards(of: child, nodes)) }
            awards = Self.awards(of: aggregate, awards, grades)
        case (.heading, _), (.checklist, _): break
        }
        if let missing = node.missing { awards.insert(grades.position(missing.score)) }
        for correction in node.corrections {
            awards.formUnion(Self.held(awards, correction, grades))
        }
        return awards
    }

    private static func awards(
        of aggregate: Node.Aggregate, _ children: Set<Int>, _ grades: Grades
    ) -> Set<Int> {
        let least: Set<Int> = aggregate.policies.contains(.worst) ? [0] : []
        switch aggregate.kind {
        case .weakest(let plus):
            let plain = children.union(least)
            guard let plus else { return plain }
            return plain.union(plain.map { grades.position(plus[$0]) })
        case .lookup(let tables): return Set(tables.flatMap(\.rows.values)).union(children)
        case .weightedMean, .weightedSum, .sum, .harmonic, .geometric, .power, .median, .least,
            .greatest, .kthBest, .copeland:
            return []
        }
    }

    /// What a correction makes of grades.
    private static func held(
        _ awards: Set<Int>, _ correction: Node.Correction, _ grades: Grades
    ) -> Set<Int> {
        guard case .number(let literal) = correction.amount.expression.kind else { return [] }
        let edge = Int(clamping: literal.numerator)
        switch correction.kind {
        case .cap, .gate: return Set(awards.map { min($0, edge) })
        case .floor: return Set(awards.map { max($0, edge) })
        case .bonus, .penalty: return []
        }
    }
}
