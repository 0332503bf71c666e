internal import Arithmetic

extension InputColumn {
    /// What takes the place of the value of a unit.
    struct Change {
        let unit: Int
        /// A column of one row.
        let cell: Column
        let file: String?
        let row: Int32
        let provenance: UInt32
    }

    /// What stands there now.
    func standing(at unit: Int) -> Decision.Before {
        Decision.Before(
            cell: column.cell(at: unit), file: file(at: unit), row: rows[unit],
            provenance: provenance[unit])
    }

    /// The same with some units changed.
    func changed(_ changes: [Change]) -> InputColumn {
        var (rows, provenance, files) = (rows, provenance, files)
        for change in changes {
            rows[change.unit] = change.row
            provenance[change.unit] = change.provenance
            files[change.unit] = change.file == file ? nil : change.file
        }
        return InputColumn(
            column: column.replacing(changes.map { ($0.unit, $0.cell) }), file: file, rows: rows,
            provenance: provenance, files: files)
    }
}

extension Column {
    /// One row as a column of its own.
    public func cell(at row: Int) -> Column {
        let values: Values =
            switch values {
            case .numbers(let numbers): .numbers([numbers[row]])
            case .codes(let codes): .codes([codes[row]])
            case .periods(let periods): .periods([periods[row]])
            case .dates(let days): .dates([days[row]])
            case .texts(let texts): .texts([texts[row]])
            case .flags(let flags): .flags([flags[row]])
            }
        return Column(values: values, presence: [presence(at: row)])
    }

    /// The same with other cells of its type in some rows.
    func replacing(_ cells: [(row: Int, cell: Column)]) -> Column {
        var presence = presence
        if presence.isEmpty, cells.contains(where: { $0.cell.presence(at: 0) != .known }) {
            presence = Array(repeating: .known, count: count)
        }
        if !presence.isEmpty {
            for (row, cell) in cells { presence[row] = cell.presence(at: 0) }
        }
        return Column(values: values.replacing(cells), presence: presence)
    }

    private var count: Int {
        switch values {
        case .numbers(let numbers): numbers.count
        case .codes(let places), .periods(let places), .dates(let places): places.count
        case .texts(let texts): texts.count
        case .flags(let flags): flags.count
        }
    }
}

extension Column.Values {
    fileprivate func replacing(_ cells: [(row: Int, cell: Column)]) -> Column.Values {
        switch self {
        case .numbers(var numbers):
            for (row, cell) in cells {
                if case .numbers(let own) = cell.values { numbers[row] = own[0] }
            }
            return .numbers(numbers)
        case .codes(var codes):
            for (row, cell) in cells {
                if case .codes(let own) = cell.values { codes[row] = own[0] }
            }
            return .codes(codes)
        case .periods(var periods):
            for (row, cell) in cells {
                if case .periods(let own) = cell.values { periods[row] = own[0] }
            }
            return .periods(periods)
        case .dates(var days):
            for (row, cell) in cells {
                if case .dates(let own) = cell.values { days[row] = own[0] }
            }
            return .dates(days)
        case .texts(var texts):
            for (row, cell) in cells {
                if case .texts(let own) = cell.values { texts[row] = own[0] }
            }
            return .texts(texts)
        case .flags(var flags):
            for (row, cell) in cells {
                if case .flags(let own) = cell.values { flags[row] = own[0] }
            }
            return .flags(flags)
        }
    }
}
