/// A linear program some of whose columns are whole numbers; its objective is made least.
struct IntegerProgram {
    /// What a row comes to at least or at most, or exactly.
    enum Sense {
        case atLeast
        case atMost
        case equal
    }

    /// One place of the matrix.
    struct Term {
        let column: Int
        let factor: Double
    }

    /// Least and greatest values, and what one of each adds to the objective.
    private(set) var lower: [Double] = []
    private(set) var upper: [Double] = []
    var objective: [Double] = []
    private(set) var isWhole: [Bool] = []
    /// Terms of all rows one after another, and where each row begins.
    private(set) var terms: [Term] = []
    private(set) var starts = [0]
    private(set) var leasts: [Double] = []
    private(set) var greatests: [Double] = []

    var columns: Int { lower.count }
    var rows: Int { leasts.count }

    /// Adds a column of 0…`upper`, and says its position.
    mutating func addColumn(isWhole: Bool = false, upper: Double = 1) -> Int {
        lower.append(0)
        self.upper.append(upper)
        objective.append(0)
        self.isWhole.append(isWhole)
        return columns - 1
    }

    /// Adds a row; each column stands in it once at most.
    mutating func addRow(_ row: [Term], _ sense: Sense, _ bound: Double) {
        terms += row
        starts.append(terms.count)
        leasts.append(sense == .atMost ? -.greatestFiniteMagnitude : bound)
        greatests.append(sense == .atLeast ? .greatestFiniteMagnitude : bound)
    }

    /// Holds a column to one value.
    mutating func fix(_ column: Int, at value: Double) {
        lower[column] = value
        upper[column] = value
    }
}
