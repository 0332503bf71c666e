/// What separates the columns of a file, and in which row its headings stand.
struct TableGuess {
    let separator: UInt8
    /// How many fields a row has as a rule.
    let width: Int
    /// The row of the headings.
    let headingRow: Int
    let headings: [String]
    /// The rows beneath the headings that have as many fields.
    let rows: [FileSample.Row]
    /// Rows beneath the headings with more or fewer fields.
    let ragged: [FileSample.Row]
    /// Rows beneath the headings in which nothing is filled in.
    let blank: [Int]
    /// Why no more rows could be read.
    let stop: FileSample.Stop?
    /// Whether another separator fits nearly as well.
    let rival: UInt8?
    /// Whether the row of headings looks like one.
    let hasHeadings: Bool

    /// How many rows decide on the separator.
    private static let tried = 500
    /// The headings stand among the first so many rows.
    private static let mostAbove = 40

    /// Looks at the rows.
    ///
    /// - Throws: Why no row could be read.
    init(_ sample: FileSample) throws(FileProblem) {
        // Where two fit alike, the comma is rather a decimal comma.
        let order = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ",")]
        let fits = order.map { Fit(sample, $0, Self.tried) }.sorted { $0.share > $1.share }
        let best = fits[0].share > 0 ? fits[0] : Fit(sample, UInt8(ascii: ","), Self.tried)
        separator = best.separator
        rival =
            fits[0].share > 0 && fits[1].share * 10 > fits[0].share * 9 ? fits[1].separator : nil
        let (all, stop) = sample.rows(separator, atMost: FileSample.mostRows)
        guard !all.isEmpty else {
            throw stop?.problem
                ?? FileProblem(
                    "csv.empty", "the file is empty", help: "Name a file with a table in it")
        }
        let width = max(best.width, 1)
        self.width = width
        self.stop = stop
        let found = all.prefix(Self.mostAbove).first { Self.isHeading($0.cells, width) }
        let heading = found ?? all.first { $0.cells.count == width } ?? all[0]
        hasHeadings = found != nil
        headingRow = heading.number
        headings = heading.cells
        let beneath = all.dropFirst(heading.number)
        let isBlank = { (row: FileSample.Row) in row.cells.allSatisfy(\.isEmpty) }
        rows = beneath.filter { $0.cells.count == heading.cells.count && !isBlank($0) }
        ragged = beneath.filter { $0.cells.count != heading.cells.count && !isBlank($0) }
        blank = beneath.filter(isBlank).map(\.number)
    }

    /// How well a separator fits.
    private struct Fit {
        let separator: UInt8
        let width: Int
        /// The share of rows with the most common number of fields, when that is above 1.
        let share: Double

        init(_ sample: FileSample, _ separator: UInt8, _ count: Int) {
            let rows = sample.rows(separator, atMost: count).rows
            var counts: [Int: Int] = [:]
            for row in rows { counts[row.cells.count, default: 0] += 1 }
            let wide = counts.filter { $0.key > 1 }
            let most = wide.max { ($0.value, $0.key) < ($1.value, $1.key) }
            self.separator = separator
            width = most?.key ?? 1
            share = Double(most?.value ?? 0) / Double(max(rows.count, 1))
        }
    }

    /// Whether most cells are filled with texts that are no numbers, each once.
    private static func isHeading(_ cells: [String], _ width: Int) -> Bool {
        let filled = cells.filter { !$0.isEmpty }
        guard cells.count == width, filled.count * 10 >= width * 6 else { return false }
        let numbers = filled.count { NumberGuess.isNumber($0) && !isYear($0) }
        return numbers == 0 && Set(filled).count == filled.count
            && filled.contains { !NumberGuess.isNumber($0) }
    }

    private static func isYear(_ text: String) -> Bool {
        guard text.utf8.count == 4, let year = Int(text) else { return false }
        return (1900...2100).contains(year)
    }
}
