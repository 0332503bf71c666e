internal import Arithmetic

extension PathFinder {
    /// The measures that gain most for their cost on top of a path, best first; those that gain
    /// nothing are not named.
    public func next(after path: Path, atMost count: Int = 5) -> [NextMeasure] {
        guard let asked = asked(path.goal.dual) else { return [] }
        let reading = FigureReading(finder: self, goal: path.goal.dual, table: asked.table)
        guard let base = reading.figure(path.chosen)?.reached else { return [] }
        let isFalling =
            if case .score(let scale) = asked.table.scale { scale.sign < 0 } else { false }
        let found = asked.table.measures.compactMap { measure -> NextMeasure? in
            guard let added = added(measure, to: path.chosen),
                let reached = reading.figure((path.chosen + added).sorted())?.reached,
                let gain = try? isFalling
                    ? base.subtracting(reached) : reached.subtracting(base),
                gain.sign > 0
            else { return nil }
            return NextMeasure(measures: added, cost: catalogue.cost(of: added), gain: gain.reduced)
        }
        let order = found.enumerated().sorted { first, second in
            switch (first.element.rate, second.element.rate) {
            case (nil, .some): true
            case (.some, nil): false
            case (let one?, let other?) where !one.isEqual(to: other): other.isLess(than: one)
            default: first.offset < second.offset
            }
        }
        return order.prefix(max(count, 0)).map(\.element)
    }

    /// A measure with those that it needs and a set does not have; `nil` where it is in the set, or
    /// cannot be taken with it.
    private func added(_ measure: Int, to chosen: [Int]) -> [Int]? {
        let members = Set(chosen)
        guard !members.contains(measure) else { return nil }
        let added = ([measure] + catalogue.measures[measure].needs).filter { !members.contains($0) }
        let all = members.union(added)
        let isFree = added.allSatisfy { all.isDisjoint(with: catalogue.measures[$0].excludes) }
        return isFree ? Set(added).sorted() : nil
    }
}

extension NextMeasure {
    /// What is gained for a unit of cost; `nil` for what costs nothing.
    fileprivate var rate: BigFraction? {
        guard cost > .zero else { return nil }
        return try? BigFraction(numerator: gain.numerator, denominator: gain.denominator)
            .divided(by: BigFraction(cost))
    }
}
