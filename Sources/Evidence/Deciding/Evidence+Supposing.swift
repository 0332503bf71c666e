extension Evidence {
    /// A cell that takes the place of one of an input.
    package struct SupposedCell: Sendable {
        /// The body and period.
        package let unit: Int
        /// A column of one row, of the type of the input.
        package let cell: Column

        package init(unit: Int, cell: Column) {
            self.unit = unit
            self.cell = cell
        }
    }

    /// The same with other cells of inputs; where they were handed in stays as it is.
    ///
    /// - Parameter cells: By the position of the input.
    /// - Returns: Evidence whose decisions and hashes of files are those of what was handed in.
    package func supposing(_ cells: [Int: [SupposedCell]]) -> Evidence {
        var evidence = self
        for (input, cells) in cells {
            let known = inputs[input]
            evidence.inputs[input] = InputColumn(
                column: known.column.replacing(cells.map { ($0.unit, $0.cell) }), file: known.file,
                rows: known.rows, provenance: known.provenance, files: known.files)
        }
        return evidence
    }
}
