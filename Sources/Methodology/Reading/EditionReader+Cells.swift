internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

/// The cells of stages, which become weighted means with gates.
extension EditionReader {
    /// Where a cell or one of its criteria stands.
    struct Seat {
        /// The position of the dimension.
        let dimension: Int
        /// The position of the stage.
        let stage: Int
    }

    /// Keys that a cell may have; how it is put together follows from the stages.
    private static let cellKeys = Set(
        Vocabulary.metadata + ["id", "stage", "nodes", "applies-when", "assumed"])

    /// Finds the cells and their criteria, and writes out what the stages make of them.
    ///
    /// - Returns: The dimensions in the order of the file.
    mutating func readCells() -> [Stages.Dimension] {
        var cells: [(parent: Int, stage: Int, node: Int)] = []
        for position in drafts.indices {
            reader.node = drafts[position].id
            guard let yaml = drafts[position].object["stage"] else { continue }
            guard root.has("stages") else {
                reader.fail(
                    "stages.absent", yaml.place, "the node has a stage, and the edition has none",
                    help: "Write stages: at the edition, with the list of stages and their rule")
                continue
            }
            guard !stageList.isEmpty, let stage = stagePosition(yaml, stageList) else { continue }
            if let parent = dimension(above: position, at: yaml.place) {
                cells.append((parent, stage, position))
            }
            checkCell(position)
        }
        let dimensions = dimensions(of: cells)
        reader.node = nil
        for (position, dimension) in dimensions.enumerated() {
            for (stage, cell) in dimension.cells.enumerated() {
                write(cell, Seat(dimension: position, stage: stage))
            }
        }
        checkOutside()
        return dimensions
    }

    /// The heading that a cell stands under.
    private mutating func dimension(above cell: Int, at place: Place) -> Int? {
        if let parent = drafts[cell].parent, isHeading(parent), !drafts[parent].object.has("stage")
        {
            return parent
        }
        reader.fail(
            "stages.dimension", place,
            drafts[cell].parent.map {
                "\"\(drafts[$0].id)\" above the cell is no heading, and so no dimension"
            } ?? "the cell stands under no dimension",
            help: "Write the cells of a dimension under a node with aggregate: none")
        return nil
    }

    /// What a cell may not say, and what may not stand in it.
    private mutating func checkCell(_ position: Int) {
        let object = drafts[position].object
        let keys = Vocabulary.node.keys + ["parameters"]
        for key in keys where object.has(key) && !Self.cellKeys.contains(key) {
            reader.fail(
                "stages.cell", object[key]?.place ?? object.place,
                "a cell has \(key), and the stages say how a cell is put together",
                help: "Leave it out: a cell is the weighted mean of its criteria, with the "
                    + "coverage and the corrections of stages:")
        }
        for child in drafts[position].children where !drafts[child].isLeaf {
            reader.log.error(
                "stages.criterion", at: drafts[child].object.place, node: drafts[child].id,
                "what stands in a cell is a criterion, and this one has no value of its own",
                help: "Write value: and score:, or move what stands beneath it into the cell")
        }
    }

    /// The headings with one cell for each stage.
    private mutating func dimensions(
        of cells: [(parent: Int, stage: Int, node: Int)]
    ) -> [Stages.Dimension] {
        guard !stageList.isEmpty else { return [] }
        var dimensions: [Stages.Dimension] = []
        for parent in drafts.indices {
            let own = cells.filter { $0.parent == parent }
            if own.isEmpty { continue }
            let places = stageList.indices.map { stage in own.filter { $0.stage == stage } }
            for (stage, several) in zip(stageList, places) where several.count != 1 {
                let second = several.dropFirst().first.map { drafts[$0.node] }
                reader.log.error(
                    second == nil ? "stages.incomplete" : "stages.twice",
                    at: second?.object["stage"]?.place ?? drafts[parent].object.place,
                    node: drafts[parent].id,
                    second == nil
                        ? "the dimension has no cell for the stage \"\(stage.id)\""
                        : "the dimension has two cells for the stage \"\(stage.id)\"",
                    help: second == nil
                        ? "Add a node with stage: \(stage.id) under it"
                        : "Write the criteria of both under one")
            }
            guard places.allSatisfy({ $0.count == 1 }) else { continue }
            dimensions.append(
                Stages.Dimension(node: parent, cells: places.map { $0[0].node }))
        }
        if cells.isEmpty, !drafts.isEmpty, !drafts.contains(where: { $0.object.has("stage") }) {
            reader.log.error(
                "stages.empty", at: root["stages"]?.place ?? root.place, node: nil,
                "no node is the cell of a stage",
                help: "Write stage: at the nodes that hold the criteria of a stage, as in "
                    + "{id: A1-P, stage: \(stageList[0].id), nodes: […]}")
        }
        return dimensions
    }

    /// Writes out the aggregate and the coverage of a cell, and equal weights where none are said.
    private mutating func write(_ cell: Int, _ seat: Seat) {
        guard let stages else { return }
        let place = drafts[cell].object["stage"]?.place ?? stages.place
        func scalar(_ text: String) -> YAML {
            YAML(kind: .scalar(text, isPlain: true), place: place)
        }
        func entry(_ key: String, _ value: YAML) -> YAML.Entry {
            YAML.Entry(key: key, keyPlace: place, value: value)
        }
        func group(_ entries: [YAML.Entry]) -> YAML { YAML(kind: .mapping(entries), place: place) }
        let policies = ["not-applicable", "missing", "excluded"].map {
            entry($0, scalar("redistribute"))
        }
        drafts[cell].seat = seat
        drafts[cell].object = drafts[cell].object.merging([
            entry("aggregate", group([entry("weighted-mean", group(policies))])),
            entry("coverage", group([entry("at-least", scalar(stages.coverage.description))])),
        ])
        let isWeighed = drafts[cell].children.contains { drafts[$0].object.has("weight") }
        for child in drafts[cell].children {
            drafts[child].seat = seat
            guard !isWeighed else { continue }
            drafts[child].object = drafts[child].object.merging([entry("weight", scalar("equal"))])
        }
    }

    /// Whether it is not known which nodes are criteria, since stages or cells have faults.
    var areStagesFaulty: Bool {
        root.has("stages") ? reader.log.hasErrors : reader.log.counts["stages.absent"] != nil
    }

    /// Keys of criteria at nodes that are none.
    private mutating func checkOutside() {
        guard !areStagesFaulty else { return }
        for draft in drafts where draft.seat == nil || !draft.isLeaf {
            for key in Vocabulary.criterionKeys {
                guard let yaml = draft.object[key] else { continue }
                reader.log.error(
                    "criterion.outside", at: yaml.place, node: draft.id,
                    "\(key) stands at a node that is no criterion of a stage",
                    help: "Leave it out, or move the node into the cell of a stage")
            }
        }
    }
}
