extension Evidence {
    /// The evidence as it stands without some of its decisions.
    ///
    /// - Parameter numbers: Positions in ``decisions``.
    /// - Returns: What was handed in in the place of what they say.
    public func leavingOut(_ numbers: Set<Int>) -> Evidence {
        var changes: [Int: [InputColumn.Change]] = [:]
        for number in numbers.sorted() {
            guard case .input(let input) = decisions[number].subject,
                let before = decisions[number].before
            else { continue }
            changes[input, default: []].append(
                InputColumn.Change(
                    unit: decisions[number].unit, cell: before.cell, file: before.file,
                    row: before.row, provenance: before.provenance))
        }
        var evidence = self
        for (input, changes) in changes {
            evidence.inputs[input] = inputs[input].changed(changes)
        }
        evidence.decisions = decisions.indices.filter { !numbers.contains($0) }.map {
            decisions[$0]
        }
        return evidence
    }

    /// The position of the decision about an input of a unit; `nil` when there is none.
    public func decision(aboutInput input: Int, at unit: Int) -> Int? {
        decisions.firstIndex { $0.unit == unit && $0.subject == .input(input) }
    }
}

extension DataPackage {
    /// Whether decisions were handed in.
    public var hasDecisions: Bool { resources.contains { $0.role == .decisions } }

    /// Whether rows are handed in that name nodes of an edition: decisions, reforms or measures.
    public var namesNodes: Bool {
        resources.contains { [.decisions, .reforms, .measures].contains($0.role) }
    }

    /// The same without the tables of decisions.
    public var withoutDecisions: DataPackage {
        var package = self
        package.resources.removeAll { $0.role == .decisions }
        return package
    }
}
