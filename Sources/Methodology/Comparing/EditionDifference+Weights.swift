extension EditionDifference {
    /// The ids of nodes whose weight is another one, in the order in which they are told.
    public var weighedOtherwise: [String] {
        told.filter { changes[$0].isOfWeight }.map { changes[$0].subject.id }
    }

    /// The node whose children a step weighs otherwise, where it does nothing else.
    public func reweighs(_ step: Step) -> String? {
        let parents = Set(step.changes.map { changes[$0].subject.within.last })
        guard parents.count == 1, step.changes.allSatisfy({ changes[$0].isOfWeight }) else {
            return nil
        }
        return parents.first ?? nil
    }

    /// Whether a change rests on nothing but a choice: its rule or parameter is assumed, in the
    /// new edition or, where it is gone, in the old one.
    public func isAssumed(_ change: Change) -> Bool {
        let plan = change.action == .removed && change.key == nil ? old : new
        switch (change.subject.kind, change.topic) {
        case ("parameter", .parameters):
            return plan.parameters.contains { $0.id == change.subject.id && $0.isAssumed }
        case ("node", .weights):
            let nodes = [change.subject.id] + change.subject.within.suffix(1)
            return nodes.contains { plan.isAssumed($0) }
        case ("node", .formulas), ("node", .scores), ("node", .policies), ("node", .nodes):
            return plan.isAssumed(change.subject.id)
        default: return false
        }
    }
}

extension Plan {
    fileprivate func isAssumed(_ id: String) -> Bool {
        node(id).map { nodes[$0].isAssumed } ?? false
    }
}

extension Change {
    /// Whether one weight stands in the place of another.
    fileprivate var isOfWeight: Bool { topic == .weights && action == .changed }
}
