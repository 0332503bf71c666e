internal import Evidence

/// What of the files was not read, because the descriptor says so.
enum LeftOutLines {
    /// A line for each file, as in `Left out of staff.csv: 12 rows by conditions, 3 columns`.
    static func lines(_ workspaces: [Workspace]) -> [String] {
        var told: Set<LeftOut> = []
        // Each edition of a workspace reads the same files.
        return workspaces.flatMap(\.evidence.leftOut).filter { told.insert($0).inserted }
            .map { "Left out of \($0.file): \(parts(of: $0).joined(separator: ", "))" }
    }

    private static func parts(of leftOut: LeftOut) -> [String] {
        var parts: [String] = []
        if leftOut.rows > 0 { parts.append("\(Words.counted(leftOut.rows, "row")) by conditions") }
        if leftOut.bodyRows > 0 {
            let more = leftOut.hasMoreBodies ? " and more" : ""
            parts.append(
                "\(Words.counted(leftOut.bodyRows, "row")) about bodies that are not known "
                    + "(\(leftOut.bodies.joined(separator: ", "))\(more))")
        }
        if leftOut.columns > 0 { parts.append(Words.counted(leftOut.columns, "column")) }
        return parts
    }
}
