/// A problem less what cannot matter, in whole numbers from 0 up.
///
/// Measures that help nowhere and that none which helps needs are left out, and so are blocks that
/// hold anyway or cannot hold, rows that are met anyway, and states with which a block cannot hold.
/// The best sets of measures are the same as before, with all ties.
struct Reduction {
    /// What the conditions are for.
    enum Purpose {
        /// They have to be met.
        case meeting
        /// Those of required blocks may be missed, and are to be missed by little: the value of a
        /// state is then 1 where it is not forbidden.
        case nearing
    }

    /// Conditions that hold together, or groups that have values alone.
    struct Unit {
        /// Its position among the blocks; `nil` for what has values alone.
        let block: Int?
        /// What it counts for, no more than what is asked for; 0 where it has to hold.
        var weight: Int64
        /// Whether it may fail to hold.
        let isFree: Bool
        /// What is needed of each row, above 0.
        var needs: [Int128]
        /// Which row of the block each is.
        var rows: [Int]
        var tables: [ReducedTable]
    }

    let problem: Problem
    let purpose: Purpose
    /// Measures that have to be in, with all that they need; sorted.
    private(set) var forced: [Int] = []
    /// Others that may help, sorted.
    private(set) var open: [Int] = []
    private(set) var units: [Unit] = []
    /// The weight that free units have to come to.
    private(set) var weightNeeded: Int64 = 0
    /// The values of the states that are counted from.
    private(set) var base: Int128 = 0
    /// The weight of blocks that hold in all sets that do.
    private(set) var heldWeight: Int64 = 0

    /// Takes out what cannot matter.
    ///
    /// - Returns: `nil` where no set can do.
    init?(_ problem: Problem, for purpose: Purpose = .meeting, forcing: [Int: Bool] = [:]) {
        self.problem = problem
        self.purpose = purpose
        guard var choice = Choice(problem, forcing: forcing) else { return nil }
        forced = choice.forced
        while true {
            guard reduce(choice) else { return nil }
            let useful = usefulMeasures
            guard useful.count < choice.open.count else { break }
            choice.keep(useful)
        }
        open = choice.open
    }

    /// Measures that better something, and all that these need.
    private var usefulMeasures: [Int] {
        var isUseful = [Bool](repeating: false, count: problem.measures.count)
        for table in units.lazy.flatMap(\.tables) {
            for (bit, measure) in table.measures.enumerated()
            where table.helpful & (1 << UInt64(bit)) != 0 {
                isUseful[measure] = true
                for needed in problem.measures[measure].needs { isUseful[needed] = true }
            }
        }
        for measure in forced { isUseful[measure] = false }
        return isUseful.indices.filter { isUseful[$0] }
    }

    /// Makes the units anew for a choice; `false` where no set can do.
    private mutating func reduce(_ choice: Choice) -> Bool {
        units = []
        (base, heldWeight) = (0, 0)
        var (needed, possible) = (askedWeight, Int64(0))
        var valued: [ReducedTable] = []
        for (position, block) in problem.blocks.enumerated() {
            let isJudged = block.isRequired || (isWeighed && block.weight > 0)
            guard isJudged else {
                if isValued { valued += block.tables(choice, .own) }
                continue
            }
            switch Unit.made(of: block, at: position, choice, valuing(of: block)) {
            case .impossible where block.isRequired: return false
            case .impossible: continue
            case .held(let tables):
                if block.isRequired { valued += tables } else { needed -= block.weight }
                heldWeight += block.weight
            case .open(let unit):
                units.append(unit)
                if unit.isFree { possible += block.weight } else { heldWeight += block.weight }
            }
        }
        addValues(of: valued)
        return settleWeight(needed: needed, possible: possible)
    }

    /// Whether the values of states count.
    private var isValued: Bool { problem.aim == .greatestValue && purpose == .meeting }

    private func valuing(of block: Problem.Block) -> ReducedTable.Valuing {
        if purpose == .nearing, block.isRequired { return .permitted }
        return isValued ? .own : .none
    }

    /// Whether blocks that are not required count.
    private var isWeighed: Bool {
        askedWeight > 0 || (problem.aim == .greatestWeight && purpose == .meeting)
    }

    /// The weight that is asked of blocks that are not required.
    var askedWeight: Int64 {
        if case .leastCost(let weight) = problem.aim { max(0, weight) } else { 0 }
    }

    /// Groups whose conditions do not matter, as one unit.
    private mutating func addValues(of tables: [ReducedTable]) {
        guard isValued || purpose == .nearing else { return }
        let merged = ReducedTable.merged(tables.map(\.valuesAlone)).map { $0.prepared() }
        units.append(
            Unit(block: nil, weight: 0, isFree: false, needs: [], rows: [], tables: merged))
        for unit in units.indices {
            for table in units[unit].tables.indices {
                base += units[unit].tables[table].takeLeastValue()
            }
        }
    }

    /// Leaves out free units where their weight is there already, and counts none for more than is
    /// needed; `false` where all of them together weigh too little.
    private mutating func settleWeight(needed: Int64, possible: Int64) -> Bool {
        weightNeeded = max(0, needed)
        guard problem.aim != .greatestWeight else { return true }
        if weightNeeded == 0 { units.removeAll { $0.isFree } }
        for unit in units.indices where units[unit].isFree {
            units[unit].weight = min(units[unit].weight, weightNeeded)
        }
        return purpose == .nearing || possible >= weightNeeded
    }
}
