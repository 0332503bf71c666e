internal import Diagnostics
internal import Domain

/// Says of the rows that were left out what is wrong with them, and which other row that goes
/// back to.
struct RejectsWriting {
    let package: DataPackage
    let rejecting: Rejecting
    let schemas: [EvidenceSchema]
    /// The rows that were left out, by file and what names them.
    private var named: [String: [[String]: Int]] = [:]

    init(_ package: DataPackage, _ rejecting: Rejecting, _ schemas: [EvidenceSchema]) {
        self.package = package
        self.rejecting = rejecting
        self.schemas = schemas
        for file in files {
            // The first of several rows with one name is the one that counts.
            named[file] = Dictionary(rejecting.held(file).map { ($0.identity, $0.row) }) {
                first, _ in first
            }
        }
    }

    var rejects: Rejects {
        Rejects(
            rows: files.flatMap { file in rejecting.held(file).map { row(file, $0) } },
            counts: rejecting.rows.mapValues(\.count).filter { $0.value > 0 })
    }

    /// Each once, in the order of the package.
    private var files: [String] {
        var files: [String] = []
        for path in package.resources.map(\.path) where !files.contains(path) {
            files.append(path)
        }
        return files
    }

    private func row(_ file: String, _ row: RejectedRow) -> Rejects.Row {
        var log = DiagnosticLog()
        if let problem = row.problem { log.add(problem) }
        let problem = log.naming(package.resources).entries.first
        let field = problem?.place?.field.flatMap { $0.isEmpty ? nil : $0 }
        let cause = cause(file, row)
        let besides =
            row.others.isEmpty ? "" : "; also wrong: \(row.others.joined(separator: ", "))"
        return Rejects.Row(
            file: file, row: row.row, field: field, code: problem?.code ?? "",
            reason: (problem?.what ?? "") + (cause.map { "; \($0.words), was rejected" } ?? "")
                + besides,
            help: cause?.help ?? problem?.help ?? "", text: row.text,
            subject: subject(file, row))
    }

    /// The rejected row in which what this row needs stands, as in
    /// `row 17 of services.csv, where it stands`, and what to do about it.
    private func cause(_ file: String, _ row: RejectedRow) -> (words: String, help: String)? {
        guard let (above, identity) = needed(file, row), let cause = named[above]?[identity] else {
            return nil
        }
        return ("row \(cause) of \(above), where it stands", "Mend row \(cause) of \(above)")
    }

    /// The row that another one needs and does not find.
    private func needed(_ file: String, _ row: RejectedRow) -> (file: String, [String])? {
        switch row.problem?.code {
        case "row.unknown-body":
            guard let body = row.identity.first,
                let bodies = package.resources.first(where: { $0.role == .bodies })
            else { return nil }
            return (bodies.path, [body])
        case "records.no-parent":
            for schema in schemas {
                for (position, table) in schema.tables.enumerated() {
                    guard let parent = table.parent, holds(file, .records(table.id)),
                        let above = path(.records(schema.tables[parent].id))
                    else { continue }
                    let count = 2 + RecordPath(position, schema).parentCount
                    return (above, Array(row.identity.prefix(count)))
                }
            }
            return nil
        case "records.no-record":
            for table in schemas.flatMap(\.tables) where holds(file, .fields(table.id)) {
                return path(.records(table.id)).map { ($0, row.identity) }
            }
            return nil
        default: return nil
        }
    }

    private func holds(_ file: String, _ role: DataPackage.Resource.Role) -> Bool {
        package.resources.contains { $0.path == file && $0.role == role }
    }

    private func path(_ role: DataPackage.Resource.Role) -> String? {
        package.resources.first { $0.role == role }?.path
    }

    private func subject(_ file: String, _ row: RejectedRow) -> Rejects.Subject? {
        guard row.identity.count > 1,
            let resource = package.resources.first(where: { $0.path == file })
        else { return nil }
        var (inputs, table): ([String], String?) = ([], nil)
        switch resource.role {
        case .bodies, .decisions, .reforms, .measures, .plan: return nil
        case .wideInputs: inputs = rejecting.inputs[file] ?? []
        case .longInputs: inputs = Array(row.identity.suffix(1))
        case .records(let id), .fields(let id): table = id
        }
        return Rejects.Subject(
            body: row.identity[0], period: row.identity[1], inputs: inputs, table: table)
    }
}
