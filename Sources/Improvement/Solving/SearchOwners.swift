/// Which block a measure acts on, or is needed in.
struct SearchOwners {
    enum Owner: Equatable {
        case none
        case block(Int)
        case several
    }

    private var owners: [Owner]
    private let needs: [[Int]]

    subscript(measure: Int) -> Owner {
        owners[measure]
    }

    init(_ problem: Problem, _ blocks: [Problem.Block]) {
        owners = Array(repeating: .none, count: problem.measures.count)
        needs = problem.measures.map(\.needs)
        for (index, block) in blocks.enumerated() {
            for group in block.groups {
                for measure in group.measures { add(.block(index), to: measure) }
            }
        }
        for (measure, owner) in owners.enumerated() where owner != .none {
            for other in needs[measure] { add(owner, to: other) }
        }
        partLinks(problem.exclusions)
        partLarge(blocks.count)
    }

    /// Positions of the measures of one block alone, sorted.
    func measures(of block: Int) -> [Int] {
        owners.indices.filter { owners[$0] == .block(block) }
    }

    private mutating func add(_ owner: Owner, to measure: Int) {
        if owners[measure] == .none {
            owners[measure] = owner
        } else if owners[measure] != owner {
            owners[measure] = .several
        }
    }

    /// A measure is branched on as well as looked up, and so is what it needs.
    private mutating func share(_ measure: Int) {
        owners[measure] = .several
        for other in needs[measure] { owners[other] = .several }
    }

    /// Of measures of different blocks that exclude one another those of one block stay its own.
    private mutating func partLinks(_ exclusions: [[Int]]) {
        for group in exclusions {
            var first: Owner?
            for measure in group {
                guard case .block = owners[measure] else { continue }
                if first == nil { first = owners[measure] }
                if owners[measure] != first { share(measure) }
            }
        }
    }

    private mutating func partLarge(_ blocks: Int) {
        var counts = [Int](repeating: 0, count: blocks)
        for owner in owners {
            if case .block(let block) = owner { counts[block] += 1 }
        }
        for block in counts.indices where counts[block] > SearchLayout.mostOwn {
            for measure in measures(of: block).dropFirst(SearchLayout.mostOwn) { share(measure) }
        }
    }
}
