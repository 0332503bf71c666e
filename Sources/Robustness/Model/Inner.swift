internal import Methodology

/// A node whose value is what its children come to.
struct Inner: Sendable {
    /// The position of the node in the plan.
    let node: Int
    /// Where its column stands.
    let slot: Int
    let children: [Child]
    let combining: Combining
    /// What each alternative puts in its place, by the order of the cases; empty where none does.
    let alternatives: [Combining]
    let weights: Weights
    /// What the weights lack, by body; empty where nothing.
    let obstacles: [Obstacle]
    let notApplicable: Policy
    let missing: Policy
    let excluded: Policy
    /// The least share of the weight that must have a score of its own; 0 for none.
    let coverage: Double
    /// What its score is held to; `nil` where nothing holds it.
    let caps: CellCaps?
    let path: Path

    struct Child: Sendable {
        let node: Int
        let slot: Int
        /// The least score of its scale.
        let least: Double
    }

    /// Nominal weights.
    enum Weights: Sendable {
        /// One for each child, the same for all bodies.
        case same([Double])
        /// For each child one for each body.
        case each([[Double]])
    }

    enum Obstacle: Sendable {
        case none
        /// A weight needs something that is blank.
        case blank
        /// What the weights are in proportion to sums to 0.
        case nothing
    }

    /// What is done with a child that has no score.
    enum Policy: Sendable {
        case refuse
        case redistribute
        case zero
        case worst
        /// Its weight goes to a sibling, a position among the children.
        case to(Int)
    }

    /// Computes its column from those of all other nodes.
    func run(
        _ settings: Settings, _ columns: [Column], into column: inout Column, _ work: inout Work
    ) {
        let combining = combining(settings)
        if case .copeland = combining {
            outrank(settings, columns, into: &column, &work)
            return path.finish(&column, by: path.rule, filling: path.missing, &work)
        }
        if case .same(let own) = weights, isSimple(settings, columns) {
            weigh(own, settings, &work)
            if combineFull(combining, settings, columns, into: &column, &work) {
                return finish(settings, columns, &column, &work)
            }
        }
        for body in column.scores.indices {
            let mark = gather(body, combining, settings, columns, &work)
            var score = Double.nan
            if mark == .score { score = combining.result(children.count, &work) }
            column.scores[body] = score
            column.marks[body] = mark == .score && score.isNaN ? .missing : mark
        }
        column.settle()
        finish(settings, columns, &column, &work)
    }

    /// Does what follows the value.
    private func finish(
        _ settings: Settings, _ columns: [Column], _ column: inout Column, _ work: inout Work
    ) {
        guard let caps else {
            return path.finish(&column, by: path.rule, filling: path.missing, &work)
        }
        hold(by: caps, settings, columns, &work)
        path.finish(&column, by: path.rule, filling: path.missing, caps: work.caps, &work)
    }

    /// What it computes in a run.
    func combining(_ settings: Settings) -> Combining {
        guard let chosen = settings.aggregation, !alternatives.isEmpty,
            let index = Alternatives.Aggregation.allCases.firstIndex(of: chosen)
        else { return combining }
        return alternatives[index]
    }

    /// Whether every child has a score for every body, or is left out.
    private func isSimple(_ settings: Settings, _ columns: [Column]) -> Bool {
        guard obstacles.isEmpty else { return false }
        for child in children where child.node != settings.leftOut {
            guard columns[child.slot].isFull, coverage == 0 || columns[child.slot].isOwn else {
                return false
            }
        }
        return true
    }

    /// The weights of a run from the nominal ones.
    private func weigh(_ own: [Double], _ settings: Settings, _ work: inout Work) {
        if settings.hasEqualWeights, hasWeights {
            var (sum, count) = (0.0, 0.0)
            for weight in own where weight > 0 {
                sum += weight
                count += 1
            }
            for child in own.indices { work.weights[child] = own[child] > 0 ? sum / count : 0 }
        } else if let factors = settings.weights {
            for child in own.indices {
                work.weights[child] = own[child] * factors[children[child].node]
            }
        } else {
            for child in own.indices { work.weights[child] = own[child] }
        }
        for child in own.indices {
            let isOut = children[child].node == settings.leftOut
            work.effective[child] = isOut ? 0 : work.weights[child]
        }
    }

    /// Whether its children have weights that the edition gives.
    var hasWeights: Bool {
        switch combining {
        case .mean, .weightedSum, .harmonic, .geometric, .power, .copeland: true
        case .sum, .median, .least, .greatest, .kthBest: false
        }
    }
}

extension Inner {
    /// Puts the scores of the children that count for a body into the memory.
    ///
    /// In this order: leave out what is not applicable and redistributed; refuse; coverage; the
    /// other policies.
    ///
    /// - Returns: ``Mark/score`` when they come to something, otherwise why not.
    func gather(
        _ body: Int, _ combining: Combining, _ settings: Settings, _ columns: [Column],
        _ work: inout Work
    ) -> Mark {
        weigh(at: body, settings, &work)
        var members = Members()
        var isMoved = false
        for (index, child) in children.enumerated() {
            let isOut = child.node == settings.leftOut
            let mark = isOut ? .leftOut : columns[child.slot].marks[body]
            let weight = work.weights[index]
            work.effective[index] = 0
            if mark.hasScore {
                work.parts[index] = max(columns[child.slot].scores[body], combining.least)
                work.effective[index] = weight
                members.addScore(isOwn: mark == .score, weight)
                continue
            }
            let policy = policy(mark, settings)
            members.add(mark, policy, weight)
            switch policy {
            case .zero: count(index, max(0, combining.least), weight, &work)
            case .worst: count(index, max(child.least, combining.least), weight, &work)
            case .to: isMoved = true
            case .refuse, .redistribute: break
            }
        }
        if let obstacle = members.obstacle(blank: obstacle(body) == .blank, coverage: coverage) {
            return obstacle
        }
        if isMoved, !move(body, settings, columns, &work) { return .missing }
        guard members.hasScore else { return members.isExcludedAlone ? .excluded : .missing }
        if obstacle(body) == .nothing { return .missing }
        for index in children.indices where work.effective[index] > 0 { return .score }
        return .missing
    }

    private func obstacle(_ body: Int) -> Obstacle {
        obstacles.isEmpty ? .none : obstacles[body]
    }

    private func count(_ child: Int, _ score: Double, _ weight: Double, _ work: inout Work) {
        work.parts[child] = score
        work.effective[child] = weight
    }

    /// The weights of a run for a body, where they are not those of the body before.
    func weigh(at body: Int, _ settings: Settings, _ work: inout Work) {
        guard case .each(let own) = weights else {
            if case .same(let own) = weights, body == 0 { weigh(own, settings, &work) }
            return
        }
        var (sum, count) = (0.0, 0.0)
        for index in children.indices {
            let weight = own[index][body]
            sum += weight
            if weight > 0 { count += 1 }
            work.weights[index] = weight * (settings.weights?[children[index].node] ?? 1)
        }
        guard settings.hasEqualWeights, hasWeights else { return }
        for index in children.indices {
            work.weights[index] = own[index][body] > 0 ? sum / count : 0
        }
    }

    private func policy(_ mark: Mark, _ settings: Settings) -> Policy {
        switch mark {
        case .notApplicable: notApplicable
        case .excluded: excluded
        case .missing: settings.missing == .redistribute ? .redistribute : missing
        case .leftOut, .score, .filled: .redistribute
        }
    }

    /// Gives weights to siblings; fails where one of them has no score.
    private func move(
        _ body: Int, _ settings: Settings, _ columns: [Column], _ work: inout Work
    ) -> Bool {
        for (index, child) in children.enumerated() {
            let isOut = child.node == settings.leftOut
            let mark = isOut ? .leftOut : columns[child.slot].marks[body]
            guard case .to(let sibling) = policy(mark, settings), !mark.hasScore else { continue }
            let other = children[sibling]
            guard other.node != settings.leftOut, columns[other.slot].marks[body].hasScore else {
                return false
            }
            work.effective[sibling] += work.weights[index]
        }
        return true
    }

    /// What the children of one body are like.
    private struct Members {
        private(set) var hasScore = false
        private(set) var isExcludedAlone = true
        private var hasAny = false
        private var hasLeftOut = false
        private var isRefused = false
        private var covered = 0.0
        private var applicable = 0.0

        mutating func addScore(isOwn: Bool, _ weight: Double) {
            (hasAny, hasScore, isExcludedAlone) = (true, true, false)
            applicable += weight
            if isOwn { covered += weight }
        }

        mutating func add(_ mark: Mark, _ policy: Policy, _ weight: Double) {
            if mark == .leftOut {
                hasLeftOut = true
                return
            }
            if mark != .notApplicable { applicable += weight }
            if case .redistribute = policy, mark == .notApplicable { return }
            hasAny = true
            if case .refuse = policy { isRefused = true }
            if mark != .excluded { isExcludedAlone = false }
        }

        func obstacle(blank isBlank: Bool, coverage: Double) -> Mark? {
            guard hasAny else { return hasLeftOut ? .leftOut : .notApplicable }
            if isRefused || isBlank { return .missing }
            // Shares that are the same as fractions are never told apart.
            let isCovered = covered >= (coverage - 1e-12) * applicable
            return coverage > 0 && applicable > 0 && !isCovered ? .missing : nil
        }
    }
}
