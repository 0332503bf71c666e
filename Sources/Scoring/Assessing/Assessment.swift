public import Arithmetic
public import Diagnostics
internal import Domain
public import Evidence
public import Methodology

/// A plan applied to evidence: the outcome of every node for every body and period.
///
/// A class only so that whoever tells of it shares it without copying; nothing in it changes.
public final class Assessment: Sendable {
    /// The rules.
    public let plan: Plan
    /// What they were applied to.
    public let evidence: Evidence
    /// Whether the methodology's owner computed it.
    public let isByOwner: Bool
    /// One for each node of the plan; `nil` for nodes that were not asked for.
    public let columns: [NodeColumn?]
    /// One for each node: the rank by unit, 0 where there is none; empty for nodes without ranks.
    public let ranks: [[Int32]]
    /// Positions of the periods that lie within the days the edition holds for.
    public let scoredPeriods: [Int]
    let dependencies: [Dependencies]
    let computed: [[ComputedColumn]]
    let populations: Populations
    let ground: Ground
    let given: [Int: [Int: Outcome]]
    /// Whether the decisions about its evidence were left out.
    public let isWithoutDecisions: Bool
    let options: Options

    private init(
        _ ground: Ground, _ dependencies: [Dependencies], computed: [[ComputedColumn]],
        columns: [NodeColumn?], ranks: [[Int32]], scoredPeriods: [Int], _ populations: Populations,
        given: [Int: [Int: Outcome]], _ options: Options
    ) {
        (plan, evidence, self.ground) = (ground.plan, ground.evidence, ground)
        (self.dependencies, self.computed, self.columns) = (dependencies, computed, columns)
        (self.ranks, self.scoredPeriods) = (ranks, scoredPeriods)
        (self.populations, self.given) = (populations, given)
        isByOwner = options.isByOwner
        isWithoutDecisions = options.isWithoutDecisions
        self.options = options
    }

    /// How it is done.
    public struct Options: Sendable {
        /// At most so many threads; `nil` uses all cores.
        ///
        /// The result does not depend on it.
        public var threads: Int?
        /// Only these nodes and what they rest on; `nil` for all.
        public var nodes: [Int]?
        /// Whether the methodology's owner computes it.
        public var isByOwner = false
        /// Whether the decisions about its evidence were left out, so that nothing is official.
        public var isWithoutDecisions = false
        /// What numbers within a step are; `nil` for what the edition says.
        ///
        /// Any edition can be computed with doubles. One that asks for doubles cannot be
        /// computed exactly: there ``NumberKind/decimal`` changes nothing.
        public var arithmetic: NumberKind?
        /// Whether records are taken one by one; the reference of tests, since nothing changes.
        var isByRecord = false

        /// All nodes, all cores, not by the owner.
        public init() {}
    }

    /// Applies the rules.
    ///
    /// - Returns: `nil` when a number cannot be, with everything that was found in the log.
    public static func make(
        _ plan: Plan, _ evidence: Evidence, options: Options = Options()
    ) -> (assessment: Assessment?, log: DiagnosticLog) {
        make(plan, evidence, options: options, given: [:])
    }

    static func make(
        _ plan: Plan, _ evidence: Evidence, options: Options, given: [Int: [Int: Outcome]],
        supposed: Supposed = Supposed()
    ) -> (assessment: Assessment?, log: DiagnosticLog) {
        var log = DiagnosticLog()
        let numbers = plan.arithmetic == .double ? .double : options.arithmetic ?? .decimal
        let ground = Ground(
            plan: plan, evidence: evidence, numbers: numbers, isByRecord: options.isByRecord,
            supposed: supposed)
        let dependencies = Dependencies.all(of: plan)
        let computed = ComputedFields.columns(of: ground, threads: options.threads)
        var needed = Positions()
        for node in options.nodes ?? Array(plan.nodes.indices) {
            needed.formUnion(dependencies[node].nodes)
        }
        if let excess = excess(
            nodes: needed.count, bodies: evidence.bodies.count, periods: evidence.periods.count)
        {
            log.add(excess)
            return (nil, log)
        }
        let outranking = plan.nodes.indices.filter { needed.contains($0) }
        if let excess = excess(
            comparing: outranking.map { plan.nodes[$0] }, bodies: evidence.bodies.count,
            periods: evidence.periods.count)
        {
            log.add(excess)
            return (nil, log)
        }
        let isScored = evidence.periods.map { plan.identity.holds(for: $0) }
        let decided = DecidedNodes(evidence)
        // What is decided takes the place of what would be computed, as in a test case.
        let given = given.merging(decided.outcomes) { $1 }
        let verification = Verification(evidence, decided, plan)
        var columns: [NodeColumn?] = plan.nodes.map { _ in nil }
        var faulty = Positions()
        var populations = Populations()
        func scorer(_ populations: Populations) -> Scorer {
            Scorer(
                ground: ground, computed: computed, columns: columns, given: given,
                populations: populations)
        }
        @Sendable func unverified(_ position: Int) -> [Bool] {
            verification.unverifiedUnits(position, dependencies[position])
        }
        let order = plan.order.filter(needed.contains)
        let leaves = leaves(order, scorer(populations), threads: options.threads, unverified)
        // What rests on a faulty node is not computed; everything else tells its faults too.
        for position in order where faulty.isDisjoint(with: dependencies[position].nodes) {
            let beside = (plan.nodes[position].substitute?.leaves ?? []).flatMap {
                plan.nodes[$0].formulasOfValue
            }
            populations.take(
                plan.nodes[position].formulas + beside, threads: options.threads, scorer)
            populations.takeOutranking(
                of: position, scorer(populations), isScored, threads: options.threads)
            populations.takeFits(of: position, scorer(populations), isScored)
            populations.takeSubstitutes(
                of: position, scorer(populations), isScored, threads: options.threads)
            populations.takeTreatments(
                of: position, scorer(populations), isScored, threads: options.threads)
            populations.takeValues(
                of: position, scorer(populations), isScored, threads: options.threads)
            let made =
                leaves[position]
                ?? scorer(populations).column(
                    position, unverified(position), threads: options.threads)
            columns[position] = made.column
            if made.log.hasErrors { faulty.insert(position) }
            log.add(made.log)
        }
        guard !log.hasErrors else { return (nil, log) }
        for check in plan.checks {
            let formulas = [check.when, check.expect].compactMap { $0 }
            populations.take(formulas, threads: options.threads, scorer)
        }
        do {
            let ranks = try Ranks.all(
                of: plan, evidence, columns, isScored, asked: options.nodes,
                threads: options.threads)
            return (
                Assessment(
                    ground, dependencies, computed: computed, columns: columns, ranks: ranks,
                    scoredPeriods: isScored.indices.filter { isScored[$0] }, populations,
                    given: given, options),
                log
            )
        } catch {
            log.error(
                "value.too-large", at: nil,
                "a score is 10^20 or more where it is rounded to be ranked",
                help: "Use a smaller scale")
            return (nil, log)
        }
    }

    /// The columns of the plain nodes that are one input each, by node.
    ///
    /// Where there are few of them, cores are better used within each; then there are none here.
    private static func leaves(
        _ positions: [Int], _ scorer: Scorer, threads: Int?, _ unverified: @Sendable (Int) -> [Bool]
    ) -> [Int: Scorer.Made] {
        let nodes = positions.compactMap { position in
            PlainNode(position, scorer).flatMap { $0.isInput ? (position, $0) : nil }
        }
        guard nodes.count >= 8 else { return [:] }
        let made = scorer.columns(nodes, threads: threads, unverified)
        return Dictionary(uniqueKeysWithValues: zip(nodes.map(\.0), made))
    }
}

extension Assessment {
    /// How a node came to its outcome, computed again from the plan.
    ///
    /// - Parameters:
    ///   - node: One of those that were asked for.
    ///   - unit: Of a period that the edition holds for.
    /// - Returns: Every step of the path.
    public func computation(of node: Int, at unit: Int) -> Computation {
        do throws(Failure) { return try scorer.computation(node, unit) } catch {
            preconditionFailure("what was computed once is computed again: \(error.diagnostic)")
        }
    }

    /// The share of the weight beneath an aggregate that has a score of its own; `nil` for any
    /// other node, where nothing beneath is applicable, and where the outcome was decided.
    public func coverage(of node: Int, at unit: Int) -> Fraction? {
        guard given[node]?[unit] == nil else { return nil }
        if columns[node]?.states[unit] != .notApplicable,
            let known = columns[node]?.coverage(at: unit)
        {
            return known
        }
        guard case .aggregate(let aggregate) = plan.nodes[node].content, kind(of: unit) != nil,
            columns[node]?.states[unit] != .notApplicable,
            // What was weighed once is weighed again.
            let weighing = try? scorer.weighing(aggregate.weights, of: plan.nodes[node], unit)
        else { return nil }
        return scorer.members(of: plan.nodes[node], aggregate, weighing, unit).coverage
    }

    /// The unit of a body and a period by their positions.
    public func unit(body: Int, period: Int) -> Int { period * evidence.bodies.count + body }

    /// The unit of the same body so many periods before; `nil` where the evidence has none.
    public func unit(_ periods: Int, before unit: Int) -> Int? {
        periods == 0 ? unit : ground.unit(periods, before: unit)
    }

    /// The position of the unit's body.
    public func body(of unit: Int) -> Int { ground.body(of: unit) }

    /// The position of the unit's period.
    public func period(of unit: Int) -> Int { ground.period(of: unit) }

    /// The position of the unit's kind of body in the plan; `nil` for one it does not name.
    public func kind(of unit: Int) -> Int? {
        let kind = ground.kinds[body(of: unit)]
        return kind < 0 ? nil : kind
    }

    /// The value of a parameter on the last day of the unit's period; `nil` when not known.
    public func parameter(_ parameter: Int, at unit: Int) -> Fraction? {
        ground.parameters[period(of: unit)][parameter]
    }

    /// The band of the node's score; `nil` without a score, or where the node has no bands.
    public func band(of node: Int, at unit: Int) -> Plan.Bands.Band? {
        guard let bands = plan.bands, bands.nodes.contains(node),
            let score = columns[node]?.score(at: unit)
        else { return nil }
        // Rounding leaves the numbers' range only at 10^20, which no score reaches.
        return try? bands.band(of: score)
    }

    /// The rank of the node's score among those it is compared with; `nil` where it has none.
    public func rank(of node: Int, at unit: Int) -> Int? {
        let ranks = ranks[node]
        guard !ranks.isEmpty, ranks[unit] > 0 else { return nil }
        return Int(ranks[unit])
    }

    var scorer: Scorer {
        Scorer(
            ground: ground, computed: computed, columns: columns, given: given,
            populations: populations)
    }

    var engine: Engine {
        Engine(ground: ground, computed: computed, nodes: columns, populations: populations)
    }
}
