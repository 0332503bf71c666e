internal import Arithmetic
internal import Diagnostics
internal import Domain

/// Brings the inputs of all files together, one column for each input, one row for each unit.
struct InputAssembly {
    /// What is known of one input so far.
    private struct Gathered {
        var values: ColumnBuilder
        var rows: [Int32]
        var provenance: [UInt32]
        var file: String?
        var files: [Int: String] = [:]
    }

    private let units: Units
    private let bodies: [Body]
    private let schema: EvidenceSchema
    private let share: EvidenceShare
    private let threads: Int?
    private var gathered: [Gathered?]
    private(set) var log: DiagnosticLog

    init(
        _ schema: EvidenceSchema, _ units: Units, _ bodies: [Body], _ share: EvidenceShare,
        threads: Int?, log: DiagnosticLog = DiagnosticLog()
    ) {
        self.log = log
        self.schema = schema
        self.share = share
        self.threads = threads
        self.units = units
        self.bodies = bodies
        gathered = Array(repeating: nil, count: schema.inputs.count)
    }

    /// The finished columns.
    func columns() -> [InputColumn] {
        schema.inputs.indices.map { input in
            let done = gathered[input] ?? blank(input)
            return InputColumn(
                column: done.values.column, file: done.file, rows: done.rows,
                provenance: done.provenance, files: done.files)
        }
    }

    /// Adds a table in wide form; a second row for a body and period is told once, not for
    /// every input.
    mutating func add(
        _ parts: [WideInputs], file: String, _ provenances: inout ProvenanceIndex
    ) {
        guard let inputs = parts.first?.inputs else { return }
        var rows = [Int32](repeating: 0, count: units.count)
        var provenance = [UInt32](repeating: 0, count: units.count)
        // Of each part, its rows and the units that they are about.
        var placed: [[NumberRows.Placed]] = []
        for part in parts {
            let numbers = provenances.join(part.provenances)
            var kept: [NumberRows.Placed] = []
            kept.reserveCapacity(part.bodies.count)
            for index in part.bodies.indices {
                let unit = units.unit(body: part.bodies[index], period: part.periods[index])
                guard rows[unit] == 0 else {
                    tellRepetition(unit, nil, (file, part.rows[index]), (file, rows[unit]))
                    continue
                }
                rows[unit] = part.rows[index]
                provenance[unit] = numbers[Int(part.provenance[index])]
                kept.append(
                    NumberRows.Placed(row: Int32(clamping: index), position: Int32(clamping: unit)))
            }
            placed.append(kept)
        }
        let fresh = inputs.indices.filter { gathered[inputs[$0]] == nil }
        let made = columns(of: fresh, parts, placed)
        for (position, values) in zip(fresh, made) {
            // All inputs of the table share these two arrays, which Swift does not copy.
            gathered[inputs[position]] = Gathered(
                values: values, rows: rows, provenance: provenance, file: file)
        }
        let isFresh = Set(fresh)
        for position in inputs.indices where !isFresh.contains(position) {
            for (part, kept) in zip(parts, placed) {
                for place in kept {
                    let unit = Int(place.position)
                    add(
                        part[Int(place.row), position], of: inputs[position], unit,
                        (file, rows[unit]), provenance[unit])
                }
            }
        }
    }

    /// The values of some inputs of a table, by unit; several columns at a time on all cores.
    private func columns(
        of positions: [Int], _ parts: [WideInputs], _ placed: [[NumberRows.Placed]]
    ) -> [ColumnBuilder] {
        let inputs = parts[0].inputs
        let (schema, count, threads) = (schema, units.count, threads)
        return Parallel.map(positions.count, chunk: WideColumns.chunk, threads: threads) { range in
            WideColumns.make(
                positions[range], of: positions[range].map { schema.inputs[inputs[$0]].type },
                parts,
                placed, count: count)
        }.flatMap { $0 }
    }

    /// Adds a table in long form.
    mutating func add(
        _ parts: [LongInputs], file: String, _ provenances: inout ProvenanceIndex
    ) {
        for part in parts {
            let numbers = provenances.join(part.provenances)
            for entry in part.entries {
                add(
                    entry.value, of: Int(entry.input),
                    units.unit(body: entry.body, period: entry.period), (file, entry.row),
                    numbers[Int(entry.provenance)])
            }
        }
    }

    private mutating func add(
        _ value: CellValue, of input: Int, _ unit: Int, _ place: (file: String, row: Int32),
        _ provenance: UInt32
    ) {
        if gathered[input] == nil { gathered[input] = blank(input) }
        if let first = gathered[input]?.rows[unit], first != 0 {
            let file = gathered[input].map { $0.files[unit] ?? $0.file ?? "" } ?? ""
            tellRepetition(unit, schema.inputs[input].id, place, (file, first))
            return
        }
        gathered[input]?.values.set(unit, to: value)
        gathered[input]?.rows[unit] = place.row
        gathered[input]?.provenance[unit] = provenance
        if gathered[input]?.file == nil { gathered[input]?.file = place.file }
        if gathered[input]?.file != place.file { gathered[input]?.files[unit] = place.file }
    }

    private func blank(_ input: Int) -> Gathered {
        Gathered(
            values: ColumnBuilder(schema.inputs[input].type, blanks: units.count),
            rows: Array(repeating: 0, count: units.count),
            provenance: Array(repeating: 0, count: units.count), file: nil)
    }

    private mutating func tellRepetition(
        _ unit: Int, _ input: String?, _ second: (file: String, row: Int32),
        _ first: (file: String, row: Int32)
    ) {
        let period = units.periods[unit / units.bodies]
        guard share.judges(bodies[unit % units.bodies].kind, period) else { return }
        let body = bodies[unit % units.bodies].id
        let what =
            input.map { "the input \($0) of \(body) for \(period)" } ?? "\(body) for \(period)"
        let other =
            first.file == second.file ? "row \(first.row)" : "\(first.file), row \(first.row)"
        log.error(
            "inputs.repeated",
            at: Place(file: second.file, row: Int(second.row), field: input),
            "\(what) stands here and in \(other)", help: "Keep one of the two")
    }
}
