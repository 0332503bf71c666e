internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

extension EditionReader {
    mutating func readRanking(_ nodes: [Node]) -> Plan.Ranking? {
        guard let yaml = root["ranking"], let object = reader.object(yaml, .ranking) else {
            return nil
        }
        let ranked = positions(object, in: "ranking", nodes)
        let best = reader.need(
            object, "best", in: "ranking", help: "Write highest or lowest"
        ).flatMap { reader.word($0, "best", Plan.Ranking.Best.self) }
        let ties = reader.need(
            object, "ties", in: "ranking",
            help: "Write lowest (1, 2, 2, 4), highest (1, 3, 3, 4) or dense (1, 2, 2, 3)"
        ).flatMap { reader.word($0, "ties", Plan.Ranking.Ties.self) }
        let figures = figures(object, in: "ranking")
        let within = reader.need(
            object, "within", in: "ranking", help: "Write all, kind or group"
        ).flatMap { reader.word($0, "within", Plan.Ranking.Within.self) }
        guard let best, let ties, let figures, let within else { return nil }
        return Plan.Ranking(
            nodes: ranked, best: best, ties: ties, figures: figures.rounded, within: within)
    }

    private struct Figures {
        /// `nil` for unrounded.
        let rounded: Plan.Rounded?
    }

    /// `unrounded`, or digits and mode.
    private mutating func figures(
        _ object: Object, in element: String
    ) -> Figures? {
        guard
            let yaml = reader.need(
                object, "figures", in: element,
                help: "Write unrounded, or {mode: half-up, digits: 2}")
        else { return nil }
        if yaml.entries == nil {
            return reader.word(yaml, "figures", among: ["unrounded"]).map { _ in
                Figures(rounded: nil)
            }
        }
        return reader.object(yaml, .rounded).flatMap { rounded($0) }.map { Figures(rounded: $0) }
    }

    /// The nodes that an element names; they must have scores.
    mutating func positions(
        _ object: Object, in element: String, _ nodes: [Node]
    ) -> [Int] {
        guard
            let yaml = reader.need(
                object, "nodes", in: element, help: "List the ids of nodes, as in [total]")
        else { return [] }
        var positions: [Int] = []
        for item in reader.items(yaml, "nodes") ?? [] {
            guard let id = reader.identifier(item, "the node"),
                let position = position(ofNode: id, at: item.place)
            else { continue }
            refuseHeading(position, at: item.place)
            positions.append(position)
        }
        reader.checkFilled(yaml, "the list of nodes")
        reader.checkDistinct(positions.map { drafts[$0].id }, "the node", at: yaml.place)
        return positions
    }

    /// Complains where a score is needed and the node is a heading.
    mutating func refuseHeading(_ position: Int, at place: Place) {
        guard isHeading(position) else { return }
        reader.fail(
            "node.no-score", place, "\"\(drafts[position].id)\" is a heading and has no score",
            help: "Name nodes with a value or an aggregate")
    }

    func isHeading(_ position: Int) -> Bool {
        let object = drafts[position].object
        return !object.has("value") && object["aggregate"]?.scalar == "none"
    }

    /// The node with the id, or an error.
    mutating func position(ofNode id: String, at place: Place) -> Int? {
        if let position = scope.nodes[id] { return position }
        let nearest = Nearest.word(to: id, among: scope.nodes.keys.sorted())
        reader.fail(
            "node.unknown", place, "there is no node \"\(id)\"",
            help: nearest.map { "Did you mean \"\($0)\"?" } ?? "Use the id of a node")
        return nil
    }

    mutating func readBands(_ nodes: [Node]) -> Plan.Bands? {
        guard let yaml = root["bands"], let object = reader.object(yaml, .bands) else { return nil }
        let banded = positions(object, in: "bands", nodes)
        for node in banded { checkGraded(node, asGrade: false, at: object.place) }
        let figures = figures(object, in: "bands")
        guard
            let list = reader.need(
                object, "list", in: "bands",
                help: "List them, as in [{id: good, from: 80}, {id: poor, below: 80}]"
            ).flatMap({ reader.items($0, "list") }), let figures
        else { return nil }
        var ranges: [(range: WrittenRange, title: LanguageMap?)] = []
        for item in list {
            guard let written = reader.object(item, .band),
                let id = reader.need(
                    written, "id", in: "band", help: "Give it an id, as in good"
                ).flatMap({ reader.identifier($0, "the band") })
            else { return nil }
            let title = written["title"].flatMap { reader.languageMap($0, "the title") }
            let range = writtenRange(written, name: id, grid: figures.rounded?.digits) {
                $0.reader.plain($1, $2)
            }
            guard let range else { return nil }
            ranges.append((range, title))
        }
        reader.checkDistinct(ranges.map(\.range.name), "the band", at: object.place)
        ranges.sort { $0.range.isBefore($1.range) }
        guard
            checkBands(
                ranges.map(\.range), scale(of: banded, nodes), figures.rounded?.digits,
                at: object.place)
        else { return nil }
        readBandRanges = (banded, figures.rounded, ranges.map(\.range))
        return Plan.Bands(
            nodes: banded, figures: figures.rounded,
            list: ranges.map { range, title in
                Plan.Bands.Band(
                    id: range.name, title: title, from: range.from, below: range.below,
                    text: range.text)
            })
    }

    /// From the least to the greatest score that any of the nodes can have.
    private func scale(of positions: [Int], _ nodes: [Node]) -> Node.Scale {
        let scales = positions.map { nodes[$0].scale }
        guard let least = scales.map(\.least).min(), let greatest = scales.map(\.greatest).max()
        else { return scale }
        // What a bonus may lift above the scale has no greatest score.
        let hasLimit = !positions.contains { nodes[$0].mayExceed }
        return Node.Scale(
            least: least, greatest: hasLimit ? greatest : Fixed(raw: .max))
    }

    private mutating func checkBands(
        _ ranges: [WrittenRange], _ scale: Node.Scale, _ grid: Int?, at place: Place
    ) -> Bool {
        var isSound = true
        for range in ranges {
            let isAbove = range.from.map { scale.greatest < $0 } ?? false
            let isBelow = range.below.map { $0 <= scale.least } ?? false
            guard isAbove || isBelow else { continue }
            reader.fail(
                "bands.unreachable", range.place,
                "no score reaches \(range.name) (\(range.text)): the scale "
                    + (isAbove ? "ends at \(scale.greatest)" : "begins at \(scale.least)"),
                help: "Delete the band or correct its edges")
            isSound = false
        }
        let codes = RangeCodes(
            gap: "bands.gap", overlap: "bands.overlap", order: "bands.order", to: "bands.to",
            figure: "score", grid: "figures: {mode: half-up, digits: …}")
        return checkRanges(ranges, covering: scale, grid: grid, codes, at: place) && isSound
    }
}
